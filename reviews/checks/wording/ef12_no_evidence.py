from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.appraisal.grade import RANK, certainty
from evidence.manuscript import Outcome
from evidence.prose.governed import first
from evidence.vocabulary import Severity
from reviews.checks import evidence
from reviews.checks.examples import cite, claim, example, rated, source
from reviews.checks.rule import SECTION, Finding, rule

STRONG = {
    "claims": [claim("c1", "effect", cite("a"), outcome="o1")],
    "sources": [source("a")],
    "outcomes": [Outcome("o1", "sleep", body="randomised", domains=rated())],
}


@rule(
    "EF12",
    name=gettext_lazy("Absence of evidence told as evidence of absence"),
    scope=SECTION,
    severity=Severity.WARN,
    version=2,
    standard="Altman & Bland 1995; Cochrane Handbook 15",
    flagged=[
        example("There is no evidence that it harms."),
        example("There is no evidence of harm.[^c1]", claims=[claim("c1", "harm")]),
        example("It has not been shown to cause harm."),
        example("There is no good evidence for addiction."),
        example("It is not known to cause major side effects."),
        example("No study has linked it to falls."),
    ],
    passed=[
        example("There is no evidence that it helps sleep.[^c1]", **STRONG),
        example("No study of harm was found.[^c1]", claims=[claim("c1", "absence")]),
        example("Is there no evidence of harm?"),
        example("Sellers write “there is no evidence of harm”."),
    ],
)
def check(manuscript, circumstances):
    """ "No evidence that it harms" sounds like "it does not harm" and mostly means that nobody looked. Say that no
    study was found, or that the evidence is very uncertain; where good studies looked and found nothing, it may
    stand."""
    for section, sentence in evidence.sentences(manuscript):
        words = first(sentence.text, "absent", denied=False)
        if not words:
            continue
        claims = [manuscript.claim_by_key[key] for key in sentence.markers if key in manuscript.claim_by_key]
        if any(_is_known(manuscript, one) for one in claims):
            continue
        yield Finding(
            subject=evidence.subject_of(manuscript, section, sentence),
            words=words,
            message=_("“%(words)s” may be read as proof that there is nothing.") % {"words": words},
            mend=_("Write “no study was found that looked at …”, or that it is very uncertain."),
        )


def _is_known(manuscript, claim_):
    outcome = evidence.outcome_of(manuscript, claim_)
    return bool(outcome and evidence.supports(manuscript, claim_) and RANK[certainty(outcome)] >= 2)
