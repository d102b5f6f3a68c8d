from django.apps import AppConfig
from django.core import checks as system_checks
from django.utils.translation import gettext_lazy as _

from reviews.checks import catalogue, faults, load


class ReviewsConfig(AppConfig):
    name = "reviews"
    verbose_name = _("Reviews")

    def ready(self):
        load()
        system_checks.register(rules_are_complete)


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
