"""What is no answer, never ends or leads astray: every look-up comes back in time and in words."""

import gzip
import itertools
import json
import socket
import time
from email.utils import format_datetime

import pytest
from django.utils import timezone
from urllib3.util import connection

from evidence.bibliography.lookups import client, connections
from evidence.bibliography.lookups.client import Client
from evidence.bibliography.lookups.decoding import decoded
from evidence.bibliography.lookups.errors import LookUpFailed, NotFound
from tests.evidence.bibliography.lookups.test_client import Listener, ask
from tests.services.raw import Raw

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"
PUBLIC = "93.184.215.14"


@pytest.fixture
def own_machine(settings, no_waiting):
    """This machine may be called."""
    lookups = {**settings.VOUCH["LOOKUPS"], "PRIVATE": ["127.0.0.1"]}
    settings.VOUCH = {**settings.VOUCH, "LOOKUPS": lookups}


@pytest.fixture
def resolving(monkeypatch):
    """Every name leads to the addresses given to it."""

    def resolve(*addresses):
        found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in addresses]
        monkeypatch.setattr(connections.socket, "getaddrinfo", lambda *args, **named: found)

    return resolve


@pytest.mark.parametrize(
    ("scheme", "pieces"),
    [
        ("http", itertools.chain([HEAD], itertools.repeat(b"x"))),
        ("http", itertools.repeat(b"H")),
        ("https", itertools.chain([b"\x16\x03\x03\x40\x00"], itertools.repeat(b"\x02"))),
    ],
)
def test_head_lines_and_handshakes_that_drip_are_cut(own_machine, monkeypatch, scheme, pieces):
    monkeypatch.setattr(client, "LONGEST", 0.4)
    monkeypatch.setattr(client, "READ", 3)
    slow = Raw(pieces, pause=0.05)
    before = time.monotonic()
    with pytest.raises(LookUpFailed, match="too long"):
        Client("The service", 0).text(f"{scheme}://127.0.0.1:{slow.port}/")
    assert time.monotonic() - before < 2


