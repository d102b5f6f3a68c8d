"""How long a person waits: whatever is asked inside of `within` ends when the time is up, retries and all."""

import time
from contextlib import contextmanager
from contextvars import ContextVar

_until = ContextVar("until", default=None)


@contextmanager
def within(seconds):
    """Give all that is asked inside so many seconds together."""
    before = _until.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _until.reset(before)


def left(longest):
    """Seconds that may still be spent, `longest` at most; nothing or less when the time is up."""
    until = _until.get()
    return longest if until is None else min(longest, until - time.monotonic())
