from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.appraisal.grade import RANK, certainty
from evidence.manuscript import Outcome
from evidence.prose.lexicon import lexicon
from evidence.prose.modality import is_question, negated
from evidence.prose.said import said
from evidence.vocabulary import Severity
from reviews.checks import evidence
from reviews.checks.examples import example
from reviews.checks.rule import SECTION, Finding, rule

RATED = [Outcome("o1", "Nausea", harm=True, body="randomised")]
THIN = [Outcome("o1", "Nausea", harm=True, body="cases")]
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
        example("It was well tolerated.", outcomes=THIN),
        example("There are no known interactions."),
        example("It is harmless.", outcomes=[Outcome("o1", "Sleep", body="randomised")]),
    ],
    passed=[
        example("It was well tolerated.", outcomes=RATED),
        example("It is not known to be safe."),
        example("Is it safe?"),
        example("Sellers call it “safe”."),
    ],
)
def check(manuscript, circumstances):
    """That nobody looked for harm does not make a thing safe. Words of assurance need at least one harm outcome
    whose certainty was rated low or better; an article without any such outcome has none."""
    ranks = [RANK[certainty(outcome)] for outcome in manuscript.outcomes if outcome.harm]
    if max(ranks, default=0) >= LOWEST_RANK:
        return
    for section, sentence in evidence.sentences(manuscript):
        text = said(sentence.text)
        for start, _end, words in lexicon("assurance").find(text) if not is_question(text) else ():
            if not negated(text, start):
                yield Finding(
                    subject=evidence.subject_of(manuscript, section, sentence),
                    words=words,
                    message=_("“%(words)s” reassures, but no harm was rated.") % {"words": words},
                    mend=_("Rate a harm outcome, or say what was looked for and that nothing more is known."),
                )
