"""Answers that hang on word lists are not kept while other words are tried."""

import re
from pathlib import Path

import evidence.prose
from evidence.prose.lexicon import remembered, trying

PROSE = Path(evidence.prose.__file__).parent
NO_WORDS_ASKED = {
    "blocks",
    "lexicon",
    "linear",
    "markers",
    "markup",
    "numbers",
    "sense",
    "patterns",
    "phrasebook",
    "shown",
    "readability",
    "sentences",
    "strength",
    "terms",
    "verbs",
}


def test_what_is_tried_is_neither_kept_nor_answered_from_what_was_kept():
    asked = []

    @remembered(maxsize=8)
    def answer(text):
        asked.append(text)
        return len(asked)

    assert (answer("a"), answer("a")) == (1, 1)
    with trying([("promotion", ("wonder",))]):
        assert (answer("a"), answer("a")) == (2, 3)
    assert answer("a") == 1


def test_only_what_asks_no_word_list_keeps_its_answers_for_good():
    keeping = {
        file.stem for file in PROSE.glob("*.py") if re.search(r"^@(?:lru_)?cache", file.read_text(), re.M)
    }
    assert keeping <= NO_WORDS_ASKED
