"""What happened to a paper, as each service tells it: the traps that have caught others."""

from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.bibliography.importers import nbib, pubmed_xml
from evidence.bibliography.importers.crossref import csl_of as of_crossref
from evidence.bibliography.updates import assertions_of, later_version_of
from evidence.vocabulary import RETRACTING
from tests.services.answers import crossref, pubmed

OWN, NOTICE = "10.5555/balm.1", "10.5555/notice"


def by_crossref(**fields):
    return assertions_of(of_crossref(crossref(**fields)["message"]), "Crossref")


def by_pubmed(comments="", types=("Journal Article",), **fields):
    more = f"<CommentsCorrectionsList>{comments}</CommentsCorrectionsList>"
    text = pubmed(more=more, types=types, **fields)
    node = ElementTree.fromstring(text[text.index("<PubmedArticleSet") :]).find("PubmedArticle")
    return assertions_of(pubmed_xml.csl_of(node), "PubMed")


def comment(kind, reference="Lancet. 2010 Feb 6;375(9713):445", pmid="20137807"):
    return (
        f'<CommentsCorrections RefType="{kind}"><RefSource>{reference}</RefSource>'
        f'<PMID Version="1">{pmid}</PMID></CommentsCorrections>'
    )


def update(kind, doi=NOTICE, source="publisher", day=(2020, 6, 5)):
    return {"DOI": doi, "type": kind, "source": source, "updated": {"date-parts": [list(day)]}}


def said(assertions):
    return [(one.type, one.on, one.notice, one.asserted_by) for one in assertions]


def test_crossref_says_what_who_when_and_where():
    assert said(by_crossref(**{"updated-by": [update("retraction")]})) == [
        ("retraction", date(2020, 6, 5), NOTICE, "Crossref (publisher)")
    ]
    assert by_crossref(**{"updated-by": [update("retraction", source="retraction-watch")]})[
        0
    ].asserted_by == ("Retraction Watch")


def test_pubmed_says_what_and_where():
    assert said(by_pubmed(comment("RetractionIn"), types=("Retracted Publication",))) == [
        ("retraction", date(2010, 2, 6), "PMID 20137807", "PubMed")
    ]


def test_a_publication_type_alone_is_enough():
    assert said(by_pubmed(types=("Retracted Publication",))) == [("retraction", None, "", "PubMed")]


@pytest.mark.parametrize(
    "assertions",
    [
        by_crossref(**{"updated-by": [update("erratum")]}),
        by_crossref(**{"updated-by": [update("correction"), update("corrigendum"), update("addendum")]}),
        by_crossref(**{"updated-by": [update("expression_of_concern")]}),
        by_pubmed(comment("ErratumIn")),
        by_pubmed(comment("ExpressionOfConcernIn")),
        by_pubmed(comment("CommentIn")),
        by_pubmed(comment("CorrectedandRepublishedIn")),
    ],
)
def test_an_erratum_or_a_concern_is_no_retraction(assertions):
    assert not [one for one in assertions if one.type in RETRACTING]


def test_types_are_never_collapsed():
    listed = ["addendum", "clarification", "correction", "corrigendum", "erratum", "expression_of_concern",
              "new_edition", "new_version", "partial_retraction", "removal", "retraction", "withdrawal"]  # fmt: skip
    assert [one.type for one in by_crossref(**{"updated-by": [update(kind) for kind in listed]})] == listed


def test_a_kind_unknown_here_is_left_with_the_record():
    assert by_crossref(**{"updated-by": [update("celebration"), "odd", {"type": None}]}) == []


def test_a_withdrawn_cochrane_review_made_way_for_its_update():
    doi = "10.1002/14651858.CD000001.pub2"
    (withdrawn, renewed) = by_crossref(
        doi=doi, **{"updated-by": [update("withdrawal"), update("new_version")]}
    )
    assert (withdrawn.superseded, renewed.superseded) == (True, False)
    by_title = by_pubmed(comment("UpdateIn"), doi=doi, title="WITHDRAWN: Lemon balm for sleep")
    assert [(one.type, one.superseded) for one in by_title] == [("new_version", False), ("withdrawal", True)]


def test_a_cochrane_review_withdrawn_without_an_update_stays_withdrawn():
    found = by_pubmed(doi="10.1002/14651858.CD000001.pub2", title="WITHDRAWN: Lemon balm for sleep")
    assert [(one.type, one.superseded) for one in found] == [("withdrawal", False)]


def test_the_mark_may_stand_on_the_retracted_paper_itself():
    (found,) = by_crossref(**{"update-to": [update("retraction", doi=OWN)]})
    assert (found.about, found.type, found.notice) == (None, "retraction", OWN)


def test_a_notice_speaks_of_another_paper_and_not_of_itself():
    title = ["Retraction: Lemon balm and sleep"]
    (found,) = by_crossref(doi=NOTICE, title=title, **{"update-to": [update("retraction", doi=OWN)]})
    assert (found.about, found.notice) == (("doi", OWN), NOTICE)
    (found,) = by_pubmed(comment("RetractionOf", pmid="31"), types=("Retraction of Publication",), pmid="32")
    assert (found.about, found.notice) == (("pmid", "31"), "PMID 32")


def test_the_notice_may_have_the_papers_own_doi():
    (found,) = by_crossref(**{"updated-by": [update("retraction", doi=OWN)]})
    assert (found.type, found.notice, found.superseded) == ("retraction", OWN, False)


