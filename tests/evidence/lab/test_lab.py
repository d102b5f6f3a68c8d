"""The laboratory scores any labelled file, and says of each row what decided."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from evidence.lab import TASKS, predict, score, task_of
from evidence.lab.scoring import area, f1

ROWS = {
    "t1a": [
        {"id": "a", "text": "It has been shown in previous studies that ginger reduces nausea.", "label": 1},
        {"id": "b", "text": "We asked our participants to return the next day.", "label": 0},
    ],
    "t1b": [
        {"id": "a", "text": "Nausea in pregnancy is common.", "pos": 0, "n": 3, "label": 0},
        {"id": "b", "text": "We measured nausea in 40 women.", "pos": 1, "n": 3, "label": 0},
        {"id": "c", "text": "These results suggest that ginger may help.", "pos": 2, "n": 3, "label": 1},
    ],
    "t2a": [
        {"id": "a", "text": "Ginger reduced vomiting in pregnant women.", "label": "causal"},
        {"id": "b", "text": "Ginger may reduce vomiting.", "label": "conditional_causal"},
        {"id": "c", "text": "Tea drinking was associated with better sleep.", "label": "correlational"},
        {"id": "d", "text": "Further research is needed.", "label": "none"},
    ],
    "t2c": [
        {"id": "a", "claim": "Tea prevents dementia", "evidence": "Tea was associated with dementia.",
         "label": "exaggerates"},
        {"id": "b", "claim": "Tea is linked to sleep", "evidence": "Tea was associated with sleep.", "label": "same"},
    ],
    "t3": [
        {"id": "a", "title": "Ginger in rats", "label": "animal",
         "abstract": "Rats were given 5 mg/kg of ginger. We measured weight."},
        {"id": "b", "title": "Ginger for nausea", "label": "human",
         "abstract": "In a randomised trial 70 women received ginger or placebo."},
    ],
    "t5a": [{"id": "a", "text": "It helped (e.g. in rats). Nobody knows why.", "ends": [25, 43]}],
    "t6a": [
        {"id": "a", "text": "Clinicians should ask about tea.", "design": "RCT", "label": "strong"},
        {"id": "b", "text": "Ginger may be a useful alternative to tablets.", "design": "RCT", "label": "weak"},
        {"id": "c", "text": "Nausea was less common with ginger.", "design": "RCT", "label": "none"},
    ],
    "t7": [
        {"id": "a", "sections": [
            {"path": "One", "paragraphs": [{"text": "Ginger helps [3].", "cited": 1}], "cited": 1},
            {"path": "Two", "paragraphs": [{"text": "Ginger is a root.", "cited": 0}], "cited": 0},
            {"path": "Three", "paragraphs": [{"text": "It helps (Berg and Dahl, 2011).", "cited": 1}], "cited": 1},
        ]},
    ],
    "t8": [{"id": "a", "raw": "Berg A. Ginger for nausea. J Herbs. 2011;4:1-9.",
            "segments": [["author", "Berg A."], ["title", "Ginger for nausea."], ["date", "2011"], ["pages", "1-9."]]}],
    "t9": [
        {"id": "a", "text": "It may perhaps help some people.", "rating": 2.0},
        {"id": "b", "text": "It clearly helped.", "rating": 6.0},
        {"id": "c", "text": "It remains unclear whether it could help.", "rating": 1.0},
    ],
}  # fmt: skip


def lab(task, rows, tmp_path, *options):
    path, out = tmp_path / "rows.jsonl", StringIO()
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    call_command("lab", task, str(path), *options, stdout=out)
    return out.getvalue()


@pytest.mark.parametrize("task", ROWS)
def test_every_task_answers_and_is_scored(task, tmp_path):
    figures = json.loads(lab(task, ROWS[task], tmp_path, "--json"))
    main = next(figures[name] for name in ("f1", "macro_f1", "pearson", "fields") if name in figures)
    assert figures["rows"] == len(ROWS[task])
    assert main["date"]["f1"] == 1 if isinstance(main, dict) else main > 0.85


@pytest.mark.parametrize("task", ROWS)
def test_predictions_need_no_labels_and_say_why(task, tmp_path):
    out = tmp_path / "out.jsonl"
    bare = [
        {k: v for k, v in row.items() if k not in ("label", "rating", "ends", "segments")}
        for row in ROWS[task]
    ]
    lab(task, bare, tmp_path, "--predict", str(out))
    lines = [json.loads(line) for line in out.read_text().splitlines()]
    assert [line["id"] for line in lines] == [row["id"] for row in bare]
    assert all({"pred", "score", "because"} <= set(line) for line in lines)


@pytest.mark.parametrize("task", ROWS)
def test_every_task_shows_its_confusion_and_what_it_got_most_wrong(task, tmp_path):
    figures = json.loads(lab(task, [ALL_WRONG[task]], tmp_path, "--json"))
    assert figures["confusion"]
    assert [one["id"] for one in figures["worst"]] == ["a"]
    assert "a " in lab(task, [ALL_WRONG[task]], tmp_path)


ALL_WRONG = {
    "t1a": {"id": "a", "text": "We asked our participants to return the next day.", "label": 1},
    "t1b": {"id": "a", "text": "We measured nausea in 40 women.", "pos": 1, "n": 3, "label": 1},
    "t2a": {"id": "a", "text": "Ginger reduced vomiting in pregnant women.", "label": "none"},
    "t2c": {
        "id": "a",
        "claim": "Tea prevents dementia",
        "evidence": "Tea went with dementia.",
        "label": "downplays",
    },
    "t3": {"id": "a", "title": "Ginger in rats", "abstract": "Rats were given ginger.", "label": "human"},
    "t5a": {"id": "a", "text": "It helped. Nobody knows why.", "ends": [28]},
    "t6a": {"id": "a", "text": "Clinicians should ask about tea.", "label": "none"},
    "t7": {"id": "a", "sections": [{"path": "One", "paragraphs": [{"text": "Ginger helps."}], "cited": 1}]},
    "t8": {
        "id": "a",
        "raw": "Berg A. Ginger for nausea. J Herbs. 2011;4:1-9.",
        "segments": [["date", "1999"]],
    },
    "t9": {"id": "a", "text": "It may perhaps help some people.", "rating": 6.0},
}


def test_the_words_that_decided_are_named():
    answer = predict(task_of("t2b"), {"id": "x", "text": "Ginger may reduce vomiting."})
    assert answer["because"] == ["may", "reduce"]


@pytest.mark.parametrize(
    ("task", "text", "why"),
    [
        ("t4", "{}", "no such task"),
        ("t1", "not json", "line 1"),
        ("t1", '{"id": "a"}', "'text'"),
        ("t1", '{"id": "a", "text": "Words."}', "'label'"),
    ],
)
def test_what_cannot_be_scored_says_why(task, text, why, tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text(text)
    with pytest.raises(CommandError, match=why):
        call_command("lab", task, str(path), stdout=StringIO())


@given(st.lists(st.tuples(st.integers(0, 1), st.integers(0, 5)), min_size=2, max_size=30))
def test_the_area_is_the_share_of_pairs_in_order(pairs):
    labels, scores = [one for one, _score in pairs], [one for _label, one in pairs]
    counted = [
        1 if a > b else 0.5 if a == b else 0
        for a, one in zip(scores, labels, strict=True)
        for b, other in zip(scores, labels, strict=True)
        if one and not other
    ]
    found = area(labels, scores)
    assert found is None if not counted else found == pytest.approx(sum(counted) / len(counted))


def test_f1_of_nothing_is_nothing():
    assert f1(0, 0, 0) == (0, 0, 0)
    assert set(TASKS) == {"t1", "t2", "t2c", "t3", "t5", "t6", "t7", "t8", "t9"}
    assert score(TASKS["t2"], [], [])["macro_f1"] == 0
