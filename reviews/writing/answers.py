"""What the desk answers: the page, and after an act the parts of it that changed, drawn by the same templates."""

from django.http import JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from evidence.library.searching import candidates
from evidence.manuscript.coverage import coverage
from evidence.models import Citation
from evidence.prose.modality import populations
from evidence.prose.tree import parse
from evidence.vocabulary import ClaimKind, ClaimPopulation, Stance
from reviews.flags.places import Places
from reviews.models.state import state_of
from reviews.writing.mends import mends_of
from reviews.writing.sheet import Sheet

MOST_FOUND = 6


def page_of(request, article):
    """The template's context of the whole page."""
    sheet, places = Sheet(article), Places(article)
    return {
        "article": article,
        "sheet": sheet,
        "state": state_of(article),
        "may_write": not (article.is_locked or article.discarded_at),
        "elsewhere": [(flag, places.of(flag.subject, flag.code, flag.words)) for flag in sheet.elsewhere],
        **_progress(article, sheet),
    }


def card_html(request, shown, number):
    """The card of sentence `number` of a SectionSheet; the section's own card where there is no such sentence."""
    sheet = shown.sheet
    if number >= len(shown.lines):
        return render_to_string(
            "writing/section_card.html", {"shown": shown, "article": sheet.article}, request
        )
    line = shown.lines[number]
    keys = [claim.key for claim in line.claims]
    rows = Citation.objects.filter(claim__article=sheet.article, claim__key__in=keys)
    context = {
        "article": sheet.article,
        "shown": shown,
        "line": line,
        "claim": line.claims[0] if line.claims else None,
        "citations": rows.select_related("claim", "source").order_by("claim__position", "position"),
        "mends": mends_of(line, sheet.manuscript),
        "kinds": ClaimKind.choices,
        "populations": ClaimPopulation.choices,
        "stances": Stance.choices,
        "outcomes": sheet.manuscript.outcomes,
        "may_write": not (sheet.article.is_locked or sheet.article.discarded_at),
    }
    return render_to_string("writing/card.html", context, request)


def candidates_html(request, shown, number, asked=""):
    """Sources that may say what a sentence says: those the import listed first, then the library's by its words."""
    line = shown.lines[number] if number < len(shown.lines) else None
    words = asked.strip() or (line.sentence.text if line else "")
    of_models = bool(line) and bool(set(populations(words)) & {"animals", "cells"})
    found = candidates(words, MOST_FOUND, of_models=of_models)
    listed = set(shown.sheet.article.listed.values_list("pk", flat=True))
    found.sort(key=lambda one: one.source.pk not in listed)
    rows = [(one, one.source.pk in listed) for one in found]
    context = {"article": shown.sheet.article, "shown": shown, "line": line, "asked": words, "rows": rows}
    return render_to_string("writing/candidates.html", context, request)


def after(request, article, key, lost=False):
    """The parts of the page that an act may have changed, as data."""
    article.refresh_from_db()
    sheet = Sheet(article)
    context = {"article": article, "sheet": sheet, **_progress(article, sheet)}
    data = {
        "bar": render_to_string("writing/progress.html", context, request),
        "outline": render_to_string("writing/outline.html", context, request),
        "said": _("Saved. Some emphasis could not be kept.") if lost else _("Saved."),
    }
    if key in sheet.manuscript.section_by_key:
        shown = sheet.section(key)
        data |= {
            "html": render_to_string("writing/section_body.html", {"shown": shown}, request),
            "version": shown.version,
            "labels": shown.labels(),
        }
    return JsonResponse(data)


def stale(found):
    """409 with what is there now, so that nothing typed is lost."""
    section = found.section
    return JsonResponse(
        {"refused": str(found), "theirs": section.body, "tree": parse(section.body)}, status=409
    )


def refused(error):
    """409 with the reasons, in sentences."""
    return JsonResponse({"refused": str(error)}, status=409)


def _progress(article, sheet):
    closed = article.flags.on("draft").blocking().filter(closed_at__isnull=False).count()
    return {
        "blocking": sheet.blocking,
        "mended": closed,
        "all_blocking": closed + sheet.blocking,
        "coverage": coverage(sheet.manuscript),
    }
