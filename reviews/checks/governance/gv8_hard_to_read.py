import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.prose.readability import reading_grade
from evidence.vocabulary import Severity
from reviews.checks import evidence
from reviews.checks.examples import example
from reviews.checks.rule import Finding, rule

LONGEST = 35  # words of a sentence; a site may set LONGEST_SENTENCE
LONG = " ".join(["and then"] * 20)
HIGHEST_GRADE = 14  # years of school; a site may set READING_GRADE
ENOUGH_SENTENCES = 5  # below that an estimate says nothing
HARD = (
    "Pharmacological interventions demonstrated considerable heterogeneity regarding cognitive functioning. "
    * 6
)
EASY = "The tea was tried in two small trials, and most people slept a little longer. " * 6
_SHORT_FORM = re.compile(r"(?<![\w-])[A-Z]{3,6}(?![\w-])")
KNOWN = {"DNA", "RNA", "HIV", "AIDS", "USA", "WHO", "COVID", "GRADE", "FDA", "NHS", "MRI", "EEG"}


@rule(
    "GV8",
    name=gettext_lazy("Hard to read"),
    severity=Severity.INFO,
    version=2,
    standard="PIF TICK 6; NHS content style",
    flagged=[
        example(f"It helps {LONG} at last."),
        example("The MMSE was higher."),
        example(f"- It helps {LONG} at last."),
        example("Levels of BDNF rose."),
        example(HARD, title="Of readability"),
    ],
    passed=[
        example("It helps."),
        example("The Mini-Mental State Examination (MMSE) was higher. The MMSE rose."),
        example("DNA was found."),
        example("In the USA it is sold."),
        example("NGF+ (nerve growth factor) rose."),
        example(EASY),
        example(HARD, language="de"),
    ],
)
def check(manuscript, circumstances):
    """Sentences of more than thirty-five words, short forms that nobody spells out and, over a whole page, long words
    in long sentences lose readers: the years of school that a page in English asks of them are estimated (Kincaid
    1975), and more than fourteen are noted."""
    longest = circumstances.settings.get("LONGEST_SENTENCE", LONGEST)
    yield from _grade(manuscript, circumstances.settings.get("READING_GRADE", HIGHEST_GRADE))
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
            spelled = re.search(rf"\([^()]*\b{found}\b[^()]*\)|\b{found}\S{{0,3}} \(|\bor {found}\b", whole)
            if found not in KNOWN and found not in told and not spelled:
                told.add(found)
                yield Finding(
                    subject=subject,
                    words=found,
                    message=_("“%(words)s” is not spelled out.") % {"words": found},
                    mend=_("Write the full name once, with the short form behind it in parentheses."),
                )


def _grade(manuscript, highest):
    texts = [sentence.text for _section, sentence in evidence.sentences(manuscript)]
    if len(texts) < ENOUGH_SENTENCES or not manuscript.language.startswith("en"):
        return
    grade = reading_grade(texts)
    if grade > highest:
        yield Finding(
            subject="article",
            words=_("reading level"),
            message=_("The page asks for about %(grade)d years of school.") % {"grade": round(grade)},
            mend=_("Shorten the longest sentences, and say long words in short ones."),
        )
