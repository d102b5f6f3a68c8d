from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.vocabulary import Design, Severity, SourceLevel
from reviews.checks import evidence
from reviews.checks.examples import cited, example
from reviews.checks.rule import SECTION, Finding, rule

WEAK = {
    "article-newspaper", "article-magazine", "post", "post-weblog", "entry-encyclopedia", "entry-dictionary", "webpage",
    "interview", "broadcast", "personal_communication",
}  # fmt: skip


def of(*types, level="", design="NR"):
    return cited(*({"design": design, "level": level, "csl": {"type": one}} for one in types))


@rule(
    "SR8",
    name=gettext_lazy("News, shops and encyclopedias"),
    scope=SECTION,
    severity=Severity.WARN,
    standard="WP:MEDRS; FTC",
    flagged=[
        example("It helps.[^c1]", **of("article-newspaper")),
        example("It helps.[^c1]", **of("webpage")),
        example("It helps.[^c1]", **of("post-weblog", "article-journal")),
        example("It helps.[^c1]", **of("book", level="tertiary")),
    ],
    passed=[
        example("It helps.[^c1]", **of("article-journal")),
        example("It is licensed.[^c1]", **of("webpage", design="REG")),
        example("It is advised.[^c1]", **of("webpage", design="GUID")),
        example("It helps.[^c1]", **of("book")),
    ],
)
def check(manuscript, circumstances):
    """News, blogs, sellers' pages and encyclopedias repeat what others found. They may stand beside the work itself;
    alone they bear nothing. Pages of regulators and guidelines are another matter."""
    for claim_ in evidence.placed_claims(manuscript):
        supports = evidence.supports(manuscript, claim_)
        weak = [one for one in supports if _is_weak(one)]
        for one in weak:
            yield Finding(
                subject=f"claim:{claim_.key}",
                words=one.title,
                severity=Severity.BLOCK if len(weak) == len(supports) else Severity.WARN,
                message=_("“%(title)s” only repeats what others found.") % {"title": one.title},
                mend=_("Trace and cite the work itself."),
            )


def _is_weak(source_):
    if source_.design in (Design.REG, Design.GUID):
        return False
    return source_.level == SourceLevel.TERTIARY or source_.csl.get("type") in WEAK
