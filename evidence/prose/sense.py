"""What the words of a sentence stand for: body, illness, substance, acting, gain, animal, dish, person, inquiry.

The lists in `data/sense/` are built from the sense of a family, not from any text, and are read in one pass; words of
art are known by their build ("…itis", "kinase"), names of genes by their capitals and figures.
"""

import re
from dataclasses import dataclass
from functools import cache, cached_property

from evidence.prose.lexicon import remembered
from evidence.prose.modality import unquoted
from evidence.prose.phrasebook import DATA, Phrasebook, Words, spelled

MATTER = ("body", "condition", "chemical")  # what an effect is an effect on
MODELS = ("beast", "dish")
_ART = re.compile(
    r"\w{3,}(?:itis|osis|oses|aemia|emia|algia|opathy|opathies|ergic|trophic|oma|omas|uria|plegia|cytes?|"
    r"blasts?|"
    r"kines?|kinase|synthase|oxidase|reductase|peptidase|esterase|transferase|lipase|amylase|genesis|lysis|"
    r"penia|"
    r"pathic|toxic|genic|globin|statin|mycin|cillin|prazole|azepam|oxetine)$"
)
_GENE = re.compile(r"^(?:[A-Z]{2,}[A-Z\d]*\d[A-Z\d]*|[A-Z]{3,6}|[A-Z]{2,}[α-ω]|[a-z]?[A-Z]{2,}[a-z]?)$")
_NO_GENE = frozenset(
    ["FDA", "EU", "USA", "UK", "NHS", "WHO", "NIH", "AND", "NOT", "THE", "FOR", "YOU", "ALL", "CONS", "PROS"]
)
# What names animals or cells and is about neither: devices, plants, idioms, parts of names.
_NEITHER = re.compile(
    r"\b(?:computer|cordless|optical|wireless|cell|mobile)[ -](?:mouse|phones?|towers?)\b|\bmouse (?:click|"
    r"button|pointer|pads?|"
    r"wheel|cursor)s?\b|\brat race\b|\bguinea pigs? (?:for|of|in) (?:the|my|our|your)\b|\bhorse chestnuts?\b|"
    r"\bcat['’]?s claw\b|\bgoat(?:['’]?s rue| weed)|\bhorny goat\b|\bchickweed\b|\bhorsetail\b|"
    r"\bfish(?:[- ]oils?|y\b)|"
    r"\bcod liver\b|\bin vitro fertili[sz]ation\b|\b(?:prison|fuel|solar|stem) cells?\b|\bcow['’]?s milk\b|"
    r"\blion['’]?s mane\b|\bcoyotes?\b|\bdog days\b|\bchicken (?:soup|broth|breasts?|meat)\b|"
    r"\bstubborn animals?\b|"
    r"\banimal(?: by)?[- ](?:products?|proteins?|foods?|fats?)\b|\bsource of animals?\b|\b(?:eat|eating|"
    r"of) (?:fish|chicken|"
    r"pork|beef)\b|\bhorses? around\b|\bwild goose\b|\bsacred cow\b|\bcash cow\b|\bred yeast\b|"
    r"\bbrewer['’]?s yeast\b|"
    r"\byeast infections?\b|\bother animals\b",
    re.I,
)


@dataclass(frozen=True)
class Sense:
    """`found`: {family: ((place of the first word, the words), …)} in reading order; `words` in small letters."""

    found: dict
    words: tuple[str, ...]

    def first(self, *families):
        """The first words of some families, or an empty string."""
        return next((told for _at, told in self.all(*families)), "")

    def all(self, *families):
        """[(place, words)] of some families in reading order."""
        return sorted(one for family in families for one in self.found.get(family, ()))

    @cached_property
    def matter(self):
        """The beginnings of the words for body, illness and substance: what the sentence is about."""
        return frozenset(told.lower()[:6] for _at, told in self.all(*MATTER))

    def __contains__(self, family):
        return family in self.found


@remembered(maxsize=16384)
def sense(text):
    """The Sense of a sentence; what it quotes is left out."""
    plain = _NEITHER.sub(lambda m: " ¤ " * bool(m), unquoted(text))
    words = Words(plain)
    found = {}
    for family, at, told in _book().among(words):
        found.setdefault(family, []).append((at, told))
    for at, word in enumerate(words.small):
        if len(word) > 5 and _ART.search(word):
            found.setdefault("condition", []).append((at, word))
    for word in re.findall(r"[\w-]+", plain):
        if _GENE.match(word.replace("-", "")) and word not in _NO_GENE:
            found.setdefault("chemical", []).append((_place(words.small, word), word))
    return Sense({family: tuple(told) for family, told in found.items()}, tuple(words.small))


def _place(words, word):
    first = re.split(r"\W+", word.lower())[0]
    return words.index(first) if first in words else 0


@cache
def _book():
    lists = {}
    for path in sorted((DATA / "sense").glob("*.txt")):
        terms = list(spelled(path.read_text(encoding="utf-8").splitlines()))
        lists[path.stem] = [forms(term) for term in terms] if path.stem == "acting" else terms
    return Phrasebook(lists)


def forms(lemma):
    """A lemma with its regular forms, parted by "|"; what names its forms itself, or is a phrase, as it stands."""
    if "|" in lemma or " " in lemma:
        return lemma
    stem = lemma.removesuffix("e") if lemma.endswith("e") else lemma
    if re.fullmatch(r"[^aeiou]*[aeiou][bdgmnpt]", lemma):
        stem += lemma[-1]
    if re.search(r"[^aeiou]y$", lemma):
        return "|".join((lemma, f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing"))
    present = f"{lemma}es" if lemma.endswith(("sh", "ch", "ss", "x")) else f"{lemma}s"
    return "|".join((lemma, present, f"{stem}ed", f"{stem}ing"))
