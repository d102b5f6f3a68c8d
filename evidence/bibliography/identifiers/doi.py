import html
import re
from string import ascii_lowercase, ascii_uppercase
from urllib.parse import unquote

from django.utils.translation import gettext as _

from evidence.bibliography.identifiers.cleaning import visible
from evidence.bibliography.identifiers.errors import InvalidIdentifier

PREFIX = r"10\.\d{4,9}(?:\.\d+)*"
_FORM = re.compile(rf"{PREFIX}/[^\s\x00-\x1f]+")
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.|dx\.)*doi\.org/+", re.I)
_LABEL = re.compile(r"^(?:doi:?\s*(?=10\.)|doi\s*:\s*|urn:doi:|info:doi/)", re.I)
_ESCAPED = re.compile(rf"{PREFIX}(?:%2f|/.*?%(?:2[0-9a-f]|3[a-f]|5[b-e]|7[b-d]))", re.I)
_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)
_ENDS = ".,;:'\"’”»*…†‡。，；）】、"
LONGEST = 200  # characters: no work's DOI comes near it, and the library has room for no more
_BRACKETS = {")": "(", "]": "[", "}": "{", ">": "<"}


def normalise_doi(text):
    """A DOI in lower case, without address, label or trailing punctuation.

    Case does not count in a DOI (DOI Handbook 2.4: ASCII letters only). Raises InvalidIdentifier.
    """
    doi = _unwrapped(text)
    if len(doi) > LONGEST or not _FORM.fullmatch(doi):
        raise InvalidIdentifier(
            _("“%(text)s” is no DOI: it begins with “10.”, a number, a slash and a name.") % {"text": text}
        )
    return doi


def _unwrapped(text):
    before, doi = None, text
    while doi != before:
        before, doi = doi, _once(doi)
    return doi


def _once(text):
    doi = _LABEL.sub("", html.unescape(visible(text)))
    if address := _ADDRESS.match(doi):
        doi = unquote(re.split(r"[?#]", doi[address.end() :])[0])
    elif _ESCAPED.match(doi):
        doi = unquote(doi)
    return _trimmed(doi).translate(_LOWER)


def _trimmed(doi):
    while doi and (
        doi[-1] in _ENDS or (doi[-1] in _BRACKETS and doi.count(doi[-1]) > doi.count(_BRACKETS[doi[-1]]))
    ):
        doi = doi[:-1].rstrip()
    return doi
