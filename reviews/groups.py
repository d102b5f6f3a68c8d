"""The groups of people, created by migrate and kept to what is written here."""

from django.apps import apps
from django.contrib.auth.management import create_permissions

EDITORS, REVIEWERS, PUBLISHERS, KEEPERS = "Editors", "Reviewers", "Publishers", "People keepers"

EDITED = (
    "article", "section", "claim", "citation", "outcome", "domainrating", "bylineentry", "source",
    "sourceupdate", "topic", "contributor", "declaration",
)  # fmt: skip
SEEN = ("revision", "edition", "publication", "notice", "event", "contribution", "job", "consensus")


def found_groups(sender, using, **kwargs):
    """Create the groups and give each its model permissions; what they may do to one object is
    `permissions.py`."""
    # Permissions are made by a receiver of the same signal, which may not have run yet.
    for label in ("evidence", "reviews"):
        create_permissions(apps.get_app_config(label), verbosity=0, using=using)
    view_all = _permissions(using, "view", EDITED + SEEN)
    edit = [p for act in ("add", "change", "delete") for p in _permissions(using, act, EDITED)]
    for name, granted in (
        (EDITORS, [*view_all, *edit, *_permissions_of_reviews(using)]),
        (REVIEWERS, [*view_all, *_permissions_of_reviews(using)]),
        (PUBLISHERS, [*view_all, *_permissions_of_reviews(using)]),
        (
            KEEPERS,
            [p for act in ("view", "add", "change") for p in _permissions(using, act, ["contributor"])],
        ),
    ):
        group, _is_new = apps.get_model("auth", "Group").objects.using(using).get_or_create(name=name)
        group.permissions.set(granted)


def _permissions(using, act, models):
    codenames = [f"{act}_{model}" for model in models]
    return list(
        apps.get_model("auth", "Permission")
        .objects.using(using)
        .filter(content_type__app_label="evidence", codename__in=codenames)
    )


def _permissions_of_reviews(using):
    return (
        apps.get_model("auth", "Permission")
        .objects.using(using)
        .filter(content_type__app_label="reviews", codename__startswith="view_")
    )
