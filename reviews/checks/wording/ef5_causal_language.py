from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.prose.reading import cause, demand
from evidence.vocabulary import Severity
from reviews.checks import evidence
from reviews.checks.examples import cite, claim, example, source
from reviews.checks.rule import SECTION, Finding, rule


def on(design):
    return {"claims": [claim("c1", "effect", cite("a"))], "sources": [source("a", design)]}


@rule(
    "EF5",
    name=gettext_lazy("Causal words on non-randomised evidence"),
    scope=SECTION,
    severity=Severity.WARN,
    standard="Haber 2022",
    version=2,
    flagged=[
        example("It reduces deaths.[^c1]", **on("COH")),
        example("It prevents colds.[^c1]", **on("CC")),
        example("It improves sleep.[^c1]", **on("XS")),
        example("It reduces deaths, so it is recommended.[^c1]", **on("COH")),
        example("It halves the risk of a fall.[^c1]", **on("COH")),
        example("It may help sleep, but it shortens naps.[^c1]", **on("COH")),
    ],
    passed=[
        example("It reduces deaths.[^c1]", **on("RCT")),
        example("It was associated with fewer deaths.[^c1]", **on("COH")),
        example("It may reduce deaths.[^c1]", **on("COH")),
        example("The Heart Association was asked.[^c1]", **on("COH")),
        example("Tea drinkers had a reduced risk of falls.[^c1]", **on("COH")),
        example("Falls were less common, and weight increased with age.[^c1]", **on("COH")),
        example("The authors concluded that it prevents falls.[^c1]", **on("COH")),
    ],
)
def check(manuscript, circumstances):
    """An observational study shows what goes together, not what causes what. Write "was associated with", or cite
    a randomised trial. Where an action is recommended on such evidence, it blocks."""
    for claim_ in evidence.placed_claims(manuscript):
        sources = evidence.supports(manuscript, claim_)
        if not sources or not all(source_.design in evidence.OBSERVATIONAL for source_ in sources):
            continue
        text = evidence.asserted(manuscript, claim_)
        strength, words = cause(text)
        if strength == "causal":
            yield Finding(
                subject=f"claim:{claim_.key}",
                words=words,
                severity=Severity.BLOCK if demand(text).label == "strong" else Severity.WARN,
                message=_("“%(words)s” says cause and effect, but no randomised study supports it.")
                % {"words": words},
                mend=_("Write “was associated with”, or cite a randomised trial."),
            )
