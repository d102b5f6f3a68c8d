import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.appraisal.grade import RANK, certainty
from evidence.manuscript import Outcome
from evidence.prose.governed import found, plain
from evidence.vocabulary import Severity
from reviews.checks import evidence
from reviews.checks.examples import example, rated
from reviews.checks.rule import SECTION, Finding, rule

RATED = [Outcome("o1", "Nausea", harm=True, body="randomised", domains=rated())]
THIN = [Outcome("o1", "Nausea", harm=True, body="cases", domains=rated())]
_OTHERWISE_SAFE = re.compile(r"safe (?:place|distance|hands|to (?:say|assume)|space|side|haven)\b", re.I)
LOWEST_RANK = 2  # low: below it the evidence is too thin to reassure anybody


@rule(
    "SB3",
    name=gettext_lazy("Assurance without data"),
    scope=SECTION,
    severity=Severity.BLOCK,
    version=2,
    standard="GRADE; CONSORT-Harms",
    flagged=[
        example("It is safe for adults."),
        example("Side effects are rare."),
        example("It has no known sedative effects."),
        example("It does not cause dependence."),
        example("It was well tolerated.", outcomes=THIN),
        example("There are no known interactions."),
        example("No study found side effects."),
        example("It has no side effects, and no study of sleep was found."),
        example("It is harmless.", outcomes=[Outcome("o1", "Sleep", body="randomised", domains=rated())]),
    ],
    passed=[
        example("It was well tolerated.", outcomes=RATED),
        example("It is not known to be safe."),
        example("We found no study of interactions in people."),
        example("There are no long-term data on side effects."),
        example("Few trials of dependence exist."),
        example("Is it safe?"),
        example("Sellers call it “safe”."),
        example("Makers say that it is safe."),
        example("Keep it in a safe place."),
        example("It was studied to see if it is safe."),
    ],
)
def check(manuscript, circumstances):
    """That nobody looked for harm does not make a thing safe. Words of assurance need at least one harm outcome
    whose certainty was rated low or better; an article without any such outcome has none."""
    ranks = [RANK[certainty(outcome)] for outcome in manuscript.outcomes if outcome.harm]
    if max(ranks, default=0) >= LOWEST_RANK:
        return
    for section, sentence in evidence.sentences(manuscript):
        for words in _assured(sentence.text):
            yield Finding(
                subject=evidence.subject_of(manuscript, section, sentence),
                words=words,
                message=_("“%(words)s” reassures, but no harm was rated.") % {"words": words},
                mend=_("Rate a harm outcome, or say what was looked for and that nothing more is known."),
            )


def _assured(text):
    """The words of assurance, each place once."""
    told, ended = [], 0
    for start, words in found(text, "reassuring", lists=("assurance",)):
        if start >= ended and not _OTHERWISE_SAFE.search(plain(text)[start:]):
            told.append(words)
            ended = start + len(words)
    return told
