from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.vocabulary import Design, Severity, StudyPopulation
from reviews.checks import declared, evidence
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
    version=3,
    standard="CONSORT and PRISMA items",
    flagged=[
        example("It helps.[^c1]", **of(design="")),
        example("It harms.[^c1]", **of("harm", design="")),
        example("It helps.[^c1]", **of(population="")),
        example("It helps.[^c1]", **of(sample_size=None)),
        example("It is a herb.[^c1]", **of("definition", design="")),
        example("It was sold.[^c1]", **of("historical", design="")),
    ],
    passed=[
        example("It helps.[^c1]", **of()),
        example("It was sold.[^c1]", **of("historical", design="NR", population="none")),
        example("It acts on GABA.[^c1]", **of("mechanism", sample_size=None)),
        example("It helps.[^c1]", **of(design="SRMA", sample_size=None)),
        example("It is advised.[^c1]", **of(design="GUID", population="none", sample_size=None)),
    ],
)
def check(manuscript, circumstances):
    """What a study can show depends on its design and on whom it studied. Without these on record a source bears no
    effect and no harm; nor does a study of people whose number is not known. Of whatever else rests on it a reader
    is told that the kind of study is not recorded: a warning."""
    told = set()
    # The grave ones first, so that a source is told of once and as gravely as it must be.
    placed = [(declared.is_serious(manuscript, one), one) for one in evidence.placed_claims(manuscript)]
    for grave, claim_ in sorted(placed, key=lambda one: not one[0]):
        for one in evidence.supports(manuscript, claim_):
            unknown = not one.design or one.population == StudyPopulation.UNKNOWN
            uncounted = grave and one.design in COUNTED and one.sample_size is None
            if one.key not in told and (unknown or uncounted):
                told.add(one.key)
                yield _finding(one, unknown, Severity.BLOCK if grave else Severity.WARN)


def _finding(source_, unknown, severity):
    said = (
        _("Design or population of “%(title)s” is not recorded.")
        if unknown
        else _("How many people “%(title)s” studied is not recorded.")
    )
    return Finding(
        subject=f"source:{source_.key}",
        words=source_.title,
        severity=severity,
        message=said % {"title": source_.title},
        mend=_("Record it with the source."),
    )
