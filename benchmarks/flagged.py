"""Labelled sentences put to the flags themselves: each page is imported as a file and every rule is run on it."""

import re
from datetime import date

from evidence.importers import read
from evidence.importers.claiming import manuscript_of
from evidence.lab.scoring import f1
from evidence.manuscript.circumstances import Circumstances
from reviews import checks

TODAY = date(2026, 6, 1)
TITLE = "Nettle tea: what is known"  # of invented sentences, each alone in its section
GRAVE = ("block", "warn")
# Words by which a sentence itself says that it is about animals or cells, as its labellers took them.
_SAYS_SO = re.compile(
    r"\b(?:rats?|mice|mouse|murine|rodents?|rabbits?|hamsters?|pigs?|dogs?|monkeys?|primates?|animals?|zebrafish|worms?|"
    r"fl(?:y|ies)|deer|sheep|cats?|horses?|chickens?|pre-?clinical|in vitro|cells?(?: lines?| cultures?)|cultured|"
    r"ex vivo|in a dish|test tubes?|laboratory|macrophages?|organoids?)\b",
    re.I,
)


def of_pages(rows):
    """{what: {"precision", "recall"}} of the flags on sentences of whole pages, told by the page's name and `para`."""
    checks.load()
    flagged = {}
    for page in dict.fromkeys(row["page"] for row in rows):
        mine = [row for row in rows if row["page"] == page]
        flagged |= _flags(page.replace("-", " "), mine)
    animal = [row["label"] in ("animal_unsaid", "animal_said") for row in rows]
    unsaid = [row["label"] == "animal_unsaid" for row in rows]
    silent = [on and not _SAYS_SO.search(row["sentence"]) for on, row in zip(animal, rows, strict=True)]
    ef1 = [{severity for code, severity in flagged[row["id"]] if code == "EF1"} for row in rows]
    asked = [bool({"SR2", "SR3"} & {code for code, _severity in flagged[row["id"]]}) for row in rows]
    return {
        "ef1_warn": _figures(unsaid, [bool(found & set(GRAVE)) for found in ef1]),
        "ef1_either": _figures(
            [one or other for one, other in zip(silent, unsaid, strict=True)], list(map(bool, ef1))
        ),
        "sr3_or_sr2": _figures([row["needs_source"] for row in rows], asked),
        "ef8_blocks": sum(("EF8", "block") in flagged[row["id"]] for row in rows),
    }


def of_sentences(rows):
    """{"right": share, rule: {"right", "of"}} of invented sentences that a rule is to flag or to let through."""
    checks.load()
    each = {}
    for row in rows:
        codes = {code for found in _of_one(row) for code in ("SR3" if found == "SR2" else found,)}
        right = (row["rule"] in codes) == bool(row["expected"])
        kept = each.setdefault(row["rule"], {"right": 0, "of": 0})
        kept["right"] += right
        kept["of"] += 1
    total = sum(kept["right"] for kept in each.values())
    return {"right": round(total / max(1, len(rows)), 3), "rules": dict(sorted(each.items()))}


def _of_one(row):
    text = f"# {TITLE}\n\n## {row['heading']}\n\n{row['text']}\n"
    _manuscript, findings = _checked(text)
    return {
        found.code
        for found in findings
        if found.subject.startswith(("claim:", "section:", "outcome:")) and found.code != "SR1"
    }


def _flags(title, rows):
    """{id of a row: {(code, severity)}}."""
    manuscript, findings = _checked(_markdown(title, rows))
    places = {key: placed[0].text for key, placed in manuscript.placed.items()}
    told = [
        (_plain(places.get(found.subject.removeprefix("claim:"), found.words)), found.code, found.severity)
        for found in findings
    ]
    return {
        row["id"]: {
            (code, severity)
            for words, code, severity in told
            if words and (words in _plain(row["sentence"]) or _plain(row["sentence"]) in words)
        }
        for row in rows
    }


def _markdown(title, rows):
    lines, last, paragraph = [f"# {title.capitalize()}"], None, None
    for row in rows:
        section = (row["para"].split(".")[0], row["section"])
        if section != last:
            lines += ["", f"## {row['section'] or 'Opening'}"]
            last = section
        if row["para"] != paragraph:
            lines += ["", ""]
            paragraph = row["para"]
        lines[-1] = f"{lines[-1]} {row['sentence']}".strip()
    return "\n".join(lines) + "\n"


def _checked(text):
    manuscript = manuscript_of(read("page.md", text.encode(), "markdown"))
    return manuscript, checks.run(manuscript, Circumstances(today=TODAY))


def _plain(text):
    return " ".join(re.findall(r"\w+", text.lower()))


def _figures(gold, said):
    pairs = list(zip(gold, said, strict=True))
    hits = sum(a and b for a, b in pairs)
    precision, recall, _value = f1(
        hits, sum(b and not a for a, b in pairs), sum(a and not b for a, b in pairs)
    )
    return {"precision": round(precision, 3), "recall": round(recall, 3), "flags": sum(said)}
