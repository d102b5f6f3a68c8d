"""What a sentence does in its page: tell a finding, a mechanism or background, tell how a study was done, name a
product or the law, advise, ask for studies, ask a question, stand as a heading, lead about the page, or speak for its
writer.

Each deed is told by its grammar; what is told of body, illness or substance asks for a source unless the deed asks
none.
"""

import re
from dataclasses import dataclass

from evidence.prose.effects import effect
from evidence.prose.legal import legal_words
from evidence.prose.lexicon import remembered
from evidence.prose.modality import is_question, unquoted
from evidence.prose.numbers import quantities
from evidence.prose.pictures import BEGINNING
from evidence.prose.research_calls import without_research_calls
from evidence.prose.sense import MATTER, MODELS, sense

(FINDING, MECHANISM, BACKGROUND, METHOD, PRODUCT, REGULATORY, ADVICE, NEED, QUESTION, HEADING, NAVIGATION, OWN) = (
    "finding", "mechanism", "background", "method", "product", "regulatory", "advice", "need", "question", "heading",
    "navigation", "own",
)  # fmt: skip
SILENT = (METHOD, PRODUCT, NEED, QUESTION, HEADING, NAVIGATION, OWN)  # they ask for no source
_BE = r"(?:is|are|was|were|be|been|being|has been|have been|had been|can be|may be|will be)"
_POINTS = re.compile(
    r"^(?:please |also |for (?:more|further) (?:information|details?|on)\b.{0,120}?|"
    r"for information\b.{0,160}?)?"
    r"(?:see|read|visit|click|check out|scroll|watch|listen|subscribe|share|sign up|go to|refer to|look at|"
    r"turn to|"
    r"jump to|browse|discover more|learn more|find out more|keep reading|stay tuned|let['’]?s|join|download)\b"
    r"(?! (?:to|that|if|with your))|"
    r"\b(?:this|the|our|next|following) (?:article|page|guide|section|post|summary|chapter|blog|list|table|"
    r"video|podcast)"
    r" (?:\w+ )?(?:is|are|will|covers?|explains?|describes?|discusses?|looks?|contains?|shows?|lists?|"
    r"summari[sz]es|aims?|gives?)"
    r"|\b(?:in|included in|part of) (?:this|the) (?:article|page|guide|section|post|summary|chapter|review|"
    r"blog)\b|"
    r"\b(?:below|above|following) (?:are|is|we)\b|\b(?:see|shown|described|discussed|mentioned|"
    r"listed) (?:below|above)\b",
    re.I,
)
_OWN = re.compile(
    r"\b(?:I|my|me|I[’']\w+)\b(?! ?-|\.)|(?i:\b(?:in (?:my|our) (?:opinion|view|experience)|we (?:review|"
    r"discuss|look|cover|explain|"
    r"believe|think|hope|searched|included|excluded|ask|asked|wanted|describe|recommend)|it(?:['’]s|"
    r" is) (?:\w+ )?"
    r"(?:hard|easy|worth|crucial|important|useful|tempting|unclear|clear) (?:to (?:believe|note|remember|"
    r"mention|say|understand)|"
    r"whether))\b)",
)
_NEED = re.compile(
    r"\b(?:more|further|additional|future|larger|better|human|clinical|long[- ]term|rigorous|"
    r"high[- ]quality) (?:[\w-]+ ){0,3}?"
    r"(?:research|stud(?:y|ies)|trials?|work|evidence|data|investigations?) (?:[\w-]+ ){0,4}?(?:needed|"
    r"required|necessary|"
    r"warranted|should|will|would|must)\b|\b(?:needs?|requires?|awaits?|deserves?|"
    r"lacks?) (?:[\w-]+ ){0,2}?(?:more|further|"
    r"additional|confirmation|replication|research|stud(?:y|ies)|trials?)\b|\bremains? (?:to be|unclear|"
    r"unknown|uncertain|"
    r"unproven|untested|unstudied|a mystery)\b|\b(?:no one|nobody|not) (?:yet )?knows?\b|\b(?:somebody|"
    r"someone) should\b|"
    r"\b(?:limited|little|scarce|sparse|insufficient|no|few|lack of|absence of|not enough|"
    r"scant) (?:[\w-]+ ){0,2}?(?:data|evidence|"
    r"research|stud(?:y|ies)|trials?|RCTs?|claims)\b(?! (?:that|to suggest))|\b(?:unclear|uncertain|not known|"
    r"unknown) (?:if|whether|"
    r"how|what|why)\b|\b(?:not|never|hasn['’]t|haven['’]t) (?:yet )?been (?:\w+ )?(?:studied|tested|examined|"
    r"investigated|tried)\b|"
    r"\b(?:no|few) (?:research|stud(?:y|ies)|trials?) (?:ha(?:s|ve)|exists?|looked|examined)\b|"
    r"\bstill (?:needed|under (?:research|study|"
    r"investigation))\b|\b(?:is|are) under (?:research|study|investigation)\b|\bmost (?:of the )?(?:evidence|"
    r"research|data) "
    r"(?:is|are|comes?)\b|\bresults (?:have been|are|were) (?:mixed|inconclusive|inconsistent)\b|"
    r"\bhard to (?:say|know|conclude)\b",
    re.I,
)
_TRIED = (
    r"(?:given|fed|assigned|allocated|randomi[sz]ed|enrolled|recruited|divided|treated|injected|asked|"
    r"measured|assessed|tested|"
    r"performed|conducted|carried out|followed|administered|compared|done|examined|investigated|studied|"
    r"collected|exposed|"
    r"looked at|published|included)"
)
_METHOD = re.compile(
    rf"\b{_BE} (?:also |then |randomly |already |often |being )*{_TRIED}\b|"
    r"\b(?:researchers|scientists|authors|investigators|they|stud(?:y|ies)|trials?|teams?|experiments?|"
    r"we) (?:also |then |"
    r"have |has |had |recently )*(?:gave|fed|assigned|allocated|randomi[sz]ed|enrolled|recruited|divided|"
    r"treated|injected|asked|"
    r"measured|assessed|tested|compared|followed|examined|investigated|studied|looked|evaluated|explored|used|"
    r"lasted|ran|tracked|"
    r"aims?|aimed|seek|sought|included|monitored|collected|administered|exposed)\b|"
    r"\btreatment (?:started|began|lasted)|\b(?:to (?:see|find out|learn|determine|test|assess|examine|"
    r"know)) (?:if|whether|how|the)\b",
    re.I,
)
# "In animal studies, a drug is tested in mice": what a word of the trade means.
_TERM = re.compile(
    r"^(?:\w[\w /-]{2,40}: )?(?:in |an? |the )?(?:(?:clinical|animal|laboratory|lab|population|cohort|"
    r"randomi[sz]ed|observational|"
    r"preclinical|pilot|human|cell|these) (?:and |or )?)+(?:trials?|stud(?:y|ies)|research|"
    r"experiments?)\b[^.]{0,30}?"
    r"(?:,? (?:a|the|an) (?:drug|substance|treatment|study)\b|\b(?:looks?|tests?|may test|are done|is done|"
    r"compares?|means?)\b)",
    re.I,
)
_RESULT = re.compile(
    r"\b(?:found|finds?|show(?:s|ed|n)?|suggest(?:s|ed|ing)?|reveal(?:s|ed)?|report(?:s|ed)?|conclud(?:es?|"
    r"ed)|demonstrat(?:es?|ed)|"
    r"indicat(?:es?|ed)|observ(?:ed|es)|noted|discovered|confirm(?:s|ed)?|proved|proposed|resulted|led to|"
    r"no (?:effect|difference|change|"
    r"benefit)|improved|increased|decreased|reduced|lowered|raised|fell|rose|prevented|worked|helped|better|"
    r"worse|significant\w*)\b",
    re.I,
)
_SHOP = re.compile(
    r"\b(?:order|buy|shop|add to cart|checkout|discounts?|coupons?|free shipping|shipping|in stock|sold (?:by|"
    r"as|in|online)|price[sd]?|"
    r"costs?|for sale|per bottle|capsules per|money back|our (?:product|store|shop|formula|brand|team|"
    r"customers|blend|company)|"
    r"(?:is|are|was|were) (?:\w+ ){0,2}sold|(?:sellers?|makers?|manufacturers?|vendors?|brands?|compan(?:y|"
    r"ies)|advertisements?|labels?|retailers?) (?:\w+ )?(?:promotes?|sells?|"
    r"offers?|claims?|says?|writes?|markets?|advertises?|cites?|promises?|prints?))\b|[$€£] ?\d",
    re.I,
)
_ADVICE = re.compile(
    r"^(?:always |never |simply |just |please |do not |don['’]t )?(?:take|avoid|start|stop|use|try|aim|choose|"
    r"consider|combine|"
    r"consult|ask|talk|speak|tell|keep|limit|drink|eat|mix|dissolve|store|begin|pick|opt|skip)\b(?! (?:place|"
    r"part|care of|"
    r"a look|away|up to \w+ (?:weeks|months))) |\b(?:you|pregnant women|people|adults|patients|"
    r"anyone) (?:should|must|need to|"
    r"ought to|can take|may want to)\b|\bshould (?:be )?(?:take|avoid|use|consult|talk|start|stop|taken|"
    r"avoided|used)\b|\buse "
    r"(?:with )?caution\b|\btalk to (?:a|your)\b",
    re.I,
)
_LIKENESS = re.compile(
    r"^(?:think of|imagine|picture|consider it|remember that|in other words, think)\b", re.I
)
_USED = re.compile(
    r"\b(?:traditional(?:ly)?|ancient|folk|for (?:ages|centuries|decades|thousands of years|generations)|"
    r"ayurved\w*|histor\w*|first "
    r"(?:discovered|isolated|described|synthesi[sz]ed|used)|discovered in|since (?:the )?\d{4}|in (?:1[5-9]|"
    r"20)\d\d|centur(?:y|ies)|"
    r"native to|originat\w+|derived from|originally|off-label)\b",
    re.I,
)
_SHARE = re.compile(
    r"\b(?:most|many|half|a third|one[- ]third|two[- ]thirds|a quarter|majority|minority|only (?:a|some|few)|"
    r"millions?|billions?|"
    r"prevalen\w+|common(?:ly|est)?|rare(?:ly)?|one in \w+|per ?cent|percent|leading cause|"
    r"among the (?:lowest|highest|most))\b|\d ?%",
    re.I,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|has|have|had|do|does|did|can|could|may|might|will|would|should|must|"
    r"[a-z]{3,}(?:s|ed|es))\b|n['’]t\b",
    re.I,
)
_EVIDENCE_TALK = re.compile(
    r"\b(?:weaker|stronger|better|good|poor) (?:measure|evidence|test|design)\b|\b(?:Strong|"
    r"weak) preclinical evidence\b|"
    r"\bmechanism (?:inferred|unproven)\b",
    re.I,
)
# A pronoun, or a verb whose subject is left out ("Blocks the pathway").
_SENTENCE = re.compile(
    r"(?i:it|they|this|he|she|we|you|these|those)\b|[A-Z][a-z]{2,}s (?:the|a|an|two|three|new|its|your|more|"
    r"\w+)\b"
)
LABEL = 5  # words that are a heading or a label where no verb stands among them
SHORT = 3


