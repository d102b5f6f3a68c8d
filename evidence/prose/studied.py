"""Whom a sentence says that something was studied in. Words for people have roles: studied, to benefit, giving tissue,
wanted for trials to come; only "studied" is evidence in people. Animals of farm, kitchen and house are none.
"""

import re

from evidence.prose.deed import NAVIGATION, NEED, QUESTION, deed
from evidence.prose.lexicon import remembered
from evidence.prose.modality import unquoted
from evidence.prose.research_calls import without_research_calls
from evidence.prose.sense import sense

PEOPLE, ANIMALS, CELLS = "people", "animals", "cells"
_STUDIED = re.compile(
    r"\b(?:in|among|of|on|for|with|by|to|gave|asked|enrolled|recruited|assigned|followed|that|"
    r"than in)\s+(?:[\w,-]+\s+){0,5}?"
    r"(?:people|persons?|humans?|adults?|men|women|children|infants|patients?|participants?|volunteers?|"
    r"subjects|individuals|users|"
    r"athletes|students|elderly|seniors|vegetarians|omnivores|smokers|schizophrenics|sufferers|populations?|"
    r"americans|workers|nurses)\b|"
    r"\b(?:patients?|participants?|volunteers?|subjects|women|men|adults|people|users) (?:who|with|given|"
    r"taking|on|in the|reported|took|"
    r"drank|experienced|had|showed|slept|were|felt|scored)\b",
    re.I,
)
_TRIAL = re.compile(
    r"\b(?:clinical (?:trials?|stud(?:y|ies)|evidence|data)|randomi[sz]ed|placebo|double[- ]blind|cohort|"
    r"case (?:series|reports?)|"
    r"epidemiological|cross[- ]sectional|meta-?(?:analys[ei]s|stud(?:y|ies))|(?:human|population|"
    r"observational) (?:stud(?:y|ies)|trials?)|"
    r"off-?label|anecdotal\w*|clinically)\b",
    re.I,
)
_FOR_THEM = re.compile(
    r"\b(?:may|might|can|could|should|would|will|helps?|great|good|ideal|useful|recommended|suitable|"
    r"promising|option|hope|potential|"
    r"benefit|beneficial)\b",
    re.I,
)
_FOUND = re.compile(
    r"\b(?:stud(?:y|ies)|trials?|research|found|showed|shown|noted|reported|observed|suggest\w*|evidence|was|"
    r"were|had|did|"
    r"significant\w*|"
    r"took|slept|felt|fell|lost|\w{3,}ed|compared|over placebo|effect size|\d+)\b|"
    r"[<=]",
    re.I,
)
_PLANNED = re.compile(
    r"\b(?:no|not|never|few|lack\w*|without|limited|need\w*|required|awaits?|future|yet|further|planned|"
    r"untested|unproven|"
    r"hasn['’]t|haven['’]t|if|whether|although not|though not)\b[^,;.]{0,70}$",
    re.I,
)
_TISSUE = re.compile(
    r"\b(?:human|patients?|adult|infant|men|women|people)(?:['’]s)? (?:[\w-]+ ){0,3}?(?:cells?|tissues?|juice|"
    r"serum|plasma|blood|cell lines?|"
    r"skin|liver|brain|neurons?|embryonic|umbilical|renal|endothelial|fibroblasts|keratinocytes|receptors?|"
    r"enzymes?|genes?|proteins?|"
    r"platelets|lymphocytes)\b|\badult (?:rats?|mice|mouse|male|female|zebrafish|rodents?|worms?|neurogenesis|"
    r"stem)\b|\b(?:male|female) "
    r"(?:rats?|mice|wistar|sprague)\b",
    re.I,
)
_ORIGIN = re.compile(
    r"\b(?:derived|extracted|isolated|made|obtained|sourced|prepared|comes?|purified|origin(?:ates?)?|"
    r"found naturally|concentrated) "
    r"(?:\w+ ){0,3}?(?:from|in|by|of) (?:\w+ ){0,3}?$|\b(?:eat|ate|contains?|hunt|wild|farm|farmed|"
    r"feed) (?:\w+ )?$",
    re.I,
)
_LABORATORY = re.compile(
    r"^(?:rats?|mice|mouse|murine|rodents?|hamsters?|gerbils?|guinea pigs?|zebrafish|drosophila|elegans|"
    r"macaques?|pre-?\s?clinical|in vivo|"
    r"transgenic|knockout|sprague.dawley|wistar|balb|pups|in vitro|ex vivo|in silico|\w+ lines?|\w+ cultures?|"
    r"cultured|organoids?|"
    r"hela|hek293|pc12|test tubes?|in a dish|petri dish|\w+ (?:study|studies)|[\w ]*slices?|µm|μm|"
    r"isolated \w+)$",
    re.I,
)
_STUDY = re.compile(
    r"\b(?:stud(?:y|ies)|trials?|experiments?|research\w*|models?|treated|fed|given|injected|administ\w+|"
    r"tested|mg/kg|induced|found|"
    r"shows?|showed|shown|suggests?|works?|reported|observed|scientists|control(?:s| group)?|pinealect\w+|"
    r"transgenic|subjects)\b",
    re.I,
)
CELLS_NAMED = re.compile(
    r"\b(?:(?:mesenchymal|stem|epithelial|endothelial|progenitor|microglial|glial|neuroblastoma|osteoblast\w*|"
    r"macrophages?|fibroblasts?|"
    r"keratinocytes?|hepatocytes?|lymphocytes?|[A-Z][A-Z\d.-]*\d[\w.-]*|"
    r"[a-z][A-Z]{2,}[A-Za-z]*)(?: stem)? (?:cells?|cultures?)\b|"
    r"h[A-Z]{3,}s\b|in (?:some|several|various|all|disease|experimental|cellular) models\b)"
)


