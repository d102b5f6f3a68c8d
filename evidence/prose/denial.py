"""Whether a clause denies that something was studied or is known: negation that governs a word for evidence.

"No study of sleep was found" denies; "No harm was found" tells a result, and "No study found that it fails" affirms.
"""

import re

_MANY = r"(?:[\w’'-]+,? ){0,5}?"
_EVIDENCE = (
    r"(?:stud(?:y|ies)|trials?|experiments?|research|evidence|data|reports?|records?|comparisons?|surveys?|"
    r"information|tests?|publications?|papers?|reviews?|meta-analys[ei]s|analys[ei]s|findings)"
)
_LOOKED = (
    r"(?:stud(?:y|ied)|test(?:ed)?|compar(?:e|ed)|examin(?:e|ed)|look(?:ed)?|measur(?:e|ed)|investigat(?:e|ed)|"
    r"ask(?:ed)?|count(?:ed)?|tried|research(?:ed)?|check(?:ed)?|rate[d]?|follow(?:ed)?|assess(?:ed)?|"
    r"evaluat(?:e|ed)|record(?:ed)?|explor(?:e|ed)|publish(?:ed)?|described|established|understood|known|settled|"
    r"answered|decided|clear|certain)"
)
# What a search of somebody does, and no finding of it.
_TRIED = (
    r"(?:studied|tested|compared|examined|looked|measured|investigated|asked|tried|researched|checked|assessed|"
    r"evaluated|explored|enrolled|included)"
)
_NONE = r"(?:no|not (?:one|a single|any)|hardly any|too few|not enough|neither|none of the)"
_SEEKER = (
    r"(?:we|i|nobody|(?:our|the|this|a) (?:[\w-]+ ){0,2}?(?:search(?:es)?|review)|searches|reviewers|"
    r"the authors|they)"
)
_ADVERBS = (
    r"(?:(?:so far|as yet|yet|ever|also|still|therefore|even|until now|been|be|has|have|had|in \w+|\w+ly) )*"
)
_DENIALS = re.compile(
    "|".join(
        (
            # No study of it was found; no trial looked at sleep; no data on children.
            rf"^(?:[\w’'-]+,? ){{0,4}}?{_NONE} {_MANY}{_EVIDENCE}\b",
            # We found no study; the search did not find any trial; we know of no trial.
            rf"\b{_SEEKER} .{{0,80}}?(?:f(?:ou|i)nd|know of|saw|see|located?|identif\w+|turned up|came across|have) "
            rf"{_ADVERBS}(?:{_NONE} {_MANY}{_EVIDENCE}|nothing|nobody)\b",
            rf"\b{_SEEKER} (?:[\w-]+ ){{0,3}}?(?:did not|didn['’]t|could not|couldn['’]t|cannot) find "
            rf"(?:a|an|any|one|even one) {_MANY}{_EVIDENCE}\b",
            # Nobody has tested it.
            rf"\b(?:nobody|no one|no (?:researchers?|group|team)) {_ADVERBS}{_LOOKED}\b",
            # None was looked for; no children were studied.
            rf"\b(?:none|nothing|no(?: [\w-]+){{1,4}}?) (?:was|were|has been|have been|is|are) {_ADVERBS}{_TRIED}\b",
            # It has not been studied; remains unknown.
            r"\b(?:has|have|had|was|were|is|are|did|does|do)(?: still| also| yet| as yet)?"
            r"(?: not|n['’]t| never| hardly| rarely) "
            rf"{_ADVERBS}{_LOOKED}\b",
            r"\bremains? (?:to be (?:seen|\w+ed)|un(?:known|clear|certain|studied|tested|explored|examined))\b",
            r"\b(?:is|are|was|were) (?:still |as yet |very |largely |quite ){0,2}(?:un(?:known|clear|certain|studied|"
            r"tested|explored|examined|settled)|too (?:thin|few|small) to (?:say|tell|know))\b",
            # Nothing is known about it; little can be said.
            r"\b(?:nothing|little|not much|no more)(?: more| else| certain| reliable)? (?:is|was|can be|could be) "
            r"(?:known|said|found|concluded|told|recorded)\b",
            # There is no study; there are no data.
            rf"\bthere (?:is|are|was|were|has been|have been|exists?) (?:still |as yet |so far )?{_NONE} "
            rf"{_MANY}{_EVIDENCE}\b",
            # The trials were not built to find harms.
            rf"\b{_EVIDENCE}\b.{{0,40}}\b(?:was|were) not (?:built|designed|made|meant|set up|planned|powered|"
            r"(?:large|long|big) enough) to\b",
            r"\b(?:we|one|nobody|they|researchers|scientists) (?:do|does|can|could)(?: not|n['’]t|not) (?:yet )?"
            r"(?:know|say|tell)\b|\bnobody (?:yet )?(?:knows|can say|can tell)\b",
        )
    ),
    re.I,
)
# What every denial has; asked first, for it is asked of every clause.
_MAY_DENY = re.compile(
    r"\b(?:no|not|nobody|none|nothing|never|neither|hardly|rarely|cannot|remains?|little|too|un[a-z]+)\b|n['’]t\b",
    re.I,
)
_AGAIN = re.compile(
    r"\b(?:not|never|fail\w*|unable|cannot|n['’]t|no|nor|nothing|doubt\w*|contradict\w*|disput\w*|disprov\w*|"
    r"refut\w*|den(?:y|ies|ied|ying)|contrary|otherwise|wrong|untrue|false|except)\b",
    re.I,
)
# Of whom a study is missing may be told by a negation of its own: "people who do not sleep well".
_WHOM = re.compile(
    r"\b(?:who|whose) (?:[\w’'-]+ ){0,2}?(?:not|never|cannot|no)\b|\bnot (?:yet )?(?:\w+ing)\b", re.I
)
# "No study found harm" tells what studies found.
_STUDY_FOUND = re.compile(
    rf"{_EVIDENCE}\b(?: (?!(?:was|were|is|are|been|be|could|can|exists?)\b)[\w’'-]+){{0,8}}? (?:found|finds?|"
    r"(?:has|have|had|ever|yet) (?:\w+ )?(?:found|shown|proved|proven|seen|reported)|show(?:s|ed)|prov(?:es|ed)|"
    r"demonstrat\w+|suggest\w*|reveal\w*|saw|sees|reports? (?:that|an?|any)|reported (?:that|an?|any)|confirm\w*|"
    r"detect\w*|warns?|warned)\b(?! (?:how|whether|what))",
    re.I,
)
# What is told as known inside of what is denied: "the lost memory that it restores", "how it restores memory".
_TAKEN_FOR_GRANTED = re.compile(
    r"\b(?:that|which|what) (?:it|this|they|[A-Z]\w+) "
    r"(?!(?:is|was|are|were|has|had|may|might|could|would)\b)\w+(?:s|ed)\b"
)


def denies(clause):
    """The words by which a clause denies that something was studied or is known, or an empty string; a second
    negation, or a finding of the studies that are denied, turns it into an assertion."""
    found = _DENIALS.search(clause) if _MAY_DENY.search(clause) else None
    if not found:
        return ""
    rest = clause[found.end() :]
    if _AGAIN.search(_WHOM.sub(" ", rest)) or _TAKEN_FOR_GRANTED.search(rest):
        return ""
    named = list(_STUDIES.finditer(found.group()))
    if named and _STUDY_FOUND.match(clause, found.start() + named[-1].start()):
        return ""
    return found.group()


_STUDIES = re.compile(rf"\b{_EVIDENCE}\b", re.I)
