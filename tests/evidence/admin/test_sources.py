"""The source's page: a reference by its fields, a pasted one read, an update told to readers."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from evidence.admin.source_fields import merged, shown
from evidence.models import Event, Source
from tests import builders

ADD = "admin:evidence_source_add"
NAME = st.from_regex(r"[A-Z][a-z]{1,9}", fullmatch=True)


@given(
    st.lists(st.tuples(NAME, NAME), max_size=4),
    st.sampled_from(["", "12", "3"]),
    st.sampled_from(
        [
            {"date-parts": [[2020]]},
            {"date-parts": [[2020, 5]]},
            {"date-parts": [[2020, 5], [2020, 6]]},
            {"date-parts": [[2020]], "season": 2},
            {"literal": "in press"},
        ]
    ),
    st.sampled_from(["book", "paper-conference", "motion_picture"]),
)
def test_a_record_shown_and_saved_unchanged_stays_as_it_was(people, volume, dated, kind):
    csl = {"type": kind, "title": "Herbs", "issued": dated, "note": "kept"}
    csl |= {"author": [{"family": family, "given": given} for family, given in people]} if people else {}
    csl |= {"volume": volume} if volume else {}
    assert merged(csl, shown(csl), {}) == csl


@pytest.mark.django_db
def test_a_pasted_reference_fills_the_record(cast, client):
    client.force_login(cast.ada)
    raw = "Berg A, Dahl B. Valerian and sleep onset. J Sleep Trials. 2011;4(2):11-19. doi:10.5555/jst.2011.42"
    answer = client.post(reverse(ADD), {"pasted": raw, "type": "article-journal", "peer_review": "unknown"})
    assert answer.status_code == 302
    source = Source.objects.get()
    assert (source.doi, source.title, source.year) == (
        "10.5555/jst.2011.42",
        "Valerian and sleep onset",
        2011,
    )
    assert source.key == "berg-2011-valerian-and-sleep"
    assert source.csl["author"][1]["family"] == "Dahl"


@pytest.mark.django_db
def test_a_source_without_title_or_reference_is_refused_kindly(cast, client):
    client.force_login(cast.ada)
    answer = client.post(reverse(ADD), {"type": "book", "peer_review": "unknown"})
    assert b"paste the reference" in answer.content
    assert Source.objects.count() == 0


@pytest.mark.django_db
def test_an_update_is_recorded_from_the_page_and_readers_are_warned(cast, client):
    article = builders.published(cast)
    source = Source.objects.get(key="alder-2019")
    client.force_login(cast.ada)
    address = reverse("admin:evidence_source_record_update", args=[source.pk])
    client.post(address, {"type": "retraction", "asserted_by": "Crossref", "on": "2026-11-01"})
    assert source.updates.get().type == "retraction"
    page = client.get(f"/reviews/{article.slug}/").content.decode()
    assert "was retracted" in page
    assert article.flags.open().on("live").filter(code="SI1").exists()
    assert client.get(reverse("admin:evidence_source_change", args=[source.pk])).status_code == 200


@pytest.mark.django_db
def test_logins_are_never_deleted_and_a_new_address_is_written_down(cast, client):
    client.force_login(cast.rex)
    assert (
        client.post(reverse("admin:auth_user_delete", args=[cast.ada.pk]), {"post": "yes"}).status_code == 403
    )
    assert get_user_model().objects.filter(pk=cast.ada.pk).exists()
    article = builders.article(cast.ada)
    address = reverse("admin:evidence_article_change", args=[article.pk])
    page = client.get(address)
    form = page.context["adminform"].form
    fields = {name: form[name].value() or "" for name in form.fields}
    del fields["topics"]
    inline = {"byline-TOTAL_FORMS": 0, "byline-INITIAL_FORMS": 0}
    client.post(
        reverse("admin:evidence_article_change", args=[article.pk]), {**fields, **inline, "slug": "balm"}
    )
    article.refresh_from_db()
    assert article.slug == "balm"
    assert "slug" in Event.objects.get(article=article, verb="article.described").about


@pytest.mark.django_db
def test_a_source_shows_its_level_by_the_oxford_scale(cast, client):
    builders.article(cast.ada)
    trial = Source.objects.get(key="alder-2019")
    review = Source.objects.create(
        key="review", design="SRMA", population="human", title="A review", csl={"title": "A review"}
    )
    client.force_login(cast.ada)
    page = client.get(f"/admin/evidence/source/{trial.pk}/change/").content.decode()
    assert "OCEBM level 2011, of this source alone:" in page
    assert "1–3" in client.get(f"/admin/evidence/source/{review.pk}/change/").content.decode()
    review.included.add(trial)
    assert "1–3" not in client.get(f"/admin/evidence/source/{review.pk}/change/").content.decode()
    assert 'class="field-ocebm">1<' in client.get("/admin/evidence/source/?q=review").content.decode()
