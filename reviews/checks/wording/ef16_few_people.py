from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.prose.modality import modality
from evidence.prose.reading import cause
from evidence.vocabulary import ClaimKind, Severity
from reviews.checks import declared, evidence
from reviews.checks.examples import cited, example
from reviews.checks.rule import SECTION, Finding, rule

MAY = 2  # rank of "may" (see modality)
FEWEST = 100  # people behind an effect that is worded as more than "may"; a site may set FEWEST_PEOPLE


def of(*sizes):
    return cited(*({"sample_size": size} for size in sizes))


@rule(
    "EF16",
    name=gettext_lazy("Much said on few people"),
    scope=SECTION,
    severity=Severity.WARN,
    standard="GRADE imprecision",
    version=3,
    flagged=[
        example("It improves sleep.[^c1]", **of(20)),
        example("It probably reduces pain.[^c1]", **of(30)),
        example("It reduces pain.[^c1]", **of(30, 40)),
        example("It increases memory.[^c1]", **of(99)),
        example("It shortens naps and eases pain.[^c1]", **of(40)),
        example("It boosts mood.[^c1]", **of(25)),
    ],
    passed=[
        example("It improves sleep.[^c1]", **of(400)),
        example("It may improve sleep.[^c1]", **of(20)),
        example("It reduces pain.[^c1]", **of(60, 70)),
        example("It improves sleep.[^c1]", **of(None)),
        example("Tea drinkers had a reduced number of falls.[^c1]", **of(20)),
    ],
)
def check(manuscript, circumstances):
    """A few dozen people cannot show that something works; at most that it may."""
    fewest = circumstances.settings.get("FEWEST_PEOPLE", FEWEST)
    for claim_ in evidence.placed_claims(manuscript):
        sizes = [one.sample_size for one in evidence.supports(manuscript, claim_)]
        text = evidence.asserted(manuscript, claim_)
        if (
            not declared.is_serious(manuscript, claim_, (ClaimKind.EFFECT,))
            or not text
            or not sizes
            or None in sizes
            or sum(sizes) >= fewest
        ):
            continue
        strength, words = cause(text) if modality(text)[0] > MAY else ("none", "")
        if strength not in ("none", "correlational") and not evidence.denied(text, words):
            yield Finding(
                subject=f"claim:{claim_.key}",
                words=words,
                message=_("%(n)d people stand behind this in all.") % {"n": sum(sizes)},
                mend=_("Write “may”, and say how few people were studied."),
            )
