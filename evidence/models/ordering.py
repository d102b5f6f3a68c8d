from django.db import models, transaction
from django.utils.translation import gettext_lazy as _


class Ordered(models.Model):
    """A row with a place among the rows of its article, moved by one step at a time."""

    position = models.PositiveIntegerField(_("position"), editable=False)

    class Meta:
        abstract = True

    def siblings(self):
        """The rows this one is ordered among."""
        return type(self).objects.filter(article_id=self.article_id)

    def put_last(self):
        """Give a row that is about to be stored the last place."""
        self.position = (self.siblings().aggregate(last=models.Max("position"))["last"] or 0) + 1

    def move(self, steps):
        """Change places with the neighbour above (-1) or below (1); nothing happens at either end. Raises Refused while
        the draft is locked or discarded."""
        self.article.ensure_editable()
        beyond = self.siblings().filter(**{"position__lt" if steps < 0 else "position__gt": self.position})
        neighbour = beyond.order_by("-position" if steps < 0 else "position").first()
        if neighbour is None:
            return
        with transaction.atomic():
            mine, theirs = self.position, neighbour.position
            # Position 0 is never handed out: the unique constraint holds at every step of the exchange.
            for row, place in ((self, 0), (neighbour, mine), (self, theirs)):
                row.position = place
                row.save(update_fields=["position"])
