"""People as by-lines name them: "By Jane Doe, MD, and John Roe | Senior Writer"."""

import re

from evidence.importers.drafts import DraftPerson

_LABEL = re.compile(
    r"(?:(?P<Reviewer>(?:medically |clinically |scientifically )?reviewed by\b:?|(?:medical )?reviewer:)|"
    r"(?P<Fact_checker>fact[- ]checked by\b:?)|"
    r"(?P<Editor>edited by\b:?|editor:)|"
    r"(?P<nobody>(?:(?:written|words|posted|authored|article|story|text)\s+)?by\b:?|authors?:))\s*(?P<rest>\S.*)",
    re.I,
)
CREDENTIAL = re.compile(
    r"(?:M\.?D|Ph\.?D|D\.?O|Pharm\.?\s?D|R\.?N|R\.?D|RDN|LDN?|MPH|MPharm|M\.?Sc|M\.?S|MBBS|MBChB|FRCPC?|FRCS|MRCP|"
    r"MRPharmS|B\.?Sc|B\.?A|M\.?A|MBA|D\.?Phil|Dr\.?PH|R\.?Ph|DDS|Psy\.?D|NP|PA-C|CNS|MSN|DNP|FACP|CPT|CSCS|ND|DVM)\.?"
)
ROLE = re.compile(
    r"\b(?:writer|editor|author|reviewer|contributor|journalist|pharmacist|dietiti?an|nutritionist|physician|doctor|"
    r"researcher|correspondent|reporter|scientist|professor|nurse|columnist|staff|team|director|surgeon|midwife|"
    r"consultant|lecturer|biochemist|\w+(?:ologist|iatrist|iatrician|therapist))\b",
    re.I,
)
_PARTICLE = r"(?:van|von|de|der|den|la|le|del|della|da|di|du|bin|al|el|ten|ter)"
_NAME = re.compile(
    rf"(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?\s+)?[^\W\d_a-z][\w.'’-]*(?:\s+(?:{_PARTICLE}\s+)*[^\W\d_a-z][\w.'’-]*){{1,3}}"
)
_NOT_NAMES = re.compile(
    r"\b(?:how|what|why|when|the|and|of|for|effects?|benefits?|dosage|evidence|health|safety|side|drug|research|"
    r"clinical|review|guide|study|summary|introduction|background|abstract|overview|contents)\b",
    re.I,
)


def labelled(line):
    """(role, rest) of a line that begins with a by-line label such as "By" or "Reviewed by:", else None."""
    found = _LABEL.fullmatch(line)
    if not found:
        return None
    role = next((name for name in ("Reviewer", "Fact_checker", "Editor") if found[name]), "")
    return role.replace("_", " "), found["rest"]


def people_in(text, role=""):
    """The people that a text consists of, with roles and credentials behind their names; empty if it is anything
    else."""
    people = []
    parts = re.split(r"\s*(?:,|;|&|\band\b|\s[|·•–—]\s|\()\s*", text.strip(" .)"))
    for part in filter(None, (part.strip(" )") for part in parts)):
        if people and _are_credentials(part):
            last = people[-1]
            people[-1] = DraftPerson(last.name, last.role, ", ".join(filter(None, (last.credentials, part))))
        elif people and ROLE.search(part) and len(part.split()) <= 6:
            people[-1] = DraftPerson(people[-1].name, part, people[-1].credentials)
        elif is_name(part):
            name, credentials = _split_credentials(part)
            people.append(DraftPerson(name, role, credentials))
        else:
            return ()
    return tuple(people)


def is_name(text):
    """Whether words look like one person's name: two to four words in capitals, none of them a topic's."""
    name, _credentials = _split_credentials(text)
    return (
        bool(_NAME.fullmatch(name))
        and not _NOT_NAMES.search(name)
        and not ROLE.search(name)
        and not (name.isupper() and len(name.split()) > 3)
    )


def _split_credentials(text):
    words, behind = text.split(), []
    while len(words) > 2 and _are_credentials(words[-1]):
        behind.insert(0, words.pop())
    return " ".join(words), " ".join(behind)


def _are_credentials(text):
    return all(CREDENTIAL.fullmatch(word) for word in text.split())
