from django.apps import AppConfig, apps
from django.core import checks
from django.db.models.signals import post_migrate, pre_migrate

from config import triggers
from reviews.groups import found_groups


class ConfigConfig(AppConfig):
    """Wires what belongs to no single app: the guards in the database and the groups of people."""

    name = "config"

    def ready(self):
        # The only three signals of the project: a table that a migration rebuilds loses its triggers without
        # a word, and a trigger that names a table stops its rebuilding.
        # Sent once a run: for the outermost app, since an app without models gets no signal.
        reviews = apps.get_app_config("reviews")
        pre_migrate.connect(triggers.drop_before_migrating, sender=reviews)
        post_migrate.connect(triggers.create_after_migrating, sender=reviews)
        post_migrate.connect(found_groups, sender=reviews)
        checks.register(triggers.none_is_missing, checks.Tags.database)
