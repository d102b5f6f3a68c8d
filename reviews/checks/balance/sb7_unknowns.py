import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.vocabulary import ClaimKind, Profile, SectionKind, Severity
from reviews.checks import evidence
from reviews.checks.examples import claim, example
from reviews.checks.rule import Finding, rule

UNKNOWN = re.compile(
    r"\b(?:not known|unknown|unclear|(?:very )?uncertain|"
    r"nobody (?:knows|has)|no (?:study|trial|research)|not been studied)\b",
    re.I,
)


@rule(
    "SB7",
    name=gettext_lazy("What is not known"),
    severity=Severity.WARN,
    standard="DISCERN 8; HONcode complementarity",
    flagged=[
        example("It helps sleep."),
        example("## Effects\nIt helps.\n\n## Harms\nIt harms."),
        example("## Quality of the evidence\nIt is good."),
        example("It helps.[^c1]", claims=[claim("c1")]),
    ],
    passed=[
        example("## What we do not know\nMuch."),
        example("Whether it helps children is not known."),
        example("No study was found.[^c1]", claims=[claim("c1", "absence")]),
        example("It helps sleep.", profile="explainer"),
    ],
)
def check(manuscript, circumstances):
    """Every review has an edge beyond which nothing is known, and says where it is: in a section of its own, in a
    sentence, or as a claim that no study was found."""
    if manuscript.profile == Profile.EXPLAINER:
        return
    told = any(
        section.kind == SectionKind.UNKNOWN or UNKNOWN.search(section.body) for section in manuscript.sections
    )
    if not told and not any(one.kind == ClaimKind.ABSENCE for one in evidence.placed_claims(manuscript)):
        yield Finding(
            subject="article",
            words=_("what is not known"),
            message=_("The page does not say what is not known."),
            mend=_(
                "Add a section “What we do not know”, or say which studies were looked for and not found."
            ),
        )
