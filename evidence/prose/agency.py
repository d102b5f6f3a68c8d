"""How a clause says that something acts on body or mind: an agent, what it acts on, and what stands between them.

An agent is what a text is about, by its names, by a word for a preparation, or by "it". Any verb behind an agent acts
unless it is known not to, so that no list of acting verbs need be complete.
"""

import re

from evidence.prose.lexicon import lexicon, remembered
from evidence.prose.reading import cause
from evidence.prose.said import speaks_of

THINGS = ("bodily", "clinical_outcomes", "disease")
CAUSES = ("causal", "conditional_causal")
_PREPARATION = (
    r"(?:drug|substance|medicine|medication|supplement|tea|extract|herb|plant|pill|tablet|capsule|compound|product|"
    r"treatment|therapy|remedy|nootropic|powder|dose|mineral|vitamin|molecule|peptide|diet|preparation|ingredient|"
    r"oil|root|juice|injection|vaccine)s?"
)
_STUDY = re.compile(
    r"\b(?:stud(?:y|ies)|trials?|experiments?|research|evidence|data|reviews?|meta-analys[ei]s|surveys?|search|"
    r"authors|questions?|article|page|section)\b",
    re.I,
)
_ADVERBS = (
    r"(?:(?:also|really|even|still|now|often|usually|quickly|always|never|soon|then|just|\w+ly)\s+){0,3}"
)
_MODAL = r"(?:(?:may|might|can|could|will|would|shall|should|must|did|does|do)\s+)"
_BY_MEANS = (
    r"(?:with|on|after|thanks to|through|from|by|taking|using|because of|due to|under|a dose of|a course of)"
)
_GOOD = (
    r"(?:good|great|effective|useful|helpful|best|ideal|right|perfect|excellent|invaluable|unbeatable|wonderful|key|"
    r"answer|solution|cure|remedy|medicine|boon|blessing|antidote|way|weapon|shield|friend|food|fuel)"
)
_BETTER = re.compile(
    r"\b(?:better|worse|more|less|fewer|faster|slower|sharper|clearer|brighter|calmer|deeper|quicker|younger|longer|"
    r"sooner|stronger|weaker|best|again|back|no longer|gone|history|(?:the|a thing of the) past|\w{3,}(?:ier|est))\b",
    re.I,
)
_LIVING = re.compile(
    r"\b(?:remember|forget|feel|think|sleep|recover|learn|live|heal|improve|benefit|regain|lose|gain|get|notice|enjoy|"
    r"suffer|die|come|return|vanish|disappear|work|help|report|say|have|become)(?:s|ed|d|es)?\b|"
    r"\b(?:forgot|felt|slept|lost|got|came|learnt|had|became|said)\b",
    re.I,
)
_SUFFIXED = re.compile(
    r"\b\w{3,}(?:itis|algia|aemia|emia|opathy|plegia|rrh[oe]*a|penia|phobia|somnia)\b", re.I
)
_BIDDEN = re.compile(r"^(?:just |simply |always )?(?:take|try|use|drink|swallow|eat|add|choose|buy)\b", re.I)
_NO_VERB = re.compile(
    rf"(?:users|takers|capsules|tablets|doses|products|supplements|leaves|studies|trials|tests|results|effects|"
    rf"extracts|sellers|makers|this|its|series|as|plus|versus|always|perhaps|sometimes|{_PREPARATION})",
    re.I,
)
# Where nobody has said what a text is about, any name may act.
_ANY_NAME = (
    r"(?-i:(?!(?:The|A|An|In|On|At|By|Of|For|To|If|As|And|But|Or|So|Most|Some|Many|Few|No|Not|One|Two|We|They|He|She|You|"
    r"However|Whether|When|While|Where|There|These|Those|That|What|Who|How|Why|After|Before|With|Without|Each|Both|All|"
    r"Other|Such|Read|People|Adults|Patients|Memory|Sleep|Mood)\b)[A-Z][\w-]+)"
)
# "Never fails to": two negations affirm.
TWICE = re.compile(
    r"(?:\b(?:never|not|no|nobody|none|cannot|without)\b|n['’]t\b).{0,60}?\b(?:fail(?:s|ed|ing|ure)?|unable)\b",
    re.I,
)
_VERB_ENDS = ("s", "ed", "ught", "ept")
# What an object begins with: no preposition, no other verb, nothing that joins.
_UP_TO_OBJECT = re.compile(
    r"(?:\s+(?!(?:of|in|on|at|by|for|with|to|from|and|or|nor|but|as|than|that|which|who|about|during|after|before|when|"
    r"if|is|are|was|were|be|been|has|have|had|may|might|can|could|will|would|do|does|did|not)\b)[\w’'-]+){1,3}"
)


