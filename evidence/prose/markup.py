"""Markdown to HTML, with claim markers turned into whatever the page wants to show for them."""

import re
from functools import lru_cache

import nh3

from evidence.prose.markers import readable, sentences_of
from evidence.prose.parser import parser

TAGS = {
    "p", "br", "em", "strong", "s", "ul", "ol", "li", "blockquote", "code", "pre", "hr", "a", "sub", "sup",
    "table", "thead", "tbody", "tr", "th", "td", "span", "div", "h2", "h3", "h4", "h5", "h6", "details",
    "summary",
}  # fmt: skip
ATTRIBUTES = {
    "*": {"class", "id"},
    "a": {"href", "title", "aria-label", "aria-describedby"},
    "ol": {"start"},
    "th": {"scope"},
    "div": {"tabindex", "role", "aria-label"},
    "span": {"title"},
}
OPEN, CLOSE = "\ue010", "\ue011"


def to_html(body, marker=None, opened=None):
    """Sanitised HTML of a body. `marker(key)` returns safe HTML for a `[^key]`; without it markers vanish.

    A sentence that carries markers becomes `<span class="claim" id="claim-KEY">`, named by its first key;
    its further keys are anchors inside it. `opened(number, sentence)` may give another opening span for a sentence,
    also for one that carries none; empty for none.
    """
    spans = []
    html = _parser(marker).render(_with_bounds(body, spans, opened or _claimed) if marker else body)
    parts = iter(spans)
    html = re.sub(OPEN, lambda _m: next(parts), html)
    html = html.replace(CLOSE, "</span>")
    # The policy refuses styles; what is no tag is escaped by now, so only the cells of tables can say this.
    html = re.sub(r' style="text-align:(left|right|center)"', r' class="\1"', html)
    html = html.replace("<table>", '<div class="scroll" tabindex="0" role="region"><table>')
    html = html.replace("</table>", "</table></div>")
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener nofollow",
    )


@lru_cache(maxsize=4096)
def plain(body):
    """The visible words of a body: no Markdown, no markers, one line a block."""
    text = re.sub(r"^\s*(?:#{1,6}\s+|[-*+]\s+|\d+[.)]\s+|>\s?|\|)", "", body, flags=re.M)
    text = re.sub(r"^[\s|:\-]+$", "", text, flags=re.M).replace("|", " ")
    return "\n".join(line for line in map(readable, text.split("\n")) if line)


@lru_cache(maxsize=4096)
def words(body):
    """Number of visible words of a body."""
    return sum(any(letter.isalnum() for letter in word) for word in plain(body).split())


def _with_bounds(body, spans, opened):
    pieces, position = [], 0
    for number, sentence in enumerate(sentences_of(body)):
        if span := opened(number, sentence):
            spans.append(span)
            pieces += [body[position : sentence.start], OPEN, body[sentence.start : sentence.end], CLOSE]
            position = sentence.end
    return "".join([*pieces, body[position:]])


def _claimed(_number, sentence):
    if not sentence.markers:
        return ""
    first, *others = sentence.markers
    anchors = "".join(f'<span id="claim-{key}"></span>' for key in others)
    return f'<span class="claim" id="claim-{first}">{anchors}'


def _parser(marker):
    made = parser()
    made.add_render_rule(
        "claim_marker", lambda _self, tokens, at, _options, _env: marker(tokens[at].content) if marker else ""
    )
    return made
