import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from evidence.importers import read
from evidence.importers.claiming import manuscript_of
from evidence.library.circumstances import bare, observe
from evidence.models import Article
from reviews import checks
from reviews.flags import flagging
from reviews.management import importing


class Command(BaseCommand):
    help = "Print what the checks find in an article (by its slug) or in a file that was never imported."

    def add_arguments(self, parser):
        parser.add_argument("slug_or_file")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args, slug_or_file, **options):
        manuscript, circumstances = self._found(slug_or_file)
        rows = [_row(manuscript, found) for found in checks.run(manuscript, circumstances)]
        if options["json"]:
            self.stdout.write(json.dumps(rows, ensure_ascii=False))
            return
        for row in rows:
            place = row["section"] or "article"
            self.stdout.write(f"{row['severity']:5} {row['code']:5} {place}: {row['message']} {row['mend']}")

    def _found(self, slug_or_file):
        if Path(slug_or_file).is_file():
            with importing.reading(slug_or_file) as (name, data):
                return manuscript_of(read(name, data)), bare()
        article = Article.objects.filter(slug=slug_or_file).first()
        if article is None:
            raise CommandError(f"{slug_or_file}: there is neither such a file nor an article with this slug.")
        manuscript = article.manuscript()
        return manuscript, observe(manuscript, article)


def _row(manuscript, found):
    section = manuscript.section_by_key.get(flagging.section_of(manuscript, found.subject))
    return {
        "code": found.code,
        "severity": str(found.severity),
        "section": section.heading if section else None,
        "words": found.words,
        "message": found.message,
        "mend": str(found.mend),
    }
