from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.vocabulary import ClaimKind, Design, Severity, StudyPopulation
from reviews.checks import evidence
from reviews.checks.examples import cited, example
from reviews.checks.rule import SECTION, Finding, rule

COUNTED = (Design.RCT, Design.NRT, Design.COH, Design.CC, Design.XS)


def of(kind="effect", **fields):
    return cited({"sample_size": 40, **fields}, kind=kind)


@rule(
    "SI15",
    name=gettext_lazy("Kind of study not recorded"),
    scope=SECTION,
    severity=Severity.BLOCK,
    version=2,
    standard="CONSORT and PRISMA items",
    flagged=[
        example("It helps.[^c1]", **of(design="")),
        example("It harms.[^c1]", **of("harm", design="")),
        example("It helps.[^c1]", **of(population="")),
        example("It helps.[^c1]", **of(sample_size=None)),
    ],
    passed=[
        example("It helps.[^c1]", **of()),
        example("It was sold.[^c1]", **of("historical", design="")),
        example("It helps.[^c1]", **of(design="SRMA", sample_size=None)),
        example("It is advised.[^c1]", **of(design="GUID", population="none", sample_size=None)),
    ],
)
def check(manuscript, circumstances):
    """What a study can show depends on its design and on whom it studied. Without these on record a source bears no
    effect and no harm; nor does a study of people whose number is not known."""
    told = set()
    for claim_ in evidence.placed_claims(manuscript):
        if claim_.kind not in (ClaimKind.EFFECT, ClaimKind.HARM):
            continue
        for one in evidence.supports(manuscript, claim_):
            unknown = not one.design or one.population == StudyPopulation.UNKNOWN
            uncounted = one.design in COUNTED and one.sample_size is None
            if one.key not in told and (unknown or uncounted):
                told.add(one.key)
                yield Finding(
                    subject=f"source:{one.key}",
                    words=one.title,
                    message=_("Design or population of “%(title)s” is not recorded.") % {"title": one.title}
                    if unknown
                    else _("How many people “%(title)s” studied is not recorded.") % {"title": one.title},
                    mend=_("Record it with the source."),
                )
