from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.bibliography.identifiers import NORMALISERS, InvalidIdentifier
from evidence.vocabulary import Severity
from reviews.checks.examples import example, source
from reviews.checks.rule import Finding, rule


@rule(
    "SI11",
    name=gettext_lazy("Invalid identifier"),
    severity=Severity.BLOCK,
    standard="Crossref; ISO 2108 (ISBN); CS1 errors",
    flagged=[
        example(sources=[source("a", doi="11.1000/xyz")]),
        example(sources=[source("a", doi="https://doi.org/10.1000/xyz")]),
        example(sources=[source("a", pmid="PMID12")]),
        example(sources=[source("a", isbn="9780306406158")]),
    ],
    passed=[
        example(sources=[source("a", doi="10.1000/xyz(2020)1")]),
        example(sources=[source("a", pmid="14561278", pmcid="PMC1691485")]),
        example(sources=[source("a", isbn="9780306406157")]),
        example(sources=[source("a")]),
    ],
)
def check(manuscript, circumstances):
    """An identifier that does not have the form of its kind, or whose check digit is wrong, leads readers
    nowhere. It is stored bare: no address around it, no full stop behind it."""
    for source_ in manuscript.sources:
        for name, normalise in NORMALISERS.items():
            value = getattr(source_, name)
            if value and (fault := _fault(value, normalise)):
                yield Finding(
                    subject=f"source:{source_.key}",
                    words=value,
                    message=f"{name.upper()}: {fault}",
                    mend=_("Copy the identifier anew from the publisher's page or PubMed."),
                )


def _fault(value, normalise):
    try:
        normal = normalise(value)
    except InvalidIdentifier as error:
        return str(error)
    return "" if normal == value else _("it should be written %(normal)s.") % {"normal": normal}
