from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.prose.lexicon import lexicon
from evidence.vocabulary import Severity, Stance
from reviews.checks import declared, evidence
from reviews.checks.examples import cite, claim, example, source
from reviews.checks.rule import SECTION, Finding, rule


@rule(
    "SR2",
    name=gettext_lazy("Unsourced claim"),
    scope=SECTION,
    severity=Severity.BLOCK,
    version=2,
    standard="MEDRS; WP:V (citation needed)",
    flagged=[
        example("It improves sleep.[^c1]", claims=[claim("c1")]),
        example(
            "It improves sleep.[^c1]",
            claims=[claim("c1", "effect", cite("a", "not_judged"))],
            sources=[source("a")],
        ),
        example("It was first made in 1996.[^c1]", claims=[claim("c1", "historical")]),
        example(
            "It improves sleep.[^c1]",
            claims=[claim("c1", "effect", cite("a", "contradicts"))],
            sources=[source("a")],
        ),
    ],
    passed=[
        example("It improves sleep.[^c1]", claims=[claim("c1", "effect", cite("a"))], sources=[source("a")]),
        example(
            "It improves sleep.[^c1]",
            claims=[claim("c1", "effect", cite("a", "partly_supports"))],
            sources=[source("a")],
        ),
        example("No study in people was found.[^c1]", claims=[claim("c1", "absence")]),
        example("Sleep is a state of rest.[^c1]", claims=[claim("c1", "definition")]),
    ],
)
def check(manuscript, circumstances):
    """Somebody must have read a source and judged that it supports the claim, at least partly. A citation that
    nobody judged, or that only mentions the matter, is not yet support. Claims of an effect, a harm, an
    interaction or the law block, and so does a claim of any kind that its words do not bear out; others warn. Claims
    whose words say that nothing was found rest on the search record."""
    for claim_ in evidence.placed_claims(manuscript):
        if declared.needs_no_source(manuscript, claim_):
            continue
        if evidence.supports(manuscript, claim_):
            continue
        waiting = [cited for cited in claim_.citations if cited.stance == Stance.NOT_JUDGED]
        yield Finding(
            subject=f"claim:{claim_.key}",
            words=manuscript.text_of(claim_),
            severity=Severity.BLOCK if declared.must_have_source(manuscript, claim_) else Severity.WARN,
            message=_("Nobody has judged yet whether its sources support this claim.")
            if waiting
            else _("No source supports this claim."),
            mend=_("Read the cited source and set its stance.") if waiting else _mend(manuscript, claim_),
        )


def _mend(manuscript, claim_):
    if lexicon("negation").first(manuscript.text_of(claim_)):
        return _(
            "Cite a source that supports it, or take it out. If it says that nothing was found, "
            "choose “Absence of evidence” as its kind."
        )
    return _("Cite a source that supports it, weaken the sentence, or take it out.")
