"""Questions that several rules ask of a claim and the sources it rests on."""

import re
from functools import lru_cache

from evidence.prose.checkable import judge
from evidence.prose.lexicon import lexicon
from evidence.prose.markers import sentences_of
from evidence.prose.modality import is_question, negated
from evidence.prose.said import said
from evidence.vocabulary import ClaimKind, Design, SectionKind, Stance, StudyPopulation

SUPPORTING = (Stance.SUPPORTS, Stance.PARTLY)
SERIOUS = (ClaimKind.EFFECT, ClaimKind.HARM, ClaimKind.INTERACTION, ClaimKind.REGULATORY)
NOT_HUMAN = (Design.AN, Design.VT, Design.SIL)
RANDOMISED = (Design.SRMA, Design.RCT, Design.N1)
OBSERVATIONAL = (Design.NRT, Design.COH, Design.CC, Design.XS, Design.CR, Design.PV)


def placed_claims(manuscript):
    """The claims whose marker stands in the text. What stands nowhere is read by nobody: ST5 points it out, and no
    other rule asks more of it."""
    return [claim for claim in manuscript.claims if claim.key in manuscript.placed]


def supports(manuscript, claim):
    """The sources whose citation was judged to support a claim, at least partly."""
    return [
        manuscript.source_by_key[cited.source]
        for cited in claim.citations
        if cited.stance in SUPPORTING and cited.source in manuscript.source_by_key
    ]


def speaks_of_models(source):
    """Whether a source studied animals, cells or a computer model."""
    return source.design in NOT_HUMAN or source.population in (StudyPopulation.ANIMAL, StudyPopulation.CELLS)


def subject_of(manuscript, section, sentence):
    """What a finding on a sentence is about: its first claim, or the section while it has none."""
    known = [key for key in sentence.markers if key in manuscript.claim_by_key]
    return f"claim:{known[0]}" if known else f"section:{section.key}"


def sentences(manuscript):
    """(section, sentence) of all claim-bearing text, in reading order."""
    for section in manuscript.sections:
        for sentence in sentences_of(section.body):
            yield section, sentence


def is_checkable(sentence):
    return judge(sentence.text).checkable


@lru_cache(maxsize=256)
def paragraphs(body):
    """The readable text of each block of a body, by block number."""
    texts = {}
    for sentence in sentences_of(body):
        texts[sentence.block] = f"{texts.get(sentence.block, '')} {sentence.text}"
    return texts


def is_summary(section):
    return section.kind == SectionKind.SUMMARY


def outcome_of(manuscript, claim):
    """The outcome that a claim speaks of, or None."""
    return manuscript.outcome_by_key.get(claim.outcome)


def asserted(manuscript, claim):
    """A claim's sentence as far as it asserts something itself: empty for a question, and for what it reports of
    others ("the authors concluded that …")."""
    text = said(manuscript.text_of(claim))
    reported = lexicon("attribution").first(text) and not _ANYBODY.match(text)
    return "" if is_question(text) or reported else text


# "Researchers agree that …" names nobody whose words could be looked up: the page says it.
_ANYBODY = re.compile(
    r"(?:many|most|some|all|leading|several|other|these days|today|as)?\W*(?:researchers|"
    r"scientists|experts|doctors|studies|users|people)\b",
    re.I,
)


def denied(text, words):
    """Whether the words that were found stand under a negation ("did not improve")."""
    place = text.find(words) if words else -1
    return place >= 0 and negated(text, place, reach=90)


_STUDY_NAMED = re.compile(
    r"\b(?:one|an?|the|this|that|same|single|two|three|small|early|first|second|another|several|these|both|\d+)"
    r"(?: [\w-]+){0,4}? (?:study|studies|trials?|experiments?|comparison|survey|analysis)\b|\bin (?:\d+|these) \w+",
    re.I,
)
_ONE_STUDY = re.compile(
    r"\b(?:one|an?|single|early|first|second|another) (?:[\w-]+ ){0,3}?(?:study|trial|experiment)\b", re.I
)


def names_its_study(text):
    """Whether a sentence says that it reports studies ("a trial in 40 adults found …")."""
    return bool(_STUDY_NAMED.search(text))


def names_one_study(text):
    """Whether a sentence tells of one study."""
    return bool(_ONE_STUDY.search(text)) and not re.search(r"\b(?:meta-analysis|review|pooled)\b", text, re.I)


def title_of(manuscript, key):
    """The title of a cited source; its key where the record is missing."""
    source = manuscript.source_by_key.get(key)
    return source.title if source else key
