import re
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.prose.legal import legal_words
from evidence.vocabulary import ClaimKind, Design, Severity
from reviews.checks import evidence
from reviews.checks.examples import cite, claim, example, source
from reviews.checks.months import months_before
from reviews.checks.rule import SECTION, Finding, rule

TEXT = "It is approved for dementia.[^c1]"
FDA = [source("fda", "REG", "none")]


def told(*cites, **fields):
    return {"claims": [claim("c1", "regulatory", *cites, **fields)], "sources": FDA}


# What lasts to this day, and so has to be read again.
_LASTS = re.compile(
    r"\b(?:is|are|isn['’]t|aren['’]t|has|have|hasn['’]t|haven['’]t|remains?|stays?|needs?|requires?|may|can|cannot|must|"
    r"still|now|currently|today|since|ever|never|yet|so far)\b",
    re.I,
)
WHOLE = told(cite("fda"), jurisdiction="US", as_of=date(2026, 3, 1))
DATED = "In a letter of 2022 the FDA treated the powder as an unapproved new drug.[^c1]"
OF_2022 = told(cite("fda"), jurisdiction="US", as_of=date(2022, 2, 4))


@rule(
    "SB6",
    name=gettext_lazy("Legal status without country, source or date"),
    scope=SECTION,
    severity=Severity.BLOCK,
    version=2,
    standard="JAMA benchmarks (currency)",
    flagged=[
        example("It has not been FDA-approved for any treatment."),
        example(TEXT, **told(cite("fda"), as_of=date(2026, 3, 1))),
        example(TEXT, **told(cite("fda"), jurisdiction="US", as_of=date(2025, 1, 1))),
        example(TEXT, **told(jurisdiction="US", as_of=date(2026, 3, 1))),
        example(DATED, **told(cite("fda"), jurisdiction="US", as_of=date(2021, 2, 4))),
        example(DATED, **told(jurisdiction="US", as_of=date(2022, 2, 4))),
        example("Since 2022 it is banned.[^c1]", **OF_2022),
    ],
    passed=[
        example(TEXT, **WHOLE),
        example(DATED, **OF_2022),
        example("Is it legal in Europe?"),
        example("Sellers print “FDA-approved” on the label."),
        example("The memory of mice was tested twice."),
        example("The ethics committee approved the study."),
        example("It acts together with prescription drugs."),
    ],
)
def check(manuscript, circumstances):
    """What the law says differs by country and changes. A sentence on approval, prescription or bans is a
    regulatory claim with its jurisdiction, an official source and the date it was true, read again each year. What an
    office did in a year that the sentence names ("in a letter of 2022 it treated …") stays true as it was."""
    oldest = months_before(circumstances.today, circumstances.settings.get("REGULATORY_MONTHS", 12))
    for section, sentence in evidence.sentences(manuscript):
        words = legal_words(sentence.text)
        if not words:
            continue
        claims = [manuscript.claim_by_key[key] for key in sentence.markers if key in manuscript.claim_by_key]
        if not any(_complete(manuscript, claim_, sentence.text, oldest) for claim_ in claims):
            yield Finding(
                subject=evidence.subject_of(manuscript, section, sentence),
                words=words,
                message=_("“%(words)s” names a legal status without country, official source or recent date.")
                % {"words": words},
                mend=_("Make it a regulatory claim with jurisdiction, an official source and an as-of date."),
            )


def _complete(manuscript, claim_, text, oldest):
    official = any(source_.design == Design.REG for source_ in evidence.supports(manuscript, claim_))
    dated = claim_.as_of is not None and (claim_.as_of >= oldest or _is_past(text, claim_.as_of))
    return claim_.kind == ClaimKind.REGULATORY and bool(claim_.jurisdiction) and official and dated


def _is_past(text, as_of):
    """Whether a sentence tells what happened in the year of its claim, and nothing that lasts."""
    return bool(re.search(rf"\b{as_of.year}\b", text)) and not _LASTS.search(text)