@dataclass(frozen=True)
class Deed:
    """`kind` is one of those above; `effect` the words by which it says that one thing acts on another, or nothing;
    `asks` whether an editor would want a source; `because` the words that decided."""

    kind: str
    effect: tuple[str, ...] = ()
    asks: bool = False
    because: tuple[str, ...] = ()


@remembered(maxsize=16384)
def deed(text):
    """The Deed of a sentence."""
    if text.startswith(BEGINNING):
        return Deed(NAVIGATION)
    plain = unquoted(text)
    if is_question(plain) and not _RHETORICAL.match(plain):
        return Deed(QUESTION)
    acts = effect(text)
    kind = _kind(plain, acts)
    because = acts or _told(text, kind)
    return Deed(kind, acts if kind not in SILENT else (), kind not in SILENT and bool(because), because)


_RHETORICAL = re.compile(r"^(?:(?:do|did) you know|who (?:knew|would have thought)|isn['’]t it)\b", re.I)


def _kind(text, acts):
    if (
        len(text.split()) <= LABEL
        and not _SENTENCE.match(text)
        and (len(text.split()) <= SHORT or not _VERB.search(text))
    ):
        return HEADING
    if _POINTS.search(text) or _LIKENESS.match(text):
        return NAVIGATION
    if _SHOP.search(text):
        return PRODUCT
    if legal_words(text) and not _METHOD.search(text):
        return REGULATORY
    rest = without_research_calls(text)
    if _TERM.match(text) or _EVIDENCE_TALK.search(text):
        return METHOD
    if _OWN.search(text):
        return OWN
    if _NEED.search(text) and not _also_found(_NEED.sub(" ", rest)):
        return NEED
    if (_METHOD.search(text) or _exists(text)) and not _RESULT.search(_METHOD.sub(" ", text)):
        return METHOD
    if _ADVICE.search(text):
        return ADVICE
    if acts:
        return FINDING if sense(text).first("inquiry", "person", *MODELS) else MECHANISM
    return BACKGROUND


