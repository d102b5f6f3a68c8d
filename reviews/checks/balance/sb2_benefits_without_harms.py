from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.vocabulary import ClaimKind, Severity
from reviews.checks.examples import claim, example
from reviews.checks.rule import Finding, rule

MOST = 3  # effects told without a single harm


def of(*kinds):
    return {"claims": [claim(f"c{n}", kind) for n, kind in enumerate(kinds, start=1)]}


@rule(
    "SB2",
    name=gettext_lazy("Benefits without harms"),
    severity=Severity.WARN,
    standard="DISCERN 6, 10 and 11; CONSORT Harms",
    flagged=[
        example("", **of("effect", "effect", "effect")),
        example("", **of("effect", "effect", "effect", "mechanism")),
        example("", **of("effect", "effect", "effect", "effect")),
        example("", **of("effect", "effect", "effect", "interaction")),
    ],
    passed=[
        example("", **of("effect", "effect", "effect", "harm")),
        example("", **of("effect", "effect")),
        example("", **of("mechanism", "mechanism", "mechanism")),
        example("## Side effects\nNone was looked for.[^c4]", **of("effect", "effect", "effect", "absence")),
    ],
)
def check(manuscript, circumstances):
    """Three effects and not one word on harm is half an answer. That nobody looked for harms is an answer too, if it
    is said where harms are spoken of."""
    kinds = [claim_.kind for claim_ in manuscript.claims]
    absent = {manuscript.section_of(one) for one in manuscript.claims if one.kind == ClaimKind.ABSENCE}
    answered = any(section.key in absent and section.kind == "harms" for section in manuscript.sections)
    if kinds.count(ClaimKind.EFFECT) >= MOST and ClaimKind.HARM not in kinds and not answered:
        yield Finding(
            subject="article",
            words=_("harms"),
            message=_("%(n)d effects are claimed and no harm is spoken of.")
            % {"n": kinds.count(ClaimKind.EFFECT)},
            mend=_("Say which harms were found, or that nobody looked for them, as a claim."),
        )
