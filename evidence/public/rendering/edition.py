from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from evidence.appraisal.grade import MOST_OUTCOMES, certainty, in_words, symbols
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
    numbering = Numbering(manuscript, frozenset(retracted))
    return {
        "sections": rendered_sections(manuscript, numbering),
        **_findings(manuscript, numbering),
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


def _findings(manuscript, numbering):
    """{"outcomes", "further"}: the rows of the summary of findings, at most seven, the more important ones first taken;
    all in the editor's order."""
    ranked = sorted(manuscript.outcomes, key=lambda outcome: -(outcome.importance or 0))
    shown = ranked[:MOST_OUTCOMES]
    doubtful = {one.outcome for one in manuscript.claims if numbering.rests_on_retracted(one)}
    rows = [
        (outcome in shown, _outcome(outcome, manuscript.subject, outcome.key in doubtful))
        for outcome in manuscript.outcomes
    ]
    return {
        "outcomes": [row for is_shown, row in rows if is_shown],
        "further": [row for is_shown, row in rows if not is_shown],
    }


def _outcome(outcome, subject, doubtful):
    level = certainty(outcome)
    return {
        "row": outcome,
        "certainty": in_words(outcome),
        "symbols": symbols(level),
        "statement": statement(outcome, level, subject),
        "retracted": doubtful,
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
        "studied": _studied(source),
        "uses": uses,
    }


def _studied(source):
    """Design and population in words, one sentence for what nobody recorded."""
    parts = [
        known.label
        for known in (Design(source.design), StudyPopulation(source.population))
        if known not in (Design.UNKNOWN, StudyPopulation.UNKNOWN)
    ]
    if len(parts) < 2:
        parts.append(
            _("kind of study not recorded") if not source.design else _("whom it studied is not recorded")
        )
    return "; ".join(map(str, parts))
