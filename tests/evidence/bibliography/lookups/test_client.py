"""The client is polite and bounded, and reaches nothing private."""

import gzip
import itertools
import socket
import threading
import time

import pytest
from django.core.cache import cache

from evidence.bibliography.lookups import client, connections
from evidence.bibliography.lookups.client import Client
from evidence.bibliography.lookups.deadline import within
from evidence.bibliography.lookups.errors import LookUpFailed, NotFound
from tests.services.server import drip


def ask(service, path="/a"):
    return Client("The service", 0).text(service.address + path)


def test_it_says_who_asks(service):
    service.says("/a", "here")
    assert ask(service) == "here"
    assert "mailto:editors@example.org" in service.agents[0]


def test_what_was_asked_today_is_not_asked_again(service):
    service.says("/a", "here")
    assert (ask(service), ask(service)) == ("here", "here")
    assert service.asked == ["/a"]


def test_a_failure_is_not_kept(service):
    service.says("/a", "", status=404)
    with pytest.raises(NotFound):
        ask(service)
    service.says("/a", "here")
    assert ask(service) == "here"


def test_a_busy_service_is_asked_again_when_it_says(service, no_waiting):
    answers = iter([(429, {"Retry-After": "7"}, b""), (503, {}, b""), (200, {}, b"here")])
    service.answers["/a"] = lambda query: next(answers)
    assert ask(service) == "here"
    assert no_waiting == [7, 4]


def test_a_service_that_asks_for_an_hour_is_left_alone(service, no_waiting):
    service.says("/a", "", status=429, Retry_After="3600")
    with pytest.raises(LookUpFailed, match="wait 3600 seconds"):
        ask(service)
    assert no_waiting == []


def test_nobody_is_asked_for_ever(service):
    service.says("/a", "", status=500)
    with pytest.raises(LookUpFailed, match="status 500"):
        ask(service)
    assert len(service.asked) == client.TRIES


def test_requests_keep_their_distance(service, no_waiting):
    service.says("/a", "a")
    service.says("/b", "b")
    for path in ("/a", "/b"):
        Client("Slow", 5).text(service.address + path)
    assert 4 < no_waiting[0] <= 5


def test_an_answer_that_never_ends_is_cut(service, monkeypatch):
    monkeypatch.setattr(client, "LARGEST", 100_000)
    service.answers["/a"] = (200, {}, itertools.repeat(b"x" * 65_536, 100))
    with pytest.raises(LookUpFailed, match="larger"):
        ask(service)


def test_an_answer_that_swells_is_cut(service, monkeypatch):
    monkeypatch.setattr(client, "LARGEST", 1_000_000)
    service.says("/a", gzip.compress(b"0" * 50_000_000), Content_Encoding="gzip")
    with pytest.raises(LookUpFailed, match="larger"):
        ask(service)


def test_an_answer_that_drips_is_cut(service):
    service.answers["/a"] = (200, {}, drip(b"x", 3, 0))
    later = itertools.count(0, 40)
    with pytest.raises(LookUpFailed, match="too long"):
        Client("The service", 0, clock=lambda: next(later)).text(service.address + "/a")


def test_a_drip_is_looked_at_while_it_drips(service, monkeypatch):
    monkeypatch.setattr(client, "LONGEST", 0.3)
    service.answers["/a"] = (200, {}, drip(b"x", 100, 0.1))
    before = time.monotonic()
    with pytest.raises(LookUpFailed, match="too long"):
        ask(service)
    assert time.monotonic() - before < 5


def test_a_person_waits_no_longer_than_was_said(service):
    service.says("/a", "", status=503, Retry_After="20")
    with within(10), pytest.raises(LookUpFailed, match="asks to wait 20 seconds"):
        ask(service)
    with within(0), pytest.raises(LookUpFailed, match="no time left"):
        ask(service)
    assert service.asked == ["/a"]


def test_a_service_that_says_nothing_is_left(service, monkeypatch):
    monkeypatch.setattr(client, "READ", 0.2)
    hold = threading.Event()
    service.answers["/a"] = lambda query: (hold.wait(5), (200, {}, b""))[1]
    with pytest.raises(LookUpFailed, match="too long"):
        ask(service)
    hold.set()


@pytest.mark.parametrize(
    ("said", "why"),
    [("not json", "no JSON"), ("[1]", "another shape"), ("[" * 100_000, "no JSON"), ("", "no JSON")],
)
def test_garbage_is_a_failure_in_words(service, said, why):
    service.says("/a", said)
    with pytest.raises(LookUpFailed, match=why):
        Client("The service", 0).json(service.address + "/a")


def test_a_redirect_is_followed(service):
    service.says("/a", "", status=302, Location="/b")
    service.says("/b", "here")
    assert ask(service) == "here"


@pytest.mark.parametrize("onward", ["/a", "file:///etc/passwd", "gopher://127.0.0.1/"])
def test_a_redirect_leads_to_pages_and_ends(service, onward):
    service.says("/a", "", status=302, Location=onward)
    with pytest.raises(LookUpFailed, match="leads"):
        ask(service)


def test_a_redirect_into_a_private_network_reaches_nothing(service, settings):
    other = Listener()
    settings.VOUCH["LOOKUPS"]["PRIVATE"] = ["127.0.0.1"]
    service.says("/a", "", status=302, Location=f"http://127.0.0.2:{other.port}/secret")
    with pytest.raises(LookUpFailed, match="private network"):
        ask(service)
    assert other.heard() == b""


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "0", "2130706433", "0x7f000001", "[::ffff:127.0.0.1]", "127.1"]
)
def test_no_private_address_hears_a_byte(scheme, host):
    cache.clear()
    other = Listener()
    with pytest.raises(LookUpFailed):
        Client("The service", 0).text(f"{scheme}://{host}:{other.port}/")
    assert other.heard() == b""


@pytest.mark.parametrize("kind", [connections.GuardedHTTPConnection, connections.GuardedHTTPSConnection])
def test_both_connections_look_at_the_peer(kind):
    other = Listener()
    with pytest.raises(connections.PrivateAddress):
        kind("127.0.0.1", other.port).connect()
    assert other.heard() == b""


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True), ("2606:4700::1111", True), ("10.0.0.1", False), ("169.254.169.254", False),
        ("192.168.1.1", False), ("100.64.0.1", False), ("::1", False), ("fe80::1%eth0", False), ("fd00::1", False),
        ("::ffff:10.0.0.1", False), ("2002:0a00:0001::", False), ("224.0.0.1", False), ("0.0.0.0", False),
    ],
)  # fmt: skip
def test_which_addresses_are_public(address, public):
    assert connections.is_public(address) is public


class Listener:
    """A socket that hears whatever anybody sends."""

    def __init__(self):
        self._socket = socket.create_server(("0.0.0.0", 0))
        self._socket.settimeout(0.2)
        self.port, self._heard = self._socket.getsockname()[1], b""

    def heard(self):
        try:
            peer, _address = self._socket.accept()
            with peer:
                peer.settimeout(0.2)
                self._heard += peer.recv(1000)
        except OSError:
            pass
        self._socket.close()
        return self._heard
