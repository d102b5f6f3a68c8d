"""Laws and judgments: all three manuals keep the lawyers' form (AMA 3.16, APA 11, ICMJE samples), so they share it."""

from evidence.bibliography.references.dates import MONTHS, date_parts
from evidence.bibliography.references.fields import em, joined, text


def cited(csl, *, daily=False, italic=False):
    """ "Title, number, volume collection page (year)"; `daily`: "(Dec. 14, 1993)", `italic`: the names of a case."""
    title = text(csl, "title")
    if italic and text(csl, "type") == "legal_case":
        title = em(title)
    when = _when(date_parts(csl.get("issued")), daily)
    named = joined([title, text(csl, "number"), _place(csl)], ", ")
    return joined([named, f"({when})" if when else ""])


def _place(csl):
    """ "108 Stat. 4325"; where the volume is no number, as in the Official Journal, "OJ L404:9"."""
    volume, collection, page = (text(csl, name) for name in ("volume", "container-title", "page"))
    if volume and not volume[0].isdigit():
        return ":".join(filter(None, (f"{collection} {volume}", page)))
    return " ".join(filter(None, (volume, collection, page)))


def _when(parts, daily):
    if not daily or len(parts) < 3:
        return str(parts[0]) if parts else ""
    month = MONTHS[parts[1] - 1]
    return f"{month if len(month) < 5 else month[:3] + '.'} {parts[2]}, {parts[0]}"
