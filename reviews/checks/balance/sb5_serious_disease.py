from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.prose.illness import acts_on_illness
from evidence.vocabulary import Severity
from reviews.checks import evidence
from reviews.checks.examples import example
from reviews.checks.rule import SECTION, Finding, rule


@rule(
    "SB5",
    name=gettext_lazy("Claim on a serious disease"),
    scope=SECTION,
    severity=Severity.WARN,
    version=2,
    standard="FTC and FDA on disease claims; Regulation (EC) 1924/2006",
    flagged=[
        example("It prevents Alzheimer's disease."),
        example("Tea treats depression."),
        example("It slows dementia in old age."),
        example("It protects against cancer."),
        example("It may combat the risk of cancer."),
        example("Tea is good for arthritis."),
    ],
    passed=[
        example("It does not prevent cancer."),
        example("Can it prevent dementia?"),
        example("Depression is common."),
        example("It improved sleep in people with depression."),
        example("Cancer is treated with other drugs."),
        example("Sellers say it “cures cancer”."),
    ],
)
def check(manuscript, circumstances):
    """Treating, preventing or curing a serious disease is the heaviest thing a page can say. It is pointed out to
    the reviewer, who signs for it by name."""
    for section, sentence in evidence.sentences(manuscript):
        if found := acts_on_illness(sentence.text):
            verb, disease = found
            yield Finding(
                subject=evidence.subject_of(manuscript, section, sentence),
                words=f"{verb} … {disease}",
                message=_("It speaks of acting on %(disease)s.") % {"disease": disease},
                mend=_(
                    "Make sure that a clinician among the reviewers signs for it; else say what was measured."
                ),
            )
