from django.db import models
from django.db.models import CheckConstraint, Q
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from evidence.errors import Refused
from evidence.models.constraints import from_1, has, once_in


class PointQuerySet(models.QuerySet):
    def of(self, article):
        """Every point ever asked about an article, in the order in which they were asked."""
        return (
            self.filter(decision__round__article=article)
            .select_related(
                "decision__reviewer__contributor", "decision__round", "answer__answered_by__contributor"
            )
            .order_by("decision__round__number", "decision_id", "number")
        )

    def unanswered(self):
        return self.filter(answer=None)


class Point(models.Model):
    """One change that a reviewer asked for, tied to its place. Append-only; its Answer comes with a resubmission."""

    decision = models.ForeignKey("Decision", on_delete=models.PROTECT, related_name="points")
    number = models.PositiveSmallIntegerField(_("number"))
    place = models.CharField(_("place"), max_length=120)
    text = models.TextField(_("what has to change"))

    objects = PointQuerySet.as_manager()

    class Meta:
        ordering = ["decision", "number"]
        verbose_name = _("requested change")
        verbose_name_plural = _("requested changes")
        constraints = [
            once_in("point", "decision", "number"),
            from_1("point", "number"),
            has("point", "text"),
            CheckConstraint(
                condition=Q(place="article")
                | Q(place__startswith="section:")
                | Q(place__startswith="claim:"),
                name="point_place_is_a_place",
            ),
        ]

    def __str__(self):
        return f"{self.place}: {self.text[:80]}"

    @property
    def anchor(self):
        """Where on a page that shows the text the place is; empty for the whole article."""
        kind, _colon, key = self.place.partition(":")
        return {"section": key, "claim": f"claim-{key}"}.get(kind, "")

    @classmethod
    def write(cls, decision, points):
        """Write the (place, text) pairs of a request for changes down, numbered in their order."""
        return cls.objects.bulk_create(
            cls(decision=decision, number=number, place=place, text=text)
            for number, (place, text) in enumerate(points, start=1)
        )

    @staticmethod
    def cleaned(points, manuscript):
        """The (place, text) pairs with empty ones left out.

        Raises Refused if none is left, or for a place that the manuscript under review does not have.
        """
        said = [(place or "article", text.strip()) for place, text in points if text.strip()]
        if not said:
            raise Refused(
                _t("Say what has to change, and where: a request for changes holds at least one point.")
            )
        there = places_in(manuscript)
        if wrong := [place for place, _text in said if place not in there]:
            raise Refused(_t("There is no such place in the text: %(place)s.") % {"place": wrong[0]})
        return said


def places_in(manuscript):
    """Every place that a point can be tied to: the whole article, its sections, its claims."""
    sections = [f"section:{section.key}" for section in manuscript.sections]
    return {"article", *sections, *(f"claim:{claim.key}" for claim in manuscript.claims)}
