from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.references.likeness import first_author, folded
from evidence.vocabulary import ClaimKind, Severity
from reviews.checks import evidence
from reviews.checks.examples import cite, claim, example, source
from reviews.checks.rule import SECTION, Finding, rule


def by(author):
    return {"author": [{"family": author, "given": "A"}]}


def of(*authors, kind="effect", design="RCT"):
    keys = "abc"[: len(authors)]
    return {
        "claims": [claim("c1", kind, *(cite(key) for key in keys))],
        "sources": [source(key, design, csl=by(author)) for key, author in zip(keys, authors, strict=True)],
    }


@rule(
    "SR6",
    name=gettext_lazy("One source"),
    scope=SECTION,
    severity=Severity.WARN,
    standard="WP:MEDRS; GRADE inconsistency cannot be judged",
    flagged=[
        example("It helps.[^c1]", **of("Berg")),
        example("It helps.[^c1]", **of("Berg", "Berg")),
        example("It harms.[^c1]", **of("Berg", kind="harm")),
        example("In rats it works.[^c1]", **of("Berg", kind="mechanism")),
    ],
    passed=[
        example("It helps.[^c1]", **of("Berg", "Dahl")),
        example("It helps.[^c1]", **of("Berg", design="SRMA")),
        example("No study was found.[^c1]", claims=[claim("c1", "absence")]),
        example("One trial in 40 people found that it may help.[^c1]", **of("Berg")),
    ],
)
def check(manuscript, circumstances):
    """One study, or several of one group, has not been repeated by anybody. A review of many studies counts as many;
    a sentence that says that it reports one trial says enough."""
    for claim_ in evidence.placed_claims(manuscript):
        supports = evidence.supports(manuscript, claim_)
        if not supports or any(one.design in ("SRMA", "GUID", "REG") for one in supports):
            continue
        groups = {folded(first_author(one.csl)) or one.key for one in supports}
        if len(groups) == 1 and not evidence.names_its_study(manuscript.text_of(claim_)):
            serious = claim_.kind in (ClaimKind.EFFECT, ClaimKind.HARM)
            yield Finding(
                subject=f"claim:{claim_.key}",
                words=supports[0].title,
                severity=Severity.WARN if serious else Severity.INFO,
                message=_("One study, or one group's, stands behind this."),
                mend=_("Say that it is one study, or cite another that found the same."),
            )
