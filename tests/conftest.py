"""What every test stands on: the guards, the cast, and honest skips."""

import os
import shutil

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import TransactionTestCase

from config import triggers
from evidence.bibliography.lookups.client import Client
from tests import builders
from tests.services.server import Service

IN_CI = os.environ.get("CI") == "true"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def pytest_configure(config):
    # Playwright's synchronous API runs an event loop that Django takes for an asynchronous caller.
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    flush = TransactionTestCase._fixture_teardown

    def teardown_without_guards(self):
        # Append-only tables refuse the flush; `post_migrate`, which flush sends, puts the guards back.
        triggers.drop(connection)
        flush(self)

    TransactionTestCase._fixture_teardown = teardown_without_guards


def pytest_collection_modifyitems(config, items):
    wanting = {
        "browser": None if CHROMIUM else "no Chromium on this machine",
        "postgres": None if connection.vendor == "postgresql" else "this run is on SQLite",
    }
    for item in items:
        for marker, lack in wanting.items():
            if lack and item.get_closest_marker(marker):
                item.add_marker(pytest.mark.skip(reason=lack))


def pytest_terminal_summary(terminalreporter, exitstatus, config):
    if not CHROMIUM:
        terminalreporter.write_line("SKIPPED: no Chromium found, the pages were not looked at.", red=True)
    if connection.vendor != "postgresql":
        terminalreporter.write_line("SKIPPED: no PostgreSQL (DATABASE_URL), races were not run.", yellow=True)


def pytest_sessionstart(session):
    if IN_CI and not CHROMIUM:
        pytest.exit("CI needs Chromium: apt-get install chromium", returncode=3)


@pytest.fixture(autouse=True)
def plain_settings(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture
def cast(db):
    """Ada and Ben edit, Cleo and Dev review, Eve publishes, Kim keeps the people, Rex is a superuser."""
    return builders.cast()


@pytest.fixture
def service(settings, no_waiting):
    """One server that plays all three services; nothing waits between requests, and nothing else is reached."""
    cache.clear()
    Client._last.clear()
    played = Service()
    settings.VOUCH = {
        **settings.VOUCH,
        "LOOKUPS": {"crossref": played.address, "pubmed": played.address, "openalex": f"{played.address}/openalex",
                    "PRIVATE": ["127.0.0.1"]},
    }  # fmt: skip
    yield played
    played.close()


@pytest.fixture
def no_waiting(monkeypatch):
    """What the client would have slept, in seconds."""
    slept = []
    monkeypatch.setattr("evidence.bibliography.lookups.client.time.sleep", slept.append)
    monkeypatch.setattr(Client.__init__, "__defaults__", (slept.append, Client.__init__.__defaults__[1]))
    return slept
