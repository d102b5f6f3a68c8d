"""Why a reference of ours may differ from citeproc-js's: each reason takes its own difference out of both texts.

What still differs when every reason that applies has been used is unexplained.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

ALL = ("ama", "vancouver", "apa")
OTHER_FORMS = ("dataset", "entry", "journal", "document", "paper-conference")
QUOTES = "[\"'“”‘’]"
_JOINING = re.compile(r"\b(?:da|das|de|do|dos|du|e|van|von)\b")


@dataclass(frozen=True)
class Reason:
    """`same(ours, theirs, csl)` returns both texts without this difference; `ours` says whose choice it is."""

    name: str
    why: str
    same: Callable
    styles: tuple[str, ...] = ALL
    ours: bool = True


def _both(change):
    return lambda ours, theirs, csl: (change(ours), change(theirs))


def _theirs(change):
    return lambda ours, theirs, csl: (ours, change(theirs))


def _cut(pattern, put=""):
    return lambda text: re.sub(pattern, put, text)


def _only(applies, change):
    return lambda ours, theirs, csl: change(ours, theirs, csl) if applies(csl) else (ours, theirs)


def _from_title(ours, theirs, csl):
    title = csl.get("title", "")[:25].casefold()
    return tuple(text[max(text.casefold().find(title), 0) :] for text in (ours, theirs))


def _around(ours, theirs, csl):
    """Title and link alone: what stands between them has another form."""
    title = re.escape(re.sub(QUOTES, "", csl.get("title", ""))[-12:])
    between = re.compile(rf"(?i)({title}).*?((?:https?://|doi: ?10).*)?$")
    odd = rf"{QUOTES}| \[Internet\]|Available from: \S+ (?=doi)|(?<=\(\d{{4}}), \w+(?: \d+)?(?=\))"
    return tuple(between.sub(r"\1 \2", re.sub(odd, "", text)).strip() for text in (ours, theirs))


def _within_journal(ours, theirs, csl):
    """The journal's name without points and blanks, as both may have it."""
    names = {csl.get("container-title", ""), csl.get("container-title-short", "")} - {""}
    loose = "|".join(r"[. ]*".join(map(re.escape, re.sub(r"[. ]", "", name))) for name in sorted(names))
    glued = [re.sub(loose, lambda found: re.sub(r"[. ]", "", found[0]), text) for text in (ours, theirs)]
    return tuple(glued) if loose else (ours, theirs)


def _given(pattern):
    search = re.compile(pattern).search
    return lambda csl: any(search(one.get("given", "")) for one in csl.get("author", ()))


def _is(*types):
    return lambda csl: csl.get("type") in types


