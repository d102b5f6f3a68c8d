"""A rule that looks at one section at a time says of the whole article what it says of the parts, and is asked again
only of the part that changed."""

from dataclasses import replace

import pytest

from evidence.manuscript import Section
from evidence.manuscript.circumstances import Circumstances, Update
from reviews import checks
from reviews.checks import parts
from reviews.checks.examples import TODAY, cite, claim, example, source
from reviews.checks.rule import SECTION
from tests import builders

checks.load()
BY_SECTION = [rule for rule in checks.catalogue() if rule.scope == SECTION]
EXAMPLES = [pair for rule in checks.catalogue() for pair in (*rule.flagged, *rule.passed)]
TWICE = example(
    "## Effects\n\nIt improves sleep.[^c1]\n\n## Again\n\nIt cures headaches in mice.[^c1] It helps.[^c2]",
    claims=[claim("c1", "effect", cite("a"), outcome="o9"), claim("c2", "harm", cite("b", "contradicts"))],
    sources=[source("a", "COH"), source("b")],
)


def said(rule, manuscripts, circumstances):
    return {
        (found.fingerprint, found.message, found.severity)
        for one in manuscripts
        for found in rule.run(one, circumstances)
    }


def joined():
    """All worked examples as one long article, each section and key named anew."""
    sections, claims, sources, outcomes = [], [], {}, {}
    for number, (manuscript, _now) in enumerate(EXAMPLES):
        for section in manuscript.sections:
            body = section.body
            for one in manuscript.claims:
                body = body.replace(f"[^{one.key}]", f"[^{one.key}x{number}]")
            sections.append(replace(section, key=f"{section.key}x{number}", body=body))
        for one in manuscript.claims:
            cites = tuple(replace(cited, source=f"{cited.source}x{number}") for cited in one.citations)
            outcome = f"{one.outcome}x{number}" if one.outcome else ""
            claims.append(replace(one, key=f"{one.key}x{number}", citations=cites, outcome=outcome))
        sources |= {
            f"{one.key}x{number}": replace(one, key=f"{one.key}x{number}") for one in manuscript.sources
        }
        outcomes |= {
            f"{one.key}x{number}": replace(one, key=f"{one.key}x{number}") for one in manuscript.outcomes
        }
    whole = replace(
        builders.manuscript(),
        sections=tuple(sections),
        claims=tuple(claims),
        sources=tuple(sources.values()),
        outcomes=tuple(outcomes.values()),
    )
    updates = {key: (Update("correction"), Update("expression_of_concern")) for key in list(sources)[::3]}
    return whole, Circumstances(
        TODAY, updates=updates, stored_texts=dict.fromkeys(list(sources)[::4], "Words." * 900)
    )


@pytest.mark.parametrize("rule", BY_SECTION, ids=lambda rule: rule.code)
def test_the_parts_say_what_the_whole_says(rule):
    for manuscript, circumstances in (*EXAMPLES, TWICE, joined()):
        whole = said(rule, [manuscript], circumstances)
        assert said(rule, parts.parts(manuscript), circumstances) == whole


def test_an_article_is_judged_as_by_each_rule_alone():
    manuscript, circumstances = joined()
    alone = {found for rule in checks.catalogue() for found in rule.run(manuscript, circumstances)}
    assert set(checks.run(manuscript, circumstances)) == alone


def test_only_the_changed_section_is_asked_again(monkeypatch):
    manuscript, now = builders.manuscript(), Circumstances(TODAY)
    checks.run(manuscript, now)
    asked = []
    get = parts.Memory.get

    def watched(memory, key, answer):
        return get(memory, key, lambda: asked.append(key[1][0].key) or answer())

    monkeypatch.setattr(parts.Memory, "get", watched)
    checks.run(builders.manuscript(), now)
    assert asked == []
    edited = replace(manuscript.sections[3], body="Nobody looked for harms.[^c5]")
    checks.run(
        replace(manuscript, sections=(*manuscript.sections[:3], edited, *manuscript.sections[4:])), now
    )
    assert asked == [edited.key]


@pytest.mark.parametrize(
    "now",
    [
        {"updates": {"alder-2019": (Update("expression_of_concern"),)}},
        {"stored_texts": {"alder-2019": "Other words. " * 900}},
        {"published_as": {"alder-2019": "The paper"}},
        {"settings": {"FEWEST_PEOPLE": 10}},
    ],
)
def test_what_changes_by_itself_is_asked_again(now):
    manuscript = builders.manuscript()
    checks.run(manuscript, Circumstances(TODAY))
    later = Circumstances(TODAY, **now)
    alone = {found for rule in checks.catalogue() for found in rule.run(manuscript, later)}
    assert set(checks.run(manuscript, later)) == alone


def test_what_is_kept_has_a_bound():
    memory = parts.Memory(2)
    for key in "abac":
        memory.get(key, lambda key=key: key.upper())
    assert memory.get("a", lambda: "anew") == "A"
    assert memory.get("b", lambda: "anew") == "anew"


def test_a_section_without_text_is_a_part_too():
    manuscript = replace(builders.manuscript(), sections=(Section("s1"),), claims=())
    assert [part.sections for part in parts.parts(manuscript)] == [(Section("s1"),)]
