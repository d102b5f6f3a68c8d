import json
from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from evidence.errors import ImportRefused
from evidence.importers import FORMATS, read
from evidence.importers.claiming import manuscript_of
from evidence.importers.sourcing import sources_of
from evidence.importers.summaries import summary
from evidence.library.circumstances import bare
from evidence.library.storing import store
from reviews import checks, permissions
from reviews.flags import flagging


class Command(BaseCommand):
    help = "Import an article from a file; its flags are computed with it."

    def add_arguments(self, parser):
        parser.add_argument("file")
        parser.add_argument("--format", choices=list(FORMATS))
        parser.add_argument("--by", help="user name of the editor who imports (not needed with --dry-run)")
        parser.add_argument("--dry-run", action="store_true", help="read and check, store nothing")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args, file, format, by, dry_run, **options):
        if not (by or dry_run):
            raise CommandError("Say who imports: --by USER, or try it with --dry-run.")
        try:
            draft = read(file, Path(file).read_bytes(), format)
        except ImportRefused as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}.") from error
        manuscript = manuscript_of(draft)
        tally = flagging.tally(checks.run(manuscript, bare()))
        if not dry_run:
            self._store(manuscript, draft, by)
        for problem in draft.problems:
            self.stderr.write(problem)
        said = summary(draft, manuscript, tally)
        self.stdout.write(json.dumps(said, ensure_ascii=False) if options["json"] else _in_words(said))

    def _store(self, manuscript, draft, by):
        user = get_user_model().objects.filter(username=by).first()
        if user is None:
            raise CommandError(f"There is no user {by!r}.")
        if not permissions.may(user, "import"):
            raise CommandError(f"{by} is no editor: only editors import.")
        also = sources_of(draft.references).values()
        article = store(manuscript, slug=draft.slug, by=user, how="article.imported", also=also)
        flagging.reconcile(article)


def _in_words(said):
    names = ", ".join(f"{p['name']} ({p['role']})" if p["role"] else p["name"] for p in said["byline"])
    lines = [said["title"], f"{names or 'no byline'}, {said['date'] or 'no date'}"]
    for section in said["sections"]:
        empty = "  EMPTY" if section["empty"] else ""
        indent = "  " * (section["level"] - 1)
        lines.append(f"{indent}{section['heading'] or '(opening text)'}: {section['words']} words{empty}")
    flags = said["flags"]
    lines.append(f"Flags: {flags['block']} blocking, {flags['warn']} warnings, {flags['info']} notes")
    return "\n".join(lines)
