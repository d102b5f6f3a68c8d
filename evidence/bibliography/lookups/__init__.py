"""From a pasted DOI, PMID, PMCID, address or title to a record: each service is one file, asked in turn.

Nothing here stores anything. Answers are compared with what was asked and with each other; what does not fit is told
beside the record, never mixed into it.
"""

import re
from dataclasses import replace

from django.utils.translation import gettext as _

from evidence.bibliography.identifiers import CSL_VARIABLES, find
from evidence.bibliography.lookups import crossref, openalex, pubmed, web
from evidence.bibliography.lookups.errors import LookUpFailed, NotFound
from evidence.bibliography.lookups.found import Found
from evidence.bibliography.references.comparing import Mismatch, differences, same_title

__all__ = [
    "Found",
    "LookUpFailed",
    "Mismatch",
    "NotFound",
    "asked_for",
    "differences",
    "look_up",
    "look_up_by",
]
SERVICES = (crossref, pubmed, openalex)
# Who is asked first for what: the registry that gave the number.
FIRST = {"doi": crossref, "pmid": pubmed, "pmcid": openalex, "title": crossref}
# What a second service may add to the first one's record, if both speak of the same work.
ADDED = ("PMID", "PMCID", "DOI", "abstract", "container-title-short", "ISSN", "language")


def asked_for(text):
    """What a pasted text asks for: {"doi" | "pmid" | "pmcid" | "address" | "title": value}, one of them."""
    text = " ".join(text.split())
    found = find(text)
    for name in ("doi", "pmid", "pmcid"):
        if name in found:
            return {name: found[name]}
    if "arxiv" in found:
        return {"doi": f"10.48550/arxiv.{found['arxiv']}"}
    if re.fullmatch("0*[1-9][0-9]{3,7}", text):
        return {"pmid": text.lstrip("0")}
    if re.match(r"https?://\S+$", text, re.I):
        return {"address": text}
    if re.match(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+/\S*$", text):
        return {"address": f"https://{text}"}
    return {"title": text}


def look_up(text):
    """Found for a pasted text: one for an identifier or address, up to three for a title, the likest first.

    Raises LookUpFailed, in one sentence of every service that was asked, if none of them knew it.
    """
    asked = asked_for(text)
    if "title" in asked:
        return _by_title(asked["title"])
    if "address" in asked:
        return [_by_address(asked["address"])]
    return [look_up_by(**asked)]


def look_up_by(**asked):
    """Found for one identifier: doi=, pmid= or pmcid=. Raises LookUpFailed, NotFound."""
    ((name, value),) = asked.items()
    service, csl, told = _first_answer(name, value)
    also = []
    for other in SERVICES[:2]:
        if other is not service and (second := _second_answer(other, csl, told)):
            also.append(other.NAME)
            csl = _completed(csl, second)
    mismatches = tuple(differences({CSL_VARIABLES[name]: value}, csl))
    return Found(csl, service.NAME, tuple(also), mismatches, tuple(told))


def _first_answer(name, value):
    refusals = []
    for service in sorted(SERVICES, key=lambda one: one is not FIRST[name]):
        if name not in service.ASKS_BY:
            continue
        try:
            return service, getattr(service, f"by_{name}")(value)[0], list(map(str, refusals))
        except LookUpFailed as failed:
            refusals.append(failed)
    unknown = all(isinstance(one, NotFound) for one in refusals)
    raise (NotFound if unknown else LookUpFailed)(" ".join(map(str, refusals)))


def _second_answer(service, csl, told):
    """Another service's record of the same work, or None; why not goes to `told` if an editor should know."""
    for name in service.ASKS_BY:
        if not (value := csl.get(CSL_VARIABLES.get(name))):
            continue
        try:
            second = getattr(service, f"by_{name}")(value)[0]
        except NotFound:
            continue
        except LookUpFailed as failed:
            told.append(str(failed))
            return None
        if faults := differences(csl, second):
            told += [_contradicted(service, name, value, fault) for fault in faults]
            return None
        return second
    return None


def _contradicted(service, name, value, fault):
    return _("%(service)s has under %(name)s %(value)s another %(field)s: “%(theirs)s”.") % {
        "service": service.NAME,
        "name": name.upper(),
        "value": value,
        "field": str(fault.label).lower(),
        "theirs": fault.theirs,
    }


def _completed(csl, second):
    added = {name: second[name] for name in ADDED if second.get(name) and not csl.get(name)}
    return {**csl, **added, "custom": {**second.get("custom", {}), **csl.get("custom", {})}}


def _by_address(address):
    (csl,) = web.by_address(address)
    told = []
    for name in ("doi", "pmid"):
        if value := csl.get(CSL_VARIABLES[name]):
            try:
                found = look_up_by(**{name: value})
            except LookUpFailed as failed:
                told.append(str(failed))
                continue
            faults = tuple(differences({"title": csl["title"]}, found.csl))
            return replace(found, mismatches=(*found.mismatches, *faults))
    return Found(csl, csl["container-title"], told=tuple(told))


def _by_title(title):
    """The first service that has a work of this very title counts, else the first that has any."""
    refusals, others = [], []
    for service in SERVICES:
        try:
            records = service.by_title(title)
        except LookUpFailed as failed:
            refusals.append(failed)
            continue
        records.sort(key=lambda csl: not same_title(title, csl["title"]))
        told = tuple(str(one) for one in refusals if not isinstance(one, NotFound))
        found = [
            Found(csl, service.NAME, (), tuple(differences({"title": title}, csl)), told) for csl in records
        ]
        if found and not found[0].mismatches:
            return found
        others = others or found
    if others:
        return others
    raise LookUpFailed(" ".join(map(str, refusals)) or _("No service knows a work with this title."))
