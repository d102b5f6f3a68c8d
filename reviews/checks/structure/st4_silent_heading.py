from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.prose.lexicon import lexicon
from evidence.vocabulary import SectionKind, Severity
from reviews.checks.examples import claim, example
from reviews.checks.rule import Finding, rule

CLAIMED = {"claims": [claim("c1")]}


@rule(
    "ST4",
    name=gettext_lazy("Heading promises, body is silent"),
    severity=Severity.INFO,
    standard="DISCERN 2",
    flagged=[
        example("## Effects on memory\nNobody knows."),
        example("## Effects on sleep and mood\nTea is a drink."),
        example("## Effects\nIt helps.[^c1]\n\n### Effects on pain\nMuch is said.", **CLAIMED),
        example("## Effects on anxiety\nIt helps.[^c9]"),
    ],
    passed=[
        example("## Effects on memory\nIt helps memory.[^c1]", **CLAIMED),
        example("## Effects on memory\n\n### Effects on memory in rats\nIt helps.[^c1]", **CLAIMED),
        example("## How it is made\nFrom leaves."),
        example("## Quality of the evidence on memory\nIt is thin."),
    ],
)
def check(manuscript, circumstances):
    """A heading that names an effect promises what is known of it. Without a claim below it the reader is left
    with a promise."""
    sections = manuscript.sections
    claimed = {manuscript.section_of(claim_) for claim_ in manuscript.claims}
    for number, section in enumerate(sections):
        words = lexicon("clinical_outcomes").first(section.heading)
        if section.kind != SectionKind.EFFECTS or not words:
            continue
        below = [section]
        for later in sections[number + 1 :]:
            if later.level <= section.level:
                break
            below.append(later)
        if not any(one.key in claimed for one in below):
            yield Finding(
                subject=f"section:{section.key}",
                words=words,
                message=_("“%(heading)s” promises something on %(words)s, and no claim follows.")
                % {"heading": section.heading, "words": words},
                mend=_(
                    "Say what was found with its source, or that nothing was found; or change the heading."
                ),
            )