def test_retracted_and_replaced_under_one_doi():
    replaced, version = by_crossref(
        **{"updated-by": [update("retraction", doi=OWN), update("new_version", doi=OWN)]}
    )
    assert (replaced.superseded, version.type) == (True, "new_version")


def test_retracted_and_republished_elsewhere_stays_retracted():
    (found,) = by_pubmed(comment("RetractedandRepublishedIn"))
    assert (found.type, found.superseded) == ("retraction", False)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("RETRACTED: Lemon balm", "retraction"), ("Retracted Article: Lemon balm", "retraction"),
        ("[Retracted] Lemon balm", "retraction"), ("Lemon balm (Retracted)", "retraction"),
        ("RETRACTED ARTICLE: Lemon balm", "retraction"), ("WITHDRAWN: Lemon balm", "withdrawal"),
        ("Temporary removal: Lemon balm", "removal"),
        ("Retraction: Lemon balm", None), ("Retraction notice to “Lemon balm”", None),
        ("Notice of retraction: Lemon balm", None), ("Withdrawal of caffeine and sleep", None),
        ("Retracted studies in reviews: a survey", None), ("Withdrawn children at school", None),
    ],
)  # fmt: skip
def test_a_retraction_that_only_the_title_shows(title, kind):
    found = by_crossref(title=[title])
    assert [one.type for one in found] == ([kind] if kind else [])
    assert {one.asserted_by for one in found} <= {"Crossref (title)"}


def test_a_title_adds_nothing_to_what_is_said_better():
    found = by_crossref(title=["RETRACTED: Lemon balm"], **{"updated-by": [update("retraction")]})
    assert [one.asserted_by for one in found] == ["Crossref (publisher)"]


def test_services_that_disagree_on_the_day_are_both_kept():
    by_both = by_crossref(
        **{
            "updated-by": [
                update("retraction"),
                update("retraction", source="retraction-watch", day=(2020, 6, 9)),
            ]
        }
    )
    assert [one.on.day for one in by_both] == [5, 9]


def test_half_a_date_is_none():
    assert by_crossref(**{"updated-by": [update("retraction", day=(2020, 6))]})[0].on is None
    assert by_pubmed(comment("RetractionIn", "Lancet. 2010;375:445"))[0].on is None


def test_an_nbib_export_says_the_same():
    text = (
        "PMID- 31000001\nTI  - Lemon balm and sleep.\nPT  - Retracted Publication\n"
        "RIN - Lancet. 2010 Feb 6;375(9713):445. doi: 10.5555/notice. PMID: 20137807\n"
    )
    (record,) = nbib.read(text)
    assert said(assertions_of(record.csl, "PubMed")) == [("retraction", date(2010, 2, 6), NOTICE, "PubMed")]


def test_a_preprint_is_linked_with_what_it_became():
    relation = {"is-preprint-of": [{"id-type": "doi", "id": "10.5555/BALM.1", "asserted-by": "subject"}]}
    work = of_crossref(crossref(doi="10.5555/pre", type="posted-content", relation=relation)["message"])
    assert later_version_of(work) == ("doi", OWN)
    preprint = {"custom": {"publication-types": ["Preprint"], "comments": {"UpdateIn": [{"PMID": "31"}]}}}
    assert later_version_of(preprint) == ("pmid", "31")
    assert assertions_of({"title": "Lemon balm", **preprint}, "PubMed") == []


def test_a_version_of_earlier_days_does_not_make_a_retraction_harmless():
    earlier, version = by_crossref(
        **{"updated-by": [update("retraction", doi=OWN), update("new_version", doi=OWN, day=(2019, 1, 1))]}
    )
    assert (earlier.type, earlier.superseded, version.type) == ("retraction", False, "new_version")


def test_a_notice_that_names_a_newer_version_leaves_the_other_paper_retracted():
    found = by_crossref(
        doi="10.1002/14651858.CD000001.pub2",
        **{"update-to": [update("retraction", doi=OWN), update("new_version", doi="10.5555/balm.2")]},
    )
    assert [one.superseded for one in found] == [False, False]


@pytest.mark.parametrize(
    ("kind", "type"),
    [
        ("RetractionOf", "retraction"),
        ("ErratumFor", "erratum"),
        ("ExpressionOfConcernFor", "expression_of_concern"),
        ("RetractedandRepublishedFrom", "retraction"),
        ("CorrectedandRepublishedFrom", "correction"),
        ("PartialRetractionOf", "partial_retraction"),
    ],
)
def test_each_kind_of_notice_speaks_of_the_paper_that_it_names(kind, type):
    (found,) = by_pubmed(comment(kind, pmid="31"), pmid="32")
    assert (found.type, found.about, found.notice) == (type, ("pmid", "31"), "PMID 32")


PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=12)
    | st.sampled_from(["retraction", OWN, "Preprint"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
NAMES = ("updated-by", "update-to", "comments", "publication-types", "relation")


@given(st.dictionaries(st.sampled_from(NAMES), PLAIN, max_size=5) | PLAIN, PLAIN)
def test_whatever_a_file_keeps_there_is_read_or_left(custom, title):
    record = {"title": title, "DOI": OWN, "custom": custom}
    assert all(one.type for one in assertions_of(record, "import"))
    assert later_version_of(record) is None or len(later_version_of(record)) == 2
