"""Evidence's admin, extended by flags: registered in its place."""

from reviews.admin import drafts, people, records, sources

__all__ = ["drafts", "people", "records", "sources"]
