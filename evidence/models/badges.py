"""What an editor must see of a source at once: its status, its kind, and whether it was merged, in a word each."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from evidence.manuscript.circumstances import standing
from evidence.vocabulary import RETRACTING, PeerReview, StudyPopulation, UpdateType

PEOPLE = (StudyPopulation.HEALTHY, StudyPopulation.PATIENTS, StudyPopulation.HUMAN)
CORRECTING = (UpdateType.CORRECTION, UpdateType.CORRIGENDUM, UpdateType.ERRATUM)
NEWER = (UpdateType.NEW_VERSION, UpdateType.NEW_EDITION)


@dataclass(frozen=True)
class Badge:
    """`tone` says how it is drawn: "block", "warn" or "plain"."""

    name: str
    label: str
    tone: str = "plain"


def badges_of(source, updates):
    """Badges of a source row by what happened to it, the gravest first. Asks nothing of the database."""
    types = {update.type for update in standing(updates)}
    found = [
        (types & set(RETRACTING), Badge("retracted", _("Retracted"), "block")),
        (UpdateType.CONCERN in types, Badge("concern", _("Expression of concern"), "warn")),
        (types & set(CORRECTING), Badge("corrected", _("Corrected"), "warn")),
        (types & set(NEWER), Badge("newer", _("Newer version"), "warn")),
        (source.merged_into_id, Badge("merged", _("Merged"), "warn")),
        (source.peer_review == PeerReview.PREPRINT, Badge("preprint", _("Preprint"), "warn")),
        (source.peer_review == PeerReview.NO, Badge("unreviewed", _("Not peer-reviewed"), "warn")),
        (source.population in PEOPLE, Badge("people", _("People"))),
        (source.population == StudyPopulation.ANIMAL, Badge("animals", _("Animals"), "warn")),
        (source.population == StudyPopulation.CELLS, Badge("cells", _("Cells"), "warn")),
    ]
    return tuple(badge for holds, badge in found if holds)
