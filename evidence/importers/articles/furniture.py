"""What stands around an article on a page: by-line, dates, and furniture of the site."""

import re
from datetime import date, datetime

FURNITURE = re.compile(
    r"^(?:[-•*]\s*)?(?:no comments|\d+ comments?|leave a (?:comment|reply)|share(?: this| on .*)?|tweet|pin it|"
    r"print|email|\d{1,2}:\d\d\s*(?:am|pm)?|(?:estimated )?reading time.*|\d+ min(?:ute)?s? read|related posts.*|"
    r"subscribe.*|sign up.*|cookie.*|accept all cookies.*|skip to content|menu|home|advertisement|table of contents|"
    r"posted in.*|tags?:.*|categories:.*|previous|next|back to top|facebook|twitter|linkedin|pinterest)$",
    re.I,
)
ROLE = re.compile(
    r"\b(?:writer|editor|author|md|phd|reviewer|contributor|journalist|pharmacist|dietitian|physician)\b",
    re.I,
)
NAME = re.compile(r"^(?:by\s+)?((?:[^\W\d_][\w.'’-]*\s+){1,3}[^\W\d_][\w'’-]*)(?:,\s*(.+))?$", re.I)
FORMS = ("%B %d, %Y", "%d %B %Y", "%Y-%m-%d", "%b %d, %Y", "%d %b %Y", "%m/%d/%Y")
LABEL = re.compile(r"^(?:[-•*]\s*)?(?:published|updated|posted|date|last updated)?(?:\s+on)?:?\s*", re.I)


class Head:
    """What was found above and below the title."""

    def __init__(self):
        self.byline, self.date, self.aside = [], None, []

    def takes(self, line, following, below_title=False):
        """Whether a line is by-line, date or furniture; if so it is kept here."""
        if is_furniture(line):
            self.aside.append(line)
        elif found := date_in(line):
            self.date = self.date or found
        elif self._takes_person(line, following, below_title):
            pass
        else:
            return False
        return True

    def _takes_person(self, line, following, below_title):
        if self.byline and not self.byline[-1][1] and ROLE.search(line) and len(line.split()) <= 5:
            self.byline[-1] = (self.byline[-1][0], line)
            return True
        match = NAME.match(line)
        if not match or not _is_name(match[1]):
            return False
        said_by = line.lower().startswith("by ")
        follower = next((text for text in following if text), "")
        if said_by or (not below_title and ROLE.search(follower) and len(follower.split()) <= 5):
            self.byline.append((match[1], match[2] or ""))
            return True
        return False


def is_furniture(line):
    return bool(line) and bool(FURNITURE.match(line))


def date_in(line):
    """The date that a line consists of (a label such as "Published:" may stand before it), or None."""
    bare = LABEL.sub("", line).strip()
    for form in FORMS:
        try:
            found = datetime.strptime(bare, form)  # noqa: DTZ007 - only its day is used
        except ValueError:
            continue
        return date(found.year, found.month, found.day)
    return None


def _is_name(words):
    return all(word[0].isupper() for word in words.split())
