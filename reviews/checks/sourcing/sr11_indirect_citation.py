from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.prose.numbers import quantities
from evidence.vocabulary import Design, Severity
from reviews.checks import evidence
from reviews.checks.examples import cited, example
from reviews.checks.rule import SECTION, Finding, rule

SECOND_HAND = (Design.SRMA, Design.GUID, Design.NR)


def of(*designs):
    return cited(*({"design": one} for one in designs))


@rule(
    "SR11",
    name=gettext_lazy("One study, cited at second hand"),
    scope=SECTION,
    severity=Severity.INFO,
    standard="Jergas & Baethge 2015; WP:SAYWHERE",
    flagged=[
        example("One trial found that it may help.[^c1]", **of("SRMA")),
        example("A trial in 40 people found more sleep.[^c1]", **of("NR")),
        example("A study in rats raised NGF.[^c1]", **of("NR")),
        example("In one trial it failed.[^c1]", **of("SRMA", "NR")),
    ],
    passed=[
        example("One trial found that it may help.[^c1]", **of("RCT")),
        example("One trial found that it may help.[^c1]", **of("SRMA", "RCT")),
        example("A meta-analysis of 16 trials found more sleep.[^c1]", **of("SRMA")),
        example("It may help.[^c1]", **of("SRMA")),
    ],
)
def check(manuscript, circumstances):
    """A sentence that tells of one study, and cites only a review of it, leaves the reader one step away from where
    it can be looked up; the more so if it gives a figure."""
    for claim_ in evidence.placed_claims(manuscript):
        text = manuscript.text_of(claim_)
        supports = evidence.supports(manuscript, claim_)
        if (
            not supports
            or not all(one.design in SECOND_HAND for one in supports)
            or not evidence.names_one_study(text)
        ):
            continue
        yield Finding(
            subject=f"claim:{claim_.key}",
            words=text,
            severity=Severity.WARN if quantities(text) else Severity.INFO,
            message=_("It tells of one study and cites only what others wrote about it."),
            mend=_("Trace the study and cite it too."),
        )
