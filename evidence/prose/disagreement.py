"""Whether a paragraph tells that results disagree: it says so, or tells a result beside another."""

import re

_STUDY = (
    r"(?:stud(?:y|ies)|trials?|experiments?|meta-analys[ei]s|reviews?|analys[ei]s|surveys?|comparisons?|researchers|authors|"
    r"another|others|the (?:second|other|third|later|larger))"
)
_TORN = re.compile(
    r"\b(?:mixed|conflict(?:s|ing|ed)?|contradict\w*|inconsistent|disagree\w*|at odds|divided|(?:not|hardly) agree|"
    r"(?:both|different|opposite) (?:ways|directions)|vary|varied|diverge\w*|disput\w*|contested)\b",
    re.I,
)
_AGAINST = re.compile(
    rf"\b{_STUDY}\b[^.;]{{0,60}}?\b(?:did not|didn['’]t|could not|couldn['’]t|does not|failed to|fails to|"
    r"(?:found|finds|saw|sees|show(?:s|ed)?|report(?:s|ed)?|observed|noted|measured|had|detected) (?:no|none|nothing|"
    r"little|otherwise|the (?:opposite|contrary|reverse)|neither|not)|the (?:opposite|contrary|reverse)|otherwise)\b",
    re.I,
)
_BUT = re.compile(
    r"\b(?:however|but|whereas|although|though|while|yet|contrast|on the other hand|against this|nevertheless)\b",
    re.I,
)
_OTHER_FOUND = re.compile(
    rf"\b(?:another|second|third|other|others|later|earlier|larger|smaller|newer|older|one|two|some|\d+)\b[^.;]{{0,30}}?"
    rf"(?:{_STUDY})?\b[^.;]{{0,20}}?\b(?:found|finds?|saw|show(?:s|ed)?|report(?:s|ed)?|observed|noted|concluded?)\b",
    re.I,
)


def tells_of_disagreement(paragraph):
    """Whether a paragraph tells its readers that results differ: in a word, by a result against, or by the result of
    another study behind a word of contrast."""
    if _TORN.search(paragraph) or _AGAINST.search(paragraph):
        return True
    return any(_OTHER_FOUND.search(paragraph, found.end()) for found in _BUT.finditer(paragraph))
