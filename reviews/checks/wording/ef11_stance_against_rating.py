from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.manuscript import Outcome
from evidence.vocabulary import Domain, Severity, Stance
from reviews.checks import evidence
from reviews.checks.examples import cite, claim, example, rated, source
from reviews.checks.rule import SECTION, Finding, rule


def of(*stances, steps=0):
    cites = [cite(key, stance) for key, stance in zip("abc", stances, strict=False)]
    return {
        "claims": [claim("c1", "effect", *cites, outcome="o1")],
        "sources": [source(key) for key in "abc"],
        "outcomes": [
            Outcome("o1", "sleep", body="randomised", domains=rated("They differ.", inconsistency=steps))
        ],
    }


@rule(
    "EF11",
    name=gettext_lazy("Studies disagree, the rating does not"),
    scope=SECTION,
    severity=Severity.WARN,
    standard="GRADE inconsistency",
    flagged=[
        example("Results are mixed.[^c1]", **of("supports", "contradicts")),
        example("Results are mixed.[^c1]", **of("supports", "contradicts", "contradicts")),
        example("It did not help.[^c1]", **of("contradicts")),
        example("Results are mixed.[^c1]", **of("partly_supports", "contradicts")),
    ],
    passed=[
        example("Results are mixed.[^c1]", **of("supports", "contradicts", steps=-1)),
        example("It helps.[^c1]", **of("supports", "supports", "contradicts")),
        example("It helps.[^c1]", **of("supports")),
        example("It helps.[^c1]", **of("mentions")),
    ],
)
def check(manuscript, circumstances):
    """If as many sources contradict a claim as support it, the outcome is rated down for inconsistency, or the
    reason is written why not."""
    for claim_ in evidence.placed_claims(manuscript):
        outcome = evidence.outcome_of(manuscript, claim_)
        against = sum(cited.stance == Stance.CONTRADICTS for cited in claim_.citations)
        if outcome is None or not against or against < len(evidence.supports(manuscript, claim_)):
            continue
        if not any(
            one.domain == Domain.INCONSISTENCY and (one.steps or one.reason.strip())
            for one in outcome.domains
        ):
            yield Finding(
                subject=f"claim:{claim_.key}",
                words=outcome.name,
                message=_(
                    "As many sources contradict this as support it, and “%(outcome)s” is not rated down for it."
                )
                % {"outcome": outcome.name},
                mend=_("Rate the outcome down for inconsistency, or write in that domain why not."),
            )
