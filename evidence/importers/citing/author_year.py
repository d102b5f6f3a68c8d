"""Citations by author and year: (Smith et al., 2010; Lee 2012), and Smith et al. (2010)."""

import re
import unicodedata

from evidence.bibliography.references.dates import MONTHS, SEASONS, SHORT_MONTHS
from evidence.importers.citing.marks import Mark

_YEAR = r"(?:1[89]|20)\d\d[a-z]?"
_WORD = r"[^\W\d_][\w’'.-]*"
_NAME = (
    rf"(?:(?:van|von|de|der|den|la|le|del|di|du|al|el|ten|ter)\s+)*[A-ZÀ-ÖØ-Þ][\w’'-]*(?:\s{_WORD}){{0,5}}?"
)
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
_MORE = (
    rf",?\s+(?:et\s+al\.?|and\s+(?:colleagues|others)|(?:and|&)\s+[A-ZÀ-ÖØ-Þ][\w’' -]*)"
    rf"|(?:,\s{_CAPITAL})+,?\s(?:and|&)\s{_CAPITAL}"
)
_NAMES = rf"(?P<name>{_NAME})(?P<more>{_MORE})?"
_INSIDE = re.compile(
    rf"(?:see(?:\s+also)?|e\.g\.|cf\.|reviewed\s+(?:in|by)|also|as\s+in)?,?\s*{_NAMES}(?P<comma>,)?\s*"
    rf"\(?(?P<years>{_YEAR}(?:\s*[,&]\s*(?:{_YEAR}|[a-z]\b))*)\)?(?:,?\s*(?:pp?\.|:)\s*[\d–-]+)?"
)
_PARENTHESES = re.compile(rf"\((?P<inside>[^()]*\b{_YEAR}[^()]*)\)")
_NARRATIVE = re.compile(
    rf"(?P<name>[A-ZÀ-ÖØ-Þ][\w’'-]+)(?P<more>\s+(?:et\s+al\.?|and\s+colleagues|(?:and|&)\s+[A-ZÀ-ÖØ-Þ][\w’'-]+)"
    rf"(?:[’']s?)?)?\s+\((?P<years>{_YEAR}(?:,\s*{_YEAR})*)\)"
)
_PARTS = re.compile(r"\s*;\s*|(?<=\d\d\d\d),\s+(?=[A-Z])|(?<=\d\d\d\d[a-z]),\s+(?=[A-Z])")

_MONTH_WORDS = {
    *(month.casefold() for month in (*MONTHS, *SHORT_MONTHS, *SEASONS)), "sept", "fall",
}  # fmt: skip


def author_year_marks(references):
    """A function from a block's text to its Marks, for texts that cite by author and year."""
    known = [(_folded(_first_author(one.csl)), _year(one), one) for one in references]

    def marks(visible):
        for match in _PARENTHESES.finditer(visible):
            found = [_INSIDE.fullmatch(part.strip()) for part in _PARTS.split(match["inside"])]
            if all(one and not _is_date(one["name"]) for one in found):
                tied = [_tied(one["name"], one["years"], known) for one in found]
                if any(tied) or any(one["more"] or one["comma"] for one in found):
                    keys = tuple(dict.fromkeys(key for keys in tied for key in keys))
                    yield Mark(match.start(), match.end(), keys, kept=bool(keys) and not all(tied))
        for match in _NARRATIVE.finditer(visible):
            keys = _tied(match["name"], match["years"], known)
            if keys or (match["more"] and not _is_date(match["name"])):
                yield Mark(match.start(), match.end(), keys, kept=True)

    return marks


def _tied(name, years, known):
    """The keys of entries by this first author in these years; "2010a" asks for the entry that carries the letter."""
    surname, keys = _folded(name), []
    for year in re.findall(_YEAR, years):
        fitting = [
            one for author, own, one in known if author and own == year[:4] and _same_author(surname, author)
        ]
        if len(fitting) > 1 and len(year) == 5:
            lettered = [one for one in fitting if re.search(rf"\b{year}\b", one.raw)]
            place = ord(year[4]) - ord("a")
            fitting = lettered or fitting[place : place + 1]
        keys += [one.key for one in fitting[:1]]
    return tuple(keys)


def _same_author(surname, author):
    return surname == author or author.startswith(surname + " ") or surname.startswith(author + " ")


def _first_author(csl):
    people = csl.get("author") or csl.get("editor") or [{}]
    family = " ".join(filter(None, (people[0].get("non-dropping-particle"), people[0].get("family"))))
    return family or people[0].get("literal") or ""


def _year(reference):
    dated = (reference.csl.get("issued") or {}).get("date-parts") or [[""]]
    if dated[0][0]:
        return str(dated[0][0])
    found = re.search(_YEAR, reference.raw)
    return found.group()[:4] if found else ""


def _folded(name):
    letters = unicodedata.normalize("NFKD", name.casefold())
    return re.sub(r"[^\w]+", " ", "".join(one for one in letters if not unicodedata.combining(one))).strip()


def _is_date(name):
    return name.casefold().strip(".") in _MONTH_WORDS
