from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.vocabulary import Severity
from reviews.checks import evidence
from reviews.checks.examples import cite, claim, example, source
from reviews.checks.rule import Finding, rule

CITED = {"claims": [claim("c1", "effect", cite("a"))], "sources": [source("a", "SRMA"), source("b", "SRMA")]}


def inside(**titles):
    return {"circumstances": {"retracted_inside": {key: tuple(found) for key, found in titles.items()}}}


@rule(
    "SI4",
    name=gettext_lazy("Review rests on a retracted study"),
    severity=Severity.WARN,
    standard="Kataoka 2022; Cochrane policy on problematic studies",
    flagged=[
        example("It helps.[^c1]", **CITED, **inside(a=["A trial of tea"])),
        example("It helps.[^c1]", **CITED, **inside(a=["A trial of tea", "Another trial"])),
        example("- It helps.[^c1]", **CITED, **inside(a=["A trial of tea"], b=["Another trial"])),
        example("## Effects\n\nIt helps.[^c1]", **CITED, **inside(a=["A trial"])),
    ],
    passed=[
        example("It helps.[^c1]", **CITED),
        example("It helps.[^c1]", **CITED, **inside(b=["A trial of tea"])),
        example("It helps.[^c1]", **CITED, **inside(a=[])),
        example("It helps.[^c1]", **CITED, circumstances={"updates": {}}),
    ],
)
def check(manuscript, circumstances):
    """A review is worth what its studies are worth. Where one of the studies that it includes was retracted, its
    result may not stand without it, and reviews are hardly ever corrected for that."""
    cited = {one.source for claim_ in evidence.placed_claims(manuscript) for one in claim_.citations}
    for key in sorted(cited):
        for title in circumstances.retracted_inside.get(key, ()):
            yield Finding(
                subject=f"source:{key}",
                words=title,
                message=_("“%(review)s” includes a retracted study: “%(study)s”.")
                % {"review": evidence.title_of(manuscript, key), "study": title},
                mend=_(
                    "Look whether its result holds without that study, and say so, or cite another review."
                ),
            )
