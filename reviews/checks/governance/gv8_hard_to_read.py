import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.vocabulary import Severity
from reviews.checks import evidence
from reviews.checks.examples import example
from reviews.checks.rule import Finding, rule

LONGEST = 35  # words of a sentence; a site may set LONGEST_SENTENCE
LONG = " ".join(["and then"] * 20)
_SHORT_FORM = re.compile(r"(?<![\w-])[A-Z]{3,6}(?![\w-])")
KNOWN = {"DNA", "RNA", "HIV", "AIDS", "USA", "WHO", "COVID", "GRADE", "FDA", "NHS", "MRI", "EEG"}


@rule(
    "GV8",
    name=gettext_lazy("Hard to read"),
    severity=Severity.INFO,
    standard="PIF TICK 6; NHS content style",
    flagged=[
        example(f"It helps {LONG} at last."),
        example("The MMSE was higher."),
        example(f"- It helps {LONG} at last."),
        example("Levels of BDNF rose."),
    ],
    passed=[
        example("It helps."),
        example("The Mini-Mental State Examination (MMSE) was higher. The MMSE rose."),
        example("DNA was found."),
        example("In the USA it is sold."),
    ],
)
def check(manuscript, circumstances):
    """Sentences of more than thirty-five words and short forms that nobody spells out lose readers."""
    longest = circumstances.settings.get("LONGEST_SENTENCE", LONGEST)
    whole = " ".join(section.body for section in manuscript.sections)
    told = set()
    for section, sentence in evidence.sentences(manuscript):
        subject = evidence.subject_of(manuscript, section, sentence)
        if len(sentence.text.split()) > longest:
            yield Finding(
                subject=subject,
                words=sentence.text,
                message=_("The sentence has %(n)d words.") % {"n": len(sentence.text.split())},
                mend=_("Make two of it."),
            )
        for found in _SHORT_FORM.findall(sentence.text):
            spelled = re.search(rf"\({found}[),;]|{found} \(", whole)
            if found not in KNOWN and found not in told and not spelled:
                told.add(found)
                yield Finding(
                    subject=subject,
                    words=found,
                    message=_("“%(words)s” is not spelled out.") % {"words": found},
                    mend=_("Write the full name once, with the short form behind it in parentheses."),
                )
