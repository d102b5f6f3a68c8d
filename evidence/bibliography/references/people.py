"""Who is named, as the two numbered styles print it: they differ in how many they name and in what they call a part."""

from collections.abc import Callable
from dataclasses import dataclass

from evidence.bibliography.references.names import shortened


@dataclass(frozen=True)
class People:
    """Up to `most` names are all printed, of more the first `shown` and "et al"; `parts` are what one and what many
    of CSL's "editor" or "translator" are called; `ended` sets the style's full stop."""

    most: int
    shown: int
    parts: dict[str, tuple[str, str]]
    ended: Callable[[str], str]
    ordinal: bool = False

    def names(self, people):
        """ "Rae C, Digney AL"."""
        names, cut = shortened(people, self.most, self.shown, ordinal=self.ordinal)
        return ", ".join([*names, "et al"] if cut else names)

    def in_part(self, csl, part):
        """ "Rae C, Digney AL, eds"; empty where the record names nobody in this part."""
        people = csl.get(part) or ()
        one, many = self.parts[part]
        return f"{self.names(people)}, {many if len(people) > 1 else one}" if people else ""

    def first(self, csl, editors=True):
        """Whom the reference begins with: the authors, else, if they may stand there, the editors."""
        if csl.get("author"):
            return self.ended(self.names(csl["author"]))
        return self.ended(self.in_part(csl, "editor")) if editors else ""
