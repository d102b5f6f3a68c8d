"""The public page next to a bare view that returns the same bytes through the same middleware, compressed as browsers
ask for it."""

from django.http import HttpResponse
from django.test import Client
from django.test.utils import override_settings
from django.urls import include, path

from benchmarks.manuscripts import manuscript
from benchmarks.timing import milliseconds
from evidence.library.storing import store
from reviews.flags import flagging
from tests import builders

REQUESTS = 100
SAME = {}
urlpatterns = [
    path("bare/<slug:slug>/", lambda request, slug: HttpResponse(SAME[slug])),
    path("", include("config.urls")),
]


def figures(cast, claims=(60, 600)):
    """{"60": {"bytes", "page_ms", "bare_ms", "ratio"}, …}, milliseconds of processor time a request."""
    found = {}
    with override_settings(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["testserver"]):
        for count in claims:
            found[str(count)] = _figures(cast, count)
    return found


def _figures(cast, claims):
    slug = f"page-{claims}"
    draft = store(manuscript(claims // 2, claims, claims), slug=slug, by=cast.ada)
    draft.next_review_on = builders.timezone.localdate() + builders.timedelta(days=365)
    draft.save(update_fields=["next_review_on"])
    flagging.reconcile(draft)
    builders.published(cast, draft)
    client = Client(headers={"accept-encoding": "gzip"})
    SAME[slug] = Client().get(f"/reviews/{slug}/").content
    page, bare = (_each(client, address) for address in (f"/reviews/{slug}/", f"/bare/{slug}/"))
    return {"bytes": len(SAME[slug]), "page_ms": page, "bare_ms": bare, "ratio": round(page / bare, 2)}


def _each(client, address):
    def many():
        for _request in range(REQUESTS):
            client.get(address)

    return round(milliseconds(many, repeat=3) / REQUESTS, 4)
