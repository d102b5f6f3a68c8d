"""The kind of claim that a sentence's own words make it: an effect or a harm only where the sentence says so itself.

"Not an effect" is the default: what tells how a trial was done, who sells a thing or how common it is has no certainty
to rate.
"""

import re

from evidence.prose.deed import FINDING, MECHANISM, METHOD, NEED, REGULATORY, SILENT, deed
from evidence.prose.effects import is_background
from evidence.prose.judged import Judged
from evidence.prose.lexicon import remembered
from evidence.prose.sense import MODELS, sense
from evidence.prose.studied import CELLS_NAMED, PEOPLE, studied

EFFECTS = ("effect", "harm", "interaction")
_HARM = re.compile(
    r"\b(?:side effects?|adverse|toxic\w*|harm(?:s|ed|ful|ing)?|unsafe|dangerous|poison\w*|overdos\w*|"
    r"addict\w*|fatal|kills? people|"
    r"birth defects|miscarriage)\b|"
    r"\b(?:caus|trigger|provok|worsen|aggravat|induc|irritat|upset|damag|impair)\w*\b(?! (?:for|of))|"
    r"\blead(?:s|ing)? to\b|\bled to\b|"
    r"\b(?:rais|increas|heighten|elevat)\w* (?:the |your )?risk|\bhigher risk|\bresult(?:s|ed)? in\b|"
    r"\b(?:experienced?|suffered|reported|"
    r"complained of|developed) \b",
    re.I,
)
_ILL = ("condition",)
_GOOD = re.compile(
    r"\b(?:reduc|lower|reliev|eas|prevent|protect|treat|cur|heal|improv|help|fight|alleviat|sooth|less|"
    r"decreas|against|slow|shorten|"
    r"counter|combat|calm|lessen|mitigat|attenuat)\w*\b",
    re.I,
)
_TOGETHER = re.compile(
    r"\binteract\w*\b|\b(?:combin\w+|together|mix\w*|alongside) (?:it |them )?with\b|\b(?:blood thinners?|"
    r"warfarin|other (?:drugs|medicines|"
    r"medications)|anticoagulants?)\b",
    re.I,
)
_KINETIC = re.compile(
    r"\b(?:absor(?:b|pt)\w*|half-?li(?:fe|ves)|bioavailab\w*|excret\w*|peak(?:s|ed)? (?:in|after|within|at)|"
    r"metaboli[sz]ed|clearance|"
    r"plasma (?:levels?|concentrations?)|blood[- ]brain barrier)\b",
    re.I,
)
_THEN = re.compile(
    r"\b(?:1[5-9]|20)\d\ds?\b|\bcentur(?:y|ies)\b|\btraditional\w*\b|\bancient\b|\bfirst (?:made|described|"
    r"isolated|discovered|used|sold)\b|"
    r"\bhistor\w+\b|\bfor (?:ages|generations)\b",
    re.I,
)
_ABSENT = re.compile(
    r"\b(?:no|not (?:a )?single) (?:\w+ ){0,2}(?:stud(?:y|ies)|trials?|research|reviews?|"
    r"data)\b[^.]{0,60}\b(?:found|exists?|identified|"
    r"looked|available|published|done|tested|examined|investigated)\b",
    re.I,
)


@remembered(maxsize=16384)
def proposed(text):
    """Judged with the value of a ClaimKind and the words that decided; the score is 1 where they say it plainly."""
    told = deed(text)
    if told.kind == REGULATORY:
        return Judged("regulatory", 1, told.because)
    if absent := _ABSENT.search(text):
        return Judged("absence", 1, (absent.group(),))
    if kind := stated(text):
        return Judged(kind, 1, told.effect)
    for kind, pattern in (("pharmacokinetic", _KINETIC), ("historical", _THEN)):
        if found := pattern.search(text):
            return Judged(kind, 1, (found.group(),))
    if told.effect and told.kind in (FINDING, MECHANISM):
        return Judged("mechanism", 1, told.effect)
    return Judged("epidemiology", 0, told.because)


@remembered(maxsize=16384)
def stated(text):
    """ "effect", "harm" or "interaction" where a sentence says in its own words that something acts on what people feel
    or suffer, and not in animals or cells alone; else an empty string."""
    told = deed(text)
    if told.kind in (*SILENT, METHOD, NEED, REGULATORY):
        return ""
    read, whom = sense(text), {whom for whom, _words in studied(text)}
    if (whom and PEOPLE not in whom) or CELLS_NAMED.search(text) or (read.first(*MODELS) and not whom):
        return ""
    harm = _HARM.search(text)
    if harm and read.first(*_ILL) and not _GOOD.search(text) and not is_background(text, harm.group()):
        return "interaction" if _TOGETHER.search(text) else "harm"
    if not told.effect or not _on_people(read) or is_background(text, told.effect[0]) or "pets" in read:
        return ""
    return "interaction" if _TOGETHER.search(text) else "effect"


def _on_people(read):
    """Whether what is acted on is felt, done or suffered, and the acting is not one illness leading to another."""
    targets = read.all("outcome", *_ILL)
    acting = read.all("acting", "gain")
    if not targets or not acting:
        return False
    first = acting[0][0]
    before = [at for at, _words in targets if at < first]
    behind = [at for at, _words in targets if at >= first]
    return bool(behind) or not before or bool(read.first("gain"))
