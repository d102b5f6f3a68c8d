"""Whether two records without a common identifier may be the same work: normalised title, year and first author."""

import hashlib
import re
import unicodedata


def likeness(csl):
    """A short digest that records of the same work share, whatever the accents, case and punctuation of their titles;
    empty where the title says too little."""
    title = folded(csl.get("title") or csl.get("raw") or "")
    if len(title) < 8:
        return ""
    parts = (csl.get("issued") or {}).get("date-parts") or [[""]]
    year = parts[0][0] if parts and parts[0] else ""
    return hashlib.sha256(f"{title}|{year}|{folded(first_author(csl))}".encode()).hexdigest()[:32]


def first_author(csl):
    """Family name, or literal name, of a record's first author or editor."""
    people = csl.get("author") or csl.get("editor") or [{}]
    return people[0].get("family") or people[0].get("literal") or ""


def folded(text):
    """Letters and digits only, without accents or case."""
    letters = unicodedata.normalize("NFKD", re.sub(r"<[^>]*>", "", str(text)).casefold())
    return re.sub(r"[^\w]|_", "", "".join(one for one in letters if not unicodedata.combining(one)))
