"""What every style asks of a CSL record: its kind, its texts, its links; nothing of it can break out of HTML."""

import html
import re
from urllib.parse import quote, urlsplit

from django.utils.html import format_html
from django.utils.safestring import SafeString

from evidence.bibliography.identifiers import InvalidIdentifier, normalise_doi

KINDS = {
    "article-journal": "periodical", "article-magazine": "periodical", "article-newspaper": "periodical",
    "review": "periodical", "article": "preprint", "preprint": "preprint",
    "book": "book", "chapter": "chapter", "paper-conference": "chapter",
    "entry-encyclopedia": "chapter", "entry-dictionary": "chapter", "entry": "chapter",
    "report": "report", "guideline": "report", "standard": "report", "dataset": "report",
    "webpage": "webpage", "post-weblog": "webpage", "post": "webpage", "thesis": "thesis",
    "legislation": "label", "regulation": "label", "label": "label", "bill": "label", "legal_case": "label",
    "treaty": "label",
}  # fmt: skip
PRINTED = ("periodical", "preprint", "book", "chapter", "report", "webpage", "thesis", "label", "law")
_LABEL = re.compile(
    r"\b(?:label|labelling|prescribing information|package (?:insert|leaflet)|product characteristics)\b"
)
_COMPLETE = re.compile(r"[.?!…][”\"’']?$")
_CLOSING_QUOTE = re.compile(r"(?:”|\"|&quot;)(?:</em>)?$")
_LAWS = ("legislation", "regulation", "bill", "legal_case", "treaty")


def text(csl, name):
    """A field as text, empty for none."""
    value = csl.get(name)
    return "" if value is None else " ".join(str(value).split())


def works(*functions):
    """A style's functions by what each prints, given in the order of PRINTED; laws may be left out at the end."""
    return dict(zip(PRINTED, functions, strict=False))


def kind(csl):
    """One of PRINTED.

    A law is what stands in a collection of laws; without one, "legislation" may be any official paper on a product.
    """
    if _LABEL.search(text(csl, "genre").lower()):
        return "label"
    if text(csl, "type") in _LAWS and text(csl, "container-title"):
        return "law"
    found = KINDS.get(text(csl, "type"))
    if found == "preprint" and text(csl, "volume") and text(csl, "container-title"):
        return "periodical"
    if found:
        return found
    return "webpage" if text(csl, "URL") and not text(csl, "publisher") else "report"


def is_raw(csl):
    """Whether nothing better than the reference as it was imported may be printed.

    A raw string that was parsed completely has a type of its own; "document" means that parts of it have no field.
    """
    return bool(text(csl, "raw")) and text(csl, "type") in ("", "document")


def is_in_press(csl):
    return text(csl, "status").lower().replace("-", " ") in ("in press", "forthcoming")


def journal(csl):
    """The abbreviated title if the record has it, without points (AMA 3.11.2, NLM), else the full one."""
    short = re.sub(r"(?<=\b[A-Z])\.(?=[A-Z]\b)", "", text(csl, "container-title-short"))
    return " ".join(re.sub(r"\.(?!\d)", " ", short).split()) or text(csl, "container-title")


def issue(csl, supplement):
    """The issue, a supplement called as the style calls it: "15_suppl" → "15 suppl", "Supplement 1" → "Suppl. 1"."""
    return re.sub(
        r"(?<![a-z])suppl(?:ement)?\b\.?", supplement, text(csl, "issue").replace("_", " "), flags=re.I
    )


def doi(csl):
    """The DOI in its normal form, or an empty string."""
    try:
        return normalise_doi(text(csl, "DOI"))
    except InvalidIdentifier:
        return ""


def doi_address(csl):
    """Address of the DOI, or an empty string."""
    return f"https://doi.org/{quote(doi(csl), safe='/:;()._-')}" if doi(csl) else ""


def pmid(csl):
    """The PubMed id, or an empty string."""
    number = text(csl, "PMID")
    return number if re.fullmatch("[0-9]{1,8}", number) else ""


def address(csl):
    """The record's own address if it is one of the web; javascript:, data: and the like are none."""
    url = text(csl, "URL")
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.netloc and " " not in url else ""


def link(url, shown):
    return format_html('<a href="{}">{}</a>', url, shown)


def pubmed_link(csl, label):
    """ "PMID 14561278" as a link, or an empty string."""
    number = pmid(csl)
    return link(f"https://pubmed.ncbi.nlm.nih.gov/{number}/", f"{label}{number}") if number else ""


def em(words):
    return format_html("<em>{}</em>", words) if words else ""


def ended(words, *, inside=True):
    """Words with a full stop, unless they end in one, a question mark or an exclamation mark.

    `inside`: before a closing quotation mark, as Americans set it (AMA 8.6.6, APA 6.7).
    """
    bare = html.unescape(re.sub(r"</?[a-z][^>]*>", "", words)) if isinstance(words, SafeString) else words
    if not bare or _COMPLETE.search(bare):
        return words
    quote = _CLOSING_QUOTE.search(words) if inside else None
    place = quote.start() if quote else len(words)
    return type(words)(f"{words[:place]}.{words[place:]}")


def joined(parts, separator=" "):
    """The parts that say something, as safe HTML: what is not known to be safe is escaped."""
    # As `format_html_join` does, in a quarter of its time: a page may hold hundreds of references.
    return SafeString(
        separator.join(part if isinstance(part, SafeString) else html.escape(part) for part in parts if part)
    )


def edition(csl):
    """ "3rd ed.", or an empty string."""
    return f"{ordinal(text(csl, 'edition'))} ed." if text(csl, "edition") else ""


def ordinal(edition):
    """ "3" → "3rd"; anything else as it is, without "edition" behind it."""
    edition = re.sub(r"\s+(?:edition|edn?\.?)$", "", edition, flags=re.I)
    if not edition.isdigit():
        return edition
    ending = (
        "th"
        if edition[-2:] in ("11", "12", "13")
        else {"1": "st", "2": "nd", "3": "rd"}.get(edition[-1], "th")
    )
    return edition + ending
