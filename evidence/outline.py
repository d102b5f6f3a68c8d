"""Sections as readers meet them: each with the sub-sections under its heading."""

from evidence.prose.lexicon import lexicon
from evidence.prose.markup import plain, words


def with_subsections(manuscript, section):
    """The section and the deeper ones that follow it, up to the next heading of its own level."""
    start = manuscript.sections.index(section)
    family = [section]
    for following in manuscript.sections[start + 1 :]:
        if following.level <= section.level:
            break
        family.append(following)
    return family


def is_container(manuscript, section):
    """Whether a section only gathers sub-sections: it has some, and no text of its own."""
    return not section.body.strip() and len(with_subsections(manuscript, section)) > 1


def speaks(manuscript, section, enough_words):
    """Whether a section says something: a claim, or `enough_words` visible words that are no placeholder, in
    itself or under its sub-headings."""
    family = with_subsections(manuscript, section)
    keys = {member.key for member in family}
    if any(place.section in keys for placed in manuscript.placed.values() for place in placed):
        return True
    return sum(_telling_words(member.body) for member in family) >= enough_words


def _telling_words(body):
    count = words(body)
    return 0 if count and _only_placeholder(plain(body)) else count


def _only_placeholder(text):
    found = lexicon("placeholder").find(text)
    covered = sum(end - start for start, end, _term in found)
    return covered * 2 >= len(text.strip())
