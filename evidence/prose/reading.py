"""What one sentence says: how sure, whether as cause and effect, of whom, with which figures, and whether it advises.

It orders an editor's attention and feeds the flags; it never says whether the sentence is true.
"""

import re
from dataclasses import dataclass

from evidence.prose.advice import advice
from evidence.prose.governed import first
from evidence.prose.judged import Judged
from evidence.prose.lexicon import lexicon, remembered
from evidence.prose.modality import causal, is_question, leaves_open, modality, populations, unquoted
from evidence.prose.numbers import quantities
from evidence.prose.research_calls import without_research_calls
from evidence.prose.strength import causal_strength
from evidence.prose.verbs import ACTS, CHANGES, DESCRIBES, MAY_ACT, SUFFERED, causal_verbs

_NOT_ACTING = {DESCRIBES, CHANGES, SUFFERED}
PLAINLY = 2
MODALITIES = {4: "unhedged", 3: "probably", 2: "may", 1: "very uncertain"}
_BIDDEN = (
    r"(?:take|stop|start|avoid|combine|use|try|aim|choose|drink|eat|begin|keep|limit|mix|dissolve|store|pick|"
    r"opt|swap|stick|discontinue|"
    r"seek|reduce|increase|decrease|cycle|split|wait|swallow|apply|add|buy|give|consider|skip|refrain|steer|"
    r"ditch)"
)
# An order opens a sentence, or what follows a label, a semicolon or a condition ("If you are pregnant, avoid it").
_IMPERATIVE = re.compile(
    rf"(?:^|[:;–—] |^(?:if|when|before|after|for|to|as|once|until)\b[^,]{{3,80}}, )(?:(?:and |so |then |"
    rf"also )?(?:always |never |simply |just |"
    rf"please |first |do not |don['’]t |instead,? ))*{_BIDDEN}\b(?!\s+(?:of|in mind|note|place|part|a look|"
    rf"into account|it (?:for granted|that)|is|"
    r"are|was|were|reading|scrolling|that|care of|the (?:example|case)))",
    re.I,
)
# The same words under a pronoun or in an idiom: "who should avoid it", "those who start with little", "to begin with".
_NO_ORDER = re.compile(
    r"\b(?:who|that|which|what|whether|why|how|when|to|they|those|he|she|people|patients|participants|"
    r"volunteers|women|men)\s+"
    r"(?:(?:should|must|can|may|often|usually|always|first|also)\s+)*$",
    re.I,
)
_TOLD_TO = re.compile(
    r"\b(?:should|must|ought to) (?:(?:not|never|always|also|only|therefore) ){0,2}(?:take|stop|start|avoid|"
    r"combine|"
    r"use|try|consume|drink|eat|switch|be (?:taken|stopped|started|avoided|combined|used|given|offered))\b",
    re.I,
)
_REPORTED = re.compile(
    r"\b(?:told|asked|instructed|advised|said|says|states?|reminded|agreed|warned|if)\b", re.I
)


@dataclass(frozen=True)
class Reading:
    """Each part is a label with the words that decided.

    modality: unhedged, probably, may, very uncertain · strength: none, correlational, conditional_causal, causal ·
    population: people, animals, cells (joined by "+" if several are named) or none · numbers: how many figures need a
    source · advice to the reader: none, weak, strong."""

    modality: Judged
    strength: Judged
    population: Judged
    numbers: Judged
    advice: Judged


@remembered(maxsize=4096)
def read(text):
    """The Reading of a sentence. What it quotes is not said; a question says nothing."""
    text = unquoted(text)
    if is_question(text):
        return Reading(Judged("unhedged", 4), Judged("none"), _population(text), Judged("0"), Judged("none"))
    rank, words = modality(text)
    strength, cause_words = cause(text)
    figures = quantities(text)
    return Reading(
        Judged(MODALITIES[rank], rank, _words(words)),
        Judged(strength, because=_words(cause_words)),
        _population(text),
        Judged(str(len(figures)), len(figures), tuple(figure.words for figure in figures)),
        advice_to_reader(text),
    )


def cause(text):
    """(strength, the words that decided) by two witnesses: the tiers of the catalogue, and how verbs stand.

    A verb that the tiers do not know counts if it acts and the whole sentence reads as causal; a word of theirs that
    only describes ("a reduced risk") does not make a correlation a cause."""
    strength, words = causal(text)
    if strength not in ("none", "causal"):
        return strength, words
    stands = causal_verbs(unquoted(text))
    if strength == "none":
        for label, how in (("causal", ACTS), ("conditional_causal", MAY_ACT)):
            verb = next((word for word, each in stands if each == how), "")
            if verb and causal_strength(unquoted(text)).label == label:
                return ("conditional_causal" if leaves_open(text) else label), verb
        return strength, words
    hows = {how for _word, how in stands}
    wide = causal_strength(unquoted(text)).label if hows and hows <= _NOT_ACTING else ""
    if wide == "correlational" or (wide == "none" and SUFFERED not in hows):
        return "correlational", words
    return strength, words


def advice_to_reader(text):
    """Judged "strong" for what tells a reader to take, stop or combine something, "weak" for what commends it; the
    score is that of `demand`."""
    demanded = demand(text)
    if demanded.label == "strong":
        return demanded
    judged = advice(text, discussion=True)
    return Judged("weak", 0, judged.because) if judged.label == "weak" else Judged("none")


def demand(text):
    """Judged "strong" for what tells a reader what to do, or "none"; calls for research are none. The score is PLAINLY
    for words that only advice has, less for what is said to nobody in particular ("it should be taken with food") and
    may be a report."""
    imperative, told = _IMPERATIVE.search(text), _TOLD_TO.search(text)
    words = _commanded(text) or (imperative.group().strip(" :;–—") if imperative else "")
    softer = first(text, "told_to_do", denied=False) if not words else ""
    if not (words or told or softer):
        return Judged("none")
    rest = without_research_calls(text)
    if words and words in rest:
        return Judged("strong", PLAINLY, (words,))
    if told and told.group() in rest and not _is_indirect(text[: told.start()]):
        return Judged("strong", PLAINLY - 1, (told.group(),))
    if softer and softer in rest and not _is_indirect(text[: text.find(softer)]):
        return Judged("strong", PLAINLY - 1, (softer,))
    return Judged("none")


def _commanded(text):
    """The first words of advice that nothing before them turns into a report ("those who start with little")."""
    for start, _end, words in lexicon("advice").find(text):
        if not _NO_ORDER.search(text[:start]):
            return words
    return ""


def _is_indirect(before):
    """Whether what is told is a report, or the object of a question ("we discuss who should avoid it")."""
    return _is_report(before) or bool(
        re.search(r"\b(?:who|what|whether|why|how|which)\s+(?:\w+\s+)?$", before, re.I)
    )


def _is_report(before):
    return bool(lexicon("attribution").first(before) or _REPORTED.search(before))


def _population(text):
    named = populations(text)
    return Judged("+".join(named) or "none", because=tuple(named.values()))


def _words(words):
    return (words,) if words else ()
