"""Bytes of an export as text: every line as UTF-8 where it is, the others in the old encoding that the file speaks."""

import re

from django.utils.translation import gettext as _

from evidence.bibliography.text_files import marked, plain_ends, printable

_HIGH = re.compile(rb"[\x80-\xff]+")


def decoded(data):
    """Text with `\\n` line ends and without control characters. Raises ValueError for bytes that are no text."""
    return printable(plain_ends(_text(data)).replace("\ufeff", ""))


def _text(data):
    if (text := marked(data)) is not None:
        return text
    if data[:4].count(b"\0") >= 2:
        return data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-16-be", errors="replace")
    if b"\0" in data[:4096]:
        raise ValueError(_("the file is not text (it holds a NUL byte)."))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        lines = re.split(rb"\r\n|\r|\n", data)
        other = "gb18030" if _is_chinese(b"\n".join(filter(_is_old, lines))) else "cp1252"
        return "\n".join(_line(line, other) for line in lines)


def _is_old(line):
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False


def _line(line, other):
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode(other, errors="replace")


def _is_chinese(data):
    """GBK writes a character with two high bytes, so they come in even runs; in Western text they stand alone."""
    runs = [len(run) for run in _HIGH.findall(data)]
    return sum(run for run in runs if run % 2 == 0 and run > 2) > 0.5 * sum(runs)
