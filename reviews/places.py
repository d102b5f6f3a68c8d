"""Where in the admin something is mended: the address of a subject such as "claim:c3"."""

from django.urls import reverse

from evidence.models import Source


class Places:
    """Addresses of an article's subjects; sections, claims and outcomes are asked of the database once."""

    def __init__(self, article):
        self.article = article
        self._sections = dict(article.sections.values_list("key", "pk"))
        self._claims = dict(article.claims.values_list("key", "pk"))
        self._outcomes = dict(article.outcomes.values_list("key", "pk"))

    def of(self, subject):
        """The address of a subject's page in the admin; the article's own where there is none closer."""
        kind, _colon, key = subject.partition(":")
        if subject == "desk":
            return reverse("desk:article", args=[self.article.slug])
        if kind == "section" and key in self._sections:
            return self._page("section", self._sections[key])
        if kind == "claim" and key in self._claims:
            return self._page("claim", self._claims[key])
        if kind == "outcome" and key in self._outcomes:
            return self._page("outcome", self._outcomes[key])
        if kind == "byline" and (
            found := self.article.byline.filter(contributor__key=key)
            .values_list("contributor", flat=True)
            .first()
        ):
            return self._page("contributor", found)
        if kind == "source" and (
            found := Source.objects.filter(key=key).values_list("pk", flat=True).first()
        ):
            return self._page("source", found)
        return self._page("article", self.article.pk)

    def _page(self, noun, pk):
        return reverse(f"admin:evidence_{noun}_change", args=[pk])
