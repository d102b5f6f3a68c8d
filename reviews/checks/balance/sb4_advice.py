from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.prose.denial import denies
from evidence.prose.lexicon import lexicon
from evidence.prose.modality import is_question
from evidence.prose.reading import PLAINLY, demand
from evidence.prose.said import clauses, said
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
    version=3,
    flagged=[
        example("You should take 10 mg twice a day."),
        example("We recommend a low dose at first."),
        example("Take it with food."),
        example("Never combine it with alcohol."),
        example("Pregnant women must not take it."),
        example("It should be taken with food."),
        example("Ask a doctor, but you should take 10 mg a day."),
        example("“You should take it with food.”"),
        example("People with gout should be cautious."),
        example("It is worth trying."),
        example("Aim for two cups a day."),
        example("If you are pregnant, avoid it."),
    ],
    passed=[
        example("Talk to a doctor or pharmacist before you stop taking a medicine."),
        example("Should you take it?"),
        example("No study was found on who should not take it."),
        example("It is not known whether children should avoid it."),
        example("The leaflet says “take one tablet a day”."),
        example("People who take it sleep longer."),
        example("We discuss who should avoid it."),
        example("Take a look at the table."),
        example("Those whose intake is low to begin with slept better."),
        example("Those who start with little sleep better."),
        example("Future trials should use longer follow-up."),
        example("According to the leaflet it should be taken with food."),
        example("The volunteers were told that they must stop drinking coffee."),
    ],
)
def check(manuscript, circumstances):
    """A review says what is known; it does not tell its readers what to take, stop or combine. The only advice it
    gives is to talk to a doctor or pharmacist. What is said to nobody in particular ("it should be taken with food") is
    pointed out. What sends to a doctor, and what says that nothing is known, excuses its own clause and no other."""
    for section, sentence in evidence.sentences(manuscript):
        text = said(sentence.text)
        if is_question(text):
            continue
        advised = demand(_own(text))
        if advised.label == "strong":
            yield Finding(
                subject=evidence.subject_of(manuscript, section, sentence),
                words=sentence.text,
                severity=Severity.BLOCK if advised.score >= PLAINLY else Severity.WARN,
                message=_("“%(words)s” tells the reader what to do.") % {"words": advised.because[0]},
                mend=_("Report what was studied and found, or send the reader to a doctor or pharmacist."),
            )


def _own(text):
    """Text without the clauses that send a reader to a doctor or say that nothing is known."""
    for clause in clauses(text):
        if denies(clause) or lexicon("see_doctor").first(clause):
            text = text.replace(clause, " ")
    return text.strip(" ,;:")
