"""What can be said of a quotation, for people: whether it stands in the stored text, or why that cannot be told."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from evidence.bibliography.quotations import Match, is_abstract, look_up


@dataclass(frozen=True)
class QuoteState:
    """`tone`: "good", "unknown" or "bad"; `paragraph` of the near passage, counted from 1, 0 without one."""

    tone: str
    said: str
    match: Match
    paragraph: int = 0


def state_of(quote, text):
    """The QuoteState of a quotation by the stored text of its source, or None where nothing is quoted. Pure."""
    if not quote.strip():
        return None
    if not text.strip():
        said = _("Cannot be verified: no text of the source is stored.")
        return QuoteState("unknown", said, Match(False))
    match, short = look_up(quote, text), is_abstract(text)
    if match.found:
        said = _("Stands in the stored abstract.") if short else _("Stands in the stored text.")
        return QuoteState("good", said, match)
    said = (
        _("Cannot be verified: only the abstract is stored, and it is not in it.")
        if short
        else _("Does not stand in the stored text.")
    )
    lines = text[: match.start + 1].splitlines() if match.near else ()
    return QuoteState("unknown" if short else "bad", said, match, sum(bool(line.strip()) for line in lines))
