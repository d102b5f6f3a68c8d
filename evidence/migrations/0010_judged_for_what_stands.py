"""What was judged and read before words were kept with it holds for the words that stand there now, so that nothing
lapses by migrating and no digest changes."""

from django.db import migrations
from django.db.models import Q

from evidence import manuscript
from evidence.manuscript.taking import source_of
from evidence.manuscript.vouching import vouched
from evidence.prose.markers import placements


def keep_words(apps, schema_editor):
    articles, citations, readings = (
        apps.get_model("evidence", name) for name in ("Article", "Citation", "Reading")
    )
    standing = ~Q(stance="not_judged") | Q(verified_at__isnull=False)
    for article in articles.objects.filter(claims__citations__isnull=False).distinct().iterator():
        placed = placements(article.sections.order_by("position", "pk"))
        rows = citations.objects.filter(standing, claim__article=article).select_related("claim", "source")
        for row in rows:
            _keep(row, placed.get(row.claim.key, ()), readings)


def _keep(row, places, readings):
    said = manuscript.Citation(row.source.key, row.stance, row.quote, row.locator, row.figure, row.unit)
    sentences = [place.text for place in places] or [row.claim.text]
    words = vouched(sentences, said, source_of(row.source)).text
    row.judged_for = "" if row.stance == "not_judged" else words
    if row.verified_at:
        row.verified_for = words
        readings.objects.create(
            article_id=row.claim.article_id, claim_key=row.claim.key, source_key=row.source.key, read_for=words,
            against=row.verified_against, read_at=row.verified_at, read_by_id=row.verified_by_id,
        )  # fmt: skip
    row.save(update_fields=["judged_for", "verified_for"])


class Migration(migrations.Migration):
    dependencies = [("evidence", "0009_judged_for")]

    operations = [migrations.RunPython(keep_words, migrations.RunPython.noop)]
