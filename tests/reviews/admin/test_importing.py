"""The upload in the admin: read, corrected, stored; nothing before the last step."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from evidence.models import Article, Event, Source

pytestmark = pytest.mark.django_db
IMPORT = "admin:evidence_article_import"
TEXT = """Valerian for sleep

By Ada Lind, Senior Writer

Effects on sleep

In a trial of 40 adults valerian shortened the time to sleep by 9 minutes [1]. The taste is bitter.

Side effects

References

1. Berg A, Dahl B. Valerian and sleep onset. J Sleep Trials. 2011;4(2):11-19. doi:10.5555/jst.2011.42
2. Eriksen C. Doses of valerian. Nord Herb Rev. 2015;9:100-8.
"""


def preview(client, **said):
    answer = client.post(reverse(IMPORT), said or {"pasted": TEXT})
    return answer, {
        name: value
        for name, field in answer.context["form"].fields.items()
        if (value := answer.context["form"][name].value()) not in (False, None) and field
    }


def test_a_pasted_text_is_shown_before_it_is_stored(cast, client):
    client.force_login(cast.ada)
    answer, fields = preview(client)
    assert fields["title"] == "Valerian for sleep"
    assert fields["byline"] == "Ada Lind | Senior Writer"
    assert fields["claim_1_0"] is True
    assert b"Doses of valerian" in answer.content
    assert Article.objects.count() == 0


def test_what_was_corrected_is_what_is_stored(cast, client):
    client.force_login(cast.ada)
    _answer, fields = preview(client)
    fields |= {
        "title": "Valerian and sleep",
        "kind_1": "effects",
        "heading_2": "Harms",
        "byline": "Ada Lind | Author",
    }
    stored = client.post(reverse(IMPORT), fields)
    article = Article.objects.get()
    assert stored.url == reverse("admin:evidence_article_change", args=[article.pk])
    assert article.title == "Valerian and sleep"
    assert [section.heading for section in article.sections.all()] == ["Effects on sleep", "Harms"]
    claim = article.claims.get()
    assert [(c.source.doi, c.stance) for c in claim.citations.all()] == [
        ("10.5555/jst.2011.42", "not_judged")
    ]
    assert Source.objects.count() == 2
    assert article.flags.open().filter(code="ST1").exists()
    assert Event.objects.filter(article=article, verb="article.imported", actor=cast.ada.pk).exists()


def test_an_unticked_sentence_is_no_claim(cast, client):
    client.force_login(cast.ada)
    _answer, fields = preview(client)
    del fields["claim_1_0"]
    client.post(reverse(IMPORT), fields)
    article = Article.objects.get()
    assert article.claims.count() == 0
    assert "[^" not in article.sections.first().body


def test_a_file_that_cannot_be_read_says_so_and_stores_nothing(cast, client):
    client.force_login(cast.ada)
    answer = client.post(reverse(IMPORT), {"file": SimpleUploadedFile("paper.pdf", b"%PDF-1.7")})
    assert b"PDF" in answer.content
    assert Article.objects.count() == 0


def test_an_altered_preview_is_refused(cast, client):
    client.force_login(cast.ada)
    _answer, fields = preview(client)
    answer = client.post(reverse(IMPORT), {**fields, "draft": fields["draft"][:-4] + "abcd"})
    assert answer.status_code == 302
    assert Article.objects.count() == 0


def test_only_editors_import(cast, client):
    client.force_login(cast.cleo)
    assert client.post(reverse(IMPORT), {"pasted": TEXT}).status_code == 403
