from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.bibliography.identifiers.finding import registrations
from evidence.bibliography.references.likeness import first_author, folded
from evidence.vocabulary import Severity
from reviews.checks import declared, evidence
from reviews.checks.examples import cited, claim, example
from reviews.checks.rule import SECTION, Finding, rule


def by(author):
    return {"author": [{"family": author, "given": "A"}]}


HEAD = 6000  # characters of a stored text in which it names its own trial; below, it names those of others
TRIAL = "Registered as NCT01234567."


def of(*authors, kind="effect", design="RCT", texts=()):
    stored = {"stored_texts": dict(zip("abc", texts, strict=False))}
    written = ({"design": design, "csl": by(author)} for author in authors)
    return cited(*written, kind=kind) | {"circumstances": stored}


@rule(
    "SR6",
    name=gettext_lazy("One source"),
    scope=SECTION,
    severity=Severity.WARN,
    version=3,
    standard="WP:MEDRS; GRADE inconsistency cannot be judged",
    flagged=[
        example("It helps.[^c1]", **of("Berg")),
        example("It helps.[^c1]", **of("Berg", "Berg")),
        example("It helps.[^c1]", **of("Berg", "Dahl", texts=(TRIAL, TRIAL.lower()))),
        example("It harms.[^c1]", **of("Berg", kind="harm")),
        example("In rats it works.[^c1]", **of("Berg", kind="mechanism")),
    ],
    passed=[
        example("It helps.[^c1]", **of("Berg", "Dahl")),
        example("It helps.[^c1]", **of("Berg", "Dahl", texts=(TRIAL, "Registered as NCT07654321."))),
        example("It helps.[^c1]", **of("Berg", design="SRMA")),
        example("No study was found.[^c1]", claims=[claim("c1", "absence")]),
        example("One trial in 40 people found that it may help.[^c1]", **of("Berg")),
    ],
)
def check(manuscript, circumstances):
    """One study, or several of one group or of one registered trial, has not been repeated by anybody. A review of many
    studies counts as many; a sentence that says that it reports one trial says enough."""
    for claim_ in evidence.placed_claims(manuscript):
        supports = evidence.supports(manuscript, claim_)
        if not supports or any(one.design in ("SRMA", "GUID", "REG") for one in supports):
            continue
        if _is_one_work(supports, circumstances) and not evidence.names_its_study(manuscript.text_of(claim_)):
            serious = declared.is_serious(manuscript, claim_)
            yield Finding(
                subject=f"claim:{claim_.key}",
                words=supports[0].title,
                severity=Severity.WARN if serious else Severity.INFO,
                message=_("One study, or one group's, stands behind this."),
                mend=_("Say that it is one study, or cite another that found the same."),
            )


def _is_one_work(supports, circumstances):
    """Whether all hang together by a first author or by the registration number of a trial."""
    left = [_marks(one, circumstances) for one in supports]
    joined = left.pop()
    while touching := [marks for marks in left if marks & joined]:
        joined = joined.union(*touching)
        left = [marks for marks in left if marks not in touching]
    return not left


def _marks(source, circumstances):
    text = circumstances.stored_texts.get(source.key, "")[:HEAD]
    return {folded(first_author(source.csl)) or source.key} | registrations(text)
