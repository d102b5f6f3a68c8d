from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.prose.agency import things
from evidence.prose.frames import Line, borrowed
from evidence.prose.lexicon import lexicon
from evidence.prose.markers import sentences_of
from evidence.prose.modality import populations, unquoted
from evidence.prose.studied import studied
from evidence.vocabulary import ClaimKind, OutcomeType, Severity
from reviews.checks import declared, evidence
from reviews.checks.examples import cite, claim, example, source
from reviews.checks.rule import Finding, rule

RAT = source("rat", design="AN", population="animal")
CELL = source("cell", design="VT", population="cells")
CLINICAL_KINDS = (ClaimKind.EFFECT, ClaimKind.HARM, ClaimKind.INTERACTION)


def on(*sources):
    cites = (cite(each.key) for each in sources)
    return {"claims": [claim("c1", "effect", *cites)], "sources": list(sources)}


@rule(
    "EF1",
    name=gettext_lazy("Animal or cell evidence worded as if for people"),
    severity=Severity.BLOCK,
    standard="GRADE indirectness; MEDRS; FTC 2022",
    version=4,
    flagged=[
        example("It improves memory.[^c1]", **on(RAT)),
        example("It protects neurons and relieves anxiety.[^c1]", **on(RAT, CELL)),
        example("A cell study was done. It acted as “neuroprotective” by preventing cell death."),
        example("### Rat studies\n\nIt may improve memory and mood."),
        example("### Rat studies\n\nIt eases anxiety."),
        example("In rats it eased anxiety.\n\nTherefore it may help those with anxiety."),
        example("Rats learned faster on it. It sharpens learning."),
    ],
    passed=[
        example("In rats it improves memory.[^c1]", **on(RAT)),
        example("### Rat studies\n\nAnxiety is often treated with tea."),
        example("It improves memory.[^c1]", **on(RAT, source("trial"))),
        example("According to a rat study, it led to improvements in their learning rate."),
        example("Each tester used a computer mouse. It improved memory."),
        example("It was studied in mice. Does it improve memory in people?"),
        example("It eased anxiety in rats. Trials in anxious patients are still needed."),
        example("## CBD for dogs\n\nIn rats it eased pain. It eases pain.", title="CBD for your pet"),
        example("A mouse study was done. A trial in adults found that it improved memory."),
    ],
)
def check(manuscript, circumstances):
    """What happens in rats or in a dish is no finding about people. A sentence on a clinical effect that rests
    only on animals, cells or models must name them itself ("in rats", "in cultured neurons"). Where no source has been
    judged yet, the studies that the text mentions are followed from sentence to sentence: an effect that names nobody
    while the only evidence at hand is in animals or cells is pointed out, and noted where it may be understood from its
    neighbour. Pages on pets are about animals."""
    resting = _resting(manuscript)
    for section in manuscript.sections:
        for number, sentence in enumerate(sentences_of(section.body)):
            if _names_models(sentence.text):
                continue
            claims = [
                manuscript.claim_by_key[key] for key in sentence.markers if key in manuscript.claim_by_key
            ]
            judged = [claim_ for claim_ in claims if evidence.supports(manuscript, claim_)]
            for claim_ in judged:
                if _extrapolates(manuscript, claim_):
                    yield _finding(
                        f"claim:{claim_.key}",
                        sentence.text,
                        Severity.BLOCK,
                        _("This rests on animals or cells but reads as if it held for people."),
                    )
            if not judged and (found := resting.get((section.key, number))):
                yield _pointed_out(evidence.subject_of(manuscript, section, sentence), sentence.text, found)


def _resting(manuscript):
    """{(section, number of a sentence): Borrowed} for what rests on animals or cells by the words around it."""
    lines, places = [], []
    for number, section in enumerate(manuscript.sections):
        for index, sentence in enumerate(sentences_of(section.body)):
            lines.append(Line(number, sentence.block, sentence.kind, sentence.text))
            places.append((section.key, index))
    headings = [section.heading for section in manuscript.sections]
    found = borrowed(lines, headings, f"{manuscript.title} {manuscript.subject}")
    return {places[number]: one for number, one in found.items()}


def _names_models(text):
    named = populations(unquoted(text))
    return (
        "animals" in named
        or "cells" in dict(studied(text))
        or ("cells" in named and not _is_only_the_effect(text))
    )


def _extrapolates(manuscript, claim_):
    outcome = manuscript.outcome_by_key.get(claim_.outcome)
    if not declared.is_serious(manuscript, claim_, CLINICAL_KINDS) or declared.is_of_models(
        manuscript, claim_
    ):
        return False
    if outcome and outcome.type != OutcomeType.CLINICAL and not things(manuscript.text_of(claim_)):
        return False
    return all(evidence.speaks_of_models(source_) for source_ in evidence.supports(manuscript, claim_))


def _is_only_the_effect(text):
    return not any(
        words.lower() in ("in vitro", "in cells", "in cell", "in a dish", "cell study", "cell studies")
        or "cultur" in words.lower()
        or "slice" in words.lower()
        or "line" in words.lower()
        for _start, _end, words in lexicon("model_cells").find(text)
    )


def _pointed_out(subject, text, found):
    after = found.away < 0
    where = (
        _("%(n)d sentences below")
        if after
        else _("%(n)d sentences above")
        if found.away
        else _("in the heading")
    )
    said = {"words": found.frame.words, "where": where % {"n": abs(found.away)} if found.away else where}
    if found.goes_on:
        return _finding(
            subject,
            text,
            Severity.INFO,
            _("Only its neighbour says who was studied: %(words)s, %(where)s.") % said,
        )
    return _finding(
        subject,
        text,
        Severity.WARN,
        _("This reads as if it held for people. The only evidence named here: %(words)s, %(where)s.") % said,
    )


def _finding(subject, words, severity, message):
    return Finding(
        subject=subject,
        words=words,
        severity=severity,
        message=message,
        mend=_("Name the model in the sentence (“in rats”, “in cultured cells”), or cite a study in people."),
    )
