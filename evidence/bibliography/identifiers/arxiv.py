import re

from django.utils.translation import gettext as _

from evidence.bibliography.identifiers.cleaning import visible
from evidence.bibliography.identifiers.errors import InvalidIdentifier

_WRAPPER = re.compile(
    r"(?:https?://)?(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html)/|"
    r"(?:https?://doi\.org/|doi:\s*)?10\.48550/arxiv\.|arxiv\s*:\s*",
    re.I,
)
_MONTH = r"[0-9]{2}(?:0[1-9]|1[0-2])"
_FORM = re.compile(
    rf"({_MONTH}\.[0-9]{{4,5}}|[a-z\-]+(?:\.[a-z]{{2}})?/{_MONTH}[0-9]{{3}})(?:v[0-9]+)?", re.I
)


def normalise_arxiv(text):
    """An arXiv identifier without its version: "2101.00001", or the form of before 2007, "math/0309136".

    Versions and subject classes are left out because they name the same work. Raises InvalidIdentifier.
    """
    bare = _WRAPPER.sub("", visible(text), count=1)
    bare = re.split("[?#]", bare)[0]
    bare = re.sub(r"\.pdf$|\s*\[[\w.\-]+\]$", "", bare.rstrip(" .,;/"), flags=re.I)
    if not (match := _FORM.fullmatch(bare)):
        raise InvalidIdentifier(
            _("“%(text)s” is no arXiv identifier: it looks like 2101.00001 or math/0309136.") % {"text": text}
        )
    return re.sub(r"\.[a-z]{2}/", "/", match[1].lower())
