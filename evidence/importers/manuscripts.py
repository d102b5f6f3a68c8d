"""Manuscripts as Markdown (see `public.exports.markdown`) and their sources as CSL-JSON, read back without loss."""

import re
import tomllib

from django.utils.translation import gettext as _

from evidence import canonical
from evidence.bibliography.identifiers import CSL_VARIABLES, NORMALISERS, InvalidIdentifier
from evidence.errors import ImportRefused
from evidence.manuscript import Manuscript, Section, Source

FENCE = "+++"
HEADING = re.compile(
    r"^(?P<level>#{2,6})(?P<heading>.*?) ?(?P<escape>\\*)\{#(?P<key>\S+) (?P<kind>\S+)\}$", re.M
)


def read_manuscript(text, sources):
    """The Manuscript of a Markdown text; `sources` maps keys to Sources.

    Raises ImportRefused for front matter that cannot be read and for a source that is not given.
    """
    text = canonical.normal_text(text)
    _before, fenced, rest = text.partition(f"{FENCE}\n")
    front, closed, body = rest.partition(f"\n{FENCE}\n")
    if not (fenced and closed):
        raise ImportRefused(_("the text does not begin with front matter between two lines of +++."))
    try:
        said = tomllib.loads(front)
        cited = [sources[key] for key in said.pop("sources", [])]
        built = canonical.build(Manuscript, {**said, "sections": []})
    except KeyError as error:
        raise ImportRefused(_("the source %(key)s is not given.") % {"key": error}) from error
    except (tomllib.TOMLDecodeError, ValueError, TypeError) as error:
        raise ImportRefused(_("front matter: %(error)s") % {"error": error}) from error
    values = {name: getattr(built, name) for name in built.__dataclass_fields__}
    return Manuscript(**{**values, "sections": tuple(_sections(body)), "sources": tuple(cited)})


def source_of(record):
    """A Source from one CSL-JSON record, its identifiers as they are written canonically; every other variable but
    `custom.vouch` stays in its CSL."""
    csl = dict(record)
    judged = (csl.pop("custom", None) or {}).get("vouch", {})
    identifiers = {name: _normal(name, csl.pop(variable, "")) for name, variable in CSL_VARIABLES.items()}
    return Source(str(csl.pop("id")), csl=csl, **identifiers, **judged)


def _normal(name, value):
    """An identifier in its canonical form; one that is none stays as it is, for SI11 to flag."""
    try:
        return NORMALISERS[name](str(value)) if value else ""
    except InvalidIdentifier:
        return str(value)


def _sections(body):
    heads = [found for found in HEADING.finditer(body) if not found["escape"]]
    ends = [*(found.start() for found in heads[1:]), len(body)][: len(heads)]
    for found, end in zip(heads, ends, strict=True):
        text = body[found.end() : end].strip("\n")
        text = HEADING.sub(lambda one: one.group().replace("\\{#", "{#", 1), text)
        yield Section(found["key"], found["heading"].strip(), len(found["level"]), found["kind"], text)
