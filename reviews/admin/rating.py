"""Two people judge an outcome by themselves; then both see what the other said, and agree."""

import hashlib

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _

from evidence.admin.seen import version_of
from evidence.errors import Refused
from evidence.library.ratings import name_of, rated
from evidence.manuscript.taking import outcome_of
from evidence.models import Article, Consensus, Outcome, Rating
from evidence.models.rating import Sitting
from reviews import permissions
from reviews.admin.rating_forms import ConsensusForm, RatingForm
from reviews.admin.rating_shown import judgement, side_by_side
from reviews.flags import flagging


class RatedOutcomes:
    """Adds independent ratings to the admin of outcomes."""

    def get_urls(self):
        views = {"rate": self.rate, "ratings": self.ratings}
        return [
            *(
                path(f"<int:pk>/{name}/", self.admin_site.admin_view(view), name=f"evidence_outcome_{name}")
                for name, view in views.items()
            ),
            *super().get_urls(),
        ]

    def render_change_form(self, request, context, *args, **kwargs):
        row = kwargs.get("obj")
        if row is not None:
            context["ratings"] = row.article.ratings.filter(outcome_key=row.key).exists()
            context["may_rate"] = permissions.may(request.user, "rate", row.article)
        return super().render_change_form(request, context, *args, **kwargs)

    def rate(self, request, pk):
        """One's own judgement, the other's hidden until both are in."""
        row = get_object_or_404(Outcome.objects.select_related("article"), pk=pk)
        permissions.require(request.user, "rate", row.article)
        sitting = Sitting.of(row.article, row.key)
        mine = sitting.by(request.user)
        if sitting.is_full and request.method != "POST":
            return HttpResponseRedirect(_page(row, "ratings"))
        seen = {"seen": version_shown(row)}
        form = RatingForm(request.POST or None, last=mine and mine.outcome, initial=seen)
        if request.method == "POST" and form.is_valid() and _rated(row, form, request.user):
            messages.success(request, _("Your rating is in."))
            return HttpResponseRedirect(_page(row, "ratings"))
        title = _("Rate “%(outcome)s” independently") % {"outcome": row.name}
        shown = {"form": form, "mine": mine and judgement(mine), "facts": _facts(row)}
        return self._rating_page(request, "rate", row, title=title, **shown)

    def ratings(self, request, pk):
        """Both judgements beside each other, how far the raters agree, and the consensus."""
        row = get_object_or_404(Outcome.objects.select_related("article"), pk=pk)
        permissions.require(request.user, "see_desk")
        sitting, form = Sitting.of(row.article, row.key), None
        if request.method == "POST":
            permissions.require(request.user, "edit", row.article)
            if not sitting.is_full:
                messages.info(request, _("It was agreed already, or the other rating is not in yet."))
                return HttpResponseRedirect(_page(row, "ratings"))
        if sitting.is_full and permissions.may(request.user, "edit", row.article):
            seen = {"seen": version_of(row)}
            form = ConsensusForm(request.POST or None, ratings=sitting.ratings, initial=seen)
        if request.method == "POST" and form.is_valid() and _agreed(row, form, request.user):
            messages.success(request, _("Agreed: the outcome takes it over, and the draft is frozen."))
            return HttpResponseRedirect(_page(row, "ratings"))
        return self._ratings_page(request, row, sitting, form)

    def _ratings_page(self, request, row, sitting, form):
        last = Consensus.last_of(row.article, row.key)
        both = sitting.ratings if sitting.is_full else (last.first, last.second) if last else ()
        mine = sitting.by(request.user)
        shown = {
            "form": None if row.article.is_locked and not request.POST else form,
            "sitting": sitting,
            "waiting": [name_of(one.rated_by) for one in sitting.ratings],
            "mine": mine and not sitting.is_full and judgement(mine),
            "may_rate": permissions.may(request.user, "rate", row.article) and not sitting.is_full,
            "both": side_by_side(both, outcome_of(row)) if both else None,
            "consensus": None if sitting.is_full else last,
            "agreed": None if sitting.is_full or not last else judgement(last),
            "draft": row.article,
            "rated": rated(row.article, set(row.article.outcomes.values_list("key", flat=True))),
        }
        title = _("Independent ratings of “%(outcome)s”") % {"outcome": row.name}
        return self._rating_page(request, "ratings", row, title=title, **shown)

    def _rating_page(self, request, page, row, **shown):
        context = {**self.admin_site.each_context(request), "opts": self.opts, "original": row, **shown}
        return TemplateResponse(request, f"admin/evidence/outcome/{page}.html", context)


def _page(row, name):
    return reverse(f"admin:evidence_outcome_{name}", args=[row.pk])


def _rated(row, form, user):
    """Whether the rating was written down; if not, the form says why."""
    with transaction.atomic():
        Article.objects.locked_for_writing(row.article_id)
        row.refresh_from_db()
        if not form.is_of(version_shown(row)):
            return False
        said = {"body": form.cleaned_data["body"], "domains": form.domains()}
        return bool(_tried(form, lambda: Rating.give(row, by=user, **said)))


def _agreed(row, form, user):
    """Whether the consensus was written down; if not, the form says why."""
    said = form.cleaned_data
    with transaction.atomic():
        Article.objects.locked_for_writing(row.article_id)
        if not form.is_of(version_of(Outcome.objects.get(pk=row.pk))):
            return False
        made = _tried(
            form,
            lambda: Consensus.reach(
                row, body=said["body"], domains=form.domains(), reason=said["reason"], by=user
            ),
        )
        if made:
            flagging.reconcile(made.article)
        return bool(made)


def _tried(form, act):
    try:
        with transaction.atomic():
            return act()
    except Refused as refused:
        for reason in refused.reasons:
            form.add_error(None, reason.message)
        return None


def version_shown(row):
    """Name of what a rater is shown: what was made of it in the draft meanwhile changes nothing for them."""
    return hashlib.sha256(repr([row.name, *map(str, _facts(row))]).encode()).hexdigest()[:20]


def _facts(row):
    """[(what, value)] of an outcome that a rater goes by: everything but what was made of it."""
    shown = (
        "population", "comparison", "type", "importance", "studies", "participants", "direction", "size",
        "relative_effect", "baseline_risk", "absolute_effect",
    )  # fmt: skip
    found = []
    for name in shown:
        field = row._meta.get_field(name)
        value = getattr(row, f"get_{name}_display")() if field.choices else getattr(row, name)
        if value not in (None, ""):
            found.append((field.verbose_name, value))
    return found
