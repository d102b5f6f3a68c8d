from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.prose.disagreement import tells_of_disagreement
from evidence.vocabulary import Severity, Stance
from reviews.checks import evidence
from reviews.checks.examples import cite, claim, example, source
from reviews.checks.rule import SECTION, Finding, rule

TORN = {
    "claims": [claim("c1", "effect", cite("a"), cite("b", "contradicts"))],
    "sources": [source("a"), source("b")],
}
AGREED = {"claims": [claim("c1", "effect", cite("a"))], "sources": [source("a")]}


@rule(
    "EF10",
    name=gettext_lazy("Contradiction kept from the reader"),
    scope=SECTION,
    severity=Severity.BLOCK,
    version=2,
    standard="DISCERN 6 and 8; WP:NPOV",
    flagged=[
        example("It helps sleep.[^c1]", **TORN),
        example("It may help sleep.[^c1] Tea is a drink.", **TORN),
        example("However, tea is old.\n\nIt helps sleep.[^c1]", **TORN),
        example("- It helps sleep.[^c1]\n- However, it tastes bitter.", **TORN),
        example("It helps sleep, but it tastes bitter.[^c1]", **TORN),
        example("However, it helps sleep.[^c1] It did not taste well.", **TORN),
    ],
    passed=[
        example("Results on sleep are mixed.[^c1]", **TORN),
        example("It helps sleep.[^c1] However, a second trial found nothing.", **TORN),
        example("One trial found more sleep, whereas another did not.[^c1]", **TORN),
        example("It helps sleep.[^c1]", **AGREED),
        example("It helps sleep.[^c1] A larger trial saw no such gain.", **TORN),
        example("It helps sleep.[^c1] In one of the studies the opposite was seen.", **TORN),
        example("It did not help sleep.[^c1] Yet an earlier study found longer nights.", **TORN),
        example("The studies disagree on sleep.[^c1]", **TORN),
    ],
)
def check(manuscript, circumstances):
    """If a cited study contradicts a claim, the reader is told: the sentence says that results are mixed, or its
    paragraph tells the other result ("a second trial did not …", "but another found …"). A "however" about something
    else tells nothing."""
    for claim_ in evidence.placed_claims(manuscript):
        if not any(cited.stance == Stance.CONTRADICTS for cited in claim_.citations):
            continue
        for place in manuscript.placed.get(claim_.key, ())[:1]:
            section = manuscript.section_by_key[place.section]
            paragraph = evidence.paragraphs(section.body).get(place.sentence.block, "")
            if not tells_of_disagreement(paragraph):
                yield Finding(
                    subject=f"claim:{claim_.key}",
                    words=place.text,
                    message=_("A cited source contradicts this, and the reader is not told."),
                    mend=_("Say in the same paragraph that another study found otherwise."),
                )
