from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.prose.findings import finding
from evidence.prose.sentences import split
from evidence.vocabulary import Severity, Stance
from reviews.checks import declared, evidence
from reviews.checks.examples import cite, claim, example, source
from reviews.checks.rule import SECTION, Finding, rule

LONGEST_ABSTRACT = 4000  # characters


def of(kind="effect", stance="supports", **fields):
    return {"claims": [claim("c1", kind, cite("a", stance, **fields))], "sources": [source("a")]}


@rule(
    "SI9",
    name=gettext_lazy("No words, figure or place"),
    scope=SECTION,
    severity=Severity.WARN,
    version=2,
    standard="WP:PAGENEEDED",
    flagged=[
        example("It helps.[^c1]", **of()),
        example("It harms.[^c1]", **of("harm")),
        example("It helps a little.[^c1]", **of(stance="partly_supports")),
        example("It fails.[^c1]", **of(stance="contradicts")),
    ],
    passed=[
        example("It helps.[^c1]", **of(quote="it helped")),
        example("It helps.[^c1]", **of(figure="27.0", locator="Table 2")),
        example("It helps.[^c1]", **of(locator="page 4")),
        example("In rats it works.[^c1]", **of("mechanism")),
    ],
)
def check(manuscript, circumstances):
    """Whoever wants to look up an effect or a harm needs to know where: the words, a figure, or the page, table or
    section of the source."""
    for claim_ in evidence.placed_claims(manuscript):
        if not declared.is_serious(manuscript, claim_):
            continue
        for cited in claim_.citations:
            judged = cited.stance not in (Stance.NOT_JUDGED, Stance.MENTIONS)
            if judged and not (cited.quote.strip() or cited.figure.strip() or cited.locator.strip()):
                title = evidence.title_of(manuscript, cited.source)
                yield Finding(
                    subject=f"claim:{claim_.key}",
                    words=title,
                    message=_("Where in “%(title)s” this stands is not said.") % {"title": title},
                    mend=_mend(circumstances.stored_texts.get(cited.source, "")),
                )


def _mend(text):
    asked = _("Copy the words, or give the figure or the page, table or section.")
    if found := _finding_in(text):
        return asked + " " + _("Its abstract puts what it found so: “%(words)s”") % {"words": found}
    return asked


def _finding_in(text):
    """The sentence of an abstract that states its finding most plainly; nothing for a text that is no abstract."""
    spans = split(text) if len(text) < LONGEST_ABSTRACT else []
    judged = [finding(text[start:end], place, len(spans)) for place, (start, end) in enumerate(spans)]
    stated = [place for place, one in enumerate(judged) if one.label == "1"]
    if not stated:
        return ""
    start, end = spans[max(stated, key=lambda place: judged[place].score)]
    return text[start:end]
