"""Evidence's admin, extended by flags: registered in its place. Nothing imports it but Django."""

from reviews.admin import drafts, jobs, people, records, sources

__all__ = ["drafts", "jobs", "people", "records", "sources"]
