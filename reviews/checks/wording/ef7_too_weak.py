from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.appraisal.grade import RANK, certainty
from evidence.appraisal.wording import allowed
from evidence.prose.modality import modality
from evidence.prose.reading import cause
from evidence.vocabulary import Severity
from reviews.checks import evidence
from reviews.checks.examples import example
from reviews.checks.rule import SECTION, Finding, rule
from reviews.checks.wording.ef6_too_strong import at


@rule(
    "EF7",
    name=gettext_lazy("Worded more weakly than the evidence"),
    scope=SECTION,
    severity=Severity.INFO,
    standard="GRADE guidelines 26 (Santesso 2020)",
    version=2,
    flagged=[
        example("It may improve sleep.[^c1]", **at(0)),
        example("It might reduce waking.[^c1]", **at(0)),
        example("It is very uncertain whether it improves sleep.[^c1]", **at(-1)),
        example("It could improve sleep.[^c1]", **at(0)),
        example("It might halve the time to fall asleep.[^c1]", **at(0)),
    ],
    passed=[
        example("It improves sleep.[^c1]", **at(0)),
        example("It probably improves sleep.[^c1]", **at(0)),
        example("It may improve sleep.[^c1]", **at(-1)),
        example("It may improve sleep.[^c1]", **at(-2)),
    ],
)
def check(manuscript, circumstances):
    """Too much caution misleads as well: readers cannot tell what is known from what is not. Two steps below the
    certainty of the outcome is said."""
    for claim_ in evidence.placed_claims(manuscript):
        outcome = evidence.outcome_of(manuscript, claim_)
        text = evidence.asserted(manuscript, claim_)
        if outcome is None or not text or not RANK[certainty(outcome)]:
            continue
        level = certainty(outcome)
        rank, words = modality(text)
        if words and RANK[level] - rank > 1 and (rank == 1 or cause(text)[0] != "none"):
            holds = " / ".join(one.text for one in allowed(outcome, level, manuscript.subject)[:1])
            yield Finding(
                subject=f"claim:{claim_.key}",
                words=words,
                message=_("The certainty on %(outcome)s is %(level)s; the sentence speaks more weakly.")
                % {"outcome": outcome.name, "level": level.label.lower()},
                mend=_("This would hold: “%(example)s”") % {"example": holds},
            )
