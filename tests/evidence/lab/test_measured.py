"""`python -m benchmarks lab FOLDER`: each labelled file measured, the fitted model only on articles it has not seen."""

import json

from benchmarks import laboratory


def test_the_fitted_model_is_measured_on_other_articles(tmp_path):
    lines = []
    for article in range(6):
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
    assert (figures["t1c"]["rows"], figures["t1c"]["documents"], figures["t1c"]["auc"]) == (12, 6, 1.0)


def test_without_the_folder_it_says_so(tmp_path):
    assert "no folder" in laboratory.figures(tmp_path / "none")["skipped"]
