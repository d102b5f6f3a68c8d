from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.vocabulary import Severity
from reviews.checks.examples import example, source
from reviews.checks.rule import Finding, rule

LISTED = {
    "circumstances": {"settings": {"QUESTIONABLE_VENUES": {"Journal of Anything": "our list, March 2026"}}}
}


def of(journal):
    return {"sources": [source("a", csl={"container-title": journal})]}


@rule(
    "SI6",
    name=gettext_lazy("Questionable journal"),
    severity=Severity.WARN,
    standard="WP:MEDRS",
    flagged=[
        example(**of("Journal of Anything"), **LISTED),
        example(**of("JOURNAL OF ANYTHING"), **LISTED),
        example(**of("Journal of Anything "), **LISTED),
        example(**of("journal of anything"), **LISTED),
    ],
    passed=[
        example(**of("Journal of Anything Else"), **LISTED),
        example(**of("The Lancet"), **LISTED),
        example(**of("Journal of Anything")),
        example(sources=[source("a")], **LISTED),
    ],
)
def check(manuscript, circumstances):
    """A site may keep a list of journals that it does not trust (QUESTIONABLE_VENUES in its settings, with where and
    when from). A paper from one of them is pointed out with that reason, never blocked: good papers stand in bad
    journals."""
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
