"""Article files to drafts, one file a format; nothing is fetched, nothing is stored."""

from pathlib import Path

from django.utils.translation import gettext as _

from evidence.importers.articles import text
from evidence.importers.drafts import ImportRefused

LARGEST = 5 * 1024 * 1024  # bytes
FORMATS = {"text": text.read}
ENDINGS = {".txt": "text", ".text": "text"}


def read(name, data, format=None):
    """Draft of a file's bytes. Raises ImportRefused, naming the file, for what cannot be read."""
    format = format or ENDINGS.get(Path(name).suffix.lower(), "text")
    if format not in FORMATS:
        known = ", ".join(FORMATS)
        raise ImportRefused(_("%(file)s: this release reads %(known)s.") % {"file": name, "known": known})
    if len(data) > LARGEST:
        raise ImportRefused(_("%(file)s is larger than 5 MB: split it.") % {"file": name})
    try:
        return FORMATS[format](decoded(data))
    except ValueError as error:
        raise ImportRefused(f"{name}: {error}") from error


def decoded(data):
    """Text of a file's bytes: by its byte-order mark, else UTF-8, else Windows-1252. Raises ValueError for
    bytes that are no text."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding)
    if b"\0" in data:
        raise ValueError(_("the file is not text (it holds a NUL byte); save it as plain text."))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
