"""A plain admin of what we say and on what grounds; every save that counts ends in a revision."""

from evidence.admin import article, library, people, records, section

__all__ = ["article", "library", "people", "records", "section"]
