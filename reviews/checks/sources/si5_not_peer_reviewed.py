from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.vocabulary import Design, PeerReview, Severity
from reviews.checks import declared, evidence
from reviews.checks.examples import cited, example
from reviews.checks.rule import SECTION, Finding, rule

UNREVIEWED = (PeerReview.NO, PeerReview.PREPRINT)
OFFICIAL = (Design.REG, Design.GUID)


def of(*reviews, kind="effect", **fields):
    return cited(*({"peer_review": one, **fields} for one in reviews), kind=kind)


@rule(
    "SI5",
    name=gettext_lazy("Not peer-reviewed"),
    scope=SECTION,
    severity=Severity.WARN,
    version=2,
    standard="WP:MEDRS; ICMJE",
    flagged=[
        example("It helps.[^c1]", **of("preprint")),
        example("It helps.[^c1]", **of("no")),
        example("It helps.[^c1]", **of("preprint", "yes")),
        example("It was sold in 1990.[^c1]", **of("no", kind="historical")),
        example("It helps.[^c1]", **of("preprint"), circumstances={"published_as": {"a": "The paper"}}),
    ],
    passed=[
        example("It helps.[^c1]", **of("yes")),
        example("It helps.[^c1]", **of("unknown")),
        example("It is licensed.[^c1]", **of("no", kind="regulatory", design="REG")),
        example("It is advised.[^c1]", **of("no", design="GUID")),
    ],
)
def check(manuscript, circumstances):
    """Nobody has gone over a preprint yet. It may stand beside a reviewed paper; as the sole support of an effect or
    harm it blocks. Official texts are not peer-reviewed and need not be."""
    for claim_ in evidence.placed_claims(manuscript):
        supports = evidence.supports(manuscript, claim_)
        raw = [one for one in supports if one.peer_review in UNREVIEWED and one.design not in OFFICIAL]
        sole = len(raw) == len(supports) and declared.is_serious(manuscript, claim_)
        for one in raw:
            yield Finding(
                subject=f"claim:{claim_.key}",
                words=one.title,
                severity=Severity.BLOCK if sole else Severity.WARN,
                message=_("“%(title)s” is not peer-reviewed.") % {"title": one.title},
                mend=_mend(circumstances.published_as.get(one.key)),
            )


def _mend(published):
    if published:
        return _("It was published as “%(title)s”: cite that.") % {"title": published}
    return _("Cite the published version, or a reviewed paper beside it.")
