from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.manuscript.outline import claiming, families, speaks, telling_words
from evidence.vocabulary import Severity
from reviews.checks.examples import claim, example
from reviews.checks.rule import Finding, rule

ENOUGH_WORDS = 20  # checks.md, ST1; a site may set SECTION_WORDS
NOTHING = gettext_lazy("“%(heading)s” says nothing.")
TOO_LITTLE = gettext_lazy("“%(heading)s” says too little, and holds no claim.")


@rule(
    "ST1",
    name=gettext_lazy("Empty section"),
    severity=Severity.BLOCK,
    standard="PIF TICK 1; DISCERN 1–2",
    flagged=[
        example("## Mood\n\n## Memory\n\n" + "It was studied. " * 10),
        example("## Interactions\n\nTODO"),
        example("## Side effects\n\nNothing here yet."),
        example("## Effects\n\n### Memory\n\nTBC\n\n### Mood\n\n" + "It was studied in people. " * 6),
    ],
    passed=[
        example("## Effects\n\n### Memory\n\n" + "It was studied in many people. " * 5),
        example("## Harms\n\nNo trial reported harm.[^c1]", claims=[claim("c1", "harm")]),
        example("## Mood\n\n" + "Mood was measured in three trials. " * 4),
        example("Opening words only, few of them.\n\n## Mood\n\n" + "Mood was measured in trials. " * 5),
    ],
)
def check(manuscript, circumstances):
    """A heading promises something. A section that holds no claim and fewer than twenty words, or only a
    placeholder such as "TODO", breaks that promise: fill it, or take the heading away. Sub-sections count for
    the section above them; a heading that only gathers sub-sections is not empty."""
    claimed = claiming(manuscript)
    enough = circumstances.settings.get("SECTION_WORDS", ENOUGH_WORDS)
    for section, family in families(manuscript):
        if section.heading and not speaks(family, claimed, enough):
            yield Finding(
                subject=f"section:{section.key}",
                words=section.heading,
                message=(TOO_LITTLE if _words(family) else NOTHING) % {"heading": section.heading},
                mend=_mend(family, enough),
            )


def _words(family):
    return sum(telling_words(member.body) for member in family)


def _mend(family, enough):
    if _words(family):
        return _("Tick a sentence as a claim, or write at least %(n)d words; else delete it.") % {"n": enough}
    return _("Write what is known, or say that nothing was found and when you looked; else delete it.")
