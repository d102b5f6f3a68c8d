"""Words on the legal status of a thing, read with what they stand with: a committee that approved a study makes no
law."""

from evidence.prose.governed import plain
from evidence.prose.lexicon import lexicon, remembered
from evidence.prose.patterns import patterns


@remembered(maxsize=4096)
def legal_words(text):
    """The first words by which a text names a legal status, or an empty string."""
    text = plain(text)
    rest = patterns("legal_not").without(text)
    known = lexicon("regulatory")
    found = (words for words in patterns("legal").words(rest) if not known.took_out(words))
    return next(found, "") or known.first(rest)
