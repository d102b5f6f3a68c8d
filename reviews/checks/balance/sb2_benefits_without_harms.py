from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.vocabulary import ClaimKind, Severity
from reviews.checks import declared, evidence
from reviews.checks.examples import claim, example
from reviews.checks.rule import Finding, rule

MOST = 3  # effects told without a single harm; a site may set EFFECTS_WITHOUT_HARM


def of(*kinds, last=""):
    """A claim of each kind, one sentence each; `last` is what the last of them stands in."""
    said = [f"It does something.[^c{number}]" for number in range(1, len(kinds) + 1)]
    said[-1:] = [last] if last else said[-1:]
    claims = [claim(f"c{number}", kind) for number, kind in enumerate(kinds, start=1)]
    return example("\n\n".join(said), claims=claims)


@rule(
    "SB2",
    name=gettext_lazy("Benefits without harms"),
    severity=Severity.WARN,
    version=2,
    standard="DISCERN 6, 10 and 11; CONSORT Harms",
    flagged=[
        of("effect", "effect", "effect"),
        of("effect", "effect", "effect", "mechanism"),
        of("effect", "effect", "effect", "effect"),
        of("effect", "effect", "effect", "interaction"),
    ],
    passed=[
        of("effect", "effect", "effect", "harm"),
        of("effect", "effect"),
        of("mechanism", "mechanism", "mechanism"),
        of("effect", "effect", "effect", "absence", last="## Side effects\nNone was looked for.[^c4]"),
    ],
)
def check(manuscript, circumstances):
    """Three effects and not one word on harm is half an answer. That nobody looked for harms is an answer too, if it
    is said where harms are spoken of."""
    most = circumstances.settings.get("EFFECTS_WITHOUT_HARM", MOST)
    kinds = [claim_.kind for claim_ in evidence.placed_claims(manuscript)]
    absent = {
        manuscript.section_of(one)
        for one in evidence.placed_claims(manuscript)
        if declared.is_absence(manuscript, one)
    }
    answered = any(section.key in absent and section.kind == "harms" for section in manuscript.sections)
    if kinds.count(ClaimKind.EFFECT) >= most and ClaimKind.HARM not in kinds and not answered:
        yield Finding(
            subject="article",
            words=_("harms"),
            message=_("%(n)d effects are claimed and no harm is spoken of.")
            % {"n": kinds.count(ClaimKind.EFFECT)},
            mend=_("Say which harms were found, or that nobody looked for them, as a claim."),
        )
