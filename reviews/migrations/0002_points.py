import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

PLACES = (
    models.Q(("place", "article"))
    | models.Q(("place__startswith", "section:"))
    | models.Q(("place__startswith", "claim:"))
)


class Migration(migrations.Migration):
    """A request for changes holds points, each with its place and its answer."""

    dependencies = [
        ("reviews", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Point",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(verbose_name="number")),
                ("place", models.CharField(max_length=120, verbose_name="place")),
                ("text", models.TextField(verbose_name="what has to change")),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="points",
                        to="reviews.decision",
                    ),
                ),
            ],
            options={
                "verbose_name": "requested change",
                "verbose_name_plural": "requested changes",
                "ordering": ["decision", "number"],
                "constraints": [
                    models.UniqueConstraint(fields=("decision", "number"), name="point_number_unique"),
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)), name="point_number_from_1"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="point_has_text"
                    ),
                    models.CheckConstraint(condition=PLACES, name="point_place_is_a_place"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField(verbose_name="answer")),
                (
                    "answered_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="answered"),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "point",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="answer", to="reviews.point"
                    ),
                ),
            ],
            options={
                "verbose_name": "answer to a requested change",
                "verbose_name_plural": "answers to requested changes",
                "ordering": ["point"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="answer_has_text"
                    )
                ],
            },
        ),
    ]
