import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from evidence.lab.scoring import area
from evidence.prose.linear import DATA, fit
from evidence.prose.needs_source import features
from evidence.prose.source_words import read

# Rows of articles whose licence allows that weights fitted on them are shipped.
LICENCES = ("cc", "bmc")
FOLDS = 6


class Command(BaseCommand):
    help = (
        "Fit the model of which sentences need a source on labelled sentences (JSON Lines), and say how well it does "
        "on articles it was not fitted on. Rows whose licence forbids shipping weights are left out."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "file", help="rows with doc, text, label, section, heading, para, sent and licence"
        )
        parser.add_argument("--try", dest="tried", nargs="+", type=float, metavar="STRICTNESS",
                            help="only print how well the model does with these, and write nothing")  # fmt: skip

    def handle(self, *args, file, tried, **options):
        rows = [_row(line, number, file) for number, line in _lines(file)]
        kept = [row for row, licence in rows if licence in LICENCES]
        if not kept:
            raise CommandError(
                f"{file}: no row has a licence of {', '.join(LICENCES)}; nothing may be fitted on it."
            )
        self.stdout.write(
            f"{len(kept)} rows of {len(rows)}: the others' licence forbids shipping what is fitted."
        )
        for strictness in tried or ():
            self.stdout.write(f"strictness {strictness:g}: AUC {_checked(kept, strictness=strictness):.3f}")
        if not tried:
            self._write(kept)

    def _write(self, rows):
        self.stdout.write(f"AUC on articles not fitted on ({FOLDS} folds): {_checked(rows):.3f}")
        path, fitted = DATA / "needs_source.json", fit(rows)
        DATA.mkdir(exist_ok=True)
        path.write_text(fitted.saved() + "\n", encoding="utf-8")
        self.stdout.write(f"{len(fitted.weights)} features, {path.stat().st_size} bytes: {path}")


def example_of(row):
    """(document, words, named features, label) of a labelled row, as `linear.fit` takes them."""
    text, reading = row["text"], read(row["text"])
    where = (row.get("section", ""), row.get("heading", ""), row.get("para"), row.get("sent"))
    return row["doc"], reading.words, features(text, reading, *where), int(row["label"])


def _lines(file):
    try:
        lines = Path(file).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{file}: {error}") from error
    return [(number, line) for number, line in enumerate(lines, start=1) if line.strip()]


def _row(line, number, file):
    """((document, words, named features, label), licence) of a line."""
    try:
        row = json.loads(line)
        return example_of(row), row.get("licence")
    except (ValueError, TypeError, KeyError) as error:
        raise CommandError(f"{file}, line {number}: no labelled sentence ({error}).") from error


def _checked(rows, **how):
    """Area under the ROC curve over rows each judged by a model of the other folds' articles."""
    articles = sorted({document for document, *_rest in rows})
    labels, scores = [], []
    for fold in range(FOLDS):
        out = set(articles[fold::FOLDS])
        fitted = fit([row for row in rows if row[0] not in out], **how)
        for _document, words, named, label in (row for row in rows if row[0] in out):
            labels.append(label)
            scores.append(fitted.weigh(words, named)[0])
    return area(labels, scores)
