from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.vocabulary import REQUIRED_KINDS, Profile, SectionKind, Severity
from reviews.checks.examples import example
from reviews.checks.rule import Finding, rule

# SB1 speaks of these for interventions: one lack is one flag.
LEFT_TO_SB1 = {
    SectionKind.HARMS,
    SectionKind.INTERACTIONS,
    SectionKind.CONTRAINDICATIONS,
    SectionKind.PREGNANCY,
}
SAFETY = "## Side effects\n\nA\n\n## Interactions\n\nB\n\n## Who should not take it\n\nC\n\n## Pregnancy\n\nD"
WHOLE = f"## How it works\n\nA\n\n## Effects\n\nB\n\n{SAFETY}\n\n## Quality of the evidence\n\nE"


@rule(
    "ST2",
    name=gettext_lazy("Required section missing"),
    severity=Severity.BLOCK,
    standard="DISCERN 9–12; MEDMOS",
    flagged=[
        example("## Effects\n\nIt helps."),
        example("## How it works\n\nA\n\n## Quality of the evidence\n\nB"),
        example("## Effects\n\nA", profile="condition_review"),
        example("## Background\n\nA", profile="explainer"),
    ],
    passed=[
        example(WHOLE),
        example(WHOLE.replace("## Effects", "## Does it work?")),
        example("## Background\n\nA\n\n## How certain is this?\n\nB", profile="explainer"),
        example(
            "## Overview\n\nA\n\n## Treatment results\n\nB\n\n## Risks\n\nC\n\n## Quality of evidence\n\nD",
            profile="condition_review",
        ),
    ],
)
def check(manuscript, circumstances):
    """Each kind of article promises certain sections: a review of an intervention says how it works, what it
    does, and how good the evidence is. A kind that is missing is named once; a section that is there but empty
    is ST1's business."""
    there = {section.kind for section in manuscript.sections}
    profile = Profile(manuscript.profile)
    for kind in REQUIRED_KINDS[profile]:
        left = profile == Profile.INTERVENTION and kind in LEFT_TO_SB1
        if kind not in there and not left:
            yield Finding(
                subject="article",
                words=str(kind),
                message=_("No section on “%(kind)s”.") % {"kind": kind.label},
                mend=_("Add one, or set the kind of the section that already speaks of it."),
            )