REASONS = [
    Reason(
        "article number",
        "APA 9.27 calls an article number “Article e12059”; the CSL style does so only for CSL's “number”.",
        _both(_cut(r"\bArticle ", "")),
        ("apa",),
    ),
    Reason(
        "supplement",
        "A supplement is called suppl in AMA, Suppl in NLM and Suppl. in APA, however it was deposited (15_suppl).",
        _both(
            lambda text: re.sub(r"(?i)(?<=\d)[ _](suppl)\b\.?(?=[^/]*\))", r" \1", text).replace(
                " Suppl", " suppl"
            )
        ),
    ),
    Reason(
        "points between authors",
        "APA 9.8 sets three points with spaces.",
        _both(_cut(r"\. \. \.", "…")),
        ("apa",),
    ),
    Reason(
        "kinds without a form",
        "Data sets, entries, whole journals, papers of proceedings and bare documents: the CSL style has a form of "
        "its own or none; we print them like the report or chapter they resemble, with publisher and year.",
        _only(_is(*OTHER_FORMS), _around),
    ),
    Reason(
        "thesis",
        "A thesis is called one, also where the record leaves out which.",
        _only(
            _is("thesis"),
            lambda ours, theirs, csl: (
                re.sub(r"(?i) \[thesis\]| thesis\.|(?<=\[)thesis, ", "", ours),
                theirs,
            ),
        ),
    ),
    Reason(
        "preprint",
        "NLM and AMA mark a preprint as such and give its day; the CSL style does not for CSL's “article”.",
        _only(_is("article"), _around),
    ),
    Reason(
        "quotation marks",
        "citeproc-js bends straight marks and turns single ones into double; we print what was deposited.",
        _both(_cut(QUOTES)),
    ),
    Reason(
        "raised characters",
        "The same: citeproc-js raises by markup (which this comparison drops) what we print as ², ™ and so on.",
        _both(lambda text: unicodedata.normalize("NFKC", text)),
    ),
    Reason(
        "PubMed link",
        "We print the PMID, and in APA PubMed's address where there is no DOI; the CSL styles do not.",
        lambda ours, theirs, csl: (
            re.sub(r"\.?(?: ·)? (?:PubMed )?PMID:? \d+\.?$| https://pubmed\S+$", "", ours).rstrip("."),
            theirs.rstrip("."),
        ),
    ),
    Reason(
        "editor of a journal article",
        "citeproc-js names the handling editor that Crossref records; no manual does so for an article.",
        _only(
            _is("article-journal"),
            _theirs(_cut(r"(?:(?<=[.?!] )[^.]+, (?:eds?|editors?)\. | \([^()]+, Eds?\.\))")),
        ),
        ours=False,
    ),
    Reason(
        "published online",
        "Without volume and pages the CSL style calls an article published online; we do so only if the very day is "
        "known, for otherwise the record is merely incomplete.",
        _both(_cut(r"Published online (?:[A-Z][a-z]+ )?(?:\d+, )?(?=\d{4})")),
        ("ama",),
    ),
    Reason(
        "capitals",
        "The CSL styles capitalise titles of books, reports (AMA) and journals (APA), foreign ones and dell' too; "
        "we print what was deposited, as a machine cannot tell names, genes and languages.",
        _both(str.casefold),
        ("ama", "apa"),
    ),
    Reason(
        "one page",
        "citeproc-js prints a range from a page to itself.",
        _theirs(lambda text: re.sub(r"\bpp\. (?=\d+\))", "p. ", re.sub(r"(\b\w+)[-–]\1\b", r"\1", text))),
        ours=False,
    ),
    Reason(
        "particles in given names",
        "Portuguese and Spanish “da”, “de”, “e” behind a given name belong to the family name in front, and have no "
        "initial.",
        _only(_given(_JOINING.pattern), _from_title),
    ),
    Reason(
        "nicknames",
        "citeproc-js keeps a nickname in brackets among the initials.",
        _only(_given(r"[(“\"]"), _from_title),
        ours=False,
    ),
    Reason(
        "lower-case half of a name",
        "citeproc-js has no initial for the second half of “Wen-sheng”.",
        _only(_given(r"-[a-z]"), _from_title),
        ours=False,
    ),
    Reason(
        "initials without points",
        "citeproc-js takes “GF” for one name and drops the F.",
        _only(_given(r"^[A-Z]{2,3}$"), _from_title),
        ours=False,
    ),
    Reason(
        "points in a journal's name",
        "citeproc-js deletes points and glues what stood between them: J.Hut.Trop. becomes JHutTrop.",
        _within_journal,
        ("ama", "vancouver"),
        ours=False,
    ),
    Reason(
        "dash",
        "NLM prints ranges with a hyphen; in APA ours are dashes in odd page fields (1308–1309.e1) too.",
        _both(_cut("–", "-")),
        ("vancouver", "apa"),
    ),
    Reason(
        "DOI",
        "NLM has a blank behind “doi:” and a full stop before the PMID.",
        lambda ours, theirs, csl: (ours.replace("doi: ", "doi:").replace(". PubMed", " PubMed"), theirs),
        ("vancouver",),
    ),
    Reason(
        "editor beside an author",
        "citeproc-js sets the editor of an author's report in brackets; AMA 3.12.4 sets none.",
        _theirs(_cut(r"\(([^()]+, eds?\.)\)\.", r"\1")),
        ("ama",),
    ),
    Reason(
        "pages behind the date",
        "Without a volume NLM sets a colon before the pages; the CSL style has a semicolon.",
        lambda ours, theirs, csl: (
            re.sub(r"(?<=\w):(?=\w)", ";", ours),
            re.sub(r"(?<=\w):(?=\w)", ";", theirs),
        ),
        ("vancouver",),
        ours=False,
    ),
]
