"""An import as plain data, for people and programs that want to look before anything is stored."""

from evidence.manuscript.outline import claiming, families, speaks
from evidence.prose.markup import words


def summary(draft, manuscript, flags):
    """The import as plain data: what was found, section by section; `flags` are counts by severity."""
    marked, claimed = {}, claiming(manuscript)
    for places in manuscript.placed.values():
        marked[places[0].section] = marked.get(places[0].section, 0) + 1
    return {
        "slug": draft.slug,
        "title": draft.title,
        "byline": [{"name": person.name, "role": person.role} for person in draft.byline],
        "date": draft.date.isoformat() if draft.date else None,
        "sections": [
            {
                "level": section.level,
                "heading": section.heading or None,
                "words": words(section.body),
                "empty": not speaks(family, claimed, 1),
                "claims": marked.get(section.key, 0),
            }
            for section, family in families(manuscript)
        ],
        "references": len(draft.references),
        "in_text_citations": draft.cited,
        "flags": flags,
    }
