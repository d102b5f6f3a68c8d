from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.vocabulary import Severity, Stance
from reviews.checks import evidence
from reviews.checks.examples import cite, claim, example, source
from reviews.checks.rule import SECTION, Finding, rule

LIBRARY = [source("a"), source("b")]


def with_stances(*stances):
    cites = [cite(key, stance) for key, stance in zip("ab", stances, strict=False)]
    return {"claims": [claim("c1", "effect", *cites)], "sources": LIBRARY}


@rule(
    "SR5",
    name=gettext_lazy("Only mentioned"),
    scope=SECTION,
    severity=Severity.WARN,
    standard="scite's classes of citations",
    flagged=[
        example("It helps.[^c1]", **with_stances("mentions")),
        example("It helps.[^c1]", **with_stances("mentions", "mentions")),
        example("It harms.[^c1]", **with_stances("mentions")),
        example("- It helps.[^c1]", **with_stances("mentions")),
    ],
    passed=[
        example("It helps.[^c1]", **with_stances("supports")),
        example("It helps.[^c1]", **with_stances("mentions", "partly_supports")),
        example("It helps.[^c1]", **with_stances("not_judged")),
        example("It helps.[^c1]", **with_stances("contradicts")),
    ],
)
def check(manuscript, circumstances):
    """A source that only mentions a thing does not bear it. If every citation of a claim only mentions it, nothing
    stands behind the sentence."""
    for claim_ in evidence.placed_claims(manuscript):
        if claim_.citations and all(cited.stance == Stance.MENTIONS for cited in claim_.citations):
            yield Finding(
                subject=f"claim:{claim_.key}",
                words=manuscript.text_of(claim_),
                message=_("Every source of this claim only mentions it."),
                mend=_("Cite the work that found it, or say what these sources do say."),
            )
