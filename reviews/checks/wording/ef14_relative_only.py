import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.manuscript import Outcome
from evidence.prose.modality import is_question
from evidence.prose.said import said
from evidence.vocabulary import Severity
from reviews.checks import declared, evidence
from reviews.checks.examples import cited, example
from reviews.checks.rule import SECTION, Finding, rule

_CHANGE = r"(?:reduc|increas|lower|rais|rose|fell|cut|halv|doubl|improv|decreas|more|less|fewer|higher|greater|risk)\w*"
_MANY = (
    "two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    "ninety|hundred"
)
_PART = r"(?:a |one[- ]|two[- ]|three[- ])?(?:half|thirds?|quarters?|fifths?|tenths?)"
_RELATIVE = re.compile(
    rf"\b{_CHANGE}\b.{{0,40}}?\bby (?:about |up to |nearly )?\d+(?:\.\d+)? ?(?:%|per ?cent)|"
    rf"\b\d+(?:\.\d+)? ?(?:%|per ?cent) (?:{_CHANGE}|reduction|increase)|"
    rf"\b(?:\d+(?:\.\d+)?(?:-fold| times)|twice|double[ds]?|halve[ds]?|half) (?:as |the )?"
    rf"(?:likely|risk|often|{_CHANGE})|"
    rf"\b(?:{_MANY})[ -]?(?:times|fold) (?:the |as |more |less |higher |lower |greater |fewer )?(?:risk|likely|"
    rf"often|{_CHANGE})|"
    rf"\b{_CHANGE}\b.{{0,40}}?\bby (?:about |up to |nearly |almost |over |more than )?(?:{_PART}|(?:{_MANY}|"
    rf"\d+(?:\.\d+)?)[ -]?(?:times|fold))|"
    rf"\b(?:{_PART}) (?:as (?:many|much|likely|often)|more|less|fewer|lower|higher|the risk)\b|"
    rf"\b(?:{_MANY}) per ?cent (?:{_CHANGE}|reduction|increase)|"
    rf"\bup to \d+(?:\.\d+)? ?(?:%|per ?cent) (?:{_CHANGE}|reduction|increase)|\bcuts? .{{0,30}}in half\b|"
    rf"\b(?-i:RR|OR|HR)\b ?[=:]? ?\d",
    re.I,
)
_ABSOLUTE = re.compile(
    r"\bfrom \d.{0,30}\bto \d|\bof (?:every )?\d[\d,]*|\bper (?:1,?000|100|10,000)\b|"
    r"\bin \d[\d,]*\b|\d ?% (?:against|and|versus|to) \d",
    re.I,
)


def of(**outcome):
    rated = Outcome("o1", "deaths", body="randomised", **outcome)
    return cited({}, outcome="o1") | {"outcomes": [rated]}


@rule(
    "EF14",
    name=gettext_lazy("Relative figure alone"),
    scope=SECTION,
    severity=Severity.WARN,
    version=2,
    standard="GRADE summary of findings; Core GRADE 6",
    flagged=[
        example("It reduced deaths by 40 %.[^c1]", **of()),
        example("It doubled the risk of falls.[^c1]", **of()),
        example("There was a 30 % reduction in pain.[^c1]", **of()),
        example("People were twice as likely to sleep.[^c1]", **of()),
        example("It cut deaths by a third.[^c1]", **of()),
        example("The odds ratio for pain was OR 0.6.[^c1]", **of()),
    ],
    passed=[
        example("It reduced deaths by 40 %.[^c1]", **of(absolute_effect="4 fewer of 100")),
        example("Deaths fell by 40 %, from 10 to 6 of 100 people.[^c1]", **of()),
        example("In 40 % of people sleep was better.[^c1]", **of()),
        example("A dose of 2 or 3 cups improved sleep.[^c1]", **of()),
        example("Did it reduce deaths by 40 %?[^c1]", **of()),
    ],
)
def check(manuscript, circumstances):
    """ "40 % fewer" may mean four of ten or one of a million. A relative change comes with what it was before, or
    with the absolute figure, in the sentence or on the outcome."""
    for claim_ in evidence.placed_claims(manuscript):
        text = said(manuscript.text_of(claim_))
        found = _RELATIVE.search(text)
        outcome = evidence.outcome_of(manuscript, claim_)
        if not declared.is_serious(manuscript, claim_):
            continue
        if not found or is_question(text) or _ABSOLUTE.search(text):
            continue
        if outcome is None or not (outcome.absolute_effect.strip() or outcome.baseline_risk.strip()):
            yield Finding(
                subject=f"claim:{claim_.key}",
                words=found.group(),
                message=_("“%(words)s” says nothing of how often it happens.") % {"words": found.group()},
                mend=_("Give the figures with and without (6 against 10 of 100), here or on the outcome."),
            )
