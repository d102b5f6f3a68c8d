"""Sections as readers meet them: each with the sub-sections under its heading."""

from evidence.prose.lexicon import lexicon, remembered
from evidence.prose.markup import plain, words


def families(manuscript):
    """[(section, (itself and the deeper ones that follow, up to the next heading of its own level)), …]"""
    found, sections = [], manuscript.sections
    for number, section in enumerate(sections):
        end = number + 1
        while end < len(sections) and sections[end].level > section.level:
            end += 1
        found.append((section, sections[number:end]))
    return found


def is_container(section, family):
    """Whether a section only gathers sub-sections: it has some, and no text of its own."""
    return not section.body.strip() and len(family) > 1


def claiming(manuscript):
    """Keys of the sections in which a claim is marked."""
    return {place.section for placed in manuscript.placed.values() for place in placed}


def speaks(family, claimed, enough_words):
    """Whether a section with its sub-sections says something: a claim (`claimed` holds the keys of sections that have
    one), or `enough_words` visible words that are no placeholder."""
    return (
        any(member.key in claimed for member in family)
        or sum(telling_words(member.body) for member in family) >= enough_words
    )


def telling_words(body):
    """How many visible words a body has; none where it is but a placeholder."""
    count = words(body)
    return 0 if count and _only_placeholder(plain(body)) else count


@remembered(maxsize=4096)
def _only_placeholder(text):
    found = lexicon("placeholder").find(text)
    covered = sum(end - start for start, end, _term in found)
    return covered * 2 >= len(text.strip())
