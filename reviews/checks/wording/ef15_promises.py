from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.prose.governed import found
from evidence.vocabulary import Severity
from reviews.checks import evidence
from reviews.checks.examples import example
from reviews.checks.rule import SECTION, Finding, rule

KINDS = ((Severity.BLOCK, "absolute", "promise"), (Severity.WARN, "praise", "promotion"))


@rule(
    "EF15",
    name=gettext_lazy("Promotional or absolute words"),
    scope=SECTION,
    severity=Severity.WARN,
    version=2,
    standard="FTC; HONcode justifiability; WP:PUFFERY",
    flagged=[
        example("It cures migraine."),
        example("This miracle plant has no side effects."),
        example("It is an amazing supplement."),
        example("Its effect is clinically proven."),
        example("It shows real promise."),
        example("It relieves almost every disorder."),
        example("It never fails."),
    ],
    passed=[
        example("There is no cure for it."),
        example("Sellers call it a “miracle”."),
        example("Its effect has not been proven."),
        example("Does it cure migraine?"),
        example("It is a potent inhibitor of an enzyme."),
        example("Makers say that it works like magic."),
    ],
)
def check(manuscript, circumstances):
    """Absolute promises ("cure", "proven", "no side effects") block: no evidence bears them. Words of praise are
    pointed out. What is quoted, asked or denied is not promised."""
    for section, sentence in evidence.sentences(manuscript):
        told = ""
        for severity, pattern, words_of in KINDS:
            for _start, words in found(sentence.text, pattern, lists=(words_of,)):
                if words.lower() not in told:
                    told += words.lower() + " "
                    yield Finding(
                        subject=evidence.subject_of(manuscript, section, sentence),
                        words=words,
                        severity=severity,
                        message=_("“%(words)s” promises or praises.") % {"words": words},
                        mend=_("Say what was found, in whom, and how sure it is."),
                    )
