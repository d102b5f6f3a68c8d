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
    r"image(?: credit| source)?:.{0,80}|home\s*[>»/›].*)$",
    re.I,
)


def is_furniture(line):
    """Whether a whole line is furniture: share buttons, comment counts, menus, cookie notices."""
    return bool(line) and bool(_LINE.match(line.strip()))
