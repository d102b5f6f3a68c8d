from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.appraisal.grade import RANK, certainty
from evidence.appraisal.wording import allowed, is_house
from evidence.manuscript import Outcome
from evidence.prose.modality import modality
from evidence.prose.reading import cause
from evidence.vocabulary import Certainty, Severity
from reviews.checks import evidence
from reviews.checks.examples import cited, example, rated
from reviews.checks.rule import SECTION, Finding, rule


def at(steps, body="randomised", **fields):
    """A claim on an outcome whose certainty is so many steps below its start."""
    domains = rated(imprecision=steps)
    outcome = Outcome("o1", "sleep", body=body, direction="increases", domains=domains, **fields)
    return cited({}, outcome="o1") | {"outcomes": [outcome], "subject": "Lemon balm"}


@rule(
    "EF6",
    name=gettext_lazy("Worded more strongly than the evidence"),
    scope=SECTION,
    severity=Severity.BLOCK,
    standard="GRADE guidelines 26 (Santesso 2020)",
    version=2,
    flagged=[
        example("It improves sleep.[^c1]", **at(-2)),
        example("It improves sleep.[^c1]", **at(-1)),
        example("It probably improves sleep.[^c1]", **at(-3)),
        example("It may help, but it improves sleep.[^c1]", **at(-3)),
        example("It halves the time to fall asleep.[^c1]", **at(-2)),
        example("It might calm, but it disrupts dreams.[^c1]", **at(-3)),
    ],
    passed=[
        example("It improves sleep.[^c1]", **at(0)),
        example("It probably improves sleep.[^c1]", **at(-1)),
        example("It may improve sleep.[^c1]", **at(-2)),
        example("Whether it improves sleep is very uncertain.[^c1]", **at(-3)),
        example("The authors concluded that it improves sleep.[^c1]", **at(-3)),
        example("It did not improve sleep in one trial.[^c1]", **at(-2)),
        example("Tea drinkers had a reduced number of wakings.[^c1]", **at(-2)),
    ],
)
def check(manuscript, circumstances):
    """How strongly a sentence speaks follows from the certainty of its outcome: high "does", moderate "probably",
    low "may", very low "it is very uncertain". One step too strong is pointed out; two steps block, except where
    GRADE's own wording could not be checked and ours stands in for it."""
    for claim_ in evidence.placed_claims(manuscript):
        outcome = evidence.outcome_of(manuscript, claim_)
        text = evidence.asserted(manuscript, claim_)
        level = certainty(outcome) if outcome else Certainty.UNRATED
        if not text or level == Certainty.UNRATED:
            continue
        gap = modality(text)[0] - RANK[level]
        strength, verb = cause(text) if gap >= 1 else ("none", "")
        if strength in ("none", "correlational") or evidence.denied(text, verb):
            continue
        house = is_house(level, outcome.size)
        holds = " / ".join(one.text for one in allowed(outcome, level, manuscript.subject)[:1])
        yield Finding(
            subject=f"claim:{claim_.key}",
            words=verb,
            severity=Severity.BLOCK if gap >= 2 and not house else Severity.WARN,
            message=_("The certainty on %(outcome)s is %(level)s; the sentence speaks more strongly.")
            % {"outcome": outcome.name, "level": level.label.lower()},
            mend=_("This would hold: “%(example)s”") % {"example": holds}
            if holds
            else _("Nobody looked at this in people: say in which cells or model it was seen."),
        )
