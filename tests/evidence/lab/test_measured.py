"""`python -m benchmarks lab FOLDER`: each labelled file measured in two parts, the fitted model only on
articles it has not seen."""

import json

from benchmarks import laboratory
from evidence.lab.parts import parted


def test_the_fitted_model_is_measured_on_other_articles(tmp_path):
    lines = []
    for article in range(16):
        told = {"doc": f"c{article}", "section": "results", "para": 1, "licence": "cc"}
        lines += [
            {
                **told,
                "id": f"a{article}",
                "sent": 1,
                "text": f"Ginger has been shown to help {article}.",
                "label": 1,
            },
            {
                **told,
                "id": f"b{article}",
                "sent": 2,
                "text": f"We weighed the women of group {article}.",
                "label": 0,
            },
        ]
    (tmp_path / "t1c_rows.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    figures = laboratory.figures(tmp_path)
    assert list(figures) == ["t1c"]
    assert figures["t1c"]["held_out"] is True
    assert (figures["t1c"]["rows"], figures["t1c"]["documents"]) == (32, 16)
    assert {figures["t1c"][part]["auc"] for part in ("tuned", "aside")} == {1.0}


def test_without_the_folder_it_says_so(tmp_path):
    assert "no folder" in laboratory.figures(tmp_path / "none")["skipped"]


def test_what_was_read_and_what_was_kept_aside_are_told_apart_and_no_row_is_printed(tmp_path):
    rows = [
        {"id": str(number), "doc": f"d{number}", "text": "Ginger may help.", "label": "none"}
        for number in range(20)
    ]
    (tmp_path / "t6a_rows.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    figures = laboratory.figures(tmp_path, "t6a")["t6a"]
    assert {"tuned", "aside", "lost", "serves"} <= set(figures)
    assert "Ginger" not in json.dumps(figures)


def test_a_document_stays_in_its_part_whatever_the_order_of_the_file():
    rows = [{"doc": f"d{number % 7}", "id": str(number)} for number in range(40)]
    cut, turned = parted(rows), parted(rows[::-1])
    assert {part: turned[part][::-1] for part in turned} == cut
    tuned, aside = ({row["doc"] for row in cut[part]} for part in ("tuned", "aside"))
    assert tuned and aside and not tuned & aside


PAGE = (
    ("The tea was given to rats for a month.", "none", True),
    ("It improves memory and mood.", "animal_unsaid", True),
    ("Rats learned faster.", "animal_said", True),
    ("Buy it in our shop.", "none", False),
)


def test_sentences_of_whole_pages_are_put_to_the_flags_themselves(tmp_path):
    lines = [
        {"id": f"{page}{number}", "page": page, "section": "Rat studies", "para": "0.0", "sentence": text,
         "label": label, "needs_source": asks}
        for page in ("one", "two", "three", "four", "five")
        for number, (text, label, asks) in enumerate(PAGE)
    ]  # fmt: skip
    (tmp_path / "animal_dev.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    found = laboratory.figures(tmp_path)["pages"]
    assert found["tuned"]["ef1_warn"]["recall"] == found["aside"]["ef1_warn"]["recall"] == 1.0
    assert "memory" not in json.dumps(found)
