from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.prose.governed import first
from evidence.vocabulary import Severity
from reviews.checks import evidence
from reviews.checks.examples import example
from reviews.checks.rule import SECTION, Finding, rule


@rule(
    "EF13",
    name=gettext_lazy("Talk of significance"),
    scope=SECTION,
    severity=Severity.WARN,
    version=2,
    standard="Cochrane Handbook 15",
    flagged=[
        example("The difference was statistically significant."),
        example("There was a trend towards better sleep."),
        example("The change was not significant."),
        example("It had a non-significant effect."),
        example("The nettle group slept significantly longer."),
    ],
    passed=[
        example("A significant part of the plant is used."),
        example("Sleep was longer by 9 minutes (95 % interval 2 to 16)."),
        example("The paper says “statistically significant”."),
        example("Sales are a significant source of income."),
        example("The trend of the market is upward."),
    ],
)
def check(manuscript, circumstances):
    """ "Statistically significant" says neither how large nor how sure. Give the size and its interval; "a trend
    towards" is a finding that was not made."""
    for section, sentence in evidence.sentences(manuscript):
        if words := first(sentence.text, "significance", denied=False, others=False):
            yield Finding(
                subject=evidence.subject_of(manuscript, section, sentence),
                words=words,
                message=_("“%(words)s” says neither how large nor how sure.") % {"words": words},
                mend=_("Give the size of the effect with its interval, and its certainty."),
            )