@pytest.mark.parametrize(
    "pieces",
    [
        [],
        [b"SSH-2.0-OpenSSH\r\n"],
        [b"HTTP/1.1 999999 \r\n\r\n"],
        [HEAD + b"Content-Length: 50\r\n\r\nshort"],
        [HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n"],
        [b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 1000 + b"\r\n"],
        [HEAD + b"Content-Encoding: gzip\r\n\r\nno gzip"],
        [b"HTTP/1.1 302 Found\r\nLocation: http://[\r\n\r\n"],
        [b"HTTP/1.1 302 Found\r\nLocation: http://a..b/\r\n\r\n"],
        [b"HTTP/1.1 302 Found\r\nLocation: http://" + b"a" * 300 + b".example/\r\n\r\n"],
        [b"HTTP/1.1 302 Found\r\nLocation: \xff\xfe\r\n\r\n"],
    ],
)
def test_what_is_no_answer_is_a_failure_in_words(own_machine, pieces):
    with pytest.raises(LookUpFailed):
        Client("The service", 0).text(f"http://127.0.0.1:{Raw(pieces).port}/")


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_private_address_is_not_even_called(resolving, monkeypatch, scheme):
    called = []
    monkeypatch.setattr(
        connection, "create_connection", lambda address, *rest, **named: called.append(address)
    )
    resolving("10.0.0.7", "169.254.169.254")
    with pytest.raises(LookUpFailed, match="private network"):
        Client("The service", 0).text(f"{scheme}://inside.example/")
    assert called == []


def test_of_a_name_with_several_addresses_only_the_public_are_called(resolving, monkeypatch):
    called = []

    def refuse(address, *rest, **named):
        called.append(address[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(connection, "create_connection", refuse)
    resolving("10.0.0.7", PUBLIC, *[f"93.184.215.{number}" for number in range(20, 90)])
    with pytest.raises(LookUpFailed, match="cannot be reached"):
        Client("The service", 0).text("http://both.example/")
    assert called == [PUBLIC, "93.184.215.20", "93.184.215.21"]


def test_where_one_kind_of_address_is_broken_the_other_has_its_turn(resolving, monkeypatch):
    called = []

    def refuse(address, *rest, **named):
        called.append(address[0])
        raise OSError("Network is unreachable")

    monkeypatch.setattr(connection, "create_connection", refuse)
    resolving("2606:4700::1", "2606:4700::2", "2606:4700::3", PUBLIC)
    with pytest.raises(LookUpFailed, match="cannot be reached"):
        Client("The service", 0).text("http://both.example/")
    assert called == ["2606:4700::1", PUBLIC, "2606:4700::2"]


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_the_peer_itself_is_looked_at_before_a_byte_is_sent(resolving, monkeypatch, scheme):
    """Whatever a public name and number lead to on the way, it is the other end of the socket that counts."""
    inside = Listener()

    def rebound(*args, **named):
        opened = socket.socket()
        opened.connect(("127.0.0.1", inside.port))
        return opened

    monkeypatch.setattr(connection, "create_connection", rebound)
    resolving(PUBLIC)
    with pytest.raises(LookUpFailed, match="private network"):
        Client("The service", 0).text(f"{scheme}://rebound.example/")
    assert inside.heard() == b""


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("64:ff9b::808:808", True), ("64:ff9b::a00:1", False), ("64:ff9b:1::a00:1", False), ("::127.0.0.1", False),
        ("::ffff:0:10.0.0.1", False), ("fec0::1", False), ("2001:0:0:0:0:0:f5ff:fffe", False), ("2001:db8::1", False),
        ("240.0.0.1", False), ("255.255.255.255", False), ("192.0.0.8", False), ("198.18.0.1", False),
        ("ff02::1", False), ("2002:0808:0808::", True),
    ],
)  # fmt: skip
def test_addresses_in_disguise(address, public):
    assert connections.is_public(address) is public


def test_no_redirect_leaves_an_encrypted_connection(own_machine):
    with pytest.raises(LookUpFailed, match="encrypted"):
        Client("The service", 0)._onward("https://one.example/", "http://one.example/")


@pytest.mark.parametrize("status", [404, 410])
def test_what_is_gone_is_not_found(service, status):
    service.says("/a", "", status=status)
    with pytest.raises(NotFound):
        ask(service)
    assert len(service.asked) == 1


@pytest.mark.parametrize(
    ("status", "times"), [(400, 1), (401, 1), (403, 1), (418, 1), (429, 3), (502, 3), (504, 3)]
)
def test_only_a_busy_service_is_asked_again(service, status, times):
    service.says("/a", "", status=status)
    with pytest.raises(LookUpFailed, match=f"status {status}"):
        ask(service)
    assert len(service.asked) == times


@pytest.mark.parametrize(
    ("said", "waits"),
    [("3", 3), ("²", 2), ("soon", 2), ("-5", 2), ("Mon, 01 Jan 2001 00:00:00 GMT", 0), ("Mon, 99 Foo", 2)],
)
def test_whatever_a_service_says_of_waiting(service, no_waiting, said, waits):
    answers = iter([(503, {"Retry-After": said}, b""), (200, {}, b"here")])
    service.answers["/a"] = lambda query: next(answers)
    assert ask(service) == "here"
    assert no_waiting == [waits]


def test_a_date_to_wait_for_is_waited_for(service, no_waiting):
    then = format_datetime(timezone.now() + timezone.timedelta(seconds=20))
    answers = iter([(503, {"Retry-After": then}, b""), (200, {}, b"here")])
    service.answers["/a"] = lambda query: next(answers)
    ask(service)
    assert 15 < no_waiting[0] <= 20


def test_an_answer_cut_short_by_compression_is_none(service):
    service.says("/a", gzip.compress(json.dumps({"a": "b" * 5000}).encode())[:-20], Content_Encoding="gzip")
    with pytest.raises(LookUpFailed):
        Client("The service", 0).json(service.address + "/a")


@pytest.mark.parametrize(("packings", "why"), [(2, "larger"), (20, "cannot be reached")])
def test_an_answer_packed_in_packings_is_cut(service, monkeypatch, packings, why):
    """Each packing multiplies by a thousand: what comes out is counted, not what comes in."""
    monkeypatch.setattr(client, "LARGEST", 1_000_000)
    packed = gzip.compress(gzip.compress(b"0" * 50_000_000))
    service.says("/a", packed, Content_Encoding=", ".join(["gzip"] * packings))
    with pytest.raises(LookUpFailed, match=why):
        ask(service)


def test_a_huge_answer_is_read_and_not_kept(service, monkeypatch):
    monkeypatch.setattr(client, "KEPT_AT_MOST", 10)
    service.says("/a", "more than ten")
    assert (ask(service), ask(service)) == ("more than ten", "more than ten")
    assert len(service.asked) == 2


def test_text_that_no_database_takes_is_mended(service):
    service.says("/a", r'{"title": "a\u0000b \ud800 \ud83d\ude00", "\u0000k": ["\udfff"]}')
    assert Client("The service", 0).json(service.address + "/a") == {"title": "ab ? 😀", "k": ["?"]}


@pytest.mark.parametrize(
    ("data", "content_type", "text"),
    [
        ("Schlaf für alle".encode(), "text/html", "Schlaf für alle"),
        ("Schlaf für alle".encode("latin-1"), "text/html", "Schlaf für alle"),
        ("Schlaf für alle".encode("latin-1"), 'text/html; charset="ISO-8859-1"; x=y', "Schlaf für alle"),
        ("Сон".encode("cp1251"), "text/html; charset=windows-1251", "Сон"),
        (b"<meta charset='gbk'>" + "睡眠".encode("gbk"), "text/html", "<meta charset='gbk'>睡眠"),
        (b"<?xml encoding='koi8-r'?>" + "Сон".encode("koi8-r"), "", "<?xml encoding='koi8-r'?>Сон"),
        (b"\xef\xbb\xbfSleep", "text/html", "Sleep"),
        (b"Sleep", "text/html; charset=rot13", "Sleep"),
        (b"Sleep", "text/html; charset=idna", "Sleep"),
        (b"Sleep-tea", "text/html; charset=punycode", "Sleep-tea"),
        (b"Sleep", "text/html; charset=undefined", "Sleep"),
        (b"Sleep", "text/html; charset=" + "x" * 5000, "Sleep"),
        (b"Sl\xffp", "text/html; charset=utf-8", "Sl\ufffdp"),
    ],
)  # fmt: skip
def test_text_is_read_in_the_character_set_it_is_in(data, content_type, text):
    assert decoded(data, content_type) == text
