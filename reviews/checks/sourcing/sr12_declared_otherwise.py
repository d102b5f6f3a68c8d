from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.manuscript import SearchRecord
from evidence.prose.agency import names_agent
from evidence.prose.asserting import asserts
from evidence.prose.borne_out import population_is_borne_out
from evidence.vocabulary import ClaimKind, ClaimPopulation, Severity
from reviews.checks import declared, evidence
from reviews.checks.examples import cite, claim, example, source
from reviews.checks.rule import SECTION, Finding, rule

A = [source("a")]
PROMISE = "Tea restores lost memory within a week in healthy adults.[^c1]"
ASKED = {
    ClaimKind.ABSENCE: gettext_lazy(
        "Say what was looked for and not found (“No study was found that …”) and nothing beside it, or choose the kind "
        "that it is of."
    ),
    ClaimKind.DEFINITION: gettext_lazy(
        "Say what the word means (“X is a …”) and nothing of what it does, or choose the kind that it is of."
    ),
}


def of(kind, *cites, **fields):
    return {"claims": [claim("c1", kind, *cites, **fields)], "sources": A, "subject": "Tea"}


@rule(
    "SR12",
    name=gettext_lazy("Declared otherwise than it reads"),
    scope=SECTION,
    severity=Severity.BLOCK,
    standard="House rule: what is declared of a sentence asks more of it, never less",
    flagged=[
        example(PROMISE, **of("absence")),
        example(PROMISE, **of("definition")),
        example(PROMISE, **of("mechanism", cite("a"))),
        example("Tea improves sleep.[^c1]", **of("effect", cite("a"), population="animals")),
        example("No study was found, and tea restores memory.[^c1]", **of("absence")),
        example("Tea is a drink that restores memory.[^c1]", **of("definition")),
        example(
            "No study of valerian was found.[^c1]", **of("absence"), search=SearchRecord("MEDLINE", "tea")
        ),
    ],
    passed=[
        example("No study of tea in children was found.[^c1]", **of("absence")),
        example("No study of harms was found.[^c1]", **of("absence"), search=SearchRecord("MEDLINE", "tea")),
        example("Whether tea restores memory is not known.[^c1]", **of("absence")),
        example("Insomnia is a disorder in which people sleep badly.[^c1]", **of("definition")),
        example("In rats tea improves sleep.[^c1]", **of("effect", cite("a"), population="animals")),
        example("Tea blocks an enzyme in cultured neurons.[^c1]", **of("mechanism", cite("a"))),
        example("Tea was first sold in Europe in 1610.[^c1]", **of("historical", cite("a"))),
    ],
)
def check(manuscript, circumstances):
    """The kind of a claim, and whom it speaks of, are believed where the words bear them out. A claim of absence says
    itself that nothing was found, a definition says what a word means, and neither promises anything beside it. A
    sentence that says that something acts on people is an effect, a harm or an interaction, whatever was chosen; so is
    one that names no animal and no cell. An absence of what the search on record does not name is pointed out. The
    code is new, for it tells of what was declared and not of a source."""
    named = declared.agents(manuscript)
    for claim_ in evidence.placed_claims(manuscript):
        text = manuscript.text_of(claim_)
        if claim_.kind in ASKED and not declared.is_borne_out(manuscript, claim_):
            yield _finding(claim_, text, _kind(claim_.kind), ASKED[claim_.kind])
        elif _reads_as_serious(claim_, text, named):
            yield _finding(
                claim_, text, _kind(claim_.kind), _("Choose “Effect”, “Harm” or “Interaction”, or reword it.")
            )
        elif claim_.kind == ClaimKind.ABSENCE and (other := declared.beside_the_search(manuscript, claim_)):
            yield replace(
                _finding(
                    claim_,
                    text,
                    _(
                        "It says that nothing was found on “%(words)s”, and the search on record does not name that."
                    )
                    % {"words": other},
                    _("Search for it and add it to the record, or say what the search was for."),
                ),
                severity=Severity.WARN,
            )
        if not population_is_borne_out(claim_.population, text, named):
            yield _finding(
                claim_,
                text,
                _("“%(population)s” is declared, but the words do not speak of them.")
                % {"population": ClaimPopulation(claim_.population).label},
                _("Name them in the sentence (“in rats”), or choose whom it speaks of."),
            )


def _reads_as_serious(claim_, text, named):
    if claim_.kind in (ClaimKind.EFFECT, ClaimKind.HARM, ClaimKind.INTERACTION):
        return False
    return asserts(text, named).label in ("effect", "harm", "interaction") and names_agent(text, named)


def _kind(kind):
    return _("The kind “%(kind)s” is declared, but the words are not of that kind.") % {
        "kind": ClaimKind(kind).label
    }


def _finding(claim_, words, message, mend):
    return Finding(subject=f"claim:{claim_.key}", words=words, message=message, mend=mend)
