"""Fitting the one model: from rows whose licence allows it, the same file each time, with its measure told."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from evidence.management.commands import train_needs_source


def written(tmp_path, *, licence="cc"):
    lines = []
    for article in range(8):
        told = {
            "doc": f"c{article}",
            "section": "results",
            "heading": "Results",
            "para": 1,
            "licence": licence,
        }
        lines += [
            {**told, "sent": 1, "text": f"Ginger has been shown to settle stomach {article}.", "label": 1},
            {**told, "sent": 2, "text": f"We weighed the women of group {article}.", "label": 0},
        ]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    return path


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    monkeypatch.setattr(train_needs_source, "DATA", tmp_path / "models")
    return tmp_path / "models" / "needs_source.json"


def trained(*args, **options):
    out = StringIO()
    call_command("train_needs_source", *args, stdout=out, **options)
    return out.getvalue()


def test_it_writes_the_same_model_each_time_and_says_how_good_it_is(tmp_path, shelf):
    rows = written(tmp_path)
    assert "AUC on articles not fitted on (6 folds): 1.000" in trained(rows)
    first = shelf.read_bytes()
    trained(rows)
    assert shelf.read_bytes() == first
    assert json.loads(first)["weights"]["points"] > 0


def test_rows_that_forbid_it_are_left_out_and_told(tmp_path, shelf):
    rows = written(tmp_path)
    rows.write_text(rows.read_text() + "\n" + json.dumps(
        {"doc": "c9", "text": "Ginger is a root.", "label": 1, "licence": "other"}))  # fmt: skip
    assert "16 rows of 17" in trained(rows)


@pytest.mark.parametrize("licence", ["other", "", None])
def test_a_file_that_forbids_it_is_refused_whole(tmp_path, shelf, licence):
    with pytest.raises(CommandError, match="no row has a licence of cc, bmc"):
        trained(written(tmp_path, licence=licence))
    assert not shelf.exists()


def test_trying_writes_nothing(tmp_path, shelf):
    told = trained(written(tmp_path), tried=[1, 10])
    assert "strictness 1: AUC 1.000" in told
    assert "strictness 10: AUC 1.000" in told
    assert not shelf.exists()


@pytest.mark.parametrize(
    ("content", "message"),
    [("{", "line 1: no labelled sentence"), ('\n{"text": "A."}', "line 2: no labelled sentence")],
)
def test_a_bad_line_is_named(tmp_path, shelf, content, message):
    path = tmp_path / "bad.jsonl"
    path.write_text(content)
    with pytest.raises(CommandError, match=message):
        trained(path)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CommandError, match=r"missing\.jsonl"):
        trained(tmp_path / "missing.jsonl")
