"""The pages in real Chromium: no axe finding, no breach of the policy, no sideways scrolling at 360 px."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from tests import builders
from tests.conftest import CHROMIUM

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PLACES = (
    "/",
    "/reviews/{slug}/",
    "/reviews/{slug}/history/",
    "/accounts/login/",
    "/desk/",
    "/desk/articles/{slug}/",
)


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_can_be_read_by_everybody(cast, client, live_server, chromium, width, scheme):
    article = builders.published(cast)
    client.force_login(cast.ada)
    context = chromium.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )
    page, breaches = context.new_page(), []
    page.on("console", lambda message: breaches.append(message.text))
    for place in PLACES:
        page.goto(live_server.url + place.format(slug=article.slug))
        assert breaches == [], place
        assert page.evaluate("document.documentElement.scrollWidth") <= width, place
        found = Axe().run(page).response["violations"]
        assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == [], place
        breaches.clear()
    context.close()
