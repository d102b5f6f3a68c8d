"""DOIs in running text and in addresses, where nothing says where they end."""

import re
from urllib.parse import unquote

from evidence.bibliography.identifiers.doi import PREFIX, normalise_doi
from evidence.bibliography.identifiers.errors import InvalidIdentifier

# Angle brackets belong to DOIs of the SICI form only; elsewhere they are markup around the DOI. A second DOI, a
# Markdown link's address and punctuation that no DOI has end one.
_STOP = r"\]\(|[,;]\s?(?:10\.\d{4,9}/|doi\b|https?:)"
_FORM = re.compile(
    rf"(?<![\d.]){PREFIX}(?:/|%2f)(?:(?:\(|%28)SICI(?:\)|%29)[^\s\"]+|(?:(?!{_STOP})[^\s\"<>“”«»…。，；）】、])+)",
    re.I,
)
LONGEST_ADDRESS = 2000  # characters
_ADDRESS = re.compile(r"https?://\S*$", re.I)
_VIEW = re.compile(
    r"(?:/(?:full|abs|abstract|e?pdf|pdfdirect|meta|html|xml|fulltext|full-text|references|citations?|metrics|summary"
    r"|(?:tables|figures)/\d+)|\.(?:pdf|full|full-text|abstract|short|long|html))+$",
    re.I,
)
_SERVER_VERSION = re.compile(r"^(10\.(?:1101|64898)/\S*\d)v\d+$", re.I)  # bioRxiv and medRxiv
_WHAT_FOLLOWS = re.compile(r"[.,;](?:pmid|pmcid|pubmed|epub)\b.*$", re.I)


def find_all(text):
    """The DOIs of a text in normal form, in order."""
    for match in _FORM.finditer(text):
        try:
            before = text[max(0, match.start() - LONGEST_ADDRESS) : match.start()]
            yield normalise_doi(_cut(match.group(), _ADDRESS.search(before)))
        except InvalidIdentifier:
            continue


def _cut(doi, address):
    if not address:
        return _WHAT_FOLLOWS.sub("", doi)
    if "doi.org/" in address.group().lower():
        return f"https://doi.org/{doi}"
    return _without_view(unquote(doi), in_query="?" in address.group())


def _without_view(doi, in_query):
    """A DOI inside a publisher's address ends where the address goes on to a view of the article."""
    bare = re.split("[&#]" if in_query else "[?#]|;jsessionid", doi)[0].rstrip("/.,;")
    return _SERVER_VERSION.sub(r"\1", _VIEW.sub("", bare))
