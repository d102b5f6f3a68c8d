"""What an imported record asserts of a work's fate is written down with its asserter, and reaches readers."""

import json
import re
from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse

from evidence.bibliography.importers import Record, read
from evidence.library.cataloguing import catalogue
from evidence.models import Event, Job, Source, SourceUpdate
from reviews.watching import recording
from tests import builders
from tests.services import answers

pytestmark = pytest.mark.django_db
NBIB = """PMID- 31000001
TI  - {title}.
PT  - Journal Article
PT  - Retracted Publication
RIN - Lancet. 2010 Feb 6;375(9713):445. doi: 10.5555/notice. PMID: 20137807
AID - {doi} [doi]

"""


def imported(tmp_path, text, name="x.nbib"):
    path = tmp_path / name
    path.write_text(text)
    call_command("import_sources", str(path), "--by", "ada", stdout=StringIO())


def test_a_new_record_comes_with_what_happened_to_it(cast, tmp_path):
    text = NBIB.format(title="Valerian and sleep", doi="10.5555/valerian")
    imported(tmp_path, text)
    update = SourceUpdate.objects.get()
    assert (update.type, str(update.on), update.notice, update.asserted_by) == (
        "retraction",
        "2010-02-06",
        "10.5555/notice",
        "PubMed",
    )
    assert (update.source.doi, update.recorded_by) == ("10.5555/valerian", cast.ada)
    imported(tmp_path, text)
    assert (SourceUpdate.objects.count(), Event.objects.filter(verb="source.updated").count()) == (1, 1)


def test_a_known_record_that_was_retracted_warns_the_readers_at_once(cast, tmp_path, client):
    article = builders.published(cast)
    imported(tmp_path, NBIB.format(title="Lemon balm and sleep", doi="10.5555/alder.2019"))
    assert b"was retracted" in client.get(f"/reviews/{article.slug}/").content
    assert article.flags.open().on("live").filter(code="SI1").exists()


def test_a_record_under_a_wrong_number_is_not_believed(cast, tmp_path):
    builders.published(cast)
    imported(tmp_path, NBIB.format(title="Horses in Iceland", doi="10.5555/alder.2019"))
    assert not SourceUpdate.objects.exists()


def test_a_notice_that_is_imported_speaks_of_the_paper(cast):
    builders.article(cast.ada)
    work = answers.crossref(
        doi="10.5555/notice",
        title=["Retraction: Lemon balm and sleep"],
        **{"update-to": [{"DOI": "10.5555/alder.2019", "type": "retraction", "source": "publisher"}]},
    )
    records = [one for one in read("x.json", json.dumps(work).encode()) if isinstance(one, Record)]
    list(catalogue(records, by=cast.ada, note=recording.record_update))
    assert SourceUpdate.objects.get().source.key == "alder-2019"


def test_a_title_that_says_so_is_believed_where_nothing_better_does(cast, tmp_path):
    imported(tmp_path, "TY  - JOUR\nTI  - RETRACTED: Valerian and sleep\nPY  - 2011\nER  - \n", "x.ris")
    assert SourceUpdate.objects.get().asserted_by == "import (title)"


def test_an_imported_preprint_is_linked_with_its_version(cast, tmp_path):
    builders.article(cast.ada)
    list(
        catalogue(
            [
                Record(
                    1,
                    1,
                    {
                        "title": "Lemon balm and sleep",
                        "type": "article",
                        "DOI": "10.5555/pre",
                        "custom": {
                            "relation": {"is-preprint-of": [{"id-type": "doi", "id": "10.5555/alder.2019"}]}
                        },
                    },
                )
            ],
            by=cast.ada,
        )
    )
    assert Source.objects.get(doi="10.5555/pre").published_as.key == "alder-2019"


def test_an_upload_in_the_admin_warns_the_readers_too(cast, client):
    article = builders.published(cast)
    client.force_login(cast.ada)
    file = SimpleUploadedFile(
        "x.nbib", NBIB.format(title="Lemon balm and sleep", doi="10.5555/alder.2019").encode()
    )
    client.post(reverse("admin:evidence_source_upload"), {"file": file, "format": ""})
    client.post(reverse("admin:evidence_job_step", args=[Job.objects.get().pk]))
    assert SourceUpdate.objects.get().asserted_by == "PubMed"
    assert b"was retracted" in client.get(f"/reviews/{article.slug}/").content


def test_articles_are_locked_before_anything_is_written(cast, client, django_assert_max_num_queries):
    builders.published(cast)
    client.force_login(cast.ada)
    new = "PMID- 31000099\nTI  - Nettle tea and sleep.\nPT  - Journal Article\n\n"
    known = NBIB.format(title="Lemon balm and sleep", doi="10.5555/alder.2019")
    file = SimpleUploadedFile("x.nbib", (new + known).encode())
    client.post(reverse("admin:evidence_source_upload"), {"file": file, "format": ""})
    with django_assert_max_num_queries(1000) as asked:
        client.post(reverse("admin:evidence_job_step", args=[Job.objects.get().pk]))
    said = [query["sql"] for query in asked.captured_queries]
    held = next(
        n for n, sql in enumerate(said) if sql.startswith("SELECT") and 'FROM "evidence_article"' in sql
    )
    written = next(n for n, sql in enumerate(said) if re.match('INSERT INTO "evidence_(event|source)', sql))
    assert held < written
