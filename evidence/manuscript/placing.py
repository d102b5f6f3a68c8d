"""Keep the claims in step with the prose: the marker in the text decides where a claim stands."""

from evidence.canonical import normal_text
from evidence.prose.markers import placements


def place_claims(article):
    """Bring bodies into normal form, then give every claim the sentence and section of its first marker.

    A claim whose marker is nowhere becomes unplaced and keeps its record; a marker without a record is left
    in the text. Both are flagged by ST5, neither is dropped.
    """
    sections = list(article.sections.all())
    for section in sections:
        body = normal_text(section.body)
        if body != section.body:
            section.body = body
            section.save(update_fields=["body"])
    placed = placements(sections)
    by_key = {section.key: section for section in sections}
    for claim in article.claims.all():
        _place(claim, placed.get(claim.key, ()), by_key)


def _place(claim, places, by_key):
    place = places[0] if places else None
    now = (
        by_key[place.section].pk if place else None,
        place.text if place else claim.text,
        place.index if place else 0,
    )
    if now != (claim.section_id, claim.text, claim.position):
        claim.section_id, claim.text, claim.position = now
        claim.save(update_fields=["section", "text", "position"])
