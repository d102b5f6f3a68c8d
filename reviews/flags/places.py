"""Where something is: the address in the admin, and the name for people, of a subject such as "claim:c3"."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from evidence.models import Source
from evidence.vocabulary import SectionKind

# What a rule says of the whole article is mended in one field of its form.
FIELDS = {
    "GV1": "byline-group",
    "GV4": "id_searched_up_to",
    "GV6": "id_funding",
    "GV9": "id_search_databases",
    "ST3": "id_summary",
}
# Rules that miss a section; their words name its kind.
MISSING = {"ST2": "", "SB1": "", "SB7": SectionKind.UNKNOWN}


class Places:
    """Addresses of an article's subjects; sections, claims and outcomes are asked of the database once."""

    def __init__(self, article):
        self.article = article
        self._sections = dict(article.sections.values_list("key", "pk"))
        self._claims = dict(article.claims.values_list("key", "pk"))
        self._outcomes = dict(article.outcomes.values_list("key", "pk"))

    def of(self, subject, code="", words=""):
        """The address where a subject is mended; for the article itself, the field or the missing section that the
        rule `code` speaks of with `words`."""
        kind, _colon, key = subject.partition(":")
        if subject == "desk":
            return reverse("desk:article", args=[self.article.slug])
        if kind == "section" and key in self._sections:
            return self._page("section", self._sections[key])
        if kind == "claim" and key in self._claims:
            return self._page("claim", self._claims[key])
        if kind == "outcome" and key in self._outcomes:
            return self._page("outcome", self._outcomes[key])
        if kind == "byline" and (found := self._contributor(key)):
            return self._of_person(found, code)
        if kind == "source" and (found := self._source(key)):
            return self._page("source", found)
        return self._of_article(code, words)

    def _of_article(self, code, words):
        page = self._page("article", self.article.pk)
        if code in MISSING:
            kind = SectionKind(MISSING[code] or words)
            asked = {"article": self.article.pk, "kind": str(kind), "heading": kind.label}
            return f"{reverse('admin:evidence_section_add')}?{urlencode(asked)}"
        if (code, words) == ("GV4", _("next review on")):
            return f"{page}#id_next_review_on"
        return f"{page}#{FIELDS[code]}" if code in FIELDS else page

    def _of_person(self, pk, code):
        if code != "GV2":
            return self._page("contributor", pk)
        asked = {"contributor": pk, "article": self.article.pk}
        return f"{reverse('admin:evidence_declaration_add')}?{urlencode(asked)}"

    def _contributor(self, key):
        found = self.article.byline.filter(contributor__key=key)
        return found.values_list("contributor", flat=True).first()

    def _source(self, key):
        return Source.objects.filter(key=key).values_list("pk", flat=True).first()

    def _page(self, noun, pk):
        return reverse(f"admin:evidence_{noun}_change", args=[pk])


def name_of(subject, manuscript):
    """What people call the place of a subject in a Manuscript: a heading, the sentence of a claim, a title."""
    kind, _colon, key = subject.partition(":")
    if kind == "section" and key in manuscript.section_by_key:
        return manuscript.section_by_key[key].heading or _("Opening text")
    if kind == "claim" and key in manuscript.claim_by_key:
        return _("“%(sentence)s”") % {"sentence": manuscript.text_of(manuscript.claim_by_key[key]) or key}
    if kind == "source" and key in manuscript.source_by_key:
        return manuscript.source_by_key[key].title
    return _("the whole") if kind == "article" else key


def places_by_section(manuscript):
    """Choices of a select: the whole article, then under each heading the section and its claims."""
    claims = {section.key: [] for section in manuscript.sections}
    for claim in manuscript.claims:
        if section := manuscript.section_of(claim):
            claims[section].append((f"claim:{claim.key}", Truncator(manuscript.text_of(claim)).chars(70)))
    return [
        ("article", _("The whole")),
        *(
            (
                section.heading or _("Opening text"),
                [(f"section:{section.key}", _("The whole section")), *claims[section.key]],
            )
            for section in manuscript.sections
        ),
    ]
