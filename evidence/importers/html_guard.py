"""Limits on HTML before anything works on it, and its cleaning to the elements that articles are made of."""

from html.parser import HTMLParser

import nh3
from django.utils.translation import gettext as _

DEEPEST = 150  # nested elements; the cleaner takes quadratic time in depth, the converter recurses
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
IMPLIED = {"p", "li", "dt", "dd", "tr", "td", "th", "option", "thead", "tbody", "tfoot", "colgroup"}
TAGS = {
    "p", "br", "hr", "em", "i", "strong", "b", "u", "s", "sub", "sup", "a", "ul", "ol", "li", "dl", "dt", "dd",
    "blockquote", "q", "cite", "code", "pre", "kbd", "samp", "abbr", "span", "div", "section", "article", "main",
    "body", "header", "footer", "nav", "aside", "dialog", "menu", "address", "time", "figure", "figcaption", "img",
    "picture", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "h1", "h2", "h3", "h4", "h5", "h6",
    "details", "summary", "center", "font", "small", "mark", "ins", "del",
}  # fmt: skip
ATTRIBUTES = {
    "*": {"id", "class", "role", "rel", "itemprop"},
    "a": {"href", "name"},
    "img": {"alt", "title", "src"},
    "time": {"datetime"},
    "ol": {"start"},
}
SILENT = {
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "iframe",
    "object",
    "form",
    "button",
    "select",
    "textarea",
    "title",
}


def refuse_depth(text):
    """Raise ValueError for HTML nested beyond reason."""
    gauge = _Gauge(convert_charrefs=False)
    gauge.feed(text)
    if gauge.deepest > DEEPEST:
        raise ValueError(
            _("line %(line)d: elements are nested deeper than %(most)d; save the page's article alone.")
            % {"line": gauge.line, "most": DEEPEST}
        )


def cleaned(text):
    """HTML text with implied ends written out and nothing in it but an article's elements."""
    return nh3.clean(
        text,
        tags=TAGS,
        attributes=ATTRIBUTES,
        clean_content_tags=SILENT,
        link_rel=None,
        strip_comments=True,
        url_schemes={"http", "https", "mailto"},
    )


class _Gauge(HTMLParser):
    """Follows how deep elements are nested; the first place that is too deep is remembered."""

    def __init__(self, **options):
        super().__init__(**options)
        self.open, self.deepest, self.line = [], 0, 0

    def handle_starttag(self, tag, attrs):
        if tag in VOID:
            return
        if tag in IMPLIED and self.open and self.open[-1] == tag:
            self.open.pop()
        self.open.append(tag)
        if len(self.open) > self.deepest:
            self.deepest = len(self.open)
            self.line = self.line if self.deepest <= DEEPEST else self.getpos()[0]

    def handle_endtag(self, tag):
        for place in range(len(self.open) - 1, max(-1, len(self.open) - 40), -1):
            if self.open[place] == tag:
                del self.open[place:]
                return
