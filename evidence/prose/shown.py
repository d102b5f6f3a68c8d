"""What readers of a body are shown where no claim can be marked: headings, quotations, code, titles of links."""

import re
from functools import lru_cache

from evidence.prose.blocks import parsed
from evidence.prose.markers import readable

HEADING, QUOTATION, CODE, LINK = "heading", "quotation", "code", "link"
_LINK_TITLE = re.compile(
    r"\]\([^()\s]*\s+\"([^\"]*)\"\)|^\s{0,3}\[[^\]^][^\]]*\]:\s*\S+\s+[\"'(](.*)[\"')]\s*$", re.M
)
# Marks without which a body has nothing of the kind.
_MARKS = re.compile(r"[>#`\t=~]|\]\(|\]:| {4}|---")
_CODE_SPAN = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.S)


@lru_cache(maxsize=4096)
def unmarkable(body):
    """[(where, text), …]: the visible text of a Markdown body that can carry no marker, `where` one of HEADING,
    QUOTATION, CODE and LINK."""
    if not _MARKS.search(body):
        return ()
    found, quoted, heading = [], 0, False
    for token in parsed(body):
        if token.type in ("blockquote_open", "blockquote_close"):
            quoted += token.nesting
        elif token.type in ("heading_open", "heading_close"):
            heading = token.nesting == 1
        elif token.type in ("fence", "code_block"):
            found.append((CODE, " ".join(f"{token.info} {token.content}".split())))
        elif token.type == "inline" and (quoted or heading):
            found.append((HEADING if heading else QUOTATION, readable(token.content)))
    found += [(LINK, first or second) for first, second in _LINK_TITLE.findall(body)]
    found += [(CODE, span) for _ticks, span in _CODE_SPAN.findall(body)]
    return tuple((where, text) for where, text in found if text.strip())
