import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.prose.lexicon import lexicon
from evidence.prose.modality import is_question, unquoted
from evidence.vocabulary import Severity
from reviews.checks import evidence
from reviews.checks.examples import example
from reviews.checks.rule import SECTION, Finding, rule

IMPERATIVE = re.compile(
    r"^(?:always |never |simply |just )?(?:take|stop|start|avoid|combine|use|try)\b(?!\s+of)", re.I
)


@rule(
    "SB4",
    name=gettext_lazy("Advice to the reader"),
    scope=SECTION,
    severity=Severity.BLOCK,
    standard="HONcode complementarity; Cochrane: reviews do not recommend",
    flagged=[
        example("You should take 10 mg twice a day."),
        example("We recommend a low dose at first."),
        example("Take it with food."),
        example("Never combine it with alcohol."),
    ],
    passed=[
        example("Talk to a doctor or pharmacist before you stop taking a medicine."),
        example("Should you take it?"),
        example("The leaflet says “take one tablet a day”."),
        example("People who take it sleep longer."),
    ],
)
def check(manuscript, circumstances):
    """A review says what is known; it does not tell its readers what to take, stop or combine. The only advice it
    gives is to talk to a doctor or pharmacist."""
    for section, sentence in evidence.sentences(manuscript):
        text = unquoted(sentence.text)
        if is_question(text) or lexicon("see_doctor").first(text):
            continue
        imperative = IMPERATIVE.match(text)
        words = lexicon("advice").first(text) or (imperative.group() if imperative else "")
        if words:
            yield Finding(
                subject=evidence.subject_of(manuscript, section, sentence),
                words=sentence.text,
                message=_("“%(words)s” tells the reader what to do.") % {"words": words},
                mend=_("Report what was studied and found, or send the reader to a doctor or pharmacist."),
            )
