"""Markdown → tree → Markdown: untouched blocks keep their bytes, touched ones say exactly what was typed."""

import copy
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.prose.tree import checked, merged, parse
from evidence.prose.tree.canonical import canonical
from evidence.prose.tree.parsing import pieces
from evidence.prose.tree.writing import written

FIXTURES = Path(__file__).parents[4] / "fixtures" / "manuscripts"
BODIES = [
    "A word.",
    'One *two* **three** `four` [five](https://e.org/a_(b) "t").[^c1]',
    "__Bold__ and _em_ as some type them.",
    "Two lines\nof one paragraph.  \nAnd a break.",
    "* star\n* list\n\n- another\n- list",
    "1. one\n2. two\n   - inner\n   - list\n\n     with a paragraph",
    "3) brackets\n4) count on",
    "- [x] a box\n- two\n\n  paragraphs",
    "> quoted\n> words\n\nand not.",
    "| Dose | Effect |\n|---|--:|\n| 5 mg | 0.2 \\| 0.3 |\n| `a` | *b*[^c2] |",
    "Setext\n------\n\ntext",
    "## Closed ##",
    "    indented code",
    "```py\nx = 1\n```",
    "***",
    "CO~2~ at 10^3^ units, ~5–~10 mg.",
    'A [link][1] by reference.[^c3]\n\n[1]: https://example.org "Title"\n\nAfter it.',
    "An escaped \\*star\\*, \\[bracket\\], 1\\. no list, \\# no heading.",
    "Entities &alpha; &nbsp;and 5&nbsp;mg.",
    "<https://example.org> and <b>no tag</b>.",
    "Text.[^c1][^c2] More.[^c3]\n\n\n\nFar below.",
    "Line with trailing spaces   \n\nnext",
    "𝛼 and 😀 beyond the plane.",
    "a * b * c, 2*3, snake_case_word, p < .05 & q > 1",
    "**bold [link](https://e.org) inside**",
    "Quote: “*x*” and 'y'.",
]


@pytest.mark.parametrize("body", BODIES)
def test_what_nobody_edited_keeps_its_bytes(body):
    assert merged(body, parse(body)) == body


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.md")), ids=lambda path: path.stem)
def test_whole_reviews_keep_their_bytes(path):
    body = path.read_text().split("+++\n")[-1]
    assert merged(body, parse(body)) == body


@pytest.mark.parametrize("body", BODIES)
def test_one_new_word_leaves_the_other_blocks_alone(body):
    tree = parse(body)
    edited = with_word(tree)
    after = merged(body, edited)
    assert parse(after) == canonical(edited)
    assert untouched(body, after, tree, edited)


@pytest.mark.parametrize(
    "body", ["One two three.[^c1] Four five.", "- a b[^c1]\n- c d", "| a b | c |\n|---|---|\n| d | e |"]
)
def test_only_the_word_changes(body):
    """Where the source is as plain as our own writing, the difference is the word and nothing else."""
    assert merged(body, with_word(parse(body))) in (
        body.replace(word, f"{word}new", 1) for word in ["One", "a"]
    )


def test_a_marker_inside_a_link_moves_behind_it():
    linked = {"type": "link", "attrs": {"href": "https://e.org", "title": None}}
    content = [
        {"type": "text", "text": "the paper.", "marks": [linked]},
        {"type": "claim", "attrs": {"key": "c1"}, "marks": [linked]},
    ]
    tree = {"type": "doc", "content": [{"type": "paragraph", "content": content}]}
    assert merged("", tree) == "[the paper.](https://e.org)[^c1]"


def test_a_definition_of_a_link_outlives_the_block_beside_it():
    body = "See [it][1].\n\n[1]: https://example.org\n\nAfter."
    tree = parse(body)
    tree["content"].pop()
    assert "[1]: https://example.org" in merged(body, tree)


def test_what_markdown_cannot_say_loses_its_emphasis_and_no_word():
    bold = {"type": "text", "text": "(x)", "marks": [{"type": "strong"}]}
    content = [{"type": "text", "text": "word"}, bold, {"type": "text", "text": "word"}]
    assert (
        merged("", {"type": "doc", "content": [{"type": "paragraph", "content": content}]}) == "word(x)word"
    )


