from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.manuscript import Outcome
from evidence.prose.lexicon import lexicon
from evidence.prose.reading import cause
from evidence.vocabulary import OutcomeType, Severity
from reviews.checks import evidence
from reviews.checks.examples import cited, example
from reviews.checks.rule import SECTION, Finding, rule


def of(type):
    return cited({}, outcome="o1") | {"outcomes": [Outcome("o1", "BDNF in blood", type=type)]}


@rule(
    "EF4",
    name=gettext_lazy("A marker told as a benefit"),
    scope=SECTION,
    severity=Severity.WARN,
    standard="GRADE indirectness; Core GRADE",
    version=2,
    flagged=[
        example("It improves memory.[^c1]", **of("surrogate")),
        example("It reduces anxiety.[^c1]", **of("surrogate")),
        example("It enhances cognition by raising BDNF.[^c1]", **of("mechanism")),
        example("It prevents dementia.[^c1]", **of("surrogate")),
        example("It eases anxiety.[^c1]", **of("surrogate")),
    ],
    passed=[
        example("It raises BDNF in blood.[^c1]", **of("surrogate")),
        example("It improves memory.[^c1]", **of("clinical")),
        example("The authors concluded that it improves memory.[^c1]", **of("surrogate")),
        example("Does it improve memory?[^c1]", **of("surrogate")),
    ],
)
def check(manuscript, circumstances):
    """A substance in the blood or a wave in the brain is not yet memory or mood. A claim that rests on a marker
    speaks of the marker."""
    for claim_ in evidence.placed_claims(manuscript):
        outcome = evidence.outcome_of(manuscript, claim_)
        if outcome is None or outcome.type not in (OutcomeType.SURROGATE, OutcomeType.MECHANISM):
            continue
        text = evidence.asserted(manuscript, claim_)
        words = lexicon("clinical_outcomes").first(text)
        if words and cause(text)[0] != "none":
            yield Finding(
                subject=f"claim:{claim_.key}",
                words=words,
                message=_("“%(outcome)s” was measured, the sentence speaks of %(words)s.")
                % {"outcome": outcome.name, "words": words},
                mend=_("Say what was measured, and that its meaning for people's lives is not known."),
            )
