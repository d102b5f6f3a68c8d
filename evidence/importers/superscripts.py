"""Raised figures: citations ("levels.12") or powers and units ("10^6", "m^2")."""

import re

# Stands in front of brackets that were raised in the file, so that they count as a citation without doubt.
RAISED = "\u2060"
_UP = str.maketrans("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ")
_DOWN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NUMBERS = re.compile(r"\[?\(?\d{1,3}(?:\s*[,;–—‒-]\s*\d{1,3})*\)?\]?,?")
_RUN = r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[,˒⸴–⁻-][⁰¹²³⁴⁵⁶⁷⁸⁹]+)*(?![⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹])"
# Behind a word; not behind one letter ("R²", "m²"), a unit of length or a digit, where a figure is a power.
_AFTER_WORD = re.compile(rf"(?<=[^\W\d_])(?<!\b\w)(?<!\b[cmkµ]m){_RUN}")
_AFTER_STOP = re.compile(rf"(?<=[.,;:!?”\"’)\]]){_RUN}")


def cited_or_raised(text, before):
    """Text for raised characters: "[12]" where they cite, raised characters where they count or measure.

    `before` is the text in front: a figure behind a digit or a unit of length is a power.
    """
    bare = text.strip()
    power = re.search(r"(?:\d|\b(?:[cmkµ]?m|s|h|L|x))$", before)
    if _NUMBERS.fullmatch(bare) and not (power and not bare.startswith(("[", "("))):
        return f"{RAISED}[{bare.strip('[](),')}]"
    return bare.translate(_UP) if re.fullmatch(r"[\d+()n−-]{1,4}", bare.replace("−", "-")) else text


def with_brackets(text):
    """Text whose citations in Unicode's raised figures ("levels.¹²") stand in brackets."""

    def bracketed(match):
        return f"{RAISED}[{match.group().translate(_DOWN).replace('⁻', '-').replace('˒', ',').replace('⸴', ',')}]"

    return _AFTER_STOP.sub(bracketed, _AFTER_WORD.sub(bracketed, text))