WORDS = st.sampled_from(
    [
        "rat",
        "CO2",
        "5",
        "mg",
        "*",
        "_",
        "[",
        "]",
        "(",
        "`",
        "~",
        "^",
        "#",
        "1.",
        "-",
        "|",
        "\\",
        "&amp;",
        "α",
        "😀",
        "!",
    ]
)
MARKS = st.lists(
    st.sampled_from(
        [{"type": "strong"}, {"type": "em"}, {"type": "code"}, {"type": "sup"}, {"type": "sub"},
         {"type": "link", "attrs": {"href": "https://e.org/a", "title": None}}]
    ),
    max_size=2, unique_by=lambda mark: mark["type"],
)  # fmt: skip
TEXT = st.builds(
    lambda words, marks: {"type": "text", "text": " ".join(words), **({"marks": marks} if marks else {})},
    st.lists(WORDS, min_size=1, max_size=4), MARKS,
)  # fmt: skip
CLAIM = st.builds(lambda n: {"type": "claim", "attrs": {"key": f"c{n}"}}, st.integers(1, 9))
INLINE = st.lists(st.one_of(TEXT, CLAIM), min_size=1, max_size=4)
PARAGRAPH = st.builds(lambda content: {"type": "paragraph", "content": content}, INLINE)
HEADING = st.builds(
    lambda n, content: {"type": "heading", "attrs": {"level": n}, "content": content},
    st.integers(3, 5),
    INLINE,
)
ITEM = st.builds(
    lambda inner: {"type": "list_item", "content": inner}, st.lists(PARAGRAPH, min_size=1, max_size=2)
)
BULLETS = st.builds(
    lambda items, tight: {"type": "bullet_list", "attrs": {"tight": tight}, "content": items},
    st.lists(ITEM, min_size=1, max_size=3),
    st.booleans(),
)
QUOTE = st.builds(
    lambda inner: {"type": "blockquote", "content": inner}, st.lists(PARAGRAPH, min_size=1, max_size=2)
)
CELL = st.builds(lambda content: {"type": "table_cell", "attrs": {"align": None}, "content": content}, INLINE)
TABLE = st.builds(
    lambda rows: {"type": "table", "content": [{"type": "table_row", "content": row} for row in rows]},
    st.lists(st.lists(CELL, min_size=1, max_size=3), min_size=1, max_size=3),
)
TREE = st.builds(
    lambda content: {"type": "doc", "content": content},
    st.lists(st.one_of(PARAGRAPH, HEADING, BULLETS, QUOTE, TABLE), min_size=1, max_size=4),
)


@settings(max_examples=100, deadline=None)
@given(TREE)
def test_any_tree_is_written_right_or_refused(tree):
    asked = canonical(copy.deepcopy(checked(tree)))
    try:
        body = merged("", tree)
    except ValueError:
        return
    assert letters(parse(body)) == letters(asked)
    for node in asked["content"]:
        try:
            written(node)
        except ValueError:
            return
    assert parse(body) == asked


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(BODIES), min_size=1, max_size=5),
    st.integers(0, 4),
    st.sampled_from(["word", "drop", "move"]),
)
def test_any_edit_reads_back_and_leaves_the_rest(bodies, at, edit):
    body = "\n\n".join(bodies)
    tree = parse(body)
    edited = EDITS[edit](copy.deepcopy(tree), at % len(tree["content"]))
    after = merged(body, edited)
    assert parse(after) == canonical(edited)
    assert untouched(body, after, tree, edited)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ab \n*_`[]()#>-|\\~^1.&;", max_size=60))
def test_any_text_left_alone_keeps_its_bytes(body):
    assert merged(body, parse(body)) == body


@pytest.mark.parametrize(
    "tree",
    [
        None, [], {"type": "paragraph"}, {"type": "doc", "content": [{"type": "script"}]},
        {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": ""}]}]},
        {"type": "doc", "content": [{"type": "heading", "attrs": {"level": 9}}]},
        {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "claim", "attrs": {"key": "]("}}]}]},
        {"type": "doc", "content": [{"type": "paragraph", "content": [
            {"type": "text", "text": "x", "marks": [{"type": "link", "attrs": {"href": "javascript:alert(1)"}}]}]}]},
        {"type": "doc", "content": [{"type": "bullet_list", "attrs": {"tight": 1}, "content": []}]},
        {"type": "doc", "content": [{"type": "table", "content": []}]},
    ],
)  # fmt: skip
def test_a_forged_tree_is_refused(tree):
    with pytest.raises(ValueError, match="no text of the editor"):
        checked(tree)


def test_a_tree_nested_too_deeply_is_refused():
    node = {"type": "paragraph"}
    for _level in range(20):
        node = {"type": "blockquote", "content": [node]}
    with pytest.raises(ValueError, match="deeply"):
        checked({"type": "doc", "content": [node]})


def with_word(tree, at=0):
    """The tree with "new" behind the first word that can be met from block `at` on."""
    edited = copy.deepcopy(tree)
    for block in edited["content"][at:]:
        for node in walk(block):
            plain = not {mark["type"] for mark in node.get("marks", ())} & {"sup", "sub", "code"}
            if node["type"] == "text" and plain and node["text"].split():
                word = node["text"].split()[0]
                node["text"] = node["text"].replace(word, f"{word}new", 1)
                return edited
    return edited


def walk(node):
    yield node
    for child in node.get("content", ()):
        yield from walk(child)


def dropped(tree, at):
    del tree["content"][at]
    return tree if tree["content"] else {"type": "doc", "content": [{"type": "paragraph"}]}


def moved(tree, at):
    tree["content"].append(tree["content"].pop(at))
    return tree


EDITS = {"word": with_word, "drop": dropped, "move": moved}


def letters(tree):
    return "".join(node["text"] for node in walk(tree) if node["type"] == "text").replace(" ", "")


def untouched(body, after, tree, edited):
    """Whether every block that stands in both trees stands in both texts with the same bytes; a list that came to stand
    behind another must take another sign, and code by indentation cannot stand behind a list."""
    new = canonical(edited)["content"]
    lists = [
        one for one, other in pairwise(new) if one["type"] == other["type"] and one["type"].endswith("_list")
    ]
    kept = [
        (start, end)
        for start, end, node in pieces(body)
        if node in new and not (lists and "_list" in node["type"])
    ]
    return all(body[start:end] in after or body[start:].startswith("    ") for start, end in kept)