def things(text):
    """The words of a text that name something of body or mind, each once."""
    found = [words for name in THINGS for _start, _end, words in lexicon(name).find(text)]
    return tuple(dict.fromkeys((*found, *_SUFFIXED.findall(text))))


def thing(text):
    """The first word that a list has of something of body or mind, or an empty string."""
    found = next(filter(None, (lexicon(name).first(text) for name in THINGS)), "")
    return found or (named.group() if (named := _SUFFIXED.search(text)) else "")


@remembered(maxsize=64)
def agent(agents):
    """The pattern of whatever may act in a text that is about `agents`, names in small letters."""
    names = "|".join(re.escape(name) for name in agents) or _ANY_NAME
    return re.compile(rf"\b(?:it|this|{_PREPARATION}|{names})\b", re.I)


def names_agent(text, agents):
    """Whether a text names what it is about, by name, as a preparation, or by a pronoun."""
    return bool(agent(agents).search(text))


def tells_of_studies(clause):
    """Whether a clause speaks of studies and compares nothing."""
    return bool(_STUDY.search(clause)) and not _BETTER.search(clause)


def relation(clause, agents):
    """The words by which a clause says that something acts on body or mind, or an empty string."""
    named, acts = thing(clause), agent(agents).search(clause)
    promised = lexicon("promise").first(clause) or lexicon("assurance").first(clause)
    if promised and (named or acts):
        return promised
    if not named:
        return ""
    if acts and (twice := TWICE.search(clause)):
        return twice.group()
    strength, words = cause(clause)
    if strength in CAUSES:
        return words
    if not acts or tells_of_studies(clause):
        return ""
    return _by_grammar(clause, agents) or _in_people(clause)


def _by_grammar(clause, agents):
    acting, by_means, praised, equal = _grammar(agents)
    for found in acting.finditer(clause):
        if found["modal"] or _may_act(found["verb"]) or _takes_object(found["verb"], clause[found.end() :]):
            return found["verb"]
    changed = _LIVING.search(clause) or _BETTER.search(clause)
    found = (by_means.search(clause) if changed else None) or praised.search(clause) or equal.search(clause)
    if not found and _BIDDEN.match(clause):
        found = changed
    return found.group() if found else ""


def _may_act(word):
    word = word.lower()
    if not word.endswith(_VERB_ENDS) or word.endswith(("ss", "ness")) or _NO_VERB.fullmatch(word):
        return False
    return "-" not in word and not lexicon("bodily").first(word) and not lexicon("unacting").first(word)


def _takes_object(word, rest):
    """A name of something of the body is a verb where another follows as its object ("it poisons memory"), and so is
    what follows "has" ("it has dulled memory")."""
    if not word.lower().endswith(_VERB_ENDS) or _NO_VERB.fullmatch(word) or lexicon("unacting").first(word):
        return False
    behind = _UP_TO_OBJECT.match(rest)
    return bool(behind and (thing(behind.group()) or lexicon("people").first(behind.group())))


def _in_people(clause):
    """ "People who take it remember more"."""
    better = _BETTER.search(clause) if "people" in speaks_of(clause) else None
    return better.group() if better and _LIVING.search(clause) else ""


@remembered(maxsize=64)
def _grammar(agents):
    acts = agent(agents).pattern
    return (
        re.compile(
            rf"{acts}(?:\s+{acts})*\s+(?:that\s+|which\s+)?(?P<modal>{_MODAL})?"
            rf"(?:(?:has|have|had)\s+(?={_ADVERBS}\w+(?:ed|ught|ept)\b))?{_ADVERBS}(?:not\s+)?{_ADVERBS}"
            rf"(?P<verb>[\w’'-]+)",
            re.I,
        ),
        re.compile(rf"\b{_BY_MEANS}\s+(?:[\w-]+\s+){{0,2}}?{acts}", re.I),
        re.compile(
            rf"{acts}\s+(?:is|are|was|were|has been|can be|may be|will be)\s+(?:[\w’'-]+\s+){{0,4}}?"
            rf"(?:{_GOOD}\b|for\b)",
            re.I,
        ),
        re.compile(rf"{acts}\W*(?:=|→|➜|->)|^{acts}\s+(?:better|more|less|fewer|no more)\b", re.I),
    )
