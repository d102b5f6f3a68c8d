"""Reference numbers in order of first appearance, and what each number stands for."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from evidence.bibliography.references import runs
from evidence.manuscript import Manuscript
from evidence.manuscript.studied import kind_of
from evidence.prose.markers import sentences_of
from evidence.prose.modality import populations
from evidence.vocabulary import ClaimKind, Stance

IN_WORDS = {
    "people": _("in people"),
    "animals": _("in animals"),
    "cells": _("in cells"),
    "texts": _("from reviews or official texts"),
    "unknown": _("kind of study not recorded"),
}
STUDIED = {"people": _("people"), "animals": _("animals"), "cells": _("cells")}
# What only tells of another's history or names it is no rest for a sentence.
RESTING = (Stance.SUPPORTS, Stance.PARTLY, Stance.NOT_JUDGED)


@dataclass(frozen=True)
class Numbering:
    """`retracted` holds the keys of the sources that are marked as such wherever a sentence rests on them."""

    manuscript: Manuscript
    retracted: frozenset = frozenset()

    @cached_property
    def numbers(self):
        """Source key → number."""
        found = {}
        for section in self.manuscript.sections:
            for sentence in sentences_of(section.body):
                for claim in self._claims(sentence.markers):
                    for cited in claim.citations:
                        if cited.source in self.manuscript.source_by_key:
                            found.setdefault(cited.source, len(found) + 1)
        return found

    def marker(self, key):
        """HTML that stands for `[^key]`: linked numbers as "1-3,5", and the kind of evidence in words."""
        claim = self.manuscript.claim_by_key.get(key)
        if claim is None:
            return ""
        keys = [cited.source for cited in claim.citations if cited.source in self.numbers]
        kind = self._kind(claim, keys)
        return format_html(
            '<span class="cited">{}{}{}</span>',
            format_html("<sup>{}</sup>", self._links(keys)) if keys else "",
            format_html(' <span class="kind">({})</span>', kind) if kind else "",
            retracted_mark() if self.rests_on_retracted(claim) else "",
        )

    def rests_on_retracted(self, claim):
        """Whether a source that a claim rests on was retracted."""
        return any(one.source in self.retracted and one.stance in RESTING for one in claim.citations)

    def _links(self, keys):
        of = {self.numbers[key]: key for key in keys}
        linked = {number: format_html('<a href="#ref-{}">{}</a>', key, number) for number, key in of.items()}
        ranges = (
            (format_html_join("-", "{}", ((linked[number],) for number in run)),) for run in runs(linked)
        )
        return format_html_join(",", "{}", ranges)

    def _kind(self, claim, keys):
        if claim.kind == ClaimKind.ABSENCE:
            return _("our search found none")
        kinds = {kind_of(self.manuscript.source_by_key[key]) for key in keys}
        studied = [kind for kind in STUDIED if kind in kinds]
        named = self._named(claim)
        if named and not named.issuperset(studied):
            # Beside words that name others, "in people" would be read as a part of the sentence.
            whom = ", ".join(str(STUDIED[kind]) for kind in studied)
            told = [_("cited: a study of %(whom)s") % {"whom": whom}]
            return "; ".join(
                [*told, *(str(IN_WORDS[kind]) for kind in IN_WORDS if kind in kinds - {*STUDIED})]
            )
        return ", ".join(str(words) for kind, words in IN_WORDS.items() if kind in kinds)

    def _named(self, claim):
        """Whom the sentences name in which a claim is marked."""
        places = self.manuscript.placed.get(claim.key, ())
        return set().union(*(set(populations(place.text)) for place in places))

    def _claims(self, keys):
        return [self.manuscript.claim_by_key[key] for key in keys if key in self.manuscript.claim_by_key]


def numbered(manuscript):
    """The cited sources of a Manuscript in the order of their numbers."""
    return [manuscript.source_by_key[key] for key in Numbering(manuscript).numbers]


def retracted_mark():
    """What stands at each place that rests on a retracted source."""
    return format_html(' <strong class="retracted">{}</strong>', _("Rests on a retracted source."))
