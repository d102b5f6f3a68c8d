"""Whatever bytes come in, an importer gives a draft that can be checked and stored as text, or says why not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.errors import ImportRefused
from evidence.importers import read
from evidence.importers.claiming import manuscript_of
from evidence.manuscript import from_json
from tests.evidence.importers.test_docx import paragraph, word_file

PIECES = st.sampled_from(
    ["# ", "## ", "1. ", "- ", "> ", "| a | b |\n|---|---|\n", "[^1]", "[^1]: ", "[1]", "[2, 4–6]", "(Lee, 2010)", "¹",
     "<sup>2</sup>", "<p>", "</p>", "<h2>", "<li>", "<table><tr><td>", "&amp;", "```\n", "---\n", "+++\n", "title: x\n",
     "References\n", "\n", "\n\n", "\r\n", " ", "\t", "\0", "\u2028", "e\u0301", "By Ada Lind\n", "2 May 2020\n",
     "27.9 % ", "improves memory.", "In rats it fell.", "\\", "*", "_", "`", "[", "]", "(", ")", "|", "é", "…",
     "word ", "Dose?\n"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join)


def understood(name, data, format=None):
    """The Manuscript of a file, or None for one that is refused with its name."""
    try:
        return manuscript_of(read(name, data, format))
    except ImportRefused as refused:
        assert name in str(refused)
        return None


@settings(max_examples=120, deadline=None)
@given(TEXTS, st.sampled_from(["text", "markdown", "html"]), st.sampled_from(["utf-8", "utf-16", "cp1252"]))
def test_any_text_is_understood_or_refused_by_name(text, format, encoding):
    found = understood("draft.any", text.encode(encoding, errors="replace"), format)
    assert found is None or from_json(found.to_json()).digest == found.digest


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_understood_or_refused_by_name(data):
    understood("draft.any", data)
    understood("draft.docx", b"PK\x03\x04" + data)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30),
                          st.sampled_from(["", "Title", "H1", "H3", "Quote"])), max_size=8))  # fmt: skip
def test_any_word_file_is_understood_or_refused_by_name(parts):
    escaped = [(text.replace("&", "&amp;").replace("<", "&lt;"), style) for text, style in parts]
    understood("draft.docx", word_file(*(paragraph(text, style) for text, style in escaped)))


@pytest.mark.parametrize(
    "data", [word_file(document="<a"), word_file(styles="<!DOCTYPE a []><a/>"), word_file()[:-30]]
)
def test_a_broken_word_file_is_refused_by_name(data):
    assert understood("draft.docx", data) is None
