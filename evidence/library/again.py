"""Work that two do at the same moment: who comes second does it once more, with what the first has left."""

from django.db import IntegrityError, OperationalError, transaction

ATTEMPTS = 5
DEADLOCK = "40P01"  # PostgreSQL's SQLSTATE for the one of two that has to begin anew


def again(act):
    """What `act` gives, in one transaction. Done anew, so that it reads what is there by then, after it met another's
    row or a deadlock; raises the error of the last attempt."""
    for attempt in range(1, ATTEMPTS + 1):
        try:
            with transaction.atomic():
                return act()
        except (IntegrityError, OperationalError) as error:
            if attempt == ATTEMPTS or not _met_another(error):
                raise
    return None


def _met_another(error):
    return isinstance(error, IntegrityError) or getattr(error.__cause__, "sqlstate", "") == DEADLOCK
