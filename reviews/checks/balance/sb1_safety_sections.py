from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.vocabulary import Profile, SectionKind, Severity
from reviews.checks.examples import example
from reviews.checks.rule import Finding, rule

SAFETY = (SectionKind.HARMS, SectionKind.CONTRAINDICATIONS, SectionKind.INTERACTIONS, SectionKind.PREGNANCY)
ALL = "## Side effects\n\nA\n\n## Interactions\n\nB\n\n## Who should not take it\n\nC\n\n## Pregnancy\n\nD"


@rule(
    "SB1",
    name=gettext_lazy("Safety section missing"),
    severity=Severity.BLOCK,
    standard="DISCERN 11; NHS content standard",
    flagged=[
        example("## Effects\n\nIt helps."),
        example(ALL.replace("## Side effects", "## Colour")),
        example(ALL.replace("## Interactions", "## Taste")),
        example(ALL.replace("## Pregnancy", "## Price")),
    ],
    passed=[
        example(ALL),
        example(ALL.replace("## Side effects", "## Is it safe?")),
        example(ALL.replace("## Pregnancy", "## Breast-feeding")),
        example("## Background\n\nA", profile="explainer"),
    ],
)
def check(manuscript, circumstances):
    """Whoever reads of a benefit must find the harms, who should be careful, what it does together with other
    medicines, and what is known for pregnancy and breast-feeding. "Nothing was found", with the date of the
    search, is an answer; silence is not."""
    there = {section.kind for section in manuscript.sections}
    for kind in SAFETY if manuscript.profile == Profile.INTERVENTION else ():
        if kind not in there:
            yield Finding(
                subject="article",
                words=str(kind),
                message=_("Nothing is said about “%(kind)s”.") % {"kind": kind.label},
                mend=_("Add the section; if nothing was found, say so and when you looked."),
            )
