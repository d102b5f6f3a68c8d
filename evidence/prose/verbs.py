"""Verbs that say that one thing acts on another, and how each of them stands in its sentence.

"Reduce" acts in "it reduced pain", aims in "given to reduce pain", may act in "could reduce pain", describes in "a
reduced dose", is suffered in "pain was reduced", and only changes in "pain reduced with time". Told by the words next
to it, without a parser.
"""

import re
from dataclasses import dataclass
from functools import cache

from evidence.prose.patterns import DATA

ACTS, MAY_ACT, AIMS, DESCRIBES, CHANGES, SUFFERED = (
    "acts", "may act", "aims", "describes", "changes", "suffered",
)  # fmt: skip

_WORD, _AFTER = re.compile(r"[\w'’%]+|[,;:()]"), re.compile(r"[\w'’]+|[,;:().]")
_REACH = 5  # words that are looked at on either side
_NEAR = 160  # characters in which they stand
_NOT_COUNTED = {"not", "also", "only", "even", "been", "further", "then", "almost", "nearly"}
_MODALS = {"may", "might", "could", "would"}
_BE = {"was", "were", "is", "are", "be", "been", "being"}
_BEFORE_A_VERB = _MODALS | {
    "can", "cannot", "will", "did", "do", "does", "should", "to", "help", "helps", "helped", "that", "which", "who",
    "and", "or", "don't", "doesn't", "didn't", "don’t", "doesn’t", "didn’t",
}  # fmt: skip
_BEFORE_A_NOUN = {
    "a", "an", "the", "no", "any", "some", "this", "that", "these", "those", "their", "its", "his", "her", "our",
    "with", "of", "for", "at", "and", "or", "by", "in", "on", "from", "between", "via", "both", "significant",
    "greater", "more", "less", "such", "showed", "show", "shows", "shown", "exhibit", "exhibited", "exhibits",
    "identified", "observed", "found", "having", "associated", "highest",
}  # fmt: skip
_JOINING = {"that", "and", "or", "which"}
# "Has been shown to reduce", "is necessary to reduce": the infinitive is what is said.
_RAISING = {
    "critical", "essential", "necessary", "sufficient", "crucial", "key", "way", "ways", "shown", "found", "known",
    "reported", "thought", "believed", "able", "help", "helps", "helped", "tend", "tends", "tended", "proven",
    "demonstrated", "used",
}  # fmt: skip
_HEDGING = {"appear", "appears", "seem", "seems", "likely", "unlikely"}
# What helps to know acts on nobody.
_KNOWING = {
    "identify", "identifying", "explain", "explains", "determine", "determining", "predict", "predicting", "detect",
    "diagnose", "guide", "understand", "distinguish", "recognize", "recognise", "clarify", "stratify",
}  # fmt: skip
_OF_AMOUNT = {"increase", "decrease"}
_WITHOUT_OBJECT = _OF_AMOUNT | {"improve", "worsen", "double", "triple", "halve", "slow", "accelerate"}
_NO_OBJECT_BEGINS = {
    "", ".", ",", ";", ":", ")", "(", "and", "with", "in", "more", "from", "among", "by", "to", "exponentially",
    "linearly", "after", "over", "between", "at", "similarly", "during", "since", "for",
}  # fmt: skip
_NOUNS_TOO = _OF_AMOUNT | {"benefit", "impact", "influence", "delay", "cut", "cause", "harm"}
_OTHER_WORDS_TOO = {"double", "triple", "up", "stop", "speed", "extend", "slow"}


@dataclass(frozen=True)
class Verb:
    """A causal verb where it stands: `form` is "base", "s", "ed" or "ing"; `before` are the words in front of it
    without adverbs, `modal` says that one of them makes it conditional."""

    word: str
    lemma: str
    form: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    modal: bool

    @property
    def last(self):
        return self.before[-1] if self.before else ""

    @property
    def following(self):
        return self.after[0] if self.after else ""


def causal_verbs(text):
    """[(word, how it stands)] in reading order, `how` one of ACTS, MAY_ACT, AIMS, DESCRIBES, CHANGES and SUFFERED; what
    is no verb of acting in its place is left out."""
    found = [(verb.word, _stands(verb)) for verb in _verbs(text)]
    return [(word, how) for word, how in found if how]


def _verbs(text):
    regex, forms = _forms()
    for match in regex.finditer(text):
        before = _WORD.findall(text[max(0, match.start() - _NEAR) : match.start()].lower())[-_REACH:]
        after = _AFTER.findall(text[match.end() : match.end() + _NEAR].lower())[: _REACH + 2]
        bare = tuple(word for word in before if not (word.endswith("ly") or word in _NOT_COUNTED))
        modal = _is_modal(before[-4:])
        yield Verb(match.group(), *forms[match.group().lower()], bare, tuple(after), modal)


