import json
from pathlib import Path

from django.core.management.base import BaseCommand

from evidence.prose.linear import DATA, fit
from evidence.prose.needs_source import features

# Rows of articles whose licence allows that weights fitted on them are shipped.
LICENCES = ("cc", "bmc")


class Command(BaseCommand):
    help = "Fit the model of which sentences need a source on labelled sentences (JSON Lines)."

    def add_arguments(self, parser):
        parser.add_argument("file", help="rows with text, label, section, heading, para, sent and licence")

    def handle(self, *args, file, **options):
        rows = [
            json.loads(line) for line in Path(file).read_text(encoding="utf-8").splitlines() if line.strip()
        ]
        kept = [row for row in rows if row.get("licence") in LICENCES]
        fitted = fit([(row["text"], features_of(row), row["label"]) for row in kept])
        DATA.mkdir(exist_ok=True)
        path = DATA / "needs_source.json"
        path.write_text(fitted.saved() + "\n", encoding="utf-8")
        size = path.stat().st_size
        self.stdout.write(
            f"{len(kept)} rows of {len(rows)}, {len(fitted.weights)} features, {size} bytes: {path}"
        )


def features_of(row):
    """Named features of a labelled row."""
    return features(
        row["text"],
        row.get("section", ""),
        row.get("heading", ""),
        row.get("para"),
        row.get("sent"),
        row.get("rel_loc"),
    )
