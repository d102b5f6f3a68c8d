"""What changed between two Manuscripts, claim by claim: added, removed, reworded, support or certainty changed."""

import difflib
import re
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from evidence.appraisal.grade import in_words
from evidence.prose.markers import sentences_of
from evidence.vocabulary import Stance


class ChangeKind(TextChoices):
    ADDED = "added", _("Added")
    REMOVED = "removed", _("Removed")
    REWORDED = "reworded", _("Reworded")
    SUPPORT = "support_changed", _("Support changed")
    CERTAINTY = "certainty_changed", _("Certainty changed")
    RECORD = "record_changed", _("Record changed")


@dataclass(frozen=True)
class Change:
    """`subject` is "claim:c3", "section:s2", "source:rae-2003", "outcome:o1" or "article"; `words` are
    (operation, text) pairs, the operation "same", "added" or "removed"."""

    kind: ChangeKind
    subject: str
    title: str
    words: tuple[tuple[str, str], ...] = ()


def differences(before, after):
    """The Changes from one Manuscript to another: claims first, then text that is no claim, then records."""
    return (
        *_claims(before, after),
        *_sections(before, after),
        *_outcomes(before, after),
        *_sources(before, after),
        *_article(before, after),
    )


def _claims(before, after):
    for key in _keys(before.claim_by_key, after.claim_by_key):
        old, new = before.claim_by_key.get(key), after.claim_by_key.get(key)
        was, now = old and before.text_of(old), new and after.text_of(new)
        if old is None or new is None:
            kind = ChangeKind.ADDED if old is None else ChangeKind.REMOVED
            yield Change(kind, f"claim:{key}", key, (("added", now) if new else ("removed", was),))
            continue
        if was != now:
            yield Change(ChangeKind.REWORDED, f"claim:{key}", key, words(was, now))
        if _support(old) != _support(new):
            told = words("; ".join(_support(old)), "; ".join(_support(new)))
            yield Change(ChangeKind.SUPPORT, f"claim:{key}", now, told)
        levels = _certainty(before, old), _certainty(after, new)
        if levels[0] != levels[1]:
            yield Change(ChangeKind.CERTAINTY, f"claim:{key}", now, words(*levels))
        if _record(old) != _record(new):
            yield Change(ChangeKind.RECORD, f"claim:{key}", now, words(_record(old), _record(new)))


def _sections(before, after):
    """Text that carries no claim, heading by heading; reworded claims were told already."""
    old, new = before.section_by_key, after.section_by_key
    for key in _keys(old, new):
        was, now = _unclaimed(old.get(key)), _unclaimed(new.get(key))
        if was != now:
            both = key in old and key in new
            kind = ChangeKind.REWORDED if both else ChangeKind.ADDED if key in new else ChangeKind.REMOVED
            yield Change(kind, f"section:{key}", (new.get(key) or old[key]).heading, words(was, now))


def _outcomes(before, after):
    for key in _keys(before.outcome_by_key, after.outcome_by_key):
        old, new = before.outcome_by_key.get(key), after.outcome_by_key.get(key)
        if old == new:
            continue
        levels = [in_words(one) if one else "" for one in (old, new)]
        kind = ChangeKind.CERTAINTY if levels[0] != levels[1] else ChangeKind.RECORD
        yield Change(
            kind, f"outcome:{key}", (new or old).name, words(*levels) if levels[0] != levels[1] else ()
        )


def _sources(before, after):
    for key in _keys(before.source_by_key, after.source_by_key):
        old, new = before.source_by_key.get(key), after.source_by_key.get(key)
        if old != new:
            kind = ChangeKind.RECORD if old and new else ChangeKind.ADDED if new else ChangeKind.REMOVED
            yield Change(kind, f"source:{key}", (new or old).title)


def _article(before, after):
    for name in ("title", "summary", "subject", "funding"):
        was, now = getattr(before, name), getattr(after, name)
        if was != now:
            yield Change(ChangeKind.REWORDED, "article", name, words(was, now))
    if [one.name for one in before.byline] != [one.name for one in after.byline]:
        names = [", ".join(one.name for one in side.byline) for side in (before, after)]
        yield Change(ChangeKind.RECORD, "article", "byline", words(*names))
    if (before.searched_up_to, before.search) != (after.searched_up_to, after.search):
        dates = [str(side.searched_up_to or "") for side in (before, after)]
        yield Change(ChangeKind.RECORD, "article", "search", words(*dates))


def words(was, now):
    """Word-level difference of two texts as (operation, text) pairs."""
    old, new = re.findall(r"\S+\s*", was or ""), re.findall(r"\S+\s*", now or "")
    found = []
    for operation, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if operation == "equal":
            found.append(("same", "".join(old[a:b])))
            continue
        found += [("removed", "".join(old[a:b]))] if b > a else []
        found += [("added", "".join(new[c:d]))] if d > c else []
    return tuple(found)


def _keys(old, new):
    return dict.fromkeys((*new, *old))


def _support(claim):
    said = []
    for cited in claim.citations:
        more = " ".join(filter(None, (cited.quote, cited.figure, cited.unit, cited.locator)))
        said.append(f"{cited.source} ({Stance(cited.stance).label}){': ' + more if more else ''}")
    return tuple(said)


def _certainty(manuscript, claim):
    outcome = manuscript.outcome_by_key.get(claim.outcome)
    return f"{outcome.name}: {in_words(outcome)}" if outcome else ""


def _record(claim):
    return " ".join(
        str(part) for part in (claim.kind, claim.population, claim.jurisdiction, claim.as_of or "")
    )


def _unclaimed(section):
    if section is None:
        return ""
    lines = [section.heading, *(line for line in _lines_without_claims(section.body) if line)]
    return " ".join(lines).strip()


def _lines_without_claims(body):
    return [sentence.text for sentence in sentences_of(body) if not sentence.markers]
