import re

from django.utils.translation import gettext as _

from evidence.bibliography.identifiers.cleaning import compact, visible
from evidence.bibliography.identifiers.errors import InvalidIdentifier

# Where a record is read, now and in old links.
ADDRESSES = (
    r"\bpubmed\.ncbi\.nlm\.nih\.gov/(?:\?term=)?|\bncbi\.nlm\.nih\.gov/(?:m/)?pubmed/(?:\?term=)?|\bpubmed\.gov/"
    r"|\beuropepmc\.org/(?:article|abstract)/med/"
)
_PMID_WRAPPER = re.compile(
    rf"(?:https?://)?(?:www\.)?(?:{ADDRESSES})|(?:pubmed\s*)?pmid\s*:?\s*|pubmed\s*(?:id)?\s*:?\s*|info:pmid/",
    re.I,
)
_PMCID_WRAPPER = re.compile(r"(?:https?://)?\S*/(?=pmc\d)|pmcid\s*:?\s*|info:pmcid/", re.I)


def normalise_pmid(text):
    """A PubMed id: one to eight digits without leading zeros. Raises InvalidIdentifier."""
    pmid = re.split(r"[/?#]", _PMID_WRAPPER.sub("", visible(text), count=1))[0].strip(" .,;").lstrip("0")
    if not re.fullmatch(r"[0-9]{1,8}", pmid):
        raise InvalidIdentifier(_("“%(text)s” is no PMID: it has one to eight digits.") % {"text": text})
    return pmid


def normalise_pmcid(text):
    """A PubMed Central id without its version: "PMC" and digits. Raises InvalidIdentifier."""
    pmcid = re.split(r"[/?#]", _PMCID_WRAPPER.sub("", visible(text), count=1))[0]
    pmcid = re.sub(r"\.[0-9]+$", "", compact(pmcid).strip(".,;"))
    if not re.fullmatch(r"PMC[1-9][0-9]{0,8}", pmcid):
        raise InvalidIdentifier(_("“%(text)s” is no PMCID: it is “PMC” and digits.") % {"text": text})
    return pmcid
