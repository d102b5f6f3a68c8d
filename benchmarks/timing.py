import gc
import time

from evidence.manuscript import outline
from evidence.prose import (
    blocks,
    checkable,
    deed,
    effects,
    markers,
    markup,
    numbers,
    proposing,
    reading,
    sense,
    strength,
    studied,
)
from reviews.checks import parts


def milliseconds(function, repeat=5, before=None):
    """The best of some runs, in milliseconds of processor time; `before` is called untimed ahead of each run."""
    best = float("inf")
    for _run in range(repeat):
        if before:
            before()
        gc.collect()
        start = time.process_time()
        function()
        best = min(best, time.process_time() - start)
    return round(best * 1000, 3)


def forget():
    """Empty the caches of the prose, as in a process that has not seen the text."""
    for module in (blocks, checkable, markers, markup, numbers, outline, parts):
        for name in dir(module):
            if hasattr(getattr(module, name), "cache_clear") and not isinstance(getattr(module, name), type):
                getattr(module, name).cache_clear()
    read = (deed.deed, effects.effect, proposing.proposed, proposing.stated, sense.sense, studied.studied)
    for function in (reading.read, strength.marks, strength.points, *read):
        function.cache_clear()
