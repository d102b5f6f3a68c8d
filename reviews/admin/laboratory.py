"""The laboratory: what each rule says, how it has fared here, and what a change to it would do."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from evidence.models import Article
from reviews import permissions
from reviews.admin.laboratory_forms import ChangeForm
from reviews.checks import REGISTRY
from reviews.flags.catalogue import entries
from reviews.flags.laboratory import DryRun, figures
from reviews.models.flag import Stand

KEPT = "dry_run"  # the session's place for the run under way
NONE = {"raised": 0, "fixed": 0, "waived": 0, "open": 0, "live": 0}


class LaboratoryAdmin:
    """Adds the laboratory to the admin of flags."""

    change_list_template = "admin/reviews/flag/change_list.html"

    def get_urls(self):
        views = {"": self.laboratory, "<str:code>/": self.one_rule, "<str:code>/dry-run/": self.dry_run}
        names = ("laboratory", "rule", "dry_run")
        return [
            *(
                path(f"laboratory/{place}", self.admin_site.admin_view(view), name=f"reviews_flag_{name}")
                for name, (place, view) in zip(names, views.items(), strict=True)
            ),
            *super().get_urls(),
        ]

    @method_decorator(require_safe)
    def laboratory(self, request):
        permissions.require(request.user, "see_desk")
        found = figures()
        rows = [
            (family, [(entry, found.get(entry["rule"].code, NONE)) for entry in rules])
            for family, rules in entries()
        ]
        return self._shown(
            request, "laboratory", title=_("Laboratory of checks"), families=rows, running=_running(request)
        )

    @method_decorator(require_safe)
    def one_rule(self, request, code):
        permissions.require(request.user, "see_desk")
        return self._rule(request, code)

    @method_decorator(require_POST)
    def dry_run(self, request, code):
        """Begin, go on, or put an end to a run; each answer takes a few seconds, and the session keeps the rest."""
        permissions.require(request.user, "try_rule")
        here = reverse("admin:reviews_flag_rule", args=[code])
        if "end" in request.POST:
            request.session.pop(KEPT, None)
            return HttpResponseRedirect(here)
        run = _running(request, code) if "go_on" in request.POST else None
        if "go_on" in request.POST and run is None:
            messages.error(request, _("There is no dry run of this rule to go on with: begin a new one."))
            return HttpResponseRedirect(here)
        if run is None:
            form = ChangeForm(request.POST, rule=_rule_of(code))
            if not form.is_valid():
                return self._rule(request, code, form)
            run = DryRun(form.change())
        if not run.finished:
            run.step()
        request.session[KEPT] = run.plain()
        return HttpResponseRedirect(f"{here}#dry-run")

    def _rule(self, request, code, form=None):
        rule = _rule_of(code)
        entry = next(one for _family, rules in entries() for one in rules if one["rule"] is rule)
        run, may_try = _running(request, code), permissions.may(request.user, "try_rule")
        shown = {
            "title": f"{code} {rule.name}",
            "entry": entry,
            "figures": figures().get(code, NONE),
            "form": (form or ChangeForm(rule=rule)) if may_try else None,
            "run": run,
            "total": Article.objects.kept().count() if run else 0,
            "rows": _rows(run) if run else (),
        }
        return self._shown(request, "rule", **shown)

    def _shown(self, request, page, **context):
        shown = {**self.admin_site.each_context(request), "opts": self.opts, **context}
        return TemplateResponse(request, f"admin/reviews/flag/{page}.html", shown)


def _rule_of(code):
    if code not in REGISTRY:
        raise Http404
    return REGISTRY[code]


def _running(request, code=None):
    """The dry run that this person's session keeps, of one rule or of any; None if there is none."""
    try:
        run = DryRun.from_plain(request.session[KEPT])
    except (KeyError, TypeError, ValueError):
        return None
    return run if run.change.code in REGISTRY and code in (None, run.change.code) else None


def _rows(run):
    """The articles a run has something to say of, by their titles of now."""
    titles = dict(
        Article.objects.kept().filter(pk__in=[row[0] for row in run.rows]).values_list("pk", "title")
    )
    return [
        {"pk": pk, "title": titles[pk], "stand": Stand(stand).label, "counts": counts, "words": words}
        for pk, stand, *counts, words in run.rows
        if pk in titles
    ]
