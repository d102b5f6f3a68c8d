from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.vocabulary import Severity
from reviews.checks.examples import example, source
from reviews.checks.rule import Finding, rule

OURS = {"circumstances": {"settings": {"OWN_HOSTS": ["vouch.example"]}}}


def at(url):
    return {"sources": [source("a", csl={"URL": url})]}


@rule(
    "SR10",
    name=gettext_lazy("Our own page as a source"),
    severity=Severity.BLOCK,
    standard="WP:CIRCULAR",
    flagged=[
        example(**at("https://vouch.example/reviews/tea/"), **OURS),
        example(**at("http://vouch.example"), **OURS),
        example(**at("https://www.vouch.example/x"), **OURS),
        example(**at("https://VOUCH.example/x"), **OURS),
    ],
    passed=[
        example(**at("https://other.example/vouch.example"), **OURS),
        example(**at("https://notvouch.example/x"), **OURS),
        example(**at("https://vouch.example/x")),
        example(sources=[source("a")], **OURS),
    ],
)
def check(manuscript, circumstances):
    """A site that cites itself proves nothing: OWN_HOSTS in the settings names its addresses."""
    ours = [host.casefold() for host in circumstances.settings.get("OWN_HOSTS", ())]
    for one in manuscript.sources:
        host = (urlsplit(str(one.csl.get("URL") or "")).hostname or "").casefold()
        if any(host == own or host.endswith(f".{own}") for own in ours):
            yield Finding(
                subject=f"source:{one.key}",
                words=str(one.csl["URL"]),
                message=_("“%(title)s” is a page of our own.") % {"title": one.title},
                mend=_("Cite what that page rests on."),
            )
