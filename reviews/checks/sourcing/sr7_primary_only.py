from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.vocabulary import Severity, SourceLevel
from reviews.checks import declared, evidence
from reviews.checks.examples import cited, example
from reviews.checks.rule import SECTION, Finding, rule


def of(*levels, kind="effect"):
    return cited(*({"level": one} for one in levels), kind=kind)


@rule(
    "SR7",
    name=gettext_lazy("Primary studies only"),
    scope=SECTION,
    severity=Severity.WARN,
    version=2,
    standard="WP:MEDRS",
    flagged=[
        example("It helps.[^c1]", **of("primary")),
        example("It helps.[^c1]", **of("primary", "primary")),
        example("It harms.[^c1]", **of("primary", kind="harm")),
        example("It may help sleep.[^c1]", **of("primary")),
    ],
    passed=[
        example("It helps.[^c1]", **of("primary", "secondary")),
        example("A trial in 40 adults found that it may help.[^c1]", **of("primary")),
        example("In rats it works.[^c1]", **of("primary", kind="mechanism")),
        example("It helps.[^c1]", **of("")),
    ],
)
def check(manuscript, circumstances):
    """Single studies are raw material; what they amount to is said by reviews of them. A claim on an effect that
    rests on studies alone says that it does."""
    for claim_ in evidence.placed_claims(manuscript):
        supports = evidence.supports(manuscript, claim_)
        serious = declared.is_serious(manuscript, claim_)
        primary = supports and all(one.level == SourceLevel.PRIMARY for one in supports)
        if serious and primary and not evidence.names_its_study(manuscript.text_of(claim_)):
            yield Finding(
                subject=f"claim:{claim_.key}",
                words=manuscript.text_of(claim_),
                message=_("Only single studies stand behind this, and the sentence does not say so."),
                mend=_("Cite a review of the studies, or write “a trial in … found”."),
            )
