from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.manuscript import BylineEntry
from evidence.vocabulary import Severity
from reviews.checks.examples import example
from reviews.checks.rule import Finding, rule

ADA = BylineEntry("ada", "Ada Lind", "MSc", "Author")


@rule(
    "GV1",
    name=gettext_lazy("Author or credentials missing"),
    severity=Severity.BLOCK,
    standard="JAMA benchmarks (authorship); HONcode; NHS clinical approval",
    flagged=[
        example("Text."),
        example("Text.", byline=(BylineEntry("ada", "Ada Lind"),)),
        example("Text.", byline=(ADA, BylineEntry("ben", "Ben Okoro", "  "))),
        example("Text.", byline=(BylineEntry("x", "", "MD"),)),
    ],
    passed=[
        example("Text.", byline=(ADA,)),
        example("Text.", byline=(ADA, BylineEntry("ben", "Ben Okoro", "BSc", "Editor"))),
        example("Text.", byline=(BylineEntry("ada", "Ada Lind", "no formal training", "Author"),)),
        example("", byline=(ADA,)),
    ],
)
def check(manuscript, circumstances):
    """Readers are told who wrote a page and what qualifies them. The reviewer's credentials are asked for when a
    version is published."""
    if not manuscript.byline:
        yield Finding(
            subject="article",
            message=_("Nobody is named as the author."),
            mend=_("Add the author to the byline."),
        )
    for entry in manuscript.byline:
        if not entry.name.strip() or not entry.credentials.strip():
            yield Finding(
                subject=f"byline:{entry.key}",
                words=entry.name or entry.key,
                message=_missing(entry) % {"who": entry.name or entry.key},
                mend=_("Complete the contributor's record."),
            )


def _missing(entry):
    return _("%(who)s has no credentials.") if entry.name.strip() else _("%(who)s has no name.")
