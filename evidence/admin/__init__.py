"""A plain admin of what we say and on what grounds; every save that counts ends in a revision."""

from evidence.admin import accounts, article, jobs, library, outcome, people, records, section

__all__ = ["accounts", "article", "jobs", "library", "outcome", "people", "records", "section"]