def _is_modal(before):
    """Whether a modal reaches the verb: none of the words between them ends a clause."""
    last = max((place for place, word in enumerate(before) if word in _MODALS), default=None)
    return last is not None and not {",", ";", ":"} & set(before[last:])


def _stands(verb):
    if verb.lemma == "help" and _KNOWING & set(verb.after[:4]):
        return ""
    if verb.lemma in ("cause", "help") and verb.following == "for":
        return DESCRIBES
    if _lacks_object(verb):
        return CHANGES
    return {"ed": _past, "s": _present, "base": _bare_form, "ing": _gerund}[verb.form](verb)


def _lacks_object(verb):
    """ "Risk increased with age": an amount that changes by itself."""
    if verb.lemma not in _WITHOUT_OBJECT or verb.form == "ing" or verb.following not in _NO_OBJECT_BEGINS:
        return False
    return verb.last not in _BE and not (verb.form == "base" and verb.last in _BEFORE_A_VERB)


def _past(verb):
    if verb.last in _BE:
        acts = "by" in verb.after
        return (MAY_ACT if verb.modal else ACTS) if acts else SUFFERED
    if verb.last in ("have", "has", "had") and verb.modal:
        return MAY_ACT
    had = verb.last in ("have", "had") and verb.lemma in (*_OF_AMOUNT, "reduce", "alter")
    listed = verb.last in (",", "(") and verb.lemma in (*_OF_AMOUNT, "impair")
    return DESCRIBES if not verb.last or verb.last in _BEFORE_A_NOUN - {"that"} or had or listed else ACTS


def _present(verb):
    alone = verb.following in _NO_OBJECT_BEGINS
    noun = verb.lemma in _NOUNS_TOO and (alone or verb.last in _BEFORE_A_NOUN - _JOINING)
    return DESCRIBES if noun or verb.following in ("in", "of", "were", "was", "are", "and") else ACTS


def _bare_form(verb):
    if verb.lemma in ("lower", *_OTHER_WORDS_TOO) and verb.last not in _BEFORE_A_VERB and not verb.modal:
        return ""
    if verb.last == "to":
        raising = verb.before[-2] if len(verb.before) > 1 else ""
        return MAY_ACT if raising in _HEDGING else ACTS if raising in _RAISING else AIMS
    if verb.modal:
        return MAY_ACT
    noun = verb.last in _BEFORE_A_NOUN - _JOINING or verb.following in ("of", "in", "on")
    return DESCRIBES if noun and not (verb.lemma == "help" and verb.following == "in") else ACTS


def _gerund(verb):
    if verb.last in ("a", "an", "the", "is", "are"):
        return DESCRIBES
    if verb.lemma in _OF_AMOUNT and verb.last in ("with", "of", "their", "has", "be"):
        return DESCRIBES
    return MAY_ACT if verb.modal else AIMS


def has_object_at(text, place):
    """Whether a causal verb stands right in front of a place, at most two words before it."""
    return bool(_before_an_object().search(text[max(0, place - _NEAR) : place]))


@cache
def _before_an_object():
    forms = "|".join(_forms()[1])
    return re.compile(
        rf"\b(?:{forms}|pos(?:es?|ed)|led to|leads? to|result(?:s|ed)? in) (?:\w+ ){{0,2}}$", re.I
    )


@cache
def _forms():
    """(what finds any form, {form: (lemma, kind of form)}) of the verbs in `data/patterns/verbs_causal.txt`."""
    lines = (DATA / "verbs_causal.txt").read_text(encoding="utf-8").split("\n")
    forms = {}
    for lemma in lines:
        if lemma and not lemma.startswith("#"):
            for kind, form in _inflected(lemma):
                forms.setdefault(form, (lemma, kind))
    longest_first = "|".join(sorted(forms, key=lambda form: (-len(form), form)))
    return re.compile(rf"(?<![\w-])(?:{longest_first})(?!\w)", re.I), forms


def _inflected(lemma):
    stem = {"cut": "cutt", "stop": "stopp", "up": "upp"}.get(lemma, lemma.removesuffix("e"))
    past = {"cut": "cut"}.get(lemma, f"{stem}ed")
    present = f"{lemma}es" if lemma.endswith(("sh", "ch", "ss")) else f"{lemma}s"
    if lemma != "up":  # as a bare word it is a direction
        yield "base", lemma
    yield from (("s", present), ("ed", past), ("ing", f"{stem}ing"))
