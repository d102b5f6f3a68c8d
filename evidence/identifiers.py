"""Identifiers of publications and people: found, brought into one form, and checked.

Every `normalise_…` takes text as people paste it, returns the one form that is stored, and raises
InvalidIdentifier with a sentence that says what is wrong. All are safe to repeat on their own result.
"""

import re


class InvalidIdentifier(ValueError):
    """Text that is no identifier of the kind asked for."""


_DOI_WRAPPER = re.compile(r"^(?:https?://)?(?:dx\.)?doi\.org/|^doi:?\s*", re.I)
_DOI = re.compile(r"^10\.\d{4,9}(?:\.\d+)*/\S+$")
_DOI_IN_TEXT = re.compile(r"\b10\.\d{4,9}(?:\.\d+)*/[^\s\"<>]+", re.I)


def normalise_doi(text):
    """A DOI in lower case, without address, prefix or trailing punctuation (Crossref: DOIs ignore case)."""
    doi = _DOI_WRAPPER.sub("", text.strip()).strip().rstrip(".,;:").lower()
    while doi.endswith((")", "]")) and doi.count(doi[-1]) > doi.count("(" if doi[-1] == ")" else "["):
        doi = doi[:-1].rstrip(".,;:")
    if not _DOI.match(doi):
        raise InvalidIdentifier(f"“{text}” is no DOI: it begins with “10.”, a number, a slash and a name.")
    return doi


def normalise_pmid(text):
    """A PubMed id: up to eight digits without leading zeros."""
    pmid = re.sub(
        r"^(?:https?://(?:www\.)?pubmed\.ncbi\.nlm\.nih\.gov/|pmid:?\s*)", "", text.strip(), flags=re.I
    )
    pmid = pmid.strip("/ ").lstrip("0")
    if not re.fullmatch(r"[0-9]{1,8}", pmid):
        raise InvalidIdentifier(f"“{text}” is no PMID: it has one to eight digits.")
    return pmid


def normalise_pmcid(text):
    """A PubMed Central id: "PMC" and digits."""
    pmcid = re.sub(r"^(?:https?://\S*/(?=pmc)|pmcid:?\s*)", "", text.strip(), flags=re.I).strip("/ ").upper()
    if not re.fullmatch(r"PMC[1-9][0-9]{0,8}", pmcid):
        raise InvalidIdentifier(f"“{text}” is no PMCID: it is “PMC” and digits.")
    return pmcid


def normalise_isbn(text):
    """An ISBN as 13 digits; a 10-digit one is checked and converted (ISO 2108)."""
    isbn = re.sub(r"^isbn(?:-1[03])?:?\s*", "", text.strip(), flags=re.I)
    isbn = re.sub(r"[\s\-–]", "", isbn).upper()
    if re.fullmatch(r"[0-9]{9}[0-9X]", isbn):
        if sum((10 - i) * (10 if c == "X" else int(c)) for i, c in enumerate(isbn)) % 11:
            raise InvalidIdentifier(f"“{text}”: the check digit of this ISBN does not fit.")
        isbn = "978" + isbn[:9]
        return isbn + _ean_digit(isbn)
    if not re.fullmatch(r"97[89][0-9]{10}", isbn):
        raise InvalidIdentifier(f"“{text}” is no ISBN: it has 10 or 13 digits.")
    if _ean_digit(isbn[:12]) != isbn[12]:
        raise InvalidIdentifier(f"“{text}”: the check digit of this ISBN does not fit.")
    return isbn


def normalise_issn(text):
    """An ISSN as "1234-567X", its check digit tested (ISO 3297)."""
    issn = re.sub(r"^issn:?\s*", "", text.strip(), flags=re.I).replace("-", "").replace(" ", "").upper()
    if not re.fullmatch(r"[0-9]{7}[0-9X]", issn):
        raise InvalidIdentifier(f"“{text}” is no ISSN: it has eight digits, the last may be X.")
    if sum((8 - i) * (10 if c == "X" else int(c)) for i, c in enumerate(issn)) % 11:
        raise InvalidIdentifier(f"“{text}”: the check digit of this ISSN does not fit.")
    return f"{issn[:4]}-{issn[4:]}"


def normalise_orcid(text):
    """An ORCID iD as "0000-0002-1825-0097", its check digit tested (ISO 7064 11,2)."""
    orcid = re.sub(r"^(?:https?://)?(?:www\.)?orcid\.org/", "", text.strip(), flags=re.I)
    digits = re.sub(r"[\s\-]", "", orcid).upper()
    if not re.fullmatch(r"[0-9]{15}[0-9X]", digits):
        raise InvalidIdentifier(f"“{text}” is no ORCID iD: it has sixteen digits in four groups.")
    total = 0
    for digit in digits[:15]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    if digits[15] != ("X" if check == 10 else str(check)):
        raise InvalidIdentifier(f"“{text}”: the check digit of this ORCID iD does not fit.")
    return "-".join(digits[i : i + 4] for i in range(0, 16, 4))


def find(text):
    """The first identifiers in free text: a dict with any of doi, pmid, pmcid."""
    found = {}
    if match := _DOI_IN_TEXT.search(text):
        found["doi"] = normalise_doi(match.group())
    if match := re.search(r"\bPMID:?\s*([0-9]{1,8})\b|pubmed\.ncbi\.nlm\.nih\.gov/([0-9]{1,8})", text, re.I):
        found["pmid"] = normalise_pmid(match[1] or match[2])
    if match := re.search(r"\bPMC[1-9][0-9]{0,8}\b", text):
        found["pmcid"] = match.group()
    return found


def _ean_digit(twelve):
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(twelve))
    return str(-total % 10)
