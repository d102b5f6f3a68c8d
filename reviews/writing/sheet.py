"""The article as the writing desk shows it: sections as readers get them, every sentence with what is to be mended."""

import hashlib
from dataclasses import dataclass
from functools import cached_property

from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from evidence.prose.checkable import judge
from evidence.prose.markers import sentences_of
from evidence.prose.markup import to_html
from evidence.public.rendering.numbering import Numbering
from evidence.vocabulary import Severity

RANK = {severity: rank for rank, severity in enumerate(Severity.values)}
MARKS = {Severity.BLOCK: "block", Severity.WARN: "check"}


@dataclass(frozen=True)
class Line:
    """A sentence of a section: its number there, the claims it carries, its flags (the gravest first), and whether it
    asserts something that nobody stands behind yet."""

    section: str
    number: int
    sentence: object
    claims: tuple
    flags: tuple
    is_open: bool

    @property
    def anchor(self):
        return f"{self.section}-{self.number}"

    @property
    def mark(self):
        """How its words are marked: "block", "check", "open" for nobody's, or nothing."""
        gravest = MARKS.get(self.flags[0].severity, "") if self.flags else ""
        return gravest or ("open" if self.is_open else "")


class Sheet:
    """One article: its frozen draft and open flags, asked of the database once."""

    def __init__(self, article):
        self.article = article
        self.manuscript = article.manuscript()
        self.flags = list(article.flags.open().on("draft").order_by("rank", "place", "pk"))
        self.numbering = Numbering(self.manuscript)

    @cached_property
    def sections(self):
        return [SectionSheet(self, section) for section in self.manuscript.sections]

    def section(self, key):
        """The SectionSheet of a key; raises KeyError where there is none."""
        return SectionSheet(self, self.manuscript.section_by_key[key])

    @cached_property
    def elsewhere(self):
        """The flags that speak of no section: of people, dates, sources, the whole."""
        return [flag for flag in self.flags if not flag.section]

    @property
    def blocking(self):
        return sum(flag.severity == Severity.BLOCK for flag in self.flags)

    @cached_property
    def first(self):
        """The anchor of the first thing to do: where something blocks, else where something is to be looked at."""
        lines = [line for section in self.sections for line in section.lines if line.mark]
        lines.sort(key=lambda line: ("block", "check", "open").index(line.mark))
        return lines[0].anchor if lines else ""


class SectionSheet:
    """One section of a Sheet."""

    def __init__(self, sheet, section):
        self.sheet, self.section, self.key = sheet, section, section.key
        self.flags = [flag for flag in sheet.flags if flag.section == section.key]

    @property
    def name(self):
        return self.section.heading or _("Opening text")

    @property
    def version(self):
        """What an edit of this section was made from."""
        return version_of(self.section.heading, self.section.body)

    @cached_property
    def lines(self):
        found = []
        for number, sentence in enumerate(sentences_of(self.section.body)):
            claims = tuple(
                self.sheet.manuscript.claim_by_key[key]
                for key in sentence.markers
                if key in self.sheet.manuscript.claim_by_key
            )
            flags = tuple(flag for flag in self.flags if _speaks_of(flag, sentence))
            is_open = not claims and judge(sentence.text, self.section.heading).checkable
            found.append(Line(self.key, number, sentence, claims, flags, is_open))
        return found

    @cached_property
    def of_the_whole(self):
        """Flags that speak of the section and of none of its sentences."""
        beside = {flag.pk for line in self.lines for flag in line.flags}
        return [flag for flag in self.flags if flag.pk not in beside]

    @property
    def to_mend(self):
        return sum(flag.severity == Severity.BLOCK for flag in self.flags)

    @property
    def html(self):
        """The section's body as readers get it, each sentence a span that can be chosen."""
        # `to_html` ends in the sanitiser.
        return mark_safe(to_html(self.section.body, self.sheet.numbering.marker, self._opened))

    def labels(self):
        """{claim key: what its marker shows}: the numbers of its references, or its key while it has none."""
        numbers = self.sheet.numbering.numbers
        found = {}
        for claim in self.sheet.manuscript.claims:
            cited = sorted(numbers[one.source] for one in claim.citations if one.source in numbers)
            found[claim.key] = ",".join(map(str, cited)) or claim.key
        return found

    def _opened(self, number, sentence):
        return format_html('<span class="s {}" id="s-{}-{}">', self.lines[number].mark, self.key, number)


def version_of(heading, body):
    """SHA-256 of what an editor sees of a section."""
    return hashlib.sha256(f"{heading}\n{body}".encode()).hexdigest()


def _speaks_of(flag, sentence):
    if flag.subject.startswith("claim:"):
        return flag.subject.removeprefix("claim:") in sentence.markers
    return bool(flag.words) and flag.words.casefold() in sentence.text.casefold()
