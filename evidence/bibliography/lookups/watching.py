"""A watch on the sockets of one request: when its time is up they are shut, whatever they are waiting for.

A time limit of a socket begins again with every byte, so that head lines or a handshake that drip would never end.
"""

import socket
import threading
from contextlib import contextmanager, suppress
from contextvars import ContextVar

_watched = ContextVar("watched", default=None)


class Watch:
    """`over` says whether the time was up."""

    def __init__(self):
        self.over, self._sockets, self._lock = False, [], threading.Lock()

    def add(self, opened):
        """Keep a second handle of an open socket: encryption takes the first one over."""
        with self._lock:
            self._sockets.append(opened.dup())
            if self.over:
                self._shut()

    def end(self):
        with self._lock:
            self.over = True
            self._shut()

    def close(self):
        with self._lock:
            for one in self._sockets:
                one.close()
            self._sockets.clear()

    def _shut(self):
        for one in self._sockets:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)


@contextmanager
def shut_after(seconds):
    """Shut every socket opened inside when so many seconds have passed; yields the Watch."""
    watch = Watch()
    token = _watched.set(watch)
    timer = threading.Timer(max(0, seconds), watch.end)
    timer.daemon = True
    timer.start()
    try:
        yield watch
    finally:
        timer.cancel()
        _watched.reset(token)
        watch.close()


def watched(opened):
    """The socket, put under the watch that is kept here and now, if any."""
    if watch := _watched.get():
        watch.add(opened)
    return opened
