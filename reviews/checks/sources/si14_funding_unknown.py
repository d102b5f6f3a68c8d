from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.vocabulary import ClaimKind, Design, Severity
from reviews.checks import evidence
from reviews.checks.examples import cite, claim, example, source
from reviews.checks.rule import SECTION, Finding, rule


def of(*funding, kind="effect", design="RCT"):
    keys = "ab"[: len(funding)]
    return {
        "claims": [claim("c1", kind, *(cite(key) for key in keys))],
        "sources": [source(key, design, funding=one) for key, one in zip(keys, funding, strict=True)],
    }


@rule(
    "SI14",
    name=gettext_lazy("Who paid for the study is not known"),
    scope=SECTION,
    severity=Severity.INFO,
    standard="GRADE publication bias",
    flagged=[
        example("It helps.[^c1]", **of("")),
        example("It helps.[^c1]", **of("", "")),
        example("It harms.[^c1]", **of("", kind="harm")),
        example("It helps.[^c1]", **of("  ")),
    ],
    passed=[
        example("It helps.[^c1]", **of("A public grant.")),
        example("It helps.[^c1]", **of("", "The maker.")),
        example("In rats it works.[^c1]", **of("", kind="mechanism")),
        example("It is licensed.[^c1]", **of("", design="REG")),
    ],
)
def check(manuscript, circumstances):
    """Studies paid for by who sells a thing find more often that it works. If of no source behind an effect or harm
    it is known who paid, that is noted."""
    for claim_ in evidence.placed_claims(manuscript):
        supports = [
            one
            for one in evidence.supports(manuscript, claim_)
            if one.design not in (Design.REG, Design.GUID)
        ]
        if (
            claim_.kind in (ClaimKind.EFFECT, ClaimKind.HARM)
            and supports
            and not any(o.funding.strip() for o in supports)
        ):
            yield Finding(
                subject=f"claim:{claim_.key}",
                words=supports[0].title,
                message=_("Who paid for the studies behind this is not recorded."),
                mend=_("Look at the end of the paper, and record it with the source."),
            )
