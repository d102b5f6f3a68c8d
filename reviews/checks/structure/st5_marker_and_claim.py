from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.vocabulary import Severity
from reviews.checks.examples import claim, example
from reviews.checks.rule import Finding, rule


@rule(
    "ST5",
    name=gettext_lazy("Marker and claim disagree"),
    severity=Severity.BLOCK,
    standard="House rule: every claim stands in the text, and every marker has its claim",
    flagged=[
        example("It helps.[^c1]"),
        example("Nothing here.", claims=[claim("c1")]),
        example("It helps.[^c1] It harms.[^c1]", claims=[claim("c1")]),
        example("> It helps.[^c1]", claims=[claim("c1")]),
    ],
    passed=[
        example("It helps.[^c1]", claims=[claim("c1")]),
        example("It helps.[^c1][^c2]", claims=[claim("c1"), claim("c2")]),
        example("Write \\[^c9] to mark a claim."),
        example("- It helps.[^c1]\n- It harms.[^c2]", claims=[claim("c1"), claim("c2")]),
    ],
)
def check(manuscript, circumstances):
    """A claim is the sentence that carries its marker. A marker without a record blocks, for nobody stands
    behind it; so does one claim in two sentences. A record whose marker is nowhere is kept and pointed out."""
    for key, places in manuscript.placed.items():
        if key not in manuscript.claim_by_key:
            yield _unknown(key, places[0])
        elif len(places) > 1:
            yield _doubled(key, places)
    for claim_ in manuscript.claims:
        if claim_.key not in manuscript.placed:
            yield Finding(
                subject=f"claim:{claim_.key}",
                words=claim_.key,
                severity=Severity.WARN,
                message=_("The claim %(key)s stands nowhere in the text.") % {"key": claim_.key},
                mend=_("Tick its sentence, put [^%(key)s] behind it, or delete the claim.")
                % {"key": claim_.key},
            )


def _unknown(key, place):
    return Finding(
        subject=f"section:{place.section}",
        words=f"[^{key}]",
        message=_("The marker [^%(key)s] belongs to no claim.") % {"key": key},
        mend=_("Take the marker away, or tick the sentence to make it a claim."),
    )


def _doubled(key, places):
    return Finding(
        subject=f"claim:{key}",
        words=places[1].text,
        message=_("The claim %(key)s is marked in %(n)d sentences.") % {"key": key, "n": len(places)},
        mend=_("Leave the marker on one of them and make the other a claim of its own."),
    )
