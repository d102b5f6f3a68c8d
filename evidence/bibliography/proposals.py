"""What kind of study a source is, as its own record says it: proposed with the words that decided, confirmed by a
person. PubMed's terms go before the title and the abstract, for people gave them who had read the paper.
"""

import re
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from evidence.bibliography.importers.study_types import ANIMALS, CELLS, DESIGNS, MESH_DESIGNS
from evidence.bibliography.updates.assertion import custom, listed
from evidence.prose.study_kind import study_kind
from evidence.vocabulary import Design, StudyPopulation

FIELDS = ("design", "population", "species", "sample_size")
TYPES, MESH, TITLE, TEXT = _("publication type"), _("MeSH terms"), _("title"), _("title and abstract")

# Words of a title that name a design, the stronger statement first.
_TITLES = (
    (r"systematic review|meta[- ]?analys[ie]s", Design.SRMA),
    (r"practice guidelines?|consensus statement", Design.GUID),
    (r"randomi[sz]ed|placebo[- ]controlled", Design.RCT),
    (r"n[- ]of[- ]1", Design.N1),
    (r"case[- ]control", Design.CC),
    (r"cross[- ]sectional", Design.XS),
    (r"cohort", Design.COH),
    (r"case (?:report|series)|a case of", Design.CR),
    (r"molecular docking|in silico", Design.SIL),
    (r"narrative review|: a review\b|an overview", Design.NR),
)
# What an abstract says of how it was done; a protocol or a review that speaks of trials is none.
_ABSTRACTS = (
    (
        r"were (?:randomly (?:assigned|allocated)|randomi[sz]ed)|we (?:randomly assigned|randomi[sz]ed)",
        Design.RCT,
    ),
    (r"(?:prospective|retrospective|population[- ]based|birth) cohort|cohort study", Design.COH),
    (r"case[- ]control study", Design.CC),
    (r"cross[- ]sectional (?:study|survey)", Design.XS),
    (r"we (?:report|describe|present) (?:a|the) (?:rare )?case", Design.CR),
)
_OF_KIND = {"animal": Design.AN, "in_vitro": Design.VT, "narrative_review": Design.NR}
_WHOM = {
    "animal": StudyPopulation.ANIMAL,
    "in_vitro": StudyPopulation.CELLS,
    "human": StudyPopulation.HUMAN,
    "narrative_review": StudyPopulation.NONE,
}
_HEALTHY = re.compile(
    r"\bhealthy (?:\w+ ){0,2}(?:volunteers?|adults?|participants?|subjects?|men|women)\b", re.I
)
_ILL = re.compile(r"\b(?:out|in)?patients?(?! data| records)\b|\bpeople (?:with|who have) \w+", re.I)
# Every plain name of an animal, by the word that stands in a text or a MeSH heading.
_ANIMAL_WORDS = {
    "rats?": "rat", "mice|mouse": "mouse", "rabbits?": "rabbit", "zebrafish": "zebrafish", "guinea pigs?": "guinea pig",
    "dogs?|beagles?": "dog", "pigs?|swine": "pig", "monkeys?|macaques?": "monkey", "hamsters?": "hamster",
    "gerbils?": "gerbil", "sheep": "sheep", "drosophila": "fruit fly", "c(?:aenorhabditis|\\.) elegans": "C. elegans",
}  # fmt: skip
_COUNTED = r"(?P<n>\d[\d,  ]{0,9}\d|\d)"  # no study has more people than the earth
_PEOPLE = r"(?:participants|patients|volunteers|subjects|adults|children|women|men|people|infants|students)"
_BEASTS = r"(?:rats|mice|rabbits|dogs|pigs|monkeys|hamsters|guinea pigs)"
_SIZES = (
    rf"\ba total of {_COUNTED}(?: [\w-]+){{0,3}} (?:{_PEOPLE}|{_BEASTS})\b",
    rf"\b{_COUNTED}(?: [\w-]+){{0,3}} {_PEOPLE} were (?:randomi[sz]ed|randomly assigned|enrolled|recruited|included)\b",
    rf"\b(?:randomi[sz]ed|enrolled|recruited|randomly assigned) {_COUNTED}(?: [\w-]+){{0,3}} (?:{_PEOPLE}|{_BEASTS})\b",
)
_TOGETHER = (Design.SRMA, Design.NR, Design.GUID, Design.REG)


@dataclass(frozen=True)
class Proposal:
    """`value` for one of FIELDS, the words that decided, and where they stand."""

    field: str
    value: object
    because: tuple[str, ...]
    where: str

    @property
    def shown(self):
        """The value as a form spells it."""
        terms = {"design": Design, "population": StudyPopulation}.get(self.field)
        return terms(self.value).label if terms else str(self.value)


