import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from evidence.lab import TASKS, predict, score, task_of


class Command(BaseCommand):
    help = "Score the prose rules on a labelled file (JSON Lines), or write what they say of each row."

    def add_arguments(self, parser):
        parser.add_argument("task", help=f"one of {', '.join(TASKS)}, also with a letter behind it (t1a)")
        parser.add_argument("file")
        parser.add_argument("--json", action="store_true")
        parser.add_argument(
            "--predict", metavar="OUT.jsonl", help="write predictions; labels are not needed then"
        )

    def handle(self, *args, task, file, **options):
        try:
            asked = task_of(task)
        except KeyError as error:
            raise CommandError(f"{task}: no such task; there are {', '.join(TASKS)}.") from error
        rows = _rows(Path(file))
        predictions = [_predicted(asked, row, line, file) for line, row in rows]
        if options["predict"]:
            lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in predictions)
            Path(options["predict"]).write_text(lines, encoding="utf-8")
            self.stdout.write(f"{len(predictions)} predictions: {options['predict']}")
            return
        try:
            figures = score(asked, [row for _line, row in rows], predictions)
        except ValueError as error:
            raise CommandError(f"{file}: {error}; --predict needs no labels.") from error
        self.stdout.write(json.dumps(figures, ensure_ascii=False) if options["json"] else _in_words(figures))


def _rows(path):
    """[(line number, row)]; a line that is no JSON object is refused by its number."""
    rows = []
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{path}: {error}") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                rows.append((number, dict(json.loads(line))))
            except (ValueError, TypeError) as error:
                raise CommandError(f"{path}, line {number}: no JSON object ({error}).") from error
    return rows


def _predicted(task, row, line, file):
    try:
        return predict(task, row)
    except (KeyError, TypeError) as error:
        raise CommandError(f"{file}, line {line}: a row of {task.name} needs the field {error}.") from error


def _in_words(figures):
    lines = []
    for name, value in figures.items():
        if isinstance(value, float):
            lines.append(f"{name:12} {value:.3f}")
        elif isinstance(value, dict):
            lines += [f"{name}: "] + [f"  {key}: {_short(one)}" for key, one in value.items()]
        elif name == "worst":
            lines += ["worst:"] + [
                f"  {one['id']} {one['gold']}→{one['pred']} {one['text'][:100]}" for one in value
            ]
        else:
            lines.append(f"{name:12} {value}")
    return "\n".join(lines)


def _short(value):
    if isinstance(value, dict):
        return ", ".join(
            f"{name} {one:.3f}" if isinstance(one, float) else f"{name} {one}" for name, one in value.items()
        )
    return value
