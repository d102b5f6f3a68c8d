import json

from django.core.management.base import BaseCommand

from evidence.importers import FORMATS, read
from evidence.importers.claiming import manuscript_of
from evidence.importers.sourcing import sources_of
from evidence.importers.summaries import summary
from evidence.library.circumstances import bare
from reviews import checks, permissions
from reviews.flags import flagging
from reviews.management import importing


class Command(BaseCommand):
    help = "Import an article from a file; its flags are computed with it."

    def add_arguments(self, parser):
        importing.add_arguments(parser, FORMATS)

    def handle(self, *args, file, format, by, dry_run, **options):
        user = importing.importer(
            by, dry_run, may=_may_import, otherwise="is no editor: only editors import."
        )
        with importing.reading(file) as (name, data):
            draft = read(name, data, format)
        manuscript = manuscript_of(draft)
        tally = flagging.tally(checks.run(manuscript, bare()))
        if user:
            also = sources_of(draft.references).values()
            flagging.stored(manuscript, slug=draft.slug, by=user, how="article.imported", also=also)
        for problem in draft.problems:
            self.stderr.write(problem)
        said = summary(draft, manuscript, tally)
        self.stdout.write(json.dumps(said, ensure_ascii=False) if options["json"] else _in_words(said))


def _may_import(user):
    return permissions.may(user, "import")


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
