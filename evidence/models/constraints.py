"""Constraints that several nouns share, so that the database holds what the code promises."""

from django.db.models import CheckConstraint, Q


def pair(table, stem):
    """`stem_at` and `stem_by` are both set or both empty: who and when belong together."""
    at, by = f"{stem}_at", f"{stem}_by"
    both = Q(**{f"{at}__isnull": False, f"{by}__isnull": False})
    neither = Q(**{f"{at}__isnull": True, f"{by}__isnull": True})
    return CheckConstraint(condition=both | neither, name=f"{table}_{stem}_pair")


def one_of(table, field, choices):
    """`field` holds a term of its vocabulary and nothing else."""
    return CheckConstraint(condition=Q(**{f"{field}__in": choices.values}), name=f"{table}_{field}_term")
