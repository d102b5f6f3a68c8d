"""Real records, read from packages that carry them: Crossref's answers in habanero's tests, NiMARE's references."""

import gzip
import json
import sys
import tarfile
from importlib import import_module
from pathlib import Path

from evidence.bibliography.importers import Record, read
from evidence.bibliography.references import printed_fields
from evidence.bibliography.references.fields import doi, pmid
from tools.compare_citeproc.fetching import bibliography


def records(folder, *files):
    """CSL records without doubles, their texts cleaned as the styles get them, each with an "id"; `files` are more
    bibliographies."""
    found = [*_read("crossref.json", _crossref(folder)), *_read("nimare.bib", bibliography(folder).encode())]
    for file in files:
        found += _read(file.name, Path(file).read_bytes())
    kept = {}
    for csl in found:
        clean = printed_fields(csl) | {"DOI": doi(csl), "PMID": pmid(csl)}
        clean = {name: value for name, value in clean.items() if value}
        kept.setdefault(clean.get("DOI") or json.dumps(clean, sort_keys=True), clean)
    return [{"id": str(number), **csl} for number, csl in enumerate(kept.values(), 1)]


def _read(name, data):
    return [one.csl for one in read(name, data) if isinstance(one, Record) and one.csl.get("title")]


def _crossref(folder):
    """The works in Crossref's recorded answers, as its own JSON."""
    works = {}
    for answer in _answers(folder):
        message = answer.get("message") if isinstance(answer, dict) else None
        items = message.get("items", [message]) if isinstance(message, dict) else []
        for work in items:
            if isinstance(work, dict) and work.get("DOI") and work.get("title") and work.get("type"):
                works[work["DOI"]] = work
    return json.dumps(list(works.values())).encode()


def _answers(folder):
    yaml = _yaml(folder)
    (path,) = folder.glob("habanero-*.tar.gz")
    with tarfile.open(path) as packed:
        for member in packed:
            if "/cassettes/" not in member.name or not member.name.endswith(".yaml"):
                continue
            recorded = yaml.load(packed.extractfile(member), Loader=yaml.CSafeLoader)
            for exchange in recorded.get("interactions") or ():
                said = exchange["response"].get("content") or exchange["response"]["body"].get("string")
                try:
                    yield json.loads(gzip.decompress(said) if said[:2] == b"\x1f\x8b" else said)
                except (TypeError, ValueError, OSError):
                    continue


def _yaml(folder):
    """PyYAML as it was fetched: the cassettes are megabytes, so its C half is wanted, which no zip can hold."""
    place = str(folder / "python")
    if place not in sys.path:
        sys.path.insert(0, place)
    return import_module("yaml")
