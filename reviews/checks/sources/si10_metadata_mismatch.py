from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.bibliography.references.comparing import same_title
from evidence.manuscript.circumstances import Resolved
from evidence.vocabulary import Severity
from reviews.checks.examples import example, source
from reviews.checks.rule import Finding, rule

TEA = {"title": "Lemon balm tea and sleep", "issued": {"date-parts": [[2019]]}}
CITED = {"sources": [source("a", csl=TEA)]}


def leads_to(title, year=None):
    return {"circumstances": {"resolved": {"a": Resolved(title, year, "Crossref")}}}


@rule(
    "SI10",
    name=gettext_lazy("Identifier of another work"),
    severity=Severity.BLOCK,
    standard="Crossref; CS1 errors",
    flagged=[
        example(**CITED, **leads_to("Valerian in horses", 2019)),
        example(**CITED, **leads_to("Lemon balm tea and sleep", 2022)),
        example(**CITED, **leads_to("Lemon balm tea and sleep", 2017)),
        example(**CITED, **leads_to("Chamomile tea and the mood of mice")),
    ],
    passed=[
        example(**CITED, **leads_to("LEMON BALM TEA AND SLEEP.", 2019)),
        example(**CITED, **leads_to("Lemon balm tea and sleep: a randomised trial", 2020)),
        example(**CITED, **leads_to("RETRACTED: Lemon balm tea and sleep", 2019)),
        example(**CITED),
    ],
)
def check(manuscript, circumstances):
    """Wrong identifiers wander from list to list. Where a DOI or PMID leads to another title, or to a year that is more
    than one apart, readers who follow it find another study than the one that is meant."""
    for source_ in manuscript.sources:
        found = circumstances.resolved.get(source_.key)
        if found is None:
            continue
        later = found.year and source_.year and abs(found.year - source_.year) > 1
        if later or not same_title(source_.title, found.title):
            yield Finding(
                subject=f"source:{source_.key}",
                words=source_.title,
                message=_("By %(service)s its identifier belongs to “%(title)s”%(year)s.")
                % {
                    "service": found.service,
                    "title": found.title,
                    "year": f" ({found.year})" if found.year else "",
                },
                mend=_("Look up the work meant, and take its identifier; or mend its title and year."),
            )
