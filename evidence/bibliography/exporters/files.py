"""Files of sources, by the ending of their name."""

import json

from evidence.bibliography.exporters.bibtex import bibtex
from evidence.bibliography.exporters.csl_json import csl_json
from evidence.bibliography.exporters.ris import ris


def _listed(records):
    return json.dumps(records, ensure_ascii=False, indent=1)


# Ending → (what writes it, its media type, what people call it).
FILES = {
    "ris": (ris, "application/x-research-info-systems", "RIS"),
    "bib": (bibtex, "application/x-bibtex", "BibTeX"),
    "json": (_listed, "application/vnd.citationstyles.csl+json", "CSL-JSON"),
}


def written(sources, ending):
    """(text, media type) of sources, rows or a manuscript's, as a file of that ending. Raises KeyError."""
    write, media, _name = FILES[ending]
    return write([csl_json(source) for source in sources]), media
