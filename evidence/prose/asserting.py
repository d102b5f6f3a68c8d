"""Whether a sentence asserts, in its own words, that something acts on people: an effect, a harm, an interaction, or
what the law says. Grammar comes first and words second: a promise has an agent, something it acts on, and a verb.

Wide on purpose: what is found here must be claimed and sourced, so a form nobody thought of shall rather be caught.
"""

import re

from evidence.prose.agency import TWICE, agent, names_agent, relation, tells_of_studies, thing
from evidence.prose.denial import denies
from evidence.prose.judged import Judged
from evidence.prose.lexicon import lexicon, remembered
from evidence.prose.modality import is_question, leaves_open
from evidence.prose.reading import cause
from evidence.prose.said import clauses, said, speaks_of

NOTHING = Judged("none")
TITLE = 4  # words that may be a title and no sentence
_NOT = re.compile(
    r"\b(?:does|did|do|may|might|can|could|will|would|is|was|has)(?: not|n['’]t)\b|\bcannot\b", re.I
)
_INTERACTION = re.compile(r"\binteract\w*|\btogether with\b|\bcombin\w+\b", re.I)
_HARM = re.compile(
    r"\b(?:harm\w*|damag\w*|hurt\w*|poison\w*|toxic\w*|side effects?|adverse|danger\w*|addict\w*|kill\w*|safe|safely|"
    r"safety|risk|risks|bleed\w*|nause\w*|death|deaths|die[ds]?)\b",
    re.I,
)
_LESSENING = re.compile(
    r"\b(?:lower|reduc|prevent|decreas|cut|shorten|slow|protect|less|fewer|help|improv|treat|cure|clear|differ)\w*\b",
    re.I,
)
_NOT_BEFORE = re.compile(
    r"(?:\b(?:do|does|did|is|are|was|were|has|have|had|can|could|may|might|will|would|should|probably|to)(?: \w+ly)?"
    r"(?: not|n['’]t)(?! (?:only|just|merely|simply|fail))|\bcannot(?! (?:only|just|fail))|\bnever(?! fail)|\bneither|"
    r"\bnor|\bnobody|\bno(?! (?:doubt|wonder|question|surprise|secret|other|need)))(?: [\w’'-]+){0,6} ?$",
    re.I,
)
_NO_RESULT = re.compile(
    r"\b(?:no|none|neither|not (?:a|an|any)|without(?: a| any)?|little to no|little or no)(?: [\w-]+){0,3}? "
    r"(?:benefits?|effects?|differences?|improvements?|changes?|gains?|evidence|stud(?:y|ies)|trials?|results?|signs?|"
    r"better|worse|more|less|use)\b|\b(?:not|n['’]t) (?:\w+ )?(?:better|worse|more|less|enough)\b",
    re.I,
)
_EFFECT_OF = re.compile(r"\b(?:effects?|impact|influence) (?:of|on)\b", re.I)
_PLAN = re.compile(
    r"^(?:in (?:this|the) (?:article|review|section|page),? )?(?:we|i|this (?:review|article|page|section)|our (?:"
    r"search|review)|the (?:search|review|article|page|next section)) (?:\w+ ){0,3}?(?:search|ask|look|includ|exclud|"
    r"plan|read|used?\b|want|summari|describ|explain|list|compar|set out|cover|count)\w*",
    re.I,
)
_SENT_TO = re.compile(
    r"^(?:please )?(?:talk|speak|ask|see|tell|consult|turn|go|call|check|discuss)\b|\b(?:talk|speak) to\b",
    re.I,
)
_GRANTED = re.compile(r"\b(?:how|why)\b", re.I)
_MIGHT_HOW = re.compile(r"(?:how|when|where)\b.*\b(?:may|might|could|would|is thought to)\b", re.I)
_RHETORICAL = re.compile(
    r"^(?:(?:did|do) you know\b|why\b|who (?:knew|would)|isn['’]t it|is it any wonder)", re.I
)


@remembered(maxsize=16384)
def asserts(text, agents=()):
    """Judged "effect", "harm", "interaction" or "regulatory" with the words that decided, or "none". `agents` are the
    names of what the text is about, in small letters. Questions, denials that something was studied, plans, what was
    seen in animals or cells, and what sends readers to a doctor assert nothing of that kind."""
    return next((found for _clause, found in _told(text, agents)), NOTHING)


def asserting(text, agents=()):
    """The clauses of a text that assert something of people."""
    return tuple(clause for clause, _found in _told(text, agents))


@remembered(maxsize=16384)
def touches(text, agents=()):
    """Whether a sentence speaks of what the text is about and of body or mind at once, and neither denies, leaves open,
    plans, asks, nor tells of studies: the widest net, for text that nobody stands behind."""
    return len(text.split()) > TITLE and any(
        names_agent(clause, agents) and thing(clause) and not _is_harmless(clause, agents)
        for clause in _spoken(text, agents)
    )


def _told(text, agents):
    for clause in _spoken(text, agents):
        found = _of_clause(clause, agents)
        if found != NOTHING:
            yield clause, found


def _spoken(text, agents=()):
    """The clauses of what a text says itself; a bare name before a colon goes with what follows it."""
    text = said(text)
    if is_question(text) and not _RHETORICAL.match(text):
        return
    name = ""
    for clause in clauses(text):
        if agents and agent(agents).fullmatch(clause):
            name = clause
            continue
        yield f"{name} {clause}".strip()
        name = ""


def _of_clause(clause, agents):
    if denies(clause) or _is_elsewhere(clause):
        return NOTHING
    plain = _EFFECT_OF.sub("of", clause)
    if (law := lexicon("regulatory").first(plain)) and names_agent(plain, agents):
        return Judged("regulatory", 1, (law,))
    words = relation(plain, agents)
    if not words or (_is_denied(plain, words) and not _still_asserts(plain, agents)):
        return NOTHING
    label = "harm" if _HARM.search(plain) else "interaction" if _INTERACTION.search(plain) else "effect"
    return Judged(label, 1, (words, *filter(None, (thing(plain),))))


def _is_elsewhere(clause):
    """Whether a clause is a plan, a way to a doctor, left open, or about animals or cells alone."""
    named = speaks_of(clause)
    if named and "people" not in named:
        return True
    granted = _GRANTED.search(clause) and cause(clause)[0] == "causal"
    if _PLAN.search(clause) or (lexicon("see_doctor").first(clause) and _SENT_TO.search(clause)):
        return not granted
    return bool(leaves_open(clause) or _MIGHT_HOW.match(clause)) and not granted


def _is_harmless(clause, agents):
    if denies(clause) or _is_elsewhere(clause) or tells_of_studies(clause):
        return True
    return bool(_NO_RESULT.search(clause) or _NOT.search(clause)) and not _still_asserts(clause, agents)


def _is_denied(clause, words):
    """Whether a negation governs the words by which something is said to act: it stands before them, or the result is
    none."""
    if TWICE.search(clause):
        return False
    return bool(_NOT_BEFORE.search(clause[: clause.find(words)]) or _NO_RESULT.search(clause))


def _still_asserts(clause, agents):
    """What is denied may still be an assurance ("does not harm") or praise ("nothing works like it")."""
    praise = re.search(rf"\b(?:than|like|as \w+ as)\s+(?:the\s+)?{agent(agents).pattern}", clause, re.I)
    return bool(praise or (_HARM.search(clause) and not _LESSENING.search(clause)))
