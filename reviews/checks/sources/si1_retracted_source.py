from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.manuscript.circumstances import Update, standing
from evidence.vocabulary import RETRACTING, ClaimKind, Severity, UpdateType
from reviews.checks import declared
from reviews.checks.examples import cite, claim, example, source
from reviews.checks.rule import Finding, rule

A = [source("a")]
CITED = {"claims": [claim("c1", "effect", cite("a"))], "sources": A}


def updated(*updates):
    return {"updates": {"a": tuple(updates)}}


@rule(
    "SI1",
    name=gettext_lazy("Retracted source"),
    severity=Severity.BLOCK,
    version=2,
    standard="NISO RP-45-2024 (CREC); COPE 2025; ICMJE",
    flagged=[
        example("It helps.[^c1]", **CITED, circumstances=updated(Update("retraction"))),
        example("It helps.[^c1]", **CITED, circumstances=updated(Update("partial_retraction"))),
        example("It helps.[^c1]", **CITED, circumstances=updated(Update("removal"), Update("correction"))),
        example("It helps.[^c1]", **CITED, circumstances=updated(Update("withdrawal"))),
    ],
    passed=[
        example("It helps.[^c1]", **CITED, circumstances=updated(Update("erratum"), Update("correction"))),
        example("It helps.[^c1]", **CITED, circumstances=updated(Update("expression_of_concern"))),
        example("It helps.[^c1]", **CITED, circumstances=updated(Update("withdrawal", superseded=True))),
        example(
            "It helps.[^c1]",
            **CITED,
            circumstances=updated(
                Update("retraction", date(2020, 1, 1)),
                Update("retraction", date(2021, 1, 1), superseded=True),
            ),
        ),
        example(
            "The study was retracted in 2024.[^c1]",
            claims=[claim("c1", "historical", cite("a"))],
            sources=A,
            circumstances=updated(Update("retraction")),
        ),
    ],
)
def check(manuscript, circumstances):
    """A retracted, removed or withdrawn work supports nothing. It may only be cited by a historical claim that
    says it was retracted. Corrections and expressions of concern are no retractions, and a withdrawal that made
    way for a newer version is none either."""
    resting = {}
    for claim_ in manuscript.claims:
        told = _tells_of_it(manuscript, claim_)
        for cited in claim_.citations if not told else ():
            resting.setdefault(cited.source, []).append(claim_.key)
    for key, claims in resting.items():
        source_ = manuscript.source_by_key.get(key)
        for update in _retractions(circumstances.updates.get(key, ())) if source_ else ():
            yield Finding(
                subject=f"source:{key}",
                words=source_.title,
                message=_("“%(title)s” has the status “%(status)s”; claims that rest on it: %(claims)s.")
                % {
                    "title": source_.title,
                    "status": UpdateType(update.type).label,
                    "claims": ", ".join(claims),
                },
                mend=_("Cite other evidence, or reword each claim and take the citation away."),
            )


def _retractions(updates):
    return [update for update in standing(updates) if update.type in RETRACTING][:1]


def _tells_of_it(manuscript, claim_):
    text = manuscript.text_of(claim_)
    historical = claim_.kind == ClaimKind.HISTORICAL and declared.asserted_kind(manuscript, text) == "none"
    return historical and _says_so(text)


def _says_so(text):
    return any(word in text.lower() for word in ("retract", "withdr", "removed"))
