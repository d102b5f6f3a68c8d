"""Digesting, checking, rendering and taking, at two sizes."""

from dataclasses import replace

from benchmarks.manuscripts import manuscript
from benchmarks.timing import forget, milliseconds
from evidence.library.circumstances import bare
from evidence.library.storing import store
from evidence.manuscript import from_json
from evidence.public.rendering.edition import rendered_sections
from reviews import checks
from reviews.checks import parts
from reviews.checks.rule import SECTION

SIZES = ((30, 60, 50), (300, 600, 500))  # sections, claims, sources


def figures(author):
    """{"30/60/50": {"digest_ms", "check_cold_ms", "check_ms", "edit_ms", "section_ms",
    "render_ms", "take_ms"}, …}"""
    return {"/".join(map(str, size)): _figures(size, author) for size in SIZES}


def _figures(size, author):
    text = manuscript(*size).to_json()
    whole, circumstances = from_json(text), bare()
    article = store(whole, slug=f"benchmark-{size[1]}", by=author)
    return {
        "claims": len(whole.claims),
        "digest_ms": milliseconds(lambda: from_json(text).digest),
        "check_cold_ms": milliseconds(lambda: checks.run(from_json(text), circumstances), before=forget),
        "check_ms": milliseconds(lambda: checks.run(from_json(text), circumstances)),
        "edit_ms": _edit(whole, circumstances),
        "section_ms": _section(whole, circumstances),
        "render_ms": milliseconds(lambda: rendered_sections(from_json(text))),
        "take_ms": milliseconds(article.manuscript),
    }


def _edit(whole, circumstances):
    """All rules after one section changed, the others being known."""
    edited = _editing(whole)
    checks.run(whole, circumstances)
    return milliseconds(lambda: checks.run(edited(), circumstances))


def _section(whole, circumstances):
    """The same of those rules alone that look at one section at a time."""
    edited = _editing(whole)
    rules = [rule for rule in checks.catalogue() if rule.scope == SECTION]
    tuple(parts.findings(rules, whole, circumstances))
    return milliseconds(lambda: tuple(parts.findings(rules, edited(), circumstances)))


def _editing(whole):
    versions = iter(range(100))

    def edited():
        last = whole.sections[-1]
        body = f"{last.body} Nobody knows more, version {next(versions)}."
        return replace(whole, sections=(*whole.sections[:-1], replace(last, body=body)))

    return edited
