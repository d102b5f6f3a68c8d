"""PubMed's efetch XML: each record is cut out and read by itself, so that a broken one spoils no other."""

import re
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from django.utils.translation import gettext as _

from evidence.bibliography.importers.dates import csl_date, month_number
from evidence.bibliography.importers.markup import words
from evidence.bibliography.importers.names import with_parts
from evidence.bibliography.importers.pages import written_out
from evidence.bibliography.importers.records import Problem, Record, finished
from evidence.bibliography.importers.study_types import kind_of

_RECORD = re.compile(
    r"<(PubmedArticle|PubmedBookArticle)\b[^>]*>.*?(?=</?PubmedArticle\b|</?PubmedBookArticle\b|\Z)", re.S
)
_MATH_PREFIX = re.compile(r"<(/?)mml:")  # a record cut out may lack the declaration
LARGEST = 5_000_000  # characters of one record


def read(text):
    """Records and Problems of PubMed XML. Entities beyond XML's own are refused, so nothing can swell."""
    line, last = 1, 0
    for number, found in enumerate(_RECORD.finditer(text), start=1):
        line, last = line + text.count("\n", last, found.start()), found.start()
        try:
            if found.end() - found.start() > LARGEST:
                raise ElementTree.ParseError(_("the record is larger than 5 MB"))
            piece = _MATH_PREFIX.sub(r"<\1", f"{found.group()}</{found[1]}>")
            yield Record(number, line, csl_of(ElementTree.fromstring(piece)))
        except ElementTree.ParseError as error:
            yield Problem(number, line, _("The record cannot be read: %(error)s.") % {"error": error})


def csl_of(node):
    """CSL record of a PubmedArticle or PubmedBookArticle element."""
    article = node.find(".//Article")
    article = article if article is not None else node.find(".//BookDocument")
    article = article if article is not None else node
    journal = article.find("Journal")
    csl = {
        "type": _type(node, article, journal),
        "title": _words(article.find("ArticleTitle")).removesuffix(".")
        or _words(article.find("VernacularTitle")).strip("[].")
        or _words(article.find(".//BookTitle")),
        "container-title": _text(journal, "Title")
        or (_words(article.find("Book/BookTitle")) if journal is None else ""),
        "container-title-short": _text(journal, "ISOAbbreviation"),
        "volume": _text(journal, "JournalIssue/Volume"),
        "issue": _text(journal, "JournalIssue/Issue"),
        "ISSN": _text(journal, "ISSN"),
        "page": _pages(article),
        "issued": _date(article),
        "author": _authors(article),
        "editor": _people(article.find("Book/AuthorList[@Type='editors']")),
        "ISBN": _text(article, "Book/Isbn"),
        "publisher-place": _text(article, ".//Publisher/PublisherLocation"),
        "abstract": _abstract(article.find("Abstract")),
        "language": _text(article, "Language"),
        "publisher": _text(article, ".//Publisher/PublisherName"),
    }
    csl |= _identifiers(node)
    types = [one.text for one in article.iter("PublicationType") if one.text]
    if "Preprint" in types:
        csl["type"] = "article"
    mesh = [one.text for one in node.iter("DescriptorName") if one.text]
    kept = {"publication-types": types, "mesh": mesh, "comments": _comments(node), **kind_of(types, mesh)}
    return finished(csl, {name: value for name, value in kept.items() if value})


def _type(node, article, journal):
    if journal is not None or node.tag == "PubmedArticle":
        return "article-journal"
    return "chapter" if article.find("ArticleTitle") is not None else "book"


def _identifiers(node):
    found = {"PMID": _text(node, ".//PMID")}
    kinds = {"doi": "DOI", "pmc": "PMCID"}
    lists = node.findall("PubmedData/ArticleIdList") or node.findall(".//ArticleIdList")[:1]
    for one in (one for each in lists for one in each.findall("ArticleId")):
        if one.get("IdType") in kinds and one.text:
            found.setdefault(kinds[one.get("IdType")], one.text.strip())
    for one in node.iter("ELocationID"):
        if one.get("EIdType") == "doi" and one.text:
            found.setdefault("DOI", one.text.strip())
    return found


def _comments(node):
    """CommentsCorrections by their RefType: [{"source", "PMID"}]."""
    found = {}
    for one in node.iter("CommentsCorrections"):
        said = {"source": _text(one, "RefSource"), "PMID": _text(one, "PMID")}
        found.setdefault(one.get("RefType", "Comment"), []).append({k: v for k, v in said.items() if v})
    return found


def _authors(article):
    """Authors of the work, or of the book that it is; a book's editors are no authors."""
    lists = [*article.findall("AuthorList"), *article.findall("Book/AuthorList")]
    named = (_people(one) for one in lists if one.get("Type") != "editors")
    return next((people for people in named if people), [])


def _people(node):
    people = []
    for one in node.findall("Author") if node is not None else ():
        family, body = _text(one, "LastName"), _words(one.find("CollectiveName"))
        if family:
            people.append(
                with_parts(family, _text(one, "ForeName") or _text(one, "Initials"), _text(one, "Suffix"))
            )
        elif body:
            people.append({"literal": body})
    return people


def _date(article):
    for place in ("Journal/JournalIssue/PubDate", "ArticleDate", "Book/PubDate", ".//PubDate"):
        date = article.find(place)
        if date is None:
            continue
        if medline := _text(date, "MedlineDate"):
            return csl_date(medline)
        if season := _text(date, "Season"):
            return csl_date(f"{_text(date, 'Year')} {season}")
        parts = [_text(date, "Year"), month_number(_text(date, "Month")), _text(date, "Day")]
        told = "-".join(
            str(part) for part in parts[: 1 + bool(parts[1]) + bool(parts[1] and parts[2])] if part
        )
        if told:
            return csl_date(told)
    return None


def _pages(article):
    ends = (_text(article, "Pagination/StartPage"), _text(article, "Pagination/EndPage"))
    number = article.find("ELocationID[@EIdType='pii']")
    return (
        written_out(_text(article, "Pagination/MedlinePgn"))
        or "-".join(filter(None, ends))
        or ((number.text or "").strip() if number is not None else "")
    )


def _abstract(node):
    if node is None:
        return ""
    parts = []
    for one in node.findall("AbstractText"):
        label = one.get("Label")
        parts.append(f"{label}: {_words(one)}" if label else _words(one))
    return "\n".join(filter(None, parts))


def _words(node):
    """Words of an element, raised and lowered figures and formulas in it read as such."""
    if node is None:
        return ""
    inner = "".join(ElementTree.tostring(one, encoding="unicode") for one in node)
    return words(f"{escape(node.text or '')}{inner}")


def _text(node, place):
    found = node.find(place) if node is not None else None
    return " ".join((found.text or "").split()) if found is not None else ""
