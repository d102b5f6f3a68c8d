from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.manuscript.vouching import Lapse, Vouched
from evidence.vocabulary import Severity, Stance
from reviews.checks import evidence
from reviews.checks.examples import cite, claim, example, source
from reviews.checks.rule import SECTION, Finding, rule

ROSE, FELL = "NGF rose in rats.", "NGF fell in rats and they died."


def _lapsed(stance="supports"):
    then = Vouched(sentence=ROSE, source="a", work="a", stance=stance)
    return {"lapsed": {("c1", "a"): Lapse(then, Vouched(FELL, "a", "a", stance=stance))}}


def _reworded(kind, *others, stance="supports"):
    return example(
        f"{FELL}[^c1]",
        claims=[claim("c1", kind, cite("a", "not_judged"), *others)],
        sources=[source("a"), source("b")],
        circumstances=_lapsed(stance),
    )


@rule(
    "SR13",
    name=gettext_lazy("Judged for other words"),
    scope=SECTION,
    severity=Severity.BLOCK,
    standard="MEDRS; Vouch: a judgement holds for the words it was given for",
    flagged=[
        _reworded("effect"),
        _reworded("mechanism"),
        _reworded("effect", cite("b")),
        _reworded("mechanism", cite("b"), stance="contradicts"),
    ],
    passed=[
        example(f"{ROSE}[^c1]", claims=[claim("c1", "effect", cite("a"))], sources=[source("a")]),
        example(
            f"{ROSE}[^c1]", claims=[claim("c1", "effect", cite("a", "not_judged"))], sources=[source("a")]
        ),
        example(
            f"{ROSE}[^c1] {FELL}[^c2]",
            claims=[claim("c1", "effect", cite("a")), claim("c2", "effect", cite("a", "not_judged"))],
            sources=[source("a")],
            circumstances=_lapsed(),
        ),
        # Judged anew: the stance stands in the text again, whatever is remembered of the earlier one.
        example(
            f"{FELL}[^c1]",
            claims=[claim("c1", "effect", cite("a"))],
            sources=[source("a")],
            circumstances=_lapsed(),
        ),
    ],
)
def check(manuscript, circumstances):
    """A judged stance holds for the sentence, the source, the quotation, the figure and the place it was given for.
    When one of these changes, the citation counts as not judged until somebody confirms it or judges anew. Blocks
    where the claim is of an effect, a harm, an interaction or the law, and where what lapsed is a contradiction; warns
    elsewhere. Spacing and where the marker's number stands change nothing."""
    for claim_ in evidence.placed_claims(manuscript):
        for cited in claim_.citations:
            lapse = circumstances.lapsed.get((claim_.key, cited.source))
            if lapse is None or cited.stance != Stance.NOT_JUDGED:
                continue
            hidden = Stance.CONTRADICTS in (lapse.now.stance, lapse.then and lapse.then.stance)
            yield Finding(
                subject=f"claim:{claim_.key}",
                words=evidence.title_of(manuscript, cited.source),
                severity=Severity.BLOCK if hidden or claim_.kind in evidence.SERIOUS else Severity.WARN,
                message=_message(evidence.title_of(manuscript, cited.source), lapse),
                mend=_("Compare both wordings, then confirm the stance or set another one."),
            )


def _message(title, lapse):
    said = {"stance": Stance(lapse.now.stance).label, "source": title}
    if lapse.then is None:
        return _("“%(stance)s” is set for “%(source)s”, but nobody judged it for these words.") % said
    changed = "; ".join(
        _("%(what)s: was “%(then)s”, is now “%(now)s”") % {"what": what, "then": then, "now": now}
        for what, then, now in lapse.both
    )
    return _("“%(stance)s” was judged of “%(source)s” for other words. %(changed)s.") % {
        **said,
        "changed": changed,
    }