def _also_found(rest):
    """Whether something was found beside what is called for."""
    return bool(effect(rest)) and bool(
        re.search(r"\b(?:may|can|could|found|show\w*|suggest\w*|indicat\w*|reduc\w+|improv\w+)\b", rest)
    )


def _exists(text):
    """Whether a sentence only says that there are studies."""
    return bool(
        re.search(
            r"\b(?:stud(?:y|ies)|trials?|research|experiments?) (?:on|of|in|into) [^,;]{3,80} (?:exists?|"
            r"continues?|is ongoing|are "
            r"ongoing|is growing)\b|\bthere (?:are|is|have been) (?:[\w-]+ ){0,4}?(?:stud(?:y|ies)|trials?|"
            r"research)\b(?! that| which)",
            text,
            re.I,
        )
    )


def _told(text, kind):
    """The words by which a sentence without an effect still tells something that is read somewhere."""
    if figures := quantities(text):
        return tuple(figure.words for figure in figures)
    if kind == REGULATORY:
        return (legal_words(text),)
    read = sense(text)
    matter = read.first(*MATTER)
    for pattern in (_SHARE, _USED, _RESULT):
        found = pattern.search(text)
        if found and (matter or pattern is not _SHARE or "person" in read):
            return (found.group(), matter) if matter else (found.group(),)
    if told := read.first(*MODELS, "person") and read.first("gain", "acting"):
        return (read.first(*MODELS, "person"), told)
    named = read.all(*MATTER, *MODELS, "inquiry")
    if kind == ADVICE:
        return ()
    return tuple(words for _at, words in named[:3]) if len(named) > 1 and _VERB.search(text) else ()
