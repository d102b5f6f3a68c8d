"""Evidence's admin, extended by flags: registered in its place."""

from reviews.admin import drafts, records, sources

__all__ = ["drafts", "records", "sources"]
