"""What is to be read before an approval, with the evidence beside it."""

from evidence.bibliography.quotations import look_up
from reviews.models.reading import serious_citations

BEFORE, AFTER = 200, 600  # characters of a stored text around the words relied upon


def beside(standings, manuscript):
    """The Standings, what an approval waits for first: each row with `is_needed` and the `passage` of its source's
    text."""
    needed = set(serious_citations(manuscript))
    for one in standings:
        one.cited.is_needed = (one.cited.claim.key, one.cited.source.key) in needed
        one.cited.passage = passage_of(one.cited.quote, one.cited.source.stored_text)
    return sorted(standings, key=lambda one: not one.cited.is_needed)


def passage_of(quote, text):
    """Where a quotation stands in a stored text, with the words around it; how the text begins where nothing is quoted,
    or where it does not stand there."""
    start = look_up(quote, text).start if quote.strip() and text.strip() else -1
    first = max(0, start - BEFORE)
    part = " ".join(text[first : max(start, 0) + AFTER].split())
    return f"{'… ' if first else ''}{part}{' …' if max(start, 0) + AFTER < len(text) else ''}"