def propose(csl, text=""):
    """Proposals for a CSL-JSON record and its abstract or full text, at most one a field; none where nothing plain is
    said. Pure; nothing is set."""
    said = custom(csl)
    types = [str(one) for one in listed(said.get("publication-types"))]
    mesh = [str(one).split("/")[0].strip("*") for one in listed(said.get("mesh"))]
    title, abstract = str(csl.get("title") or ""), str(text or csl.get("abstract") or "")
    kind = study_kind(title, abstract)
    whom = _population(mesh, title, abstract, kind)
    design = _design(types, mesh, title, abstract, kind, whom.value if whom else "")
    found = [design, whom]
    if whom and whom.value == StudyPopulation.ANIMAL:
        found.append(_species(mesh, f"{title}. {abstract}"))
    if abstract and not (design and design.value in _TOGETHER):
        found.append(_sample_size(abstract))
    return tuple(one for one in found if one)


def _design(types, mesh, title, abstract, kind, whom):
    for terms, design in DESIGNS:
        # A trial in animals is an experiment, whatever its type says; "Review" says less than the title may.
        if design != Design.NR and (found := [one for one in types if one in terms]):
            animal = whom == StudyPopulation.ANIMAL and design in (Design.RCT, Design.NRT)
            return Proposal("design", str(Design.AN if animal else design), tuple(found), TYPES)
    # A protocol tells of a trial that has found nothing yet.
    if re.search(r"\bprotocol\b", title, re.I):
        return None
    if found := _worded("design", _TITLES, title, TITLE):
        animal = kind.label == "animal" and found.value in (Design.RCT, Design.COH)
        return Proposal("design", str(Design.AN), (*found.because, *kind.because), TITLE) if animal else found
    for terms, design in MESH_DESIGNS:
        if found := [one for one in mesh if one in terms]:
            return Proposal("design", str(design), tuple(found), MESH)
    if kind.label in _OF_KIND and kind.because:
        return Proposal("design", str(_OF_KIND[kind.label]), kind.because, TEXT)
    if reviews := [one for one in types if one in DESIGNS[-1][0]]:
        return Proposal("design", str(Design.NR), tuple(reviews), TYPES)
    return _worded("design", _ABSTRACTS, abstract, TEXT)


def _worded(field, table, text, where):
    for pattern, value in table:
        if found := re.search(rf"(?:{pattern})", text, re.I):
            return Proposal(field, str(value), (found.group(),), where)
    return None


def _population(mesh, title, abstract, kind):
    human = [one for one in mesh if one == "Humans"]
    animal = [one for one in mesh if one in ANIMALS]
    cells = [one for one in mesh if one.startswith(CELLS)]
    if animal and not human:
        return Proposal("population", str(StudyPopulation.ANIMAL), tuple(animal), MESH)
    if cells and not animal and kind.label != "human":
        return Proposal("population", str(StudyPopulation.CELLS), tuple(cells), MESH)
    if human and not animal:
        finer = _people(title, abstract)
        return Proposal("population", finer[0], ("Humans", *finer[1]), TEXT if finer[1] else MESH)
    if kind.label == "human" and kind.because:
        value, words = _people(title, abstract)
        return Proposal("population", value, words or kind.because, TEXT)
    whom = _WHOM.get(kind.label)
    return Proposal("population", str(whom), kind.because, TEXT) if whom and kind.because else None


def _people(title, abstract):
    """(term, words): healthy people, patients, or people as such where both or neither are named."""
    text = f"{title}. {abstract}"
    healthy, ill = _HEALTHY.search(text), _ILL.search(text)
    if bool(healthy) == bool(ill):
        return str(StudyPopulation.HUMAN), ()
    found = healthy or ill
    return str(StudyPopulation.HEALTHY if healthy else StudyPopulation.PATIENTS), (found.group(),)


def _species(mesh, text):
    """The animals named by MeSH, else by the text; more than two are no plain statement."""
    for where, words in ((MESH, "; ".join(mesh)), (TEXT, text)):
        found = {
            name: match.group()
            for pattern, name in _ANIMAL_WORDS.items()
            if (match := re.search(rf"\b(?:{pattern})\b", words, re.I))
        }
        if 0 < len(found) <= 2:
            return Proposal("species", ", ".join(found), tuple(found.values()), where)
    return None


def _sample_size(text):
    """The one number of people or animals that the text gives; none where it gives several."""
    found = {}
    for pattern in _SIZES:
        for match in re.finditer(pattern, text, re.I):
            found.setdefault(int(re.sub(r"\D", "", match["n"])), match.group())
    if len(found) != 1:
        return None
    ((number, words),) = found.items()
    return Proposal("sample_size", number, (words,), TEXT)
