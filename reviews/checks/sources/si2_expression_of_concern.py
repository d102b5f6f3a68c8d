from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.manuscript.circumstances import Update, standing
from evidence.vocabulary import Severity, UpdateType
from reviews.checks import evidence
from reviews.checks.examples import cite, claim, example, source
from reviews.checks.rule import SECTION, Finding, rule

DOUBTED = {"circumstances": {"updates": {"a": (Update("expression_of_concern"),)}}}
CONCERN = "expression_of_concern"
RAISED, ENDED = Update(CONCERN, date(2020, 1, 1)), Update(CONCERN, date(2021, 1, 1), superseded=True)
LIFTED = {"circumstances": {"updates": {"a": (RAISED, ENDED)}}}


def of(*keys):
    cites = [cite(key) for key in keys]
    return {"claims": [claim("c1", "effect", *cites)], "sources": [source(key) for key in keys]}


@rule(
    "SI2",
    name=gettext_lazy("Expression of concern"),
    scope=SECTION,
    severity=Severity.WARN,
    standard="NISO RP-45-2024 (CREC)",
    flagged=[
        example("It helps.[^c1]", **of("a"), **DOUBTED),
        example("It helps.[^c1]", **of("a", "b"), **DOUBTED),
        example("It helps.[^c1]", **of("b", "a"), **DOUBTED),
        example("- It helps.[^c1]", **of("a"), **DOUBTED),
    ],
    passed=[
        example("It helps.[^c1]", **of("b"), **DOUBTED),
        example("It helps.[^c1]", **of("a"), **LIFTED),
        example("It helps.[^c1]", **of("a")),
        example("It helps.[^c1]", **of("a"), circumstances={"updates": {"a": (Update("erratum"),)}}),
    ],
)
def check(manuscript, circumstances):
    """An editor's concern about a paper is no retraction, but a claim should not hang on that paper alone: then it
    blocks, until the concern is lifted or another source is cited."""
    doubted = {
        key
        for key, updates in circumstances.updates.items()
        if any(one.type == UpdateType.CONCERN for one in standing(updates))
    }
    for claim_ in evidence.placed_claims(manuscript):
        supports = {one.key for one in evidence.supports(manuscript, claim_)}
        for key in sorted(supports & doubted):
            alone = supports <= doubted
            yield Finding(
                subject=f"claim:{claim_.key}",
                words=manuscript.source_by_key[key].title,
                severity=Severity.BLOCK if alone else Severity.WARN,
                message=_("“%(title)s” is under an expression of concern.")
                % {"title": manuscript.source_by_key[key].title},
                mend=_("Cite another source beside it, or wait until the concern is resolved."),
            )
