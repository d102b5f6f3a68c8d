import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.prose.denial import denies
from evidence.prose.lexicon import lexicon
from evidence.prose.modality import is_question, leaves_open, negated
from evidence.prose.said import clauses, said
from evidence.vocabulary import Severity
from reviews.checks import evidence
from reviews.checks.examples import example
from reviews.checks.rule import SECTION, Finding, rule

ACTS = re.compile(
    r"\b(?:treat(?:s|ed|ing|ment (?:of|for))?|prevent(?:s|ed|ing|ion of)?|cur(?:e|es|ed|ing)|heal(?:s|ed)?|"
    r"reverse[sd]?|slow(?:s|ed)?|protect(?:s|ed)? against|fight(?:s)?|stop(?:s|ped)?)\b",
    re.I,
)


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
    ],
    passed=[
        example("It does not prevent cancer."),
        example("Can it prevent dementia?"),
        example("Depression is common."),
        example("Sellers say it “cures cancer”."),
    ],
)
def check(manuscript, circumstances):
    """Treating, preventing or curing a serious disease is the heaviest thing a page can say. It is pointed out to
    the reviewer, who signs for it by name."""
    for section, sentence in evidence.sentences(manuscript):
        if found := _acting(said(sentence.text)):
            act, disease = found
            yield Finding(
                subject=evidence.subject_of(manuscript, section, sentence),
                words=f"{act} … {disease}",
                message=_("It speaks of acting on %(disease)s.") % {"disease": disease},
                mend=_(
                    "Make sure that a clinician among the reviewers signs for it; else say what was measured."
                ),
            )


def _acting(text):
    """(the words of acting, the disease) of a text that says that something acts on one, or None; what it denies or
    leaves open is not said."""
    own = [part for part in clauses(text) if not (denies(part) or leaves_open(part) or is_question(text))]
    disease = next(filter(None, map(lexicon("disease").first, own)), "")
    for clause in own if disease else ():
        found = ACTS.search(clause)
        if found and not negated(clause, found.start()):
            return found.group(), disease
    return None
