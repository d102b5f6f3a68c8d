"""A domain without a step and without a reason was left out of every manuscript; from now on it says "not serious". The
rows that are there were never read as that, so they go, and no draft's digest changes."""

from django.db import migrations


def drop_unread(apps, schema_editor):
    apps.get_model("evidence", "DomainRating").objects.filter(steps=0, reason="").delete()


class Migration(migrations.Migration):
    dependencies = [("evidence", "0014_declared_by")]

    operations = [migrations.RunPython(drop_unread, migrations.RunPython.noop)]
