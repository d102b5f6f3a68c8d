"""What a section is about, guessed from its heading."""

import re

from evidence.vocabulary import SectionKind

# The first pattern that fits decides, so the narrow ones stand above the wide ones.
PATTERNS = (
    (SectionKind.UNKNOWN, r"what (?:we|is) (?:do not|don['’]t|not|un) ?know|unknown|open questions|gaps"),
    (SectionKind.PREGNANCY, r"pregnan|breast-?feed|nursing|lactation"),
    (SectionKind.INTERACTIONS, r"interaction|combin(?:e|ing) with|together with other"),
    (
        SectionKind.CONTRAINDICATIONS,
        r"contraindicat|who should (?:not|be careful|avoid)|precaution|warnings?$",
    ),
    (SectionKind.HARMS, r"side[- ]?effect|adverse|harm|safety|risk|toxic|is it safe|tolerab"),
    (SectionKind.QUALITY, r"quality of|how (?:good|sure|certain|strong)|certainty|strength of|limitations"),
    (SectionKind.MECHANISM, r"how (?:does|do|it|might|may)\b.*\bwork|mechanism|mode of action|pharmacolog"),
    (
        SectionKind.SUMMARY,
        r"^(?:in short|summary|key (?:points|facts)|at a glance|abstract|tl;?dr|bottom line)",
    ),
    (SectionKind.BACKGROUND, r"background|introduction|overview|what is\b|what are\b|history|about\b"),
    (
        SectionKind.EFFECTS,
        r"effect|benefit|efficacy|does it (?:work|help)|improve|reduc|memory|mood|cognit|stress|sleep|"
        r"treat|evidence (?:for|in|on)|uses\b|results|findings|may affect|alzheimer|anxiety|pain|deaths?|illness",
    ),
)
_COMPILED = tuple((kind, re.compile(pattern, re.I)) for kind, pattern in PATTERNS)


def guess_kind(heading):
    """The SectionKind that a heading's words point to; OTHER if they point nowhere."""
    return next((kind for kind, pattern in _COMPILED if pattern.search(heading)), SectionKind.OTHER)
