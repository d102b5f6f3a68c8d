"""The pages in real Chromium: no axe finding, no breach of the policy, no sideways scrolling at 360 px."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from evidence.models import Job, Source
from evidence.vocabulary import JobKind
from reviews.flags import laboratory
from tests import builders
from tests.conftest import CHROMIUM

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PLACES = (
    "/",
    "/reviews/{slug}/",
    "/reviews/{slug}/history/",
    "/reviews/{slug}/editions/1/",
    "/accounts/login/",
    "/desk/",
    "/desk/articles/{slug}/",
    "/admin/evidence/article/{article}/write/",
    "/admin/reviews/flag/laboratory/",
    "/admin/reviews/flag/laboratory/EF16/",
)
# Django's own markup is not ours to judge by axe; the policy and the width hold there too.
ADMIN_PLACES = (
    "/admin/",
    "/admin/evidence/article/",
    "/admin/evidence/article/{article}/change/",
    "/admin/evidence/article/import/",
    "/admin/evidence/section/{section}/change/",
    "/admin/evidence/claim/{claim}/change/",
    "/admin/evidence/source/{source}/change/",
    "/admin/evidence/source/add/",
    "/admin/evidence/outcome/{outcome}/change/",
    "/admin/evidence/outcome/{outcome}/wording/",
    "/admin/evidence/outcome/{outcome}/rate/",
    "/admin/evidence/outcome/{rated}/ratings/",
    "/admin/evidence/source/{source}/look-up/",
    "/admin/evidence/source/upload/",
    "/admin/evidence/job/{job}/change/",
    "/admin/evidence/source/{source}/record-update/",
    "/admin/evidence/source/",
    "/admin/evidence/source/alike/",
    "/admin/evidence/source/{source}/reach/",
    "/admin/evidence/source/{source}/compare/{source}/",
)


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def opened(client, live_server, chromium):
    """open(user, width, scheme) → (page, what the console said)."""
    contexts = []

    def open_page(user, width, scheme="light"):
        client.force_login(user)
        context = chromium.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
        contexts.append(context)
        cookie = client.cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
        page, said = context.new_page(), []
        page.on("console", lambda message: said.append(message.text))
        return page, said

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_can_be_read_by_everybody(cast, live_server, opened, width, scheme):
    article = builders.published(cast)
    page, said = opened(cast.ada, width, scheme)
    for place in PLACES:
        page.goto(live_server.url + place.format(slug=article.slug, article=article.pk))
        assert said == [], place
        assert page.evaluate("document.documentElement.scrollWidth") <= width, place
        found = Axe().run(page).response["violations"]
        assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == [], place


@pytest.mark.parametrize("width", [360, 1280])
def test_the_admin_keeps_the_policy_and_the_width(cast, live_server, opened, width):
    article = builders.article(cast.ada)
    page, said = opened(cast.ada, width)
    item = {"n": 1, "line": 1, "csl": {"type": "book", "title": "A book on herbs with a long title"}}
    rows = {
        "job": Job.prepare(JobKind.IMPORT, "herbs.ris", [item], by=cast.ada).pk,
        "article": article.pk,
        "section": article.sections.first().pk,
        "claim": article.claims.first().pk,
        "outcome": article.outcomes.first().pk,
        "rated": builders.rated(cast, article, key="o2").pk,
        "source": article.claims.filter(citations__isnull=False).first().citations.first().source_id,
    }
    for place in ADMIN_PLACES:
        page.goto(live_server.url + place.format(**rows))
        assert said == [], place
        assert page.evaluate("document.documentElement.scrollWidth") <= width, place


def test_a_dry_run_goes_on_by_itself_and_can_be_stopped(cast, live_server, opened, monkeypatch):
    for number in range(4):
        builders.article(cast.ada, title=f"Review {number}")
    monkeypatch.setattr(laboratory.DryRun.step, "__defaults__", (0, laboratory.time.monotonic))
    page, said = opened(cast.ada, 1280)
    page.goto(f"{live_server.url}/admin/reviews/flag/laboratory/GV8/")
    page.fill("[name=LONGEST_SENTENCE]", "5")
    page.click("text=Begin the dry run")
    page.wait_for_selector("[data-finished=yes]")
    assert "4 of 4 articles tried" in page.inner_text("#dry-run")
    assert said == []
    page.fill("[name=LONGEST_SENTENCE]", "6")
    page.click("text=Begin the dry run")
    page.click("text=Stop here")
    page.wait_for_selector("[name=go_on]")
    page.wait_for_timeout(300)
    assert "under way" in page.inner_text("#panel-run")
    page.click("text=Go on")
    page.wait_for_selector("[data-finished=yes]")


def test_an_import_goes_on_by_itself_until_it_is_done(cast, live_server, opened, monkeypatch):
    monkeypatch.setattr("evidence.library.jobs.STEP", 0)
    csl = [{"type": "book", "title": f"Book number {n} on herbs"} for n in range(250)]
    items = [{"n": n, "line": n, "csl": one} for n, one in enumerate(csl)]
    job = Job.prepare(JobKind.IMPORT, "herbs.ris", items, by=cast.ada)
    page, said = opened(cast.ada, 1280)
    page.goto(f"{live_server.url}/admin/evidence/job/{job.pk}/change/")
    page.click("input[name=start]")
    page.get_by_role("heading", name="Done").wait_for()
    assert (Source.objects.count(), said) == (250, [])
