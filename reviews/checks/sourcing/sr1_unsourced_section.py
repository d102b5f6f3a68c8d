from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.importers.citing.sourced import is_sourced
from evidence.manuscript.outline import families, is_container
from evidence.prose.markup import plain, words
from evidence.vocabulary import ClaimKind, Severity
from reviews.checks import declared, evidence
from reviews.checks.examples import cite, claim, example, source
from reviews.checks.rule import Finding, rule

ENOUGH_WORDS = 40  # checks.md, SR1; a site may set UNSOURCED_WORDS
LONG = "Sleep was the subject of several trials in the last ten years. " * 5


@rule(
    "SR1",
    name=gettext_lazy("Unsourced section"),
    severity=Severity.BLOCK,
    version=3,
    standard="JAMA benchmarks (attribution); DISCERN 4",
    flagged=[
        example("## Effects\n\nIt improved sleep in adults.[^c1]", claims=[claim("c1")]),
        example(f"## Effects\n\n{LONG}"),
        example(LONG),
        example("## Effects\n\n### Sleep\n\nIt improved sleep by 20 % in a trial."),
    ],
    passed=[
        example(
            "## Effects\n\nIt improved sleep.[^c1]",
            claims=[claim("c1", "effect", cite("a"))],
            sources=[source("a")],
        ),
        example(f"## Effects\n\n### Sleep\n\n{LONG}[^c1]", claims=[claim("c1", "effect", cite("a"))]),
        example(f"## In short\n\n{LONG}"),
        example("## Harms\n\nNo study was found.[^c1]", claims=[claim("c1", "absence")]),
        example("## Effects\n\nRead on below."),
        example("Sleep is a state of rest.[^c1]", claims=[claim("c1", "definition")]),
    ],
)
def check(manuscript, circumstances):
    """A section that states facts, or simply says a lot, shows its readers not one source. Cite what it rests
    on. A section that gathers others counts together with them, and the summary may rest on the body."""
    enough = circumstances.settings.get("UNSOURCED_WORDS", ENOUGH_WORDS)
    for section, family in families(manuscript):
        if evidence.is_summary(section) or is_container(section, family) or not section.body.strip():
            continue
        if not _asserts(manuscript, section, enough) or any(
            _is_sourced(manuscript, member) for member in family
        ):
            continue
        name = section.heading or _("Opening text")
        yield Finding(
            subject=f"section:{section.key}",
            words=name,
            message=_message(section) % {"heading": name},
            mend=_mend(section),
        )


def _message(section):
    # The markers of our own claims are no marks of an author.
    if is_sourced([plain(section.body)]).label == "sourced":
        return _("“%(heading)s” cites by marks that no reference stands behind.")
    return _("“%(heading)s” states facts without a single source.")


def _asserts(manuscript, section, enough):
    sentences = evidence.sentences_of(section.body)
    return words(section.body) >= enough or any(
        not _only_defines(manuscript, sentence) and (evidence.is_checkable(sentence) or sentence.markers)
        for sentence in sentences
    )


def _only_defines(manuscript, sentence):
    """Whether every claim of a sentence says what a word means, which needs no source (SR2)."""
    known = [manuscript.claim_by_key[key] for key in sentence.markers if key in manuscript.claim_by_key]
    return bool(known) and all(
        one.kind == ClaimKind.DEFINITION and declared.is_borne_out(manuscript, one) for one in known
    )


def _mend(section):
    left = any(
        evidence.is_checkable(sentence) and not sentence.markers
        for sentence in evidence.sentences_of(section.body)
    )
    claimed = any(sentence.markers for sentence in evidence.sentences_of(section.body))
    if claimed and not left:
        return _("Cite a source for its claims.")
    return _("Tick its factual sentences as claims and cite a source for each.")


def _is_sourced(manuscript, section):
    keys = {key for sentence in evidence.sentences_of(section.body) for key in sentence.markers}
    claims = [manuscript.claim_by_key[key] for key in keys if key in manuscript.claim_by_key]
    return any(claim_.citations or declared.is_absence(manuscript, claim_) for claim_ in claims)
