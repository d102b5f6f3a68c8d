from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.prose.lexicon import lexicon
from evidence.prose.modality import negated
from evidence.vocabulary import Design, Severity
from reviews.checks import declared, evidence
from reviews.checks.examples import cited, example
from reviews.checks.rule import SECTION, Finding, rule


def of(*funding, kind="effect", design="RCT"):
    return cited(*({"design": design, "funding": one} for one in funding), kind=kind)


@rule(
    "SI14",
    name=gettext_lazy("Who paid for the study: not known, or who sells it"),
    scope=SECTION,
    severity=Severity.INFO,
    version=3,
    standard="GRADE publication bias",
    flagged=[
        example("It helps.[^c1]", **of("")),
        example("It helps.[^c1]", **of("", "")),
        example("It harms.[^c1]", **of("", kind="harm")),
        example("It helps.[^c1]", **of("  ")),
        example("It helps.[^c1]", **of("Paid for by the manufacturer.")),
        example("It helps.[^c1]", **of("Balm Ltd", "Two authors are employees of the company.")),
    ],
    passed=[
        example("It helps.[^c1]", **of("A public grant.")),
        example("It helps.[^c1]", **of("", "A university.")),
        example("It helps.[^c1]", **of("A public grant.", "The maker.")),
        example("It helps.[^c1]", **of("No company had a part in it; a city paid.")),
        example("In rats it works.[^c1]", **of("", kind="mechanism")),
        example("It is licensed.[^c1]", **of("", design="REG")),
    ],
)
def check(manuscript, circumstances):
    """Studies paid for by who sells a thing find more often that it works. If of no source behind an effect or harm
    it is known who paid, that is noted; if all of them were paid for by industry, the reader is to be told."""
    for claim_ in evidence.placed_claims(manuscript):
        supports = [
            one
            for one in evidence.supports(manuscript, claim_)
            if one.design not in (Design.REG, Design.GUID)
        ]
        if not declared.is_serious(manuscript, claim_) or not supports:
            continue
        if not any(one.funding.strip() for one in supports):
            yield _finding(
                claim_,
                supports[0].title,
                Severity.INFO,
                _("Who paid for the studies behind this is not recorded."),
                _("Look at the end of the paper, and record it with the source."),
            )
        elif all(_sold(one.funding) for one in supports):
            yield _finding(
                claim_,
                supports[0].funding,
                Severity.WARN,
                _("Who sells it paid for every study behind this."),
                _("Tell the reader so, or cite a study that somebody else paid for."),
            )


def _sold(funding):
    return any(not negated(funding, start) for start, _end, _words in lexicon("industry").find(funding))


def _finding(claim_, words, severity, message, mend):
    return Finding(subject=f"claim:{claim_.key}", words=words, severity=severity, message=message, mend=mend)
