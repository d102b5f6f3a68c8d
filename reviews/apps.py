from django.apps import AppConfig
from django.conf import settings
from django.core import checks as system_checks
from django.utils.translation import gettext_lazy as _

from evidence.prose import lexicon
from evidence.vocabulary import Severity
from reviews.checks import catalogue, faults, load


class ReviewsConfig(AppConfig):
    name = "reviews"
    verbose_name = _("Reviews")

    def ready(self):
        load()
        system_checks.register(rules_are_complete)
        system_checks.register(tunings_are_explained)


def rules_are_complete(app_configs, **kwargs):
    """Refuse, at start-up, a rule that an editor could not understand."""
    return [
        system_checks.Error(
            f"Check {code} lacks {what}.",
            hint="A rule needs a name, a docstring, a severity and worked examples of both sides.",
            id="reviews.E001",
        )
        for code, what in faults(catalogue())
    ]


def tunings_are_explained(app_configs, **kwargs):
    """Refuse, at start-up, a site's change to a rule that names no rule, no severity or no reason."""
    said = settings.VOUCH
    known = {rule.code for rule in catalogue()}
    wrong = [
        *((code, "there is no such check") for code in {*said["CHECKS_OFF"], *said["CHECKS_TUNED"]} - known),
        *((code, "give the reason") for code, why in said["CHECKS_OFF"].items() if not str(why).strip()),
        *(
            (code, "give (severity, reason)")
            for code, tuned in said["CHECKS_TUNED"].items()
            if not _explained(tuned)
        ),
        *((name, "there is no such word list") for name in set(said["LEXICON"]) - set(lexicon.names())),
    ]
    hint = "CHECKS_OFF is code → why, CHECKS_TUNED code → (severity, why), LEXICON name → words."
    return [
        system_checks.Error(f"{name}: {what}.", hint=hint, id="reviews.E002") for name, what in sorted(wrong)
    ]


def _explained(tuned):
    return len(tuned) == 2 and tuned[0] in Severity.values and bool(str(tuned[1]).strip())
