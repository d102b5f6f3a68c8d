"""What was vouched for: every field counts, and what nobody reads does not."""

import unicodedata
from dataclasses import fields, replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from evidence.bibliography.references.likeness import folded
from evidence.manuscript import Citation, Source
from evidence.manuscript.vouching import IDENTIFIERS, Lapse, Vouched, holds, lapse, normal, read, vouched

CITED = Citation("alder-2019", "supports", "slept longer", "p. 9", "40", "%")
CSL = {"title": "Lemon balm and sleep", "author": [{"family": "Alder"}], "issued": {"date-parts": [[2019]]}}
WORK = Source("alder-2019", csl=CSL, doi="10.5555/a", pmid="31", pmcid="PMC3", isbn="9780306406157")
NOW = vouched(["NGF rose by 40 %."], CITED, WORK)
NAMES = [field.name for field in fields(Vouched)]
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(st.sampled_from(NAMES), texts)
def test_whatever_field_changes_the_judgement_lapses(name, text):
    other = replace(NOW, **{name: normal(text)})
    assume(getattr(other, name) != getattr(NOW, name))
    assume(name != "work" or (not folded(other.work).startswith("alder2019") and folded(other.work)))
    assert not holds(NOW.text, other)
    assert [str(what) for what, _words in lapse(NOW.text, other).changes] != []


@given(st.builds(Vouched, **dict.fromkeys(NAMES, texts.map(normal))))
def test_what_was_kept_is_read_again_and_holds(words):
    assert read(words.text) == words
    assert holds(words.text, words)


@given(
    st.lists(
        st.sampled_from([" ", "\n", "\t", "\u00a0", "\u2009", "\r\n", "\u00ad ", "\ufeff "]),
        min_size=8,
        max_size=8,
    )
)
def test_spacing_and_invisible_signs_are_nobodys_words(gaps):
    def spaced(text):
        return "".join(f"{word}{gap}" for word, gap in zip(text.split(" "), gaps, strict=False))

    cited = replace(
        CITED, **{name: spaced(getattr(CITED, name)) for name in ("quote", "locator", "figure", "unit")}
    )
    assert vouched([spaced("NGF rose by 40 %.")], cited, WORK).text == NOW.text


@given(texts)
def test_letters_put_together_in_another_way_are_the_same_letters(text):
    one, two = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert vouched([one], replace(CITED, quote=one), WORK) == vouched([two], replace(CITED, quote=two), WORK)


@pytest.mark.parametrize(
    "changed",
    [
        {"csl": {**CSL, "title": "Lemon balm and dreams"}},
        {"csl": {**CSL, "author": [{"family": "Birch"}]}},
        {"csl": {**CSL, "issued": {"date-parts": [[2020]]}}},
        {"csl": {**CSL, "title": "", "raw": "Alder 2019"}},
        *({name: "other"} for name in IDENTIFIERS),
        *({name: ""} for name in IDENTIFIERS),
        {"key": "alder-2019-again"},
    ],
    ids=str,
)
def test_another_work_is_seen(changed):
    assert not holds(NOW.text, vouched(["NGF rose by 40 %."], CITED, replace(WORK, **changed)))


@pytest.mark.parametrize(
    "changed",
    [
        {"csl": {**CSL, "title": "LEMON BALM AND SLEEP."}},
        {"csl": {**CSL, "volume": "7", "page": "1-9"}},
        {"csl": {**CSL, "title": "Lemon balm and sleep: a randomised trial"}},
        {"design": "RCT", "sample_size": 40, "funding": "None."},
    ],
    ids=str,
)
def test_the_same_work_told_more_fully_is_the_same_work(changed):
    assert holds(NOW.text, vouched(["NGF rose by 40 %."], CITED, replace(WORK, **changed)))


def test_without_a_number_a_longer_title_may_be_another_work():
    bare, longer = (
        replace(WORK, **dict.fromkeys(IDENTIFIERS, "")),
        {**CSL, "title": f"{CSL['title']}, part 2"},
    )
    before = vouched(["NGF rose by 40 %."], CITED, bare)
    assert not holds(before.text, vouched(["NGF rose by 40 %."], CITED, replace(bare, csl=longer)))


def test_a_number_that_was_looked_up_later_makes_no_other_work():
    before = vouched(["NGF rose by 40 %."], CITED, replace(WORK, **dict.fromkeys(IDENTIFIERS, "")))
    assert holds(before.text, NOW)


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"sentence":1,"x":2}', "null"])
def test_what_cannot_be_read_holds_for_nothing(kept):
    assert lapse(kept, NOW) == Lapse(None, NOW)


def test_a_claim_marked_twice_is_judged_for_both_sentences():
    assert not holds(NOW.text, vouched(["NGF rose by 40 %.", "It cures dementia."], CITED, WORK))


def test_both_wordings_are_told():
    now = replace(NOW, sentence="NGF fell by 40 %.", stance="contradicts")
    assert [(str(what), then, there) for what, then, there in lapse(NOW.text, now).both] == [
        ("Sentence", "NGF rose by 40 %.", "NGF fell by 40 %."),
        ("Stance", "Supports", "Contradicts"),
    ]
