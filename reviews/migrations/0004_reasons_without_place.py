from django.db import migrations, models


class Migration(migrations.Migration):
    """The place stands with the points; what a round said besides is a note for its reviewers."""

    dependencies = [("reviews", "0003_points_of_requests")]

    operations = [
        migrations.RemoveField(model_name="decision", name="place"),
        migrations.RenameField(model_name="round", old_name="answer", new_name="note"),
        migrations.AlterField(
            model_name="round",
            name="note",
            field=models.TextField(blank=True, verbose_name="note for the reviewers"),
        ),
        migrations.AlterField(
            model_name="decision",
            name="reason",
            field=models.TextField(blank=True, verbose_name="reason"),
        ),
        migrations.RemoveConstraint(model_name="decision", name="decision_once_per_round"),
        migrations.RemoveConstraint(model_name="decision", name="decision_has_reason"),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.UniqueConstraint(
                fields=("round", "reviewer", "verdict"), name="decision_once_per_round"
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("reason", ""), _negated=True), ("verdict", "request_changes"), _connector="OR"),
                name="decision_has_reason",
            ),
        ),
    ]
