"""The Retraction Watch data set: read as it comes, dirty as it is."""

from datetime import date

import pytest

from evidence.bibliography.updates.retraction_watch import Fault, NotTheDataSet, read

HEAD = (
    "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,RetractionDate,"
    "RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,"
    "Reason,Paywalled,Notes"
)


def line(
    nature="Retraction",
    day="6/25/2020 0:00",
    notice="10.5555/notice",
    doi="10.5555/Balm.1",
    pmid="31",
    reason="",
):
    return (
        f'7,"Lemon balm, and sleep",(HSC),Uni,Journal,House,Nowhere,A Alder,,Article;,{day},{notice},0,'
        f"4/1/2019 0:00,{doi},{pmid},{nature},{reason},No,"
    )


def rows(tmp_path, *lines, head=HEAD, encoding="utf-8"):
    path = tmp_path / "watch.csv"
    path.write_bytes("\r\n".join((head, *lines)).encode(encoding))
    return list(read(path))


def test_a_row_says_which_paper_what_and_when(tmp_path):
    (row,) = rows(tmp_path, line())
    assert (row.doi, row.pmid, row.title, row.line) == ("10.5555/balm.1", "31", "Lemon balm, and sleep", 2)
    said = row.assertion
    assert (said.type, said.on, said.notice, said.asserted_by, said.superseded) == (
        "retraction", date(2020, 6, 25), "10.5555/notice", "Retraction Watch", False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("nature", "kind", "superseded"),
    [
        ("Retraction", "retraction", False),
        ("Expression of concern", "expression_of_concern", False),
        ("Correction", "correction", False),
        ("Reinstatement", "retraction", True),
    ],
)
def test_kinds_of_notices_are_kept_apart(tmp_path, nature, kind, superseded):
    (row,) = rows(tmp_path, line(nature))
    assert (row.assertion.type, row.assertion.superseded) == (kind, superseded)


def test_replaced_under_its_own_doi_made_way_elsewhere_did_not(tmp_path):
    reason = "+Error in Data;+Retract and Replace;"
    same, other = rows(tmp_path, line(notice="10.5555/balm.1", reason=reason), line(reason=reason))
    assert (same.assertion.superseded, other.assertion.superseded) == (True, False)


def test_a_cochrane_review_that_was_out_of_date_made_way(tmp_path):
    (row,) = rows(tmp_path, line(doi="10.1002/14651858.CD000001", reason="+Withdrawn (out of Date);"))
    assert row.assertion.superseded


def test_what_the_data_set_does_not_know_is_left_empty(tmp_path):
    (row,) = rows(tmp_path, line(doi="unavailable", pmid="0", notice="Unavailable", day=""))
    assert (row.doi, row.pmid, row.assertion.notice, row.assertion.on) == ("", "", "", None)


def test_a_bad_row_is_told_with_its_line_and_spoils_no_other(tmp_path):
    fault, good = rows(tmp_path, line("Celebration"), line())
    assert (type(fault), fault.line, good.line) == (Fault, 2, 3)


def test_stray_bytes_marks_and_breaks_in_cells_are_read(tmp_path):
    broken = line().replace("A Alder", '"A\nÄlder"')
    odd, good = rows(tmp_path, broken, line(), encoding="cp1252")
    assert (odd.doi, good.line) == ("10.5555/balm.1", 4)
    (marked,) = rows(tmp_path, line(), encoding="utf-8-sig")
    assert marked.doi == "10.5555/balm.1"


def test_another_file_is_refused(tmp_path):
    with pytest.raises(NotTheDataSet, match="RetractionNature"):
        rows(tmp_path, "1,2", head="a,b")


def test_a_concern_that_was_lifted_lifts_no_retraction(tmp_path):
    corrected, lifted, reinstated = rows(
        tmp_path, line("Correction", reason="+EOC Lifted;"), line("Reinstatement", reason="+EOC Lifted;")
    )[1:] + rows(tmp_path, line("Reinstatement"))
    assert [(one.assertion.type, one.assertion.superseded) for one in (corrected, lifted, reinstated)] == [
        ("correction", False),
        ("expression_of_concern", True),
        ("retraction", True),
    ]
