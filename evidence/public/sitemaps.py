from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from evidence.models import Publication


class Reviews(Sitemap):
    def items(self):
        return Publication.objects.live().for_readers().latest_first()

    def lastmod(self, item):
        return item.edition.published_at

    def location(self, item):
        return reverse("evidence:article", args=[item.article.slug])
