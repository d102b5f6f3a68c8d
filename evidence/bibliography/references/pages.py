"""Page ranges in full ("1025-1029") and as NLM shortens them ("1025-9"); runs of reference numbers."""

import re

_RANGE = re.compile(r"\s*(?:--+|[-‐‑‒–—−])\s*")
_PAGE = re.compile(r"([A-Za-z]*)([0-9]+)([A-Za-z]*)")


def in_full(page, dash="-"):
    """A page field with every range written out: "1025-9" → "1025-1029"."""
    return ", ".join(dash.join(_full(part)) for part in _parts(page))


def shortened(page):
    """A page field with the digits that repeat left out: "1025-1029" → "1025-9" (Citing Medicine, 1A pagination).

    Not where a letter follows the number: 126A-127A stays.
    """
    return ", ".join("-".join(_short(*_full(part))) for part in _parts(page))


def is_locator(page):
    """Whether a page field is an article number ("e0209899", "102345") rather than pages."""
    return bool(re.fullmatch(r"(?:[eE][A-Za-z]*[0-9]+|[0-9]{5,}|[A-Za-z]+[0-9]{4,})", page.strip()))


def collapse(numbers):
    """Reference numbers as people write them: [1, 2, 3, 5] → "1-3,5"; two neighbours stay "1,2" (AMA 3.6)."""
    return ",".join("-".join(map(str, run)) for run in runs(numbers))


def runs(numbers):
    """Numbers in order, each once: [1, 2, 3, 5] → [(1, 3), (5,)]; three or more that follow each other are a run."""
    found = []
    for number in sorted(set(numbers)):
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    pieces = [[(run[0], run[-1])] if len(run) > 2 else [(one,) for one in run] for run in found]
    return [piece for run in pieces for piece in run]


def _parts(page):
    return [part for text in re.split(r"\s*[,;]\s*", page.strip()) if (part := _RANGE.split(text))]


def _full(part):
    if len(part) == 2 and part[0] == part[1]:
        return part[:1]
    first, last = _PAGE.fullmatch(part[0]), _PAGE.fullmatch(part[-1])
    if len(part) != 2 or not first or not last:
        return part
    if len(last[2]) >= len(first[2]) or (last[1] and last[1] != first[1]) or first[3] or last[3]:
        return [first.group(), first[1] + last[2]] if first[1] and not last[1] else part
    end = first[2][: len(first[2]) - len(last[2])] + last[2]
    return [first.group(), first[1] + end] if int(end) >= int(first[2]) else part


def _short(*part):
    first, last = _PAGE.fullmatch(part[0]), _PAGE.fullmatch(part[-1])
    if len(part) != 2 or not first or not last or first[1] != last[1] or first[3] or last[3]:
        return part
    if len(first[2]) != len(last[2]):
        return part[0], last[2]
    same = 0
    while same < len(last[2]) - 1 and first[2][same] == last[2][same]:
        same += 1
    return part[0], last[2][same:]
