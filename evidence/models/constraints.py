"""Constraints that several nouns share, so that the database holds what the code promises."""

from django.db.models import CheckConstraint, Q, UniqueConstraint


def pair(table, stem):
    """`stem_at` and `stem_by` are both set or both empty: who and when belong together."""
    at, by = f"{stem}_at", f"{stem}_by"
    both = Q(**{f"{at}__isnull": False, f"{by}__isnull": False})
    neither = Q(**{f"{at}__isnull": True, f"{by}__isnull": True})
    return CheckConstraint(condition=both | neither, name=f"{table}_{stem}_pair")


def one_of(table, field, choices):
    """`field` holds a term of its vocabulary and nothing else."""
    return CheckConstraint(condition=Q(**{f"{field}__in": choices.values}), name=f"{table}_{field}_term")


def once_in(table, owner, field):
    """`field` is unique among the rows of one `owner`."""
    return UniqueConstraint(fields=[owner, field], name=f"{table}_{field}_unique")


def from_1(table, field):
    """`field` is a number of 1 or more."""
    return CheckConstraint(condition=Q(**{f"{field}__gte": 1}), name=f"{table}_{field}_from_1")


def has(table, field):
    """`field` is never empty."""
    return CheckConstraint(condition=~Q(**{field: ""}), name=f"{table}_has_{field}")