@remembered(maxsize=16384)
def studied(text):
    """(PEOPLE, ANIMALS or CELLS, the words) for whom a sentence says that something was studied in, as a tuple; what is
    said of people to benefit, of tissue from people, of trials still wanted and of where a thing comes from is left
    out."""
    plain = _TISSUE.sub(
        lambda m: " cells " if "adult" not in m.group().lower() else m.group().split()[-1], unquoted(text)
    )
    read, found = sense(plain), []
    for family, whom in (("beast", ANIMALS), ("dish", CELLS)):
        for _at, words in read.all(family):
            if not _ORIGIN.search(plain[: plain.find(words)]) and _is_tried_on(plain, words):
                found.append((whom, words))
                break
    if _is_cells(text) and not any(whom == CELLS for whom, _words in found):
        found.append((CELLS, _is_cells(text)))
    if words := _people(plain):
        found.append((PEOPLE, words))
    return tuple(found)


def _is_tried_on(text, words):
    """Whether animals stand in a sentence as those something was tried on: laboratory animals, or in the company of a
    study; a farm, a kitchen and a pet make no frame."""
    return bool(_LABORATORY.search(words) or _STUDY.search(text))


def _is_cells(text):
    found = _TISSUE.search(text)
    behind = text[found.start() : found.end() + 8] if found else ""
    if re.search(r"cells?\b|tissue|fibroblast|keratinocyte", behind, re.I):
        return found.group()
    found = re.search(
        r"\b(?:[\w-]+ )?(?:cells|osteoblasts|macrophages|neurons) (?:treated|exposed|incubated|showed)\b",
        text,
        re.I,
    )
    return found.group() if found else ""


def _people(text):
    text = without_research_calls(text)
    for found in (*_TRIAL.finditer(text), *_STUDIED.finditer(text)):
        before = text[: found.start()]
        if _PLANNED.search(before) or deed(text).kind in (NEED, QUESTION, NAVIGATION):
            continue
        if _TRIAL.match(found.group()):
            return found.group()
        if _FOUND.search(text) and not (
            _FOR_THEM.search(before) and not _FOUND.search(_FOR_THEM.sub(" ", before))
        ):
            return " ".join(found.group().split()[-3:])
    return ""
