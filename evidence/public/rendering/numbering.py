"""Reference numbers in order of first appearance, and what each number stands for."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from evidence.bibliography.references import runs
from evidence.manuscript import Manuscript
from evidence.prose.markers import sentences_of
from evidence.vocabulary import ClaimKind, Design, StudyPopulation

IN_WORDS = {
    "people": _("in people"),
    "animals": _("in animals"),
    "cells": _("in cells"),
    "texts": _("from reviews or official texts"),
}


@dataclass(frozen=True)
class Numbering:
    manuscript: Manuscript

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
            '<span class="cited">{}{}</span>',
            format_html("<sup>{}</sup>", self._links(keys)) if keys else "",
            format_html(' <span class="kind">({})</span>', kind) if kind else "",
        )

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
        return ", ".join(str(words) for kind, words in IN_WORDS.items() if kind in kinds)

    def _claims(self, keys):
        return [self.manuscript.claim_by_key[key] for key in keys if key in self.manuscript.claim_by_key]


def numbered(manuscript):
    """The cited sources of a Manuscript in the order of their numbers."""
    return [manuscript.source_by_key[key] for key in Numbering(manuscript).numbers]


def kind_of(source):
    """ "people", "animals", "cells" or "texts": whom a source looked at."""
    if source.population == StudyPopulation.ANIMAL or source.design == Design.AN:
        return "animals"
    if source.population == StudyPopulation.CELLS or source.design in (Design.VT, Design.SIL):
        return "cells"
    if source.population in (StudyPopulation.NONE, StudyPopulation.UNKNOWN):
        return "texts"
    return "people"
