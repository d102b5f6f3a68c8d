"""A page of HTML: the article on it is kept whole, what belongs to the site is set aside, nothing is fetched."""

import re
from dataclasses import replace

from bs4 import BeautifulSoup

from evidence.bibliography.importers.formulas import without_mathml
from evidence.importers import html_guard
from evidence.importers.decoding import decoded
from evidence.importers.drafts import DraftPerson
from evidence.importers.furniture import is_furniture
from evidence.importers.head import Head
from evidence.importers.html_dress import undress
from evidence.importers.html_meta import metadata
from evidence.importers.html_notes import link_notes, raise_figures, replace_pictures
from evidence.importers.markdown import draft_of
from evidence.importers.to_markdown import markdown_of

_ASIDE = ("nav", "footer", "aside", "dialog", "menu")
_ASIDE_ROLES = {"navigation", "complementary", "contentinfo", "banner", "search", "dialog", "alert"}
_ASIDE_WORDS = re.compile(
    r"(?:^|[\s_-])(?:comments?|respond|share|sharing|social|related|newsletter|signup|subscribe|cookies?|consent|"
    r"breadcrumbs?|sidebar|advert\w*|ads?|promo|banner|menu|navbar|popup|modal|toc|tags|pagination|author-bio|about-author|"
    r"skip-link|mw-editsection|print-only|screen-reader-text|sr-only|visually-hidden)(?:$|[\s_-])",
    re.I,
)
_BYLINE_WORDS = re.compile(
    r"(?:^|[\s_-])(?:byline|author|authors|entry-meta|post-meta|article-meta|dateline)(?:$|[\s_-])", re.I
)
MOST_OF_IT = 0.5  # what holds more than this share of an article's words is the article, whatever its class


def read(data):
    """Draft of an HTML page. Raises ValueError for one that says nothing or is nested beyond reason."""
    text = decoded(data)
    html_guard.refuse_depth(text)
    return draft_of_html(text, metadata(BeautifulSoup(text, "html.parser")))


def draft_of_html(text, known):
    """Draft of HTML text; `known` is what its head says (see `html_meta.Known`)."""
    dressed = BeautifulSoup(without_mathml(text), "html.parser")
    told = undress(dressed)
    soup = BeautifulSoup(html_guard.cleaned(str(dressed)), "html.parser")
    head = Head()
    article = _article(soup)
    title, heading = _title(soup, article, known.title)
    _set_aside(article, head)
    _take_byline(article, head)
    head.people = head.people or list(known.people)
    head.people = _with_roles(head.people, known.people)
    if known.date:
        head.dates.insert(0, (known.date, False))
    if heading is not None:
        heading.extract()
    link_notes(article)
    raise_figures(article)
    replace_pictures(article)
    draft = draft_of(markdown_of(article), head, title=title, language=known.language)
    return replace(draft, problems=(*told, *draft.problems))


def _article(soup):
    """The node that holds the article: the longest of those that say so, if it is most of the page's text."""
    candidates = soup.select("article, main, [role=main], [itemprop=articleBody]")
    best = max(candidates, key=_length, default=None)
    whole = soup.find("body") or soup
    return best if best is not None and _length(best) > 200 else whole


def _title(soup, article, known):
    """(title, its heading or None): the marked title, the article's first <h1>, else the page's, else its head's."""
    heading = article.select_one("h1.title") or article.find("h1") or soup.find("h1")
    if heading is None:
        return known, None
    words = " ".join(heading.get_text(" ").split())
    several = len(article.find_all("h1")) > 1 and "title" not in (heading.get("class") or [])
    if several and known:
        return known, heading if words.casefold() == known.casefold() else None
    if several and _has_words_before(article, heading):
        return "", None
    return words or known, heading


def _has_words_before(article, heading):
    before = heading.find_previous_sibling(["p", "div"])
    return before is not None and bool(before.get_text(strip=True))


def _set_aside(article, head):
    whole = _length(article) or 1
    for node in article.find_all(True):
        if (
            node.decomposed
            or node.parent is None
            or not _is_aside(node)
            or _length(node) > MOST_OF_IT * whole
        ):
            continue
        lines = [line for line in node.get_text("\n").split("\n") if line.strip()]
        head.aside += [" ".join(line.split()) for line in lines]
        node.decompose()


def _is_aside(node):
    named = " ".join([*(node.get("class") or []), node.get("id") or ""])
    if node.name in ("h1", "h2", "h3", "h4", "h5", "h6", "li", "sup", "a", "ol"):
        return False
    marked = node.name in _ASIDE or node.get("role") in _ASIDE_ROLES or _ASIDE_WORDS.search(named)
    return bool(marked) and not _holds_notes(node)


def _holds_notes(node):
    """Reference lists and footnotes often stand in a footer or an aside of the article."""
    named = " ".join(
        " ".join([*(n.get("class") or []), n.get("id") or ""]) for n in [node, *node.find_all(True)]
    )
    return bool(re.search(r"(?:foot|end)notes?|references?|citations?|bibliograph|reflist", named, re.I))


def _take_byline(article, head):
    """By-line and dates that say what they are are taken out of the text; others are found among the first lines."""
    for node in article.find_all(["time", "address", "p", "div", "span", "a", "ul"]):
        if node.decomposed or node.parent is None or not _is_byline(node) or _length(node) > 200:
            continue
        lines = [" ".join(line.split()) for line in node.get_text("\n").split("\n") if line.strip()]
        whole = re.sub(r"\s+(?=[,;)])", "", " ".join(lines))
        if head.takes(whole, (), below_title=True) or _takes_all(lines, head):
            node.decompose()


def _takes_all(lines, head):
    taken = [head.takes(line, lines[place + 1 :], below_title=True) for place, line in enumerate(lines)]
    return all(taken)


def _is_byline(node):
    named = " ".join([*(node.get("class") or []), *(node.get("rel") or []), node.get("itemprop") or ""])
    return (
        node.name == "address"
        or bool(_BYLINE_WORDS.search(named))
        or (node.name == "time" and not is_furniture(node.get_text()) and node.find_parent("p") is None)
    )


def _with_roles(people, known):
    roles = {person.name: person.role for person in known}
    return [DraftPerson(one.name, one.role or roles.get(one.name, ""), one.credentials) for one in people]


def _length(node):
    return len(node.get_text(strip=True))
