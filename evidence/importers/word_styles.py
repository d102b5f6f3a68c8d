"""Word's styles: which paragraph is a heading of which level by any legal route, and what a style hides or raises."""

import re
from dataclasses import dataclass

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DEEPEST = 30  # styles that a style is based on, one on the other
TITLES = {
    "title", "titel", "titre", "título", "titolo", "tytuł", "otsikko", "rubrik", "название", "názov", "název", "cím",
}  # fmt: skip
# "Heading 1" as programs spell it in other languages; some of these words alone mean a title.
_NUMBERED = re.compile(
    r"(?:heading|überschrift|titre|título|titolo|rubrik|overskrift|otsikko|kop|nagłówek|заголовок|nadpis|başlık|címsor|"
    r"επικεφαλίδα|titlu|cabeçalho|encabezado|naslov|fyrirsögn|标题|標題|見出し|제목)\s?(\d)(?:\s(?:char|zchn|car|tegn|znak))?",
    re.I,
)
_ALONE = re.compile(
    r"(?:heading|überschrift|overskrift|kop|nagłówek|заголовок|nadpis|encabezado|見出し)", re.I
)
OFF = ("0", "false", "off", "none")


@dataclass(frozen=True)
class Style:
    name: str
    based_on: str
    level: int | None
    hidden: bool
    raised: str
    linked: str


class Styles:
    """The styles of a file by their id; what one does not say, the one it is based on says."""

    def __init__(self, root):
        self.known = {}
        for node in root.iter(f"{WORD}style") if root is not None else ():
            self.known[node.get(f"{WORD}styleId", "")] = Style(
                said(node, "name"),
                said(node, "basedOn"),
                outline_level(node.find(f"{WORD}pPr")),
                is_on(node, f"{WORD}rPr/{WORD}vanish"),
                said(node, f"rPr/{WORD}vertAlign"),
                said(node, "link"),
            )

    def chain(self, name):
        """A style and those it is based on, nearest first; a circle ends where it closes."""
        met = []
        while name in self.known and name not in met and len(met) < DEEPEST:
            met.append(name)
            name = self.known[name].based_on
        return [self.known[one] for one in met]

    def level(self, name):
        """0 to 8 for a heading, 9 for what says that it is text, None for what says nothing."""
        for style in self.chain(name):
            if style.level is not None:
                return style.level
            if found := _NUMBERED.fullmatch(style.name.strip()):
                return int(found[1]) - 1
            if _ALONE.fullmatch(style.name.strip()):
                return 0
        return None

    def level_of_characters(self, name):
        """The level of a heading whose character style stands on a whole paragraph."""
        level = self.level(name)
        if level is None:
            level = next(
                (self.level(one.linked) for one in self.chain(name) if one.linked in self.known), None
            )
        return level

    def is_title(self, name):
        return any(style.name.strip().casefold() in TITLES for style in self.chain(name)[:1])

    def hides(self, name):
        return any(style.hidden for style in self.chain(name))

    def raised(self, name):
        return next((style.raised for style in self.chain(name) if style.raised), "")


def said(node, place):
    """The value of an element's child, such as a style's name; an empty string for none."""
    found = node.find(f"{WORD}{place}") if node is not None else None
    return (found.get(f"{WORD}val") or "") if found is not None else ""


def outline_level(properties):
    level = said(properties, "outlineLvl")
    return int(level) if level.isascii() and level.isdigit() and len(level) == 1 else None


def is_on(node, place):
    """Whether a switch stands and is not turned off."""
    found = node.find(place) if node is not None else None
    return found is not None and found.get(f"{WORD}val", "1").casefold() not in OFF
