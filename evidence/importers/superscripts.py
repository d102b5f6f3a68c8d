"""Raised figures: citations ("levels.12") or powers and units ("10^6", "m^2")."""

import re

from evidence.prose.raised import raised

# Stands in front of brackets that were raised in the file, so that they count as a citation without doubt.
RAISED = "\u2060"
_DOWN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NUMBERS = re.compile(r"\[?\(?\d{1,3}(?:\s*[,;–—‒-]\s*\d{1,3})*\)?\]?,?")
_RUN = r"(?<![⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉])[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[,˒⸴–⁻-][⁰¹²³⁴⁵⁶⁷⁸⁹]+)*(?![⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹])"
# Behind a word; not behind one letter ("R²", "m²"), a unit of length or a digit, where a figure is a power.
_AFTER_WORD = re.compile(rf"(?<=[^\W\d_])(?<!\b\w)(?<!\b[cmkµ]m){_RUN}")
_AFTER_STOP = re.compile(rf"(?<=[.,;:!?”\"’)\]]){_RUN}")

_LETTER_OF_A_NAME = re.compile(
    r"\b(?:vitamin|hepatitis|type|group|class|factor|grade|coenzyme|omega|influenza|part|phase)\s\w$", re.I
)


def cited_or_raised(text, before, after=""):
    """Text for raised characters: "[12]" where they cite, raised characters where they count or measure.

    `before` is the text in front: a figure behind a digit, a unit of length or a variable of one letter is a power;
    `after` what follows: a figure that touches a letter names an isotope ("¹³C").
    """
    bare = text.strip()
    bracketed = bare.startswith(("[", "("))
    if _NUMBERS.fullmatch(bare) and (bracketed or not (_is_base(before, bare) or after[:1].isalpha())):
        return f"{RAISED}[{bare.strip('[](),')}]"
    return raised(bare) if re.search(r"\d", bare) or re.fullmatch(r"[+()n−-]{1,4}", bare) else text


def _is_base(before, figure):
    if re.search(r"\d$|(?:^|[^\w])(?:[cmkdnµμ]?m|s|h|L|x|ft|yd|in)$", before):
        return True
    variable = re.search(r"(?:^|[^\w’'.-])[A-Za-zα-ωΑ-Ω]$", before)
    named = re.search(
        r"\b(?:vitamin|hepatitis|type|group|class|factor|grade|coenzyme|omega|influenza|part|phase)\s\w$",
        before,
        re.I,
    )
    return bool(variable and not named and figure in ("2", "3", "4"))


def with_brackets(text):
    """Text whose citations in Unicode's raised figures ("levels.¹²") stand in brackets."""

    def bracketed(match):
        return f"{RAISED}[{match.group().translate(_DOWN).replace('⁻', '-').replace('˒', ',').replace('⸴', ',')}]"

    return _AFTER_STOP.sub(bracketed, _AFTER_WORD.sub(bracketed, text))
