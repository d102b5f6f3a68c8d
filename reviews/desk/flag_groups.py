"""Flags as a reviewer reads them: one entry for the same finding, with every place where it was made."""

from dataclasses import dataclass

from evidence.vocabulary import Severity


@dataclass(frozen=True)
class Group:
    """Flags of one rule that say the same, at least one; `places` are (what to show, anchor on the page) pairs."""

    flag: object
    places: tuple[tuple[str, str], ...]


def grouped(flags):
    """(what counts, what is only noted): the Groups of blocking flags and warnings, and those of notes, in order."""
    found = {}
    for flag in flags:
        found.setdefault((flag.severity, flag.code, flag.message, flag.mend), []).append(flag)
    groups = [Group(same[0], tuple(_place(flag) for flag in same)) for same in found.values()]
    noted = [group for group in groups if group.flag.severity == Severity.INFO]
    return [group for group in groups if group.flag.severity != Severity.INFO], noted


def anchor_of(flag):
    """Where on the page a flag speaks of something: its claim, reference or section; empty for the whole."""
    kind, _colon, key = flag.subject.partition(":")
    if kind == "claim" and flag.section:
        return f"claim-{key}"
    if kind == "source":
        return f"ref-{key}"
    return flag.section


def _place(flag):
    shown = flag.words if flag.words and flag.words not in flag.message else ""
    return shown, anchor_of(flag)
