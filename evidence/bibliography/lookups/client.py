"""Asking politely and within bounds: one GET, its answer as text, or LookUpFailed with a sentence for people."""

import hashlib
import json
import re
import threading
import time
from email.utils import parsedate_to_datetime
from urllib.parse import urlencode, urljoin, urlsplit

import urllib3
from django.conf import settings
from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import gettext as _

from evidence.bibliography.importers.json_items import sound
from evidence.bibliography.lookups.connections import GuardedManager
from evidence.bibliography.lookups.deadline import left
from evidence.bibliography.lookups.decoding import decoded
from evidence.bibliography.lookups.errors import LookUpFailed, NotFound
from evidence.bibliography.lookups.watching import shut_after

LARGEST = 8 * 1024 * 1024  # bytes, unpacked: a PubMed record with all its references is below 1 MB
LONGEST = 30  # seconds for one answer, redirects and all
CONNECT, READ = 5, 10  # seconds for one step of it
REDIRECTS = 3
TRIES = 3
WAIT_AT_MOST = 60  # seconds that a service may ask to wait; with more it is asked another day
KEPT = 24 * 3600  # seconds that an answer is kept
KEPT_AT_MOST = 512 * 1024  # characters of an answer that is kept: the cache may be this process's memory
BUSY = (429, 500, 502, 503, 504)


class Client:
    """One per service. `pause`: seconds between two requests, as the service's terms of use ask for."""

    _locks, _last = {}, {}

    def __init__(self, service, pause, sleep=time.sleep, clock=time.monotonic):
        self.service, self.pause, self.sleep, self.clock = service, pause, sleep, clock
        self.manager = GuardedManager(
            headers={"User-Agent": f"Vouch (mailto:{settings.VOUCH['CONTACT']})"}, retries=False
        )

    def json(self, address, **query):
        """The answer read as JSON, a dict."""
        text = self.text(address, **query)
        try:
            answer = sound(json.loads(text))
        except (ValueError, RecursionError) as error:
            raise self._failed(_("its answer is no JSON")) from error
        if not isinstance(answer, dict):
            raise self._failed(_("its answer has another shape than expected"))
        return answer

    def text(self, address, **query):
        """The answer's text; one of the last day is not asked for again. Raises NotFound, LookUpFailed."""
        if query:
            address = f"{address}?{urlencode(query)}"
        name = f"lookup:{hashlib.sha256(address.encode()).hexdigest()}"
        known = cache.get(name)
        if known is None:
            known = self._asked(address)
            if len(known) <= KEPT_AT_MOST:
                cache.set(name, known, KEPT)
        return known

    def answers(self, address):
        """Whether an address can be read: what a robot may not see (401, 403, 429) is there all the same."""
        try:
            status, _headers, _data = self._followed(address, whole=False)
        except LookUpFailed:
            return False
        return status < 400 or status in (401, 403, 405, 406, 429)

    def _asked(self, address):
        for attempt in range(1, TRIES + 1):
            status, headers, data = self._followed(address)
            if status == 200:
                return decoded(data, headers.get("Content-Type", ""))
            if status in (404, 410):
                raise NotFound(_("%(service)s does not know it.") % {"service": self.service})
            if status not in BUSY or attempt == TRIES:
                break
            self._wait_to_be_less_busy(headers, attempt)
        raise self._failed(_("it answered with the status %(status)d") % {"status": status})

    def _wait_to_be_less_busy(self, headers, attempt):
        wait = _retry_after(headers.get("Retry-After", ""), default=2**attempt)
        if wait > left(WAIT_AT_MOST):
            raise self._failed(_("it asks to wait %(seconds)d seconds") % {"seconds": wait})
        self.sleep(wait)

    def _followed(self, address, whole=True):
        until = self.clock() + left(LONGEST)
        for _step in range(REDIRECTS + 1):
            status, headers, data = self._once(address, until, whole)
            if status not in (301, 302, 303, 307, 308):
                return status, headers, data
            address = self._onward(address, headers.get("Location", ""))
        raise self._failed(_("it leads from address to address"))

    def _onward(self, address, location):
        try:
            onward = urljoin(address, location)
            scheme = urlsplit(onward).scheme
        except ValueError:
            scheme = ""
        if scheme not in ("http", "https"):
            raise self._failed(_("it leads to an address that is no web page"))
        if address.startswith("https:") and scheme != "https":
            raise self._failed(_("it leads away from an encrypted connection"))
        return onward

    def _once(self, address, until, whole):
        self._keep_distance()
        with shut_after(until - self.clock()) as watch:
            try:
                answer = self._answered(address, until, whole)
            except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
                if watch.over or _timed_out(error):
                    raise self._failed(_("it took too long to answer")) from error
                raise self._failed(_("it cannot be reached")) from error
        if watch.over:  # an answer that was cut looks like one that has ended
            raise self._failed(_("it took too long to answer"))
        return answer

    def _answered(self, address, until, whole):
        answer = self.manager.request(
            "GET", address, preload_content=False, redirect=False, timeout=self._patience()
        )
        try:
            return answer.status, answer.headers, self._read(answer, until) if whole else b""
        finally:
            answer.release_conn()
            answer.close()

    def _patience(self):
        if left(1) <= 0:
            raise self._failed(_("there was no time left to ask it"))
        return urllib3.Timeout(connect=left(CONNECT), read=left(READ))

    def _read(self, answer, until):
        data = bytearray()
        # What has come is taken as it comes: waiting for a full piece, a drip would never be looked at.
        while chunk := answer.read1(65_536, decode_content=True):
            data += chunk
            if len(data) > LARGEST:
                raise self._failed(_("its answer is larger than %(mb)d MB") % {"mb": LARGEST // 1024 // 1024})
            if self.clock() > until:
                raise self._failed(_("it took too long to answer"))
        return bytes(data)

    def _keep_distance(self):
        with self._locks.setdefault(self.service, threading.Lock()):
            wait = self._last.get(self.service, -self.pause) + self.pause - self.clock()
            if wait > 0:
                self.sleep(wait)
            self._last[self.service] = self.clock()

    def _failed(self, why):
        return LookUpFailed(_("%(service)s: %(why)s.") % {"service": self.service, "why": why})


def _timed_out(error):
    """Also a refused connection is a time-out to urllib3, by descent."""
    named = urllib3.exceptions
    return isinstance(error, named.TimeoutError) and not isinstance(error, named.NewConnectionError)


def _retry_after(value, default):
    """Seconds of a Retry-After header, given as a number or as a date (RFC 9110, 10.2.3)."""
    if re.fullmatch(r"\s*[0-9]{1,9}\s*", value):
        return int(value)
    try:
        return max(0, (parsedate_to_datetime(value) - timezone.now()).total_seconds())
    except (TypeError, ValueError, OverflowError):
        return default
