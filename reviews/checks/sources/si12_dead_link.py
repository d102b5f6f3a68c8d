from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.vocabulary import Severity
from reviews.checks.examples import example, source
from reviews.checks.rule import Finding, rule

PAGE = source("a", csl={"type": "webpage", "URL": "https://example.org/tea"})
DEAD = {"circumstances": {"dead_links": {"a": "https://example.org/tea"}}}


@rule(
    "SI12",
    name=gettext_lazy("Dead link"),
    severity=Severity.WARN,
    standard="JAMA instructions for authors; HONcode",
    flagged=[
        example(sources=[PAGE], **DEAD),
        example(sources=[PAGE, source("b")], **DEAD),
        example("It is sold.", sources=[PAGE], **DEAD),
        example(sources=[source("a", "REG", csl={"URL": "https://example.org/tea"})], **DEAD),
    ],
    passed=[
        example(sources=[PAGE]),
        example(sources=[source("b")], **DEAD),
        example(sources=[source("a", csl={"type": "book"})], circumstances={"dead_links": {}}),
        example(**DEAD),
    ],
)
def check(manuscript, circumstances):
    """A page that answered neither of the last two times cannot be read by anybody who wants to see for themselves.
    An archived copy keeps it."""
    for source_ in manuscript.sources:
        if address := circumstances.dead_links.get(source_.key):
            yield Finding(
                subject=f"source:{source_.key}",
                words=source_.title,
                message=_("%(address)s did not answer the last two times.") % {"address": address},
                mend=_("Mend the address, or record the address of an archived copy with the source."),
            )
