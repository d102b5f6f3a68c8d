from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.prose.agency import things
from evidence.prose.lexicon import lexicon
from evidence.prose.modality import is_question, populations, unquoted
from evidence.prose.reading import cause
from evidence.vocabulary import ClaimKind, OutcomeType, Severity
from reviews.checks import declared, evidence
from reviews.checks.examples import cite, claim, example, source
from reviews.checks.rule import SECTION, Finding, rule

RAT = source("rat", design="AN", population="animal")
CELL = source("cell", design="VT", population="cells")
CLINICAL_KINDS = (ClaimKind.EFFECT, ClaimKind.HARM, ClaimKind.INTERACTION)
CAUSES = ("conditional_causal", "causal")
EFFECT_WORDS = ("causal_3", "causal_2")


def on(*sources):
    cites = (cite(each.key) for each in sources)
    return {"claims": [claim("c1", "effect", *cites)], "sources": list(sources)}


@rule(
    "EF1",
    name=gettext_lazy("Animal or cell evidence worded as if for people"),
    scope=SECTION,
    severity=Severity.BLOCK,
    standard="GRADE indirectness; MEDRS; FTC 2022",
    version=3,
    flagged=[
        example("It improves memory.[^c1]", **on(RAT)),
        example("It protects neurons and relieves anxiety.[^c1]", **on(RAT, CELL)),
        example("A cell study was done. It acted as “neuroprotective” by preventing cell death."),
        example("### Rat studies\n\nIt may improve memory and mood."),
        example("### Rat studies\n\nIt eases anxiety."),
    ],
    passed=[
        example("In rats it improves memory.[^c1]", **on(RAT)),
        example("### Rat studies\n\nAnxiety is often treated with tea."),
        example("It improves memory.[^c1]", **on(RAT, source("trial"))),
        example("According to a rat study, it led to improvements in their learning rate."),
        example("Each tester used a computer mouse. It improved memory."),
        example("It was studied in mice. Does it improve memory in people?"),
        example("A mouse study was done. A trial in adults found that it improved memory."),
    ],
)
def check(manuscript, circumstances):
    """What happens in rats or in a dish is no finding about people. A sentence on a clinical effect that rests
    only on animals, cells or models must name them itself ("in rats", "in cultured neurons"). Where no source
    has been judged yet, a sentence that names nobody is pointed out if its paragraph speaks only of animals or
    cells."""
    for section, sentence in evidence.sentences(manuscript):
        named = populations(unquoted(sentence.text))
        if "animals" in named or ("cells" in named and not _is_only_the_effect(sentence.text)):
            continue
        claims = [manuscript.claim_by_key[key] for key in sentence.markers if key in manuscript.claim_by_key]
        judged = [claim_ for claim_ in claims if evidence.supports(manuscript, claim_)]
        for claim_ in judged:
            if _extrapolates(manuscript, claim_):
                yield _finding(f"claim:{claim_.key}", sentence.text, Severity.BLOCK)
        if not judged and "people" not in named and _reads_as_for_people(section, sentence):
            yield _finding(evidence.subject_of(manuscript, section, sentence), sentence.text, Severity.WARN)


def _extrapolates(manuscript, claim_):
    outcome = manuscript.outcome_by_key.get(claim_.outcome)
    if not declared.is_serious(manuscript, claim_, CLINICAL_KINDS) or declared.is_of_models(
        manuscript, claim_
    ):
        return False
    if outcome and outcome.type != OutcomeType.CLINICAL and not things(manuscript.text_of(claim_)):
        return False
    return all(evidence.speaks_of_models(source_) for source_ in evidence.supports(manuscript, claim_))


def _reads_as_for_people(section, sentence):
    if is_question(sentence.text) or lexicon("hedge_1").first(sentence.text):
        return False
    if not lexicon("clinical_outcomes").first(sentence.text) or not _asserts_effect(sentence.text):
        return False
    around = populations(_around(section, sentence))
    return "people" not in around and ("animals" in around or "cells" in around)


def _asserts_effect(text):
    return any(lexicon(name).first(text) for name in EFFECT_WORDS) or cause(text)[0] in CAUSES


def _around(section, sentence):
    """The heading with the paragraph and the one before it: what a reader has in mind at the sentence."""
    texts = evidence.paragraphs(section.body)
    before = texts.get(sentence.block - 1, "")
    return f"{section.heading}. {before} {texts[sentence.block]}"


def _is_only_the_effect(text):
    return not any(
        words.lower() in ("in vitro", "in cells", "in cell", "in a dish", "cell study", "cell studies")
        or "cultur" in words.lower()
        or "slice" in words.lower()
        or "line" in words.lower()
        for _start, _end, words in lexicon("model_cells").find(text)
    )


def _finding(subject, words, severity):
    return Finding(
        subject=subject,
        words=words,
        severity=severity,
        message=_("This rests on animals or cells but reads as if it held for people."),
        mend=_("Name the model in the sentence (“in rats”, “in cultured cells”), or cite a study in people."),
    )
