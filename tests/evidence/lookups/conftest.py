import pytest
from django.core.cache import cache

from evidence.lookups.client import Client
from tests.evidence.lookups.server import Service


@pytest.fixture
def service(settings):
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


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch):
    """What the client would have slept, in seconds."""
    slept = []
    monkeypatch.setattr("evidence.lookups.client.time.sleep", slept.append)
    monkeypatch.setattr(Client.__init__, "__defaults__", (slept.append, Client.__init__.__defaults__[1]))
    return slept
