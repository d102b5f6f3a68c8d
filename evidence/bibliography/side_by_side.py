"""Two records of one work, field by field, and two citations of it by one claim: what becomes of each word.

Pure: rows and frozen values in, plain values out. Nothing that only one side says is lost.
"""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from evidence.bibliography.quotations import folded, look_up
from evidence.errors import Refused
from evidence.vocabulary import Design, PeerReview, SourceLevel, Stance, StudyPopulation

COLUMNS = {
    "doi": "DOI", "pmid": "PMID", "pmcid": "PMCID", "isbn": "ISBN", "design": _("Design"),
    "population": _("Population studied"), "species": _("Species"), "sample_size": _("Sample size"),
    "peer_review": _("Peer review"), "level": _("Level"), "funding": _("Funding"),
    "stored_text": _("Stored text"), "archived_url": _("Archived copy"),
}  # fmt: skip
VARIABLES = {
    "type": _("Type"), "title": _("Title"), "author": _("Authors"), "issued": _("Date"), "editor": _("Editors"),
    "container-title": _("Journal, book or site"), "volume": _("Volume"), "issue": _("Issue"), "page": _("Pages"),
    "publisher": _("Publisher"), "publisher-place": _("Place of publication"), "URL": _("Address"),
    "abstract": _("Abstract"), "raw": _("Reference as it was pasted"),
}  # fmt: skip
TERMS = {"design": Design, "population": StudyPopulation, "peer_review": PeerReview, "level": SourceLevel}
# Of these both sides are kept: the notes one behind the other, fields without a place side by side.
JOINED = ("note", "custom")
LONGEST_PLACE = 100


@dataclass(frozen=True)
class Compared:
    """One field of two records: `name` is a column or "csl." and a CSL variable; the texts are for people."""

    name: str
    label: str
    ours: object
    theirs: object

    @property
    def differs(self):
        return not is_empty(self.ours) and not is_empty(self.theirs) and self.ours != self.theirs

    @property
    def our_text(self):
        return self._spelled(self.ours)

    @property
    def their_text(self):
        return self._spelled(self.theirs)

    @property
    def names_the_work(self):
        """Whether it is an identifier: two different ones of a kind are rarely one work."""
        return self.name in ("doi", "pmid", "pmcid", "isbn")

    def _spelled(self, value):
        terms = TERMS.get(self.name)
        return str(terms(value).label) if terms else in_words(value)


def compared(one, other):
    """A Compared for every field of two source rows that either of them fills."""
    variables = [
        *VARIABLES,
        *sorted({*one.csl, *other.csl} - {*VARIABLES, *JOINED, *map(str.upper, COLUMNS)}),
    ]
    rows = [
        Compared(f"csl.{name}", str(VARIABLES.get(name, name)), one.csl.get(name), other.csl.get(name))
        for name in variables
    ]
    rows += [
        Compared(name, str(label), getattr(one, name), getattr(other, name))
        for name, label in COLUMNS.items()
    ]
    return [row for row in rows if not (is_empty(row.ours) and is_empty(row.theirs))]


def settled(one, other, taking=()):
    """(columns, CSL record) of the one record that two become: what `one` says, what it leaves out from `other`, and
    of the fields named in `taking` what `other` says."""
    columns, csl = {}, {}
    for row in compared(one, other):
        theirs = is_empty(row.ours) or (row.name in taking and not is_empty(row.theirs))
        value = row.theirs if theirs else row.ours
        if row.name.startswith("csl."):
            csl[row.name.removeprefix("csl.")] = value
        else:
            columns[row.name] = value
    for name in ("doi", "pmid", "pmcid", "isbn"):
        if variable := columns.get(name):
            csl[name.upper()] = variable
    if custom := {**other.csl.get("custom", {}), **one.csl.get("custom", {})}:
        csl["custom"] = custom
    columns["note"] = "\n\n".join(dict.fromkeys(filter(None, (one.note.strip(), other.note.strip()))))
    return columns, csl


def joined(one, other, claim, text=""):
    """The one citation that two frozen citations of the same work by the same claim become.

    A stance that was judged goes before one that was not; two quotations follow each other as they stand in `text`,
    with an ellipsis between them; two places are both named. Raises Refused where only a person can decide: two
    judgements, two figures, or places too long for one line.
    """
    judged = {one.stance, other.stance} - {str(Stance.NOT_JUDGED)}
    figures = {(folded(side.figure), folded(side.unit)) for side in (one, other) if side.figure}
    if len(judged) > 1 or len(figures) > 1:
        raise Refused(
            _t("Claim %(claim)s cites both records, and says different things of them: settle that first.")
            % {"claim": claim}
        )
    places = "; ".join(dict.fromkeys(filter(None, (one.locator.strip(), other.locator.strip()))))
    if len(places) > LONGEST_PLACE:
        raise Refused(
            _t("Claim %(claim)s cites both records, and their places together are too long: shorten one.")
            % {"claim": claim}
        )
    figured = one if one.figure else other
    return replace(
        one,
        stance=judged.pop() if judged else one.stance,
        quote=_quotes(one.quote.strip(), other.quote.strip(), text),
        locator=places,
        figure=figured.figure,
        unit=figured.unit,
    )


def is_empty(value):
    return value is None or value in ("", "unknown", [], {})


def in_words(value):
    """A value as people read it: names by their families, dates as they are written, the rest as it stands."""
    if isinstance(value, list):
        return "; ".join(map(in_words, value))
    if isinstance(value, dict) and "date-parts" in value:
        return "-".join(str(part) for part in (value["date-parts"] or [[]])[0])
    if isinstance(value, dict):
        name = [
            str(value[part])
            for part in ("literal", "non-dropping-particle", "family", "given")
            if value.get(part)
        ]
        return " ".join(name) or str(value)
    return "" if value is None else str(value)


def _quotes(one, other, text):
    if folded(other) in folded(one):
        return one
    if folded(one) in folded(other):
        return other
    places = [look_up(quote, text).start for quote in (one, other)]
    first, second = (other, one) if -1 < places[1] < places[0] else (one, other)
    return f"{first} … {second}"
