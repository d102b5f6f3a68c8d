from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.prose.numbers import quantities, same, values_in
from evidence.prose.said import said
from evidence.vocabulary import Severity
from reviews.checks import declared, evidence
from reviews.checks.examples import cite, claim, example, source
from reviews.checks.rule import SECTION, Finding, rule

A = [source("a")]


@rule(
    "SR4",
    name=gettext_lazy("Uncited figure"),
    scope=SECTION,
    severity=Severity.BLOCK,
    version=2,
    standard="Dismech frequency rule; FTC substantiation",
    flagged=[
        example("It is up to 1,000x more potent than piracetam."),
        example("Deaths fell by 27 %.[^c1]", claims=[claim("c1", "effect", cite("a"))], sources=A),
        example(
            "Deaths fell by 27 %.[^c1]",
            claims=[claim("c1", "effect", cite("a", quote="deaths fell by 17 %"))],
            sources=A,
        ),
        example("The dose was 20 mg a day and sleep improved."),
        example("Pain fell after twelve weeks."),
        example("Men need 300 milligrams a day."),
    ],
    passed=[
        example(
            "Deaths fell by 27 %.[^c1]",
            claims=[claim("c1", "effect", cite("a", figure="27.0", unit="%"))],
            sources=A,
        ),
        example(
            "The size was about 0.3 points.[^c1]",
            claims=[claim("c1", "effect", cite("a", quote="an effect of 0.29"))],
            sources=A,
        ),
        example(
            "Pain fell after twelve weeks.[^c1]",
            claims=[claim("c1", "effect", cite("a", quote="pain fell within 12 weeks"))],
            sources=A,
        ),
        example("Two trials found less pain."),
        example("In 2020 COVID-19 spread, and vitamin B12 was tried."),
        example("As Fig. 2 shows, IL-6 fell.[12]"),
        example(
            "No trial of more than 2 weeks was found.[^c1]",
            claims=[claim("c1", "absence")],
        ),
    ],
)
def check(manuscript, circumstances):
    """A figure that the cited source does not show is the easiest error to make and the hardest to see. Each
    number with a unit, percentage, ratio or range needs a citation whose quotation or reported figure holds the
    same number; rounding is allowed."""
    for section, sentence in evidence.sentences(manuscript):
        figures = quantities(said(sentence.text))
        if not figures or (evidence.is_summary(section) and not sentence.markers):
            continue
        claims = [manuscript.claim_by_key[key] for key in sentence.markers if key in manuscript.claim_by_key]
        if any(declared.is_absence(manuscript, claim_) for claim_ in claims):
            continue
        reported = [value for claim_ in claims for value in _reported(claim_)]
        for figure in figures:
            if not all(any(same(value, known) for known in reported) for value in figure.values):
                yield Finding(
                    subject=evidence.subject_of(manuscript, section, sentence),
                    words=figure.words,
                    message=_("No cited source is on record with the figure “%(words)s”.")
                    % {"words": figure.words},
                    mend=_(
                        "Enter the quotation or the reported figure on the citation, or leave the figure out."
                    ),
                )


def _reported(claim_):
    for cited in claim_.citations:
        yield from values_in(cited.quote)
        yield from values_in(cited.figure)
