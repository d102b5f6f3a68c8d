"""The ISSNs of a source's journal reach the checks, however its record spells them."""

import pytest

from evidence.library.circumstances import observe
from evidence.models import Source
from reviews import checks
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("said", "issns"),
    [
        ("0140-6736", ("0140-6736",)),
        (["0140-6736", "1474-547X"], ("0140-6736", "1474-547X")),
        ("0140-6736, 1474-547X", ("0140-6736", "1474-547X")),
        (None, None),
        ("", None),
    ],
)
def test_issns_are_read_from_the_record(cast, said, issns):
    article = builders.article(cast.ada)
    source = Source.objects.get(key="alder-2019")
    Source.objects.filter(pk=source.pk).update(csl={**source.csl, "ISSN": said})
    assert observe(article.manuscript(), article).issns.get("alder-2019") == issns


def test_a_journal_in_none_of_the_trusted_lists_is_pointed_out(cast, settings):
    article = builders.article(cast.ada)
    source = Source.objects.get(key="alder-2019")
    Source.objects.filter(pk=source.pk).update(csl={**source.csl, "ISSN": "2045-2322"})
    settings.VOUCH = {**settings.VOUCH, "TRUSTED_ISSNS": {"MEDLINE, March 2026": ["0140-6736"]}}
    manuscript = article.manuscript()
    (found,) = checks.run_one("SI6", manuscript, observe(manuscript, article)).values()
    assert "2045-2322" in found.message
    assert "MEDLINE, March 2026" in found.message
