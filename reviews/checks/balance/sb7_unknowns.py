import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.vocabulary import Profile, SectionKind, Severity
from reviews.checks import declared, evidence
from reviews.checks.examples import claim, example
from reviews.checks.rule import Finding, rule

UNKNOWN = re.compile(
    r"\b(?:not known|unknown|unclear|(?:very )?uncertain|"
    r"nobody (?:knows|has)|no (?:study|trial|research)|not been studied)\b",
    re.I,
)

OPTIONS = re.compile(
    r"\b(?:alternatives?|instead of|rather than|first[- ]line|standard (?:care|treatment|therapy)|usual care|"
    r"other (?:\w+ )?(?:options?|treatments?|therap(?:y|ies)|medicines?|drugs?|ways|measures)|compared with)\b",
    re.I,
)
OTHER = " Other treatments were studied more."


@rule(
    "SB7",
    name=gettext_lazy("What is not known, and what else there is"),
    severity=Severity.WARN,
    version=3,
    standard="DISCERN 8, 12 and 14; HONcode complementarity",
    flagged=[
        example("It helps sleep."),
        example("## Effects\nIt helps.\n\n## Harms\nIt harms."),
        example("## Quality of the evidence\nIt is good."),
        example("It helps.[^c1]", claims=[claim("c1")]),
        example("Whether it helps children is not known."),
    ],
    passed=[
        example("## What we do not know\nMuch." + OTHER),
        example("Whether it helps children is not known. It was never compared with usual care."),
        example("No study was found.[^c1] Sleep hygiene is an alternative.", claims=[claim("c1", "absence")]),
        example("It helps sleep.", profile="explainer"),
    ],
)
def check(manuscript, circumstances):
    """Every review has an edge beyond which nothing is known, and says where it is: in a section of its own, in a
    sentence, or as a claim that no study was found. It says as well that there are other options, among them to do
    nothing. That it informs and does not advise stands on every page."""
    if manuscript.profile == Profile.EXPLAINER:
        return
    told = any(
        section.kind == SectionKind.UNKNOWN or UNKNOWN.search(section.body) for section in manuscript.sections
    )
    if not told and not any(
        declared.is_absence(manuscript, one) for one in evidence.placed_claims(manuscript)
    ):
        yield Finding(
            subject="article",
            words=_("what is not known"),
            message=_("The page does not say what is not known."),
            mend=_(
                "Add a section “What we do not know”, or say which studies were looked for and not found."
            ),
        )
    if not any(OPTIONS.search(section.body) for section in manuscript.sections):
        yield Finding(
            subject="article",
            words=_("other options"),
            message=_("The page does not say what else there is."),
            mend=_(
                "Name the other options, or what it was compared with; if nothing is known of them, say so."
            ),
        )
