"""Reference-list entries as Sources: each keeps its raw string, and what could be read of it."""

import re

from django.utils.text import slugify

from evidence.manuscript import Source
from evidence.references.printed import printed_fields


def sources_of(references):
    """Reference key → Source, one a reference; entries that share an identifier share their Source."""
    found, taken, known = {}, set(), {}
    for reference in references:
        csl = reference.csl
        identifiers = {
            "doi": csl.get("DOI", ""),
            "pmid": csl.get("PMID", ""),
            "pmcid": csl.get("PMCID", ""),
            "isbn": csl.get("ISBN", "") if csl.get("type") == "book" else "",
        }
        same = next((known[pair] for pair in identifiers.items() if pair[1] and pair in known), None)
        if same is None:
            same = Source(_key(reference, taken), csl=printed_fields(csl), **identifiers)
        known |= {pair: same for pair in identifiers.items() if pair[1]}
        found[reference.key] = same
    return found


def _key(reference, taken):
    """A readable key such as "rae-2003-oral-creatine", unlike any other of this import."""
    csl = reference.csl
    people = csl.get("author") or csl.get("editor") or [{}]
    name = people[0].get("family") or people[0].get("literal") or ""
    dated = (csl.get("issued") or {}).get("date-parts") or [[""]]
    words = re.findall(r"\w+", csl.get("title") or reference.raw)[:3]
    base = slugify(" ".join([name, str(dated[0][0]), *words]))[:70].strip("-") or "source"
    key, number = base, 1
    while key in taken:
        number += 1
        key = f"{base}-{number}"
    taken.add(key)
    return key
