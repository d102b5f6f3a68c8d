from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.prose.checkable import judge
from evidence.vocabulary import Severity
from reviews.checks import evidence
from reviews.checks.examples import claim, example
from reviews.checks.rule import SECTION, Finding, rule


@rule(
    "SR3",
    name=gettext_lazy("Uncovered prose"),
    scope=SECTION,
    severity=Severity.WARN,
    standard="WP:V; Full Fact checkworthiness",
    flagged=[
        example("In rats it increased nerve growth factor in the hippocampus."),
        example("One trial in 40 adults found better sleep."),
        example("It reduces anxiety and improves memory."),
        example("- The drug has not been approved for the treatment of dementia."),
    ],
    passed=[
        example("It reduces anxiety.[^c1]", claims=[claim("c1")]),
        example("Does it reduce anxiety in adults?"),
        example("Talk to a doctor or pharmacist before you change a medicine."),
        example("In this article we look at three questions."),
        example("> It reduces anxiety and improves memory."),
    ],
)
def check(manuscript, circumstances):
    """The sentence asserts something that a reader may ask a source for, and nobody stands behind it as a claim.
    Tick it and cite a source, or write it so that it asserts nothing."""
    for section, sentence in evidence.sentences(manuscript):
        if sentence.markers or evidence.is_summary(section):
            continue
        judgement = judge(sentence.text)
        if judgement.checkable:
            yield Finding(
                subject=f"section:{section.key}",
                words=sentence.text,
                message=_("This sentence asserts something, but is no claim (%(because)s).")
                % {"because": ", ".join(judgement.because[:4])},
                mend=_("Tick it as a claim and cite its source, or reword it."),
            )
