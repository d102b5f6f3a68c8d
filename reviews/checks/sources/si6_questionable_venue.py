from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.vocabulary import Severity
from reviews.checks.examples import example, source
from reviews.checks.rule import Finding, rule

LISTED = {
    "circumstances": {"settings": {"QUESTIONABLE_VENUES": {"Journal of Anything": "our list, March 2026"}}}
}

ALLOWED = {
    "circumstances": {
        "settings": {"TRUSTED_ISSNS": {"MEDLINE, March 2026": ["0140-6736", "1474-547X"]}},
        "issns": {"a": ("2045-2322",), "b": ("0140-6736",), "c": ("1474-547x", "9999-9994")},
    }
}


def of(journal):
    return {"sources": [source("a", csl={"container-title": journal})]}


@rule(
    "SI6",
    name=gettext_lazy("Questionable journal"),
    severity=Severity.WARN,
    version=2,
    standard="WP:MEDRS",
    flagged=[
        example(**of("Journal of Anything"), **LISTED),
        example(**of("JOURNAL OF ANYTHING"), **LISTED),
        example(**of("Journal of Anything "), **LISTED),
        example(**of("journal of anything"), **LISTED),
        example(sources=[source("a")], **ALLOWED),
    ],
    passed=[
        example(**of("Journal of Anything Else"), **LISTED),
        example(**of("The Lancet"), **LISTED),
        example(**of("Journal of Anything")),
        example(sources=[source("a")], **LISTED),
        example(sources=[source("b"), source("c")], **ALLOWED),
        example(sources=[source("d")], **ALLOWED),
    ],
)
def check(manuscript, circumstances):
    """A site may keep a list of journals that it does not trust (QUESTIONABLE_VENUES in its settings, with where and
    when from), and lists of those that it does (TRUSTED_ISSNS: name and date of the list → ISSNs). A paper from a
    journal of the first, or in none of the second, is pointed out with the list, never blocked: good papers stand in
    bad journals."""
    listed = circumstances.settings.get("QUESTIONABLE_VENUES", {})
    venues = {name.strip().casefold(): why for name, why in listed.items()}
    for one in manuscript.sources:
        journal = str(one.csl.get("container-title") or "")
        if why := venues.get(journal.strip().casefold()):
            yield Finding(
                subject=f"source:{one.key}",
                words=journal,
                message=_("“%(journal)s” is on the list of questionable journals (%(why)s).")
                % {"journal": journal, "why": why},
                mend=_("Look whether the paper was reviewed at all, or cite another."),
            )
    trusted = circumstances.settings.get("TRUSTED_ISSNS", {})
    known = {_plain(number) for numbers in trusted.values() for number in numbers}
    for one in manuscript.sources if trusted else ():
        issns = circumstances.issns.get(one.key, ())
        if issns and not known & set(map(_plain, issns)):
            yield Finding(
                subject=f"source:{one.key}",
                words=issns[0],
                message=_("The journal of “%(title)s” (ISSN %(issn)s) stands in none of: %(lists)s.")
                % {"title": one.title, "issn": issns[0], "lists": "; ".join(trusted)},
                mend=_("Look whether the paper was reviewed at all, or cite another."),
            )


def _plain(issn):
    return issn.replace("-", "").strip().upper()
