from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.manuscript.circumstances import Update
from evidence.vocabulary import RETRACTING, Severity, UpdateType
from reviews.checks import evidence
from reviews.checks.examples import cite, claim, example, source
from reviews.checks.rule import SECTION, Finding, rule

CORRECTING = (UpdateType.CORRECTION, UpdateType.ERRATUM, UpdateType.CORRIGENDUM)
CITED = {"claims": [claim("c1", "effect", cite("a"))], "sources": [source("a")]}


def at(type, on, read=None, superseded=False):
    verified = {("c1", "a"): read} if read else {}
    return {
        "circumstances": {"updates": {"a": (Update(type, on, superseded=superseded),)}, "verified": verified}
    }


@rule(
    "SI3",
    name=gettext_lazy("Corrected after it was read"),
    scope=SECTION,
    severity=Severity.WARN,
    standard="Crossmark",
    flagged=[
        example("It helps.[^c1]", **CITED, **at("correction", date(2025, 1, 1))),
        example("It helps.[^c1]", **CITED, **at("erratum", date(2025, 1, 1), date(2024, 1, 1))),
        example("It helps.[^c1]", **CITED, **at("corrigendum", None)),
        example("It helps.[^c1]", **CITED, **at("corrigendum", date(2026, 1, 1), date(2025, 12, 31))),
        example("It helps.[^c1]", **CITED, **at("withdrawal", date(2025, 1, 1), superseded=True)),
    ],
    passed=[
        example("It helps.[^c1]", **CITED, **at("correction", date(2025, 1, 1), date(2025, 2, 1))),
        example("It helps.[^c1]", **CITED, **at("retraction", date(2025, 1, 1))),
        example("It helps.[^c1]", **CITED, **at("new_version", date(2025, 1, 1))),
        example("It helps.[^c1]", **CITED),
    ],
)
def check(manuscript, circumstances):
    """A correction may change the very figure that is cited. Whoever relies on a corrected paper reads it again,
    with its correction, and stamps it."""
    for claim_ in evidence.placed_claims(manuscript):
        for cited in claim_.citations:
            read = circumstances.verified.get((claim_.key, cited.source))
            updates = [one for one in circumstances.updates.get(cited.source, ()) if _corrects(one)]
            if any(read is None or (one.on and one.on > read) for one in updates):
                title = evidence.title_of(manuscript, cited.source)
                yield Finding(
                    subject=f"claim:{claim_.key}",
                    words=title,
                    message=_("“%(title)s” was corrected, and nobody has read it since.") % {"title": title},
                    mend=_("Read the correction, mend the claim if it must be, and stamp “I read this”."),
                )


def _corrects(update):
    """A text that made way for a newer one is corrected by that."""
    return update.type in CORRECTING or (update.type in RETRACTING and update.superseded)
