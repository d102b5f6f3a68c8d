"""Reference-list entries as Sources: each keeps its raw string, and what could be read of it."""

from evidence.bibliography.references.keys import numbered, readable_key
from evidence.bibliography.references.printed import printed_fields
from evidence.manuscript import Source


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
            key = numbered(readable_key({**csl, "raw": reference.raw}), taken.__contains__)
            taken.add(key)
            same = Source(key, csl=printed_fields(csl), **identifiers)
        known |= {pair: same for pair in identifiers.items() if pair[1]}
        found[reference.key] = same
    return found
