"""A plain admin of what we say and on what grounds; every save that counts ends in a revision.

`reviews.admin` extends its classes; nothing else imports them. It imports any room of `evidence` beneath it.
"""

from evidence.admin import accounts, article, jobs, library, outcome, people, records, section

__all__ = ["accounts", "article", "jobs", "library", "outcome", "people", "records", "section"]
