import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.manuscript import Outcome
from evidence.prose.modality import is_question
from evidence.prose.said import said
from evidence.vocabulary import Severity
from reviews.checks import evidence
from reviews.checks.examples import cite, claim, example, rated, source
from reviews.checks.rule import SECTION, Finding, rule

POTENCY = re.compile(
    r"\b\d[\d,. ]*(?:x|×|-?\s?fold|\s?times)\s+(?:(?:more|as)\s+)?"
    r"(?:stronger|potent|powerful|effective|strong|greater)\b"
    r"|\b(?:stronger|more potent|more powerful) than\b",
    re.I,
)
WHOLE = {
    "claims": [claim("c1", "effect", cite("a", figure="60 times by dose"), outcome="o1")],
    "sources": [source("a")],
    "outcomes": [
        Outcome("o1", "recall", comparison="20 mg against 1,200 mg", body="randomised", domains=rated())
    ],
}


@rule(
    "EF17",
    name=gettext_lazy("Comparison of potency"),
    scope=SECTION,
    severity=Severity.BLOCK,
    version=2,
    standard="FTC, health products compliance guidance",
    flagged=[
        example("It is 1,000 times more potent than piracetam."),
        example("It is up to 1,000x stronger than piracetam."),
        example(
            "It is stronger than coffee.[^c1]",
            claims=[claim("c1", "effect", cite("a"))],
            sources=[source("a")],
        ),
        example("It is 20 times as strong as tea."),
    ],
    passed=[
        example("By dose it is 60 times more potent than piracetam.[^c1]", **WHOLE),
        example("Sellers call it “1,000 times more potent”."),
        example("Is it stronger than coffee?"),
        example("It was given three times a day."),
    ],
)
def check(manuscript, circumstances):
    """ "A thousand times stronger" compares doses, mostly of rats, and reads like a benefit. It may stand only as a
    claim with its outcome and comparison, and a source whose figure and species are on record."""
    for section, sentence in evidence.sentences(manuscript):
        text = said(sentence.text)
        found = POTENCY.search(text)
        if not found or is_question(text):
            continue
        claims = [manuscript.claim_by_key[key] for key in sentence.markers if key in manuscript.claim_by_key]
        if not any(_complete(manuscript, one) for one in claims):
            yield Finding(
                subject=evidence.subject_of(manuscript, section, sentence),
                words=found.group(),
                message=_("“%(words)s” compares potency without outcome, species and dose.")
                % {"words": found.group()},
                mend=_(
                    "Record the outcome with its comparison and the figure of the source; an equal dose is no benefit."
                ),
            )


def _complete(manuscript, claim_):
    outcome = evidence.outcome_of(manuscript, claim_)
    figure = any(cited.figure for cited in claim_.citations)
    known = all(
        one.species or not evidence.speaks_of_models(one) for one in evidence.supports(manuscript, claim_)
    )
    return bool(outcome and outcome.comparison and figure and evidence.supports(manuscript, claim_) and known)
