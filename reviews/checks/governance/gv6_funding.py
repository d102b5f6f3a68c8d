from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.vocabulary import Severity
from reviews.checks.examples import example
from reviews.checks.rule import Finding, rule


@rule(
    "GV6",
    name=gettext_lazy("Funding not stated"),
    severity=Severity.WARN,
    standard="HONcode; JAMA benchmarks, disclosure",
    flagged=[
        example("It helps."),
        example("It helps.", funding=""),
        example("It helps.", funding="   "),
        example("This page is paid for by readers."),
    ],
    passed=[
        example("It helps.", funding="Paid for by its readers."),
        example("", funding="Nobody paid for it."),
        example("It helps.", funding="The site pays for its reviews."),
        example("", funding="A grant of the city of Lund."),
    ],
)
def check(manuscript, circumstances):
    """Who pays for a page has to stand on it, and "nobody" is an answer."""
    if not manuscript.funding.strip():
        yield Finding(
            subject="article",
            words=_("funding"),
            message=_("The page does not say who paid for it."),
            mend=_("Fill in the funding statement; “nobody paid for it” is an answer."),
        )
