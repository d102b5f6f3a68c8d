"""What the database itself refuses, whoever writes to it: one file for each kind of row.

A guard is a condition over OLD and NEW; where it holds, the statement fails with IntegrityError. Columns are frozen by
default: what may change is named, so that a column added later is guarded until somebody frees it.

They guard against mistakes of the application, its bulk statements and other programs, not against the database's
owner, who can take them off (see docs/database-role.md).

What proves that a page may be live again: no trigger can run the gate, so the proof is on the record. The verb that
puts a page back writes an Event first (page.reinstating), and the row changes only while that Event is the last of its
article's chain; the Event that vouches for the row as it is then (page.reinstated), like any other, closes the door. To
withdraw goes the same way, so that the two always alternate. An event written in its turn cannot be taken back
(append-only, one chain, each follows the head): whoever forges one has signed for it. A constraint checked at commit
would let the order be free, but SQLite has none.
"""

from reviews.publishing.guards.drafts import drafts
from reviews.publishing.guards.grounds import grounds
from reviews.publishing.guards.history import history
from reviews.publishing.guards.keys import keys
from reviews.publishing.guards.pages import pages
from reviews.publishing.guards.people import people
from reviews.publishing.guards.ratings import ratings
from reviews.publishing.guards.rounds import rounds


def guards(vendor):
    """Every guard of "sqlite" or "postgresql", in the order of their names."""
    found = [*history(), *drafts(), *rounds(), *pages(), *grounds(), *ratings(), *people()]
    found += keys({one.table for one in found})
    return sorted((one for one in found if one.only in ("", vendor)), key=lambda one: one.name)


def tables():
    """Every table that a guard stands on; guards ask no others."""
    return {one.table for one in guards("")}
