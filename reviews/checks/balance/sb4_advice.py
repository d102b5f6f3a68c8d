from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.prose.lexicon import lexicon
from evidence.prose.modality import is_question, unquoted
from evidence.prose.reading import PLAINLY, demand
from evidence.vocabulary import Severity
from reviews.checks import evidence
from reviews.checks.examples import example
from reviews.checks.rule import SECTION, Finding, rule


@rule(
    "SB4",
    name=gettext_lazy("Advice to the reader"),
    scope=SECTION,
    severity=Severity.BLOCK,
    standard="HONcode complementarity; Cochrane: reviews do not recommend",
    version=2,
    flagged=[
        example("You should take 10 mg twice a day."),
        example("We recommend a low dose at first."),
        example("Take it with food."),
        example("Never combine it with alcohol."),
        example("Pregnant women must not take it."),
        example("It should be taken with food."),
    ],
    passed=[
        example("Talk to a doctor or pharmacist before you stop taking a medicine."),
        example("Should you take it?"),
        example("The leaflet says “take one tablet a day”."),
        example("People who take it sleep longer."),
        example("Future trials should use longer follow-up."),
        example("According to the leaflet it should be taken with food."),
        example("The volunteers were told that they must stop drinking coffee."),
    ],
)
def check(manuscript, circumstances):
    """A review says what is known; it does not tell its readers what to take, stop or combine. The only advice it
    gives is to talk to a doctor or pharmacist. What is said to nobody in particular ("it should be taken with food") is
    pointed out."""
    for section, sentence in evidence.sentences(manuscript):
        text = unquoted(sentence.text)
        if is_question(text) or lexicon("see_doctor").first(text):
            continue
        advised = demand(text)
        if advised.label == "strong":
            yield Finding(
                subject=evidence.subject_of(manuscript, section, sentence),
                words=sentence.text,
                severity=Severity.BLOCK if advised.score >= PLAINLY else Severity.WARN,
                message=_("“%(words)s” tells the reader what to do.") % {"words": advised.because[0]},
                mend=_("Report what was studied and found, or send the reader to a doctor or pharmacist."),
            )
