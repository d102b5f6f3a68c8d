from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from evidence.appraisal.grade import MOST_OUTCOMES, certainty, symbols
from evidence.appraisal.wording import statement
from evidence.bibliography import references
from evidence.prose.markup import to_html
from evidence.public.rendering.numbering import Numbering
from evidence.vocabulary import Design, Stance, StudyPopulation


def render_edition(manuscript, imprint):
    """The body of a public page as safe HTML."""
    parts = rendered_parts(manuscript, imprint.retracted)
    return render_to_string("evidence/edition.html", {"manuscript": manuscript, "imprint": imprint, **parts})


def rendered_parts(manuscript, retracted=frozenset()):
    """What a page is put together from: {"sections", "outcomes", "further", "references"}; `retracted` holds keys of
    sources."""
    numbering = Numbering(manuscript)
    return {
        "sections": rendered_sections(manuscript, numbering),
        **_findings(manuscript),
        "references": [
            _reference(manuscript, key, number, key in retracted) for key, number in numbering.numbers.items()
        ],
    }


def rendered_sections(manuscript, numbering=None):
    """[(section, its body as safe HTML), …] as readers get them."""
    numbering = numbering or Numbering(manuscript)
    return [
        # `to_html` ends in the sanitiser.
        (section, mark_safe(to_html(section.body, numbering.marker)))
        for section in manuscript.sections
    ]


def _findings(manuscript):
    """{"outcomes", "further"}: the rows of the summary of findings, at most seven, the more important ones first taken;
    all in the editor's order."""
    ranked = sorted(manuscript.outcomes, key=lambda outcome: -(outcome.importance or 0))
    shown = ranked[:MOST_OUTCOMES]
    rows = [(outcome in shown, _outcome(outcome, manuscript.subject)) for outcome in manuscript.outcomes]
    return {
        "outcomes": [row for is_shown, row in rows if is_shown],
        "further": [row for is_shown, row in rows if not is_shown],
    }


def _outcome(outcome, subject):
    level = certainty(outcome)
    return {
        "row": outcome,
        "certainty": level.label,
        "symbols": symbols(level),
        "statement": statement(outcome, level, subject),
    }


def _reference(manuscript, key, number, retracted):
    source = manuscript.source_by_key[key]
    csl = {**source.csl, "DOI": source.doi, "PMID": source.pmid}
    uses = [
        {
            "claim": claim.key,
            "text": manuscript.text_of(claim),
            "stance": Stance(cited.stance).label,
            "cited": cited,
        }
        for claim in manuscript.claims
        for cited in claim.citations
        if cited.source == key
    ]
    return {
        "key": key,
        "number": number,
        "source": source,
        "html": references.render(csl, retracted=retracted),
        "design": Design(source.design).label,
        "population": StudyPopulation(source.population).label,
        "uses": uses,
    }
