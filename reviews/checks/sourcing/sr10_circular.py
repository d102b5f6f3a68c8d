import re
from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.vocabulary import Severity
from reviews.checks.examples import example, source
from reviews.checks.rule import Finding, rule

OURS = {"circumstances": {"settings": {"OWN_HOSTS": ["vouch.example"]}}}


def telling(text):
    return {
        "sources": [source("a")],
        "circumstances": {**OURS["circumstances"], "stored_texts": {"a": text}},
    }


def at(url):
    return {"sources": [source("a", csl={"URL": url})]}


@rule(
    "SR10",
    name=gettext_lazy("Our own page as a source"),
    severity=Severity.BLOCK,
    version=2,
    standard="WP:CIRCULAR",
    flagged=[
        example(**at("https://vouch.example/reviews/tea/"), **OURS),
        example(**at("http://vouch.example"), **OURS),
        example(**at("https://www.vouch.example/x"), **OURS),
        example(**at("https://VOUCH.example/x"), **OURS),
        example(**telling("As the review at https://vouch.example/reviews/tea/ shows, tea helps.")),
        example(**telling("Source: www.Vouch.example.")),
    ],
    passed=[
        example(**at("https://other.example/vouch.example"), **OURS),
        example(**at("https://notvouch.example/x"), **OURS),
        example(**at("https://vouch.example/x")),
        example(**telling("Write to editors@notvouch.example or vouch.example.org.")),
        example(sources=[source("a")], **OURS),
    ],
)
def check(manuscript, circumstances):
    """A site that cites itself proves nothing, nor does a source that took it from there: OWN_HOSTS in the settings
    names the site's addresses. A page of our own blocks; a source whose stored text names one is to be looked at."""
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
        elif named := _named(ours, circumstances.stored_texts.get(one.key, "")):
            yield Finding(
                subject=f"source:{one.key}",
                words=named,
                severity=Severity.WARN,
                message=_("“%(title)s” names our own site: %(address)s.")
                % {"title": one.title, "address": named},
                mend=_("If it rests on our page, cite what that page rests on instead."),
            )


def _named(hosts, text):
    """The first of our addresses in a text, or an empty string."""
    if not (hosts and text):
        return ""
    ours = "|".join(map(re.escape, hosts))
    found = re.search(rf"(?<![\w.@-])(?:[\w-]+\.)*(?:{ours})(?![\w-]|\.\w)", text, re.I)
    return found.group() if found else ""
