from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.vocabulary import Severity
from reviews.checks.examples import cite, claim, example, source
from reviews.checks.rule import Finding, rule


def listed(*keys):
    return {"circumstances": {"listed": {key: f"The title of {key}" for key in keys}}}


CITED = {"claims": [claim("c1", "effect", cite("a"))], "sources": [source("a")]}


@rule(
    "SR9",
    name=gettext_lazy("Listed, but cited nowhere"),
    severity=Severity.INFO,
    standard="CS1; a reference list is what a text rests on",
    flagged=[
        example("It helps.[^c1]", **CITED, **listed("b")),
        example("It helps.[^c1]", **CITED, **listed("a", "b")),
        example("It helps.", **listed("a")),
        example("It helps.", sources=[source("a")]),
    ],
    passed=[
        example("It helps.[^c1]", **CITED, **listed("a")),
        example("It helps.[^c1]", **CITED),
        example("It helps."),
        example(
            "It helps.[^c1]", claims=[claim("c1", "effect", cite("a", "mentions"))], sources=[source("a")]
        ),
    ],
)
def check(manuscript, circumstances):
    """A reference that came with the article but that no claim cites supports nothing: perhaps a citation got lost, or
    the reference is there for show."""
    cited = {one.source for claim_ in manuscript.claims for one in claim_.citations}
    known = {source_.key: source_.title for source_ in manuscript.sources} | dict(circumstances.listed)
    for key in sorted(known.keys() - cited):
        yield Finding(
            subject=f"source:{key}",
            words=known[key],
            message=_("“%(title)s” stands in the reference list, and nothing cites it.")
            % {"title": known[key]},
            mend=_("Cite it where it supports something, or leave it out."),
        )
