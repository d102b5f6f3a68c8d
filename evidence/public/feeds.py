from django.conf import settings
from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed

from evidence.models import Publication


class LatestReviews(Feed):
    feed_type = Atom1Feed
    link = "/"

    def title(self):
        return settings.VOUCH["SITE_NAME"]

    def items(self):
        return Publication.objects.live().for_readers().latest_first()[:20]

    def item_title(self, item):
        return item.edition.title

    def item_description(self, item):
        return item.edition.summary

    def item_link(self, item):
        return reverse("evidence:article", args=[item.article.slug])

    def item_updateddate(self, item):
        return item.edition.published_at
