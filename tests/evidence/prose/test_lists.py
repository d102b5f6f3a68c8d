"""Every entry of every list can be met: no entry stands twice, none is hidden behind another that always wins."""

import re
from collections import Counter
from itertools import product

import pytest

from evidence.prose import lexicon as lexicons
from evidence.prose.patterns import DATA as PATTERNS
from evidence.prose.phrasebook import DATA, GAP, Phrasebook, Words, spelled
from tests.evidence.prose.samples import samples

FOLDERS = sorted({path.parent.name for path in DATA.glob("*/*.txt")} - {"patterns"})
PHRASES = [path for folder in FOLDERS for path in sorted((DATA / folder).glob("*.txt"))]
EXPRESSIONS = [path for path in sorted(PATTERNS.glob("*.txt")) if not path.stem.startswith("verbs_")]
SURROUNDED = ("{}", "the {}", "{} to", "{} x")


def entries(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def stem(path):
    return f"{path.parent.name}-{path.stem}"


@pytest.mark.parametrize("path", sorted(DATA.rglob("*.txt")), ids=stem)
def test_no_entry_stands_twice(path):
    listed = [line for line in entries(path) if " = " not in line]
    assert sorted(listed) == sorted(set(listed))


@pytest.mark.parametrize("name", lexicons.names())
def test_every_term_of_a_lexicon_is_met_and_by_itself_alone(name):
    listed = entries(lexicons.DATA / f"{name}.txt")
    assert [term for term in listed if not meets([term], term)] == []
    assert [term for term in listed if meets([one for one in listed if one != term], term)] == []


def meets(terms, term):
    """Whether a lexicon of some terms takes the whole of a text that says another term and nothing else."""
    said = term.rstrip("*")
    return [found[:2] for found in lexicons.Lexicon(terms).find(said)] == [(0, len(said))]


@pytest.mark.parametrize("path", PHRASES, ids=stem)
def test_every_choice_of_every_phrase_is_met(path):
    terms = list(spelled(path.read_text(encoding="utf-8").splitlines()))
    book = Phrasebook({"list": terms})
    assert [said for term in terms for said in each_choice(term) if not whole(book, said)] == []


@pytest.mark.parametrize("path", PHRASES, ids=stem)
def test_no_phrase_is_another_spelled_otherwise(path):
    terms = [term for term in spelled(path.read_text(encoding="utf-8").splitlines()) if GAP not in term]
    listed = Counter(tuple(Words(" ".join(words)).small) for term in terms for words in choices(term))
    assert [words for words, times in listed.items() if times > 1] == []


def whole(book, said):
    return any(at == 0 and words == said for _, at, words in book.among(Words(said)))


def each_choice(term):
    """A text for each word that may stand at each place of a phrase, the gaps left out."""
    parts = [part.split("|") for part in term.split() if part != GAP]
    for place, part in enumerate(parts):
        for word in part:
            said = [word if at == place else others[0] for at, others in enumerate(parts)]
            yield " ".join(one.rstrip("*") for one in said)


def choices(term):
    return product(*(part.split("|") for part in term.split()))


@pytest.mark.parametrize("path", EXPRESSIONS, ids=stem)
def test_every_expression_wins_somewhere(path):
    lines = entries(path)
    assert [line for place, line in enumerate(lines) if not wins(place, lines)] == []


def wins(place, lines):
    """Whether some text is taken by this of the expressions, as `patterns` tries them, and by none before it."""
    named = "|".join(f"(?P<taken>{line})" if at == place else f"(?:{line})" for at, line in enumerate(lines))
    tried = re.compile(rf"(?<![\w-])(?:{named})(?!\w)", re.I)
    texts = (around.format(said) for said in samples(lines[place]) for around in SURROUNDED)
    return any(found["taken"] is not None for text in texts for found in tried.finditer(text))


@pytest.mark.parametrize(
    ("lines", "hidden"),
    [
        (["we (?:report|say)", "we report"], ["we report"]),
        (["Associations? (?=between)"], ["Associations? (?=between)"]),
        (["linked(?= to)", "lin(?:k|king)"], []),
    ],
)
def test_a_hidden_expression_is_seen(lines, hidden):
    """The net itself is tried: a line behind a wider one, and one that asks for no word where it asks for one."""
    assert [line for place, line in enumerate(lines) if not wins(place, lines)] == hidden


def test_a_phrase_that_no_text_can_hold_is_seen():
    assert not whole(Phrasebook({"list": ["over the counter"]}), "over, the counter")
    assert meets(["well tolerated"], "well-tolerated")
