"""What stands around the title: people, dates and furniture, taken line by line."""

import re

from evidence.importers.dates import date_in, is_update
from evidence.importers.drafts import DraftPerson
from evidence.importers.furniture import is_furniture
from evidence.importers.people import ROLE, is_name, labelled, people_in

_SEPARATOR = re.compile(r"\s+[|·•–—]\s+")


class Head:
    """What was found above and below a title, filled by `takes`."""

    def __init__(self):
        self.people, self.dates, self.aside = [], [], []

    @property
    def byline(self):
        return tuple(self.people)

    @property
    def date(self):
        """The date of first publication, else of the last change, else None."""
        first = [found for found, update in self.dates if not update]
        return (first or [found for found, _update in self.dates] or [None])[0]

    def takes(self, line, following, below_title=False):
        """Whether a line is by-line, date or furniture; if so it is kept here. `following` are the next lines."""
        bare = re.sub(r"^[-•*_]+\s*|[*_]+$|\*\*|__", "", line.strip()).strip()
        parts = _SEPARATOR.split(bare)
        if len(parts) > 1 and all(self._knows(part) for part in parts):
            taken = [self._takes_part(part, following, True) for part in parts]
            return all(taken)
        return self._takes_part(bare, following, below_title)

    def _knows(self, part):
        return bool(
            is_furniture(part) or date_in(part) or labelled(part) or people_in(part) or ROLE.search(part)
        )

    def _takes_part(self, line, following, below_title):
        if is_furniture(line):
            self.aside.append(line)
        elif found := date_in(line):
            self.dates.append((found, is_update(line)))
        elif not self._takes_people(line, following, below_title):
            return False
        return True

    def _takes_people(self, line, following, below_title):
        if self._is_role_of_last(line):
            last = self.people[-1]
            self.people[-1] = DraftPerson(last.name, line, last.credentials)
            return True
        said = labelled(line)
        found = people_in(said[1], said[0]) if said else ()
        if said and not found:
            dated = re.match(r"(.+?)[\s,]+(?:on\s+)?((?:[A-Z][a-z]+\.? \d|\d).*)$", said[1])
            if dated and date_in(dated[2]) and (found := people_in(dated[1].rstrip(" ,"), said[0])):
                self.dates.append((date_in(dated[2]), False))
        if not said and self._is_alone(line, following, below_title):
            found = people_in(line)
        self.people += [person for person in found if person.name not in {one.name for one in self.people}]
        return bool(found)

    def _is_role_of_last(self, line):
        return bool(
            self.people
            and not self.people[-1].role
            and ROLE.search(line)
            and len(line.split()) <= 6
            and not labelled(line)
            and line[-1:] not in ".?!"
        )

    def _is_alone(self, line, following, below_title):
        """Whether a name without a label is a by-line: credentials stand with it, or a role, date or furniture
        beneath it."""
        found = people_in(line)
        if not found:
            return False
        if any(person.role or person.credentials for person in found):
            return True
        beneath = next((text.strip(" -•*") for text in following if text.strip()), "")
        telling = date_in(beneath) or (ROLE.search(beneath) and len(beneath.split()) <= 5)
        return is_name(line) and bool(telling or (not below_title and is_furniture(beneath)))
