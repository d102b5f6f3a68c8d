from django.conf import settings
from django.core.management.base import BaseCommand

from reviews.flags.catalogue import as_markdown


class Command(BaseCommand):
    help = "Write docs/checks.md from the rules."

    def handle(self, *args, **options):
        path = settings.BASE_DIR / "docs" / "checks.md"
        path.write_text(as_markdown(), encoding="utf-8")
        self.stdout.write(str(path))
