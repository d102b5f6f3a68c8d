"""CSL dates as parts that are certain, and the names of months."""

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SHORT_MONTHS = tuple(month[:3] for month in MONTHS)
SEASONS = ("Spring", "Summer", "Autumn", "Winter")


def date_parts(value):
    """[year, month, day] as far as a CSL date knows them, as integers; empty for none."""
    groups = _groups(value)
    return _certain(groups[0]) if groups else []


def end_parts(value):
    """The parts of the second date of a range; empty for a single date."""
    groups = _groups(value)
    return _certain(groups[1]) if len(groups) > 1 else []


def season(value):
    """ "Spring" to "Winter" of a CSL date that has one, else an empty string."""
    number = str(value.get("season") or "") if hasattr(value, "get") else ""
    return SEASONS[int(number) - 1] if number in ("1", "2", "3", "4") else ""


def cleaned(value):
    """A CSL date without nulls and texts for numbers; None when it says nothing."""
    parts, end = date_parts(value), end_parts(value)
    date = {"date-parts": [parts, end] if end else [parts]} if parts else {}
    if parts and season(value):
        date["season"] = SEASONS.index(season(value)) + 1
    for name in ("literal", "raw"):
        text = value.get(name) if hasattr(value, "get") else None
        if not parts and isinstance(text, str) and text.strip():
            return {"literal": text.strip()}
    return date or None


def _groups(value):
    """The dates of "date-parts", whatever else may stand there."""
    groups = value.get("date-parts") if hasattr(value, "get") else None
    return groups if isinstance(groups, list | tuple) else []


def _certain(group):
    """The leading parts that are possible: a month 13 or a day 40 is left out with all that follows."""
    parts = []
    limits = ((1, 9999), (1, 12), (1, 31))
    for part, (lowest, highest) in zip(
        group if isinstance(group, list | tuple) else (), limits, strict=False
    ):
        text = str(part).strip() if part is not None else ""
        if not text.isascii() or not text.isdigit() or not lowest <= int(text) <= highest:
            break
        parts.append(int(text))
    return parts
