from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.manuscript import SearchRecord
from evidence.vocabulary import ClaimKind, Severity
from reviews.checks import evidence
from reviews.checks.examples import claim, example
from reviews.checks.months import months_before
from reviews.checks.rule import Finding, rule

LATE = SearchRecord("MEDLINE", "creatine AND memory", date(2026, 3, 1))
NONE = {"body": "No study was found.[^c1]", "claims": [claim("c1", "absence")]}


@rule(
    "GV9",
    name=gettext_lazy("Search record missing"),
    severity=Severity.INFO,
    standard="PRISMA 2020 items 6 and 7",
    flagged=[
        example("Text."),
        example(**NONE),
        example(**NONE, search=SearchRecord("MEDLINE", "", date(2026, 3, 1))),
        example(**NONE, search=SearchRecord("MEDLINE", "creatine", date(2023, 3, 1))),
    ],
    passed=[
        example("Text.", search=LATE),
        example(**NONE, search=LATE),
        example(**NONE, search=SearchRecord("MEDLINE", "x", date(2024, 6, 1))),
        example("", search=LATE),
    ],
)
def check(manuscript, circumstances):
    """ "No study was found" is only as good as the search behind it: where, with which words, and when, not more
    than two years ago. Without such a record a claim of absence blocks; else the lack is noted."""
    record = manuscript.search
    oldest = months_before(circumstances.today, circumstances.settings.get("SEARCH_MONTHS", 24))
    if record.databases and record.query and record.on and record.on >= oldest:
        return
    absent = [claim_ for claim_ in evidence.placed_claims(manuscript) if claim_.kind == ClaimKind.ABSENCE]
    for claim_ in absent:
        yield Finding(
            subject=f"claim:{claim_.key}",
            words=manuscript.text_of(claim_) or claim_.key,
            severity=Severity.BLOCK,
            message=_("It says that nothing was found, but no search of the last two years is on record."),
            mend=_("Enter the databases, the query and the date of the search."),
        )
    if not absent:
        yield Finding(
            subject="article",
            message=_("No search is on record."),
            mend=_("Enter the databases, the query and the date of the search."),
        )
