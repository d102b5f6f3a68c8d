"""What belongs to a site's page and not to the article on it."""

import re

_LINE = re.compile(
    r"^(?:[-•*]\s*)?(?:no comments(?: yet)?|\d+ (?:comments?|shares?|views?|likes?)|leave a (?:comment|reply)|"
    r"(?:add|post) a comment|share(?: (?:this|on|with|via)\b.{0,40})?|tweet|pin(?: it)?|like|email(?: this)?|save|"
    r"print(?: this)?(?: (?:page|article))?|\d{1,2}:\d\d\s*(?:am|pm)?|(?:estimated )?reading time\b.*|"
    r"\d+[- ]min(?:ute)?s?(?: read)?|related (?:posts?|articles?|reading|content|topics|stories)\b.{0,40}|"
    r"(?:you (?:may|might) also like|read more|read next|more (?:from|like this|articles|stories)|"
    r"recommended for you|trending now|popular posts?|recent posts?)\b.{0,60}|recommended(?: reading| articles?)?|"
    r"trending|subscribe\b.{0,80}|sign up\b.{0,80}|"
    r"(?:join|get) (?:our|the) newsletter\b.{0,80}|(?:this site|we) uses? cookies\b.*|"
    r"cookie (?:policy|settings|notice)|accept(?: all)?(?: cookies)?|reject all|skip to (?:main )?content|"
    r"(?:main )?menu|home|about us|contact(?: us)?|"
    r"privacy policy|terms (?:of use|and conditions|of service)|log ?in|search|advertisement|sponsored|"
    r"(?:table of )?contents|posted in\b.*|filed under\b.*|tags?:.*|tagged\b.*|categor(?:y|ies):.*|"
    r"previous(?: (?:post|article)\b.{0,60})?|next(?: (?:post|article)\b.{0,60})?|back to top|scroll to top|"
    r"(?:follow us(?: on)?\b.{0,40}|facebook|twitter|linkedin|pinterest|instagram|whatsapp|reddit|youtube|x)|"
    r"(?:copyright|©|\(c\))\s.{0,80}|all rights reserved\.?|photo(?: credit)?:.{0,80}|"
    r"image(?: credit| source)?:.{0,80}|home\s*[>»/›|·•].*|"
    r"(?:https?://)?(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|info|health|eu|de|io|co\.uk)/?)$",
    re.I,
)

_TAIL = re.compile(
    r"^(?:leave a (?:comment|reply)|(?:\d+ )?(?:comments|responses|thoughts on\b.{0,80})|(?:add|post) a comment|"
    r"related (?:posts?|articles?|content|stories)|(?:you (?:may|might) also like|recommended for you|more from|"
    r"popular posts?|recent posts?|trending now|read next)\b.{0,60}|share this\b.{0,40}|(?:subscribe|sign up)\b.{0,80}|"
    r"(?:join |get )?(?:our |the )?newsletter)[:.!…]?$",
    re.I,
)


def is_furniture(line):
    """Whether a whole line is furniture: share buttons, comment counts, menus, cookie notices."""
    return bool(line) and bool(_LINE.match(line.strip()))


def opens_tail(line):
    """Whether a line or heading opens what a site puts under its articles: comments, further posts, a newsletter."""
    return bool(_TAIL.match(line.strip()))
