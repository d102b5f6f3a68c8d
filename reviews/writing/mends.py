"""What one click can do about a flag: a suggestion in other words, or an act that says what is meant."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from evidence.appraisal.grade import certainty
from evidence.appraisal.wording import statement
from evidence.bibliography.importers.study_types import ANIMALS
from evidence.vocabulary import ClaimKind, StudyPopulation

UNSAID = ("EF1",)
TOO_STRONG = ("EF6",)
UNTIED = ("EF8",)


@dataclass(frozen=True)
class Mend:
    """`words` is the sentence as it would read; `act` and `arguments` say which act of the desk does it."""

    label: str
    act: str
    words: str = ""
    arguments: tuple = ()


def mends_of(line, manuscript):
    """The Mends for a Line of the sheet, the one that helps first in front; none where only a person can help."""
    codes = {flag.code for flag in line.flags}
    found = []
    if line.is_open:
        found.append(Mend(_("Make it a claim"), "claim"))
    if codes & {*UNSAID}:
        found += _with_species(line, manuscript)
    if codes & {*TOO_STRONG}:
        found += _allowed_wording(line, manuscript)
    if codes & {*UNTIED} and line.claims:
        found += [
            Mend(
                _("It speaks of “%(outcome)s”") % {"outcome": one.name},
                "claim",
                arguments=(("outcome", one.key),),
            )
            for one in manuscript.outcomes
        ]
    return tuple(found)


def _with_species(line, manuscript):
    """The sentence with those who were studied in front, as the records of its sources name them."""
    studied = [
        source
        for claim in line.claims
        for cited in claim.citations
        if (source := manuscript.source_by_key.get(cited.source))
    ]
    if not studied:
        return
    if all(source.population == StudyPopulation.ANIMAL for source in studied):
        names = sorted({_plural(source.species) for source in studied if source.species}) or [_("animals")]
        named = _("In %(animals)s, %(rest)s")
        words = named % {"animals": _(" and ").join(names), "rest": _lowered(line.sentence.text, manuscript)}
        yield Mend(_("Say “in %(animals)s”") % {"animals": _(" and ").join(names)}, "reword", words)
    elif all(source.population == StudyPopulation.CELLS for source in studied):
        words = _("In cultured cells, %(rest)s") % {"rest": _lowered(line.sentence.text, manuscript)}
        yield Mend(_("Say “in cultured cells”"), "reword", words)


def _plural(species):
    word = species.strip().lower()
    if word in ANIMALS or word.endswith("s"):
        return {"mouse": "mice"}.get(word, word if word.endswith(("s", "mice")) else f"{word}s")
    return {"mouse": "mice"}.get(word, f"{word}s")


def _lowered(text, manuscript):
    """The sentence as it goes on behind other words; a first word that is never written small here keeps its capital,
    for it may be a name."""
    first = re.match(r"[A-Z][a-z]+\b|A\b", text)
    if first is None:
        return text
    small = first.group().lower()
    known = any(re.search(rf"\b{small}\b", section.body) for section in manuscript.sections)
    return f"{small}{text[first.end() :]}" if known else text


def _allowed_wording(line, manuscript):
    """What the certainty of the claim's outcome allows to be said."""
    for claim in line.claims:
        outcome = manuscript.outcome_by_key.get(claim.outcome)
        if outcome is None or claim.kind not in (ClaimKind.EFFECT, ClaimKind.HARM):
            continue
        said = statement(outcome, certainty(outcome), manuscript.subject)
        if said and said != line.sentence.text:
            yield Mend(_("Say what the certainty allows"), "reword", str(said))
