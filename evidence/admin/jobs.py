"""A job's page: what it would do, how far it is, what became of each item; and the steps that bring it on."""

import csv
import re

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from evidence.admin.bulk import settings_of
from evidence.admin.job_pages import PAGE, foreseen, reported, selected, tally
from evidence.admin.records import ReadOnlyAdmin
from evidence.library import jobs
from evidence.models import Job
from evidence.vocabulary import JobKind

COLUMNS = ("n", "line", "fate", "title", "source", "other", "message")


@admin.register(Job)
class JobAdmin(ReadOnlyAdmin):
    list_display = ["__str__", "created_at", "created_by", "position", "total", "finished_at"]
    list_select_related = ["created_by"]
    list_filter = ["kind"]
    date_hierarchy = "created_at"
    acts = jobs.ACTS

    def get_queryset(self, request):
        found = super().get_queryset(request)
        return found.without_payload() if request.resolver_match.url_name.endswith("changelist") else found

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/step/", view(self.step), name="evidence_job_step"),
            path("<int:pk>/choose/", view(self.choose), name="evidence_job_choose"),
            path("<int:pk>/discard/", view(self.discard), name="evidence_job_discard"),
            path("<int:pk>/report.csv", view(self.report), name="evidence_job_report"),
            *super().get_urls(),
        ]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        job = self.get_object(request, object_id)
        if job is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_permission(request, job):
            raise PermissionDenied
        name, context = self._waiting(request, job) if not job.is_started else self._under_way(request, job)
        shown = {
            **self.admin_site.each_context(request),
            "title": str(job),
            "opts": self.opts,
            "job": job,
            "may_step": self._may_step(request, job),
        }
        return TemplateResponse(request, f"admin/evidence/job/{name}.html", {**shown, **context})

    @method_decorator(require_POST)
    def step(self, request, pk):
        """One step; the page that follows offers the next."""
        job = self._job(request, pk)
        if settings_of(job) and "field" not in job.options:
            messages.error(request, _("Say what is to be set."))
            return HttpResponseRedirect(_address(job))
        if not jobs.step(job, self.acts[job.kind], by=request.user) and not job.is_finished:
            messages.info(request, _("It is at work in another window just now."))
            return HttpResponseRedirect(_address(job))
        return HttpResponseRedirect(_address(job) + ("" if job.is_finished else "?go=1"))

    @method_decorator(require_POST)
    def choose(self, request, pk):
        """Remember what was ticked or chosen on a page of the preview; then go on to another page, or start."""
        job, page = self._job(request, pk), _number(request.POST.get("page"))
        said = _ticked(job, request.POST, page) if job.kind == JobKind.IMPORT else _set(job, request.POST)
        if said is None:
            messages.error(request, _("Say what is to be set."))
        elif not job.choose(**said):
            messages.info(request, _("It was started meanwhile."))
        elif "start" in request.POST:
            return self.step(request, pk)
        return HttpResponseRedirect(f"{_address(job)}?page={_number(request.POST.get('to'), page)}")

    @method_decorator(require_POST)
    def discard(self, request, pk):
        """Forget a job that was never started."""
        job = self._job(request, pk)
        gone, _kinds = Job.objects.filter(pk=job.pk, started_at=None).delete()
        said = _("Discarded: nothing was stored.") if gone else _("It was started meanwhile.")
        messages.info(request, said)
        return HttpResponseRedirect(reverse("admin:evidence_source_changelist") if gone else _address(job))

    def report(self, request, pk):
        """The report as a table."""
        job = get_object_or_404(Job, pk=pk)
        if not self.has_view_permission(request, job):
            raise PermissionDenied
        answer = HttpResponse(content_type="text/csv; charset=utf-8")
        answer["Content-Disposition"] = f'attachment; filename="{slugify(job.name) or "job"}-{job.pk}.csv"'
        rows = csv.writer(answer)
        rows.writerow(COLUMNS)
        rows.writerows([_cell(line.get(name)) for name in COLUMNS] for line in job.lines())
        return answer

    def _waiting(self, request, job):
        page = Paginator(range(job.total), PAGE).get_page(request.GET.get("page"))
        start, end = page.start_index() - 1, page.end_index()
        if job.kind == JobKind.IMPORT:
            return "preview", {"page": page, "rows": foreseen(job, start, end)}
        chosen = f"{job.options.get('field', '')}={job.options.get('value', '')}"
        return "waiting", {"page": page, "rows": selected(job, start, end), "settings": settings_of(job),
                           "chosen": chosen}  # fmt: skip

    def _under_way(self, request, job):
        lines, fate = job.lines(), request.GET.get("fate", "")
        chosen = [line for line in lines if not fate or line["fate"] == fate]
        page = Paginator(chosen, PAGE).get_page(request.GET.get("page"))
        goes_on = "go" in request.GET and not job.is_finished
        return "progress", {"page": page, "rows": reported(page.object_list), "tally": tally(lines),
                            "fate": fate, "goes_on": goes_on}  # fmt: skip

    def _job(self, request, pk):
        job = get_object_or_404(Job, pk=pk)
        if not self._may_step(request, job):
            raise PermissionDenied
        return job

    def _may_step(self, request, job):
        return job.kind in self.acts and request.user.has_perm(self.acts[job.kind].permission)


def _address(job):
    return reverse("admin:evidence_job_change", args=[job.pk])


def _ticked(job, said, page):
    """What is left out, the ticks of one page being those that were sent."""
    here = set(range((page - 1) * PAGE, page * PAGE))
    ticked = {number for number in here if str(number) in said.getlist("left_out")}
    return {"left_out": sorted(set(job.options.get("left_out", ())) - here | ticked)}


def _set(job, said):
    """The field and value to set; None for one that is not offered."""
    known = dict(settings_of(job))
    if not known:
        return {}
    if said.get("set") not in known:
        return None
    field, _equals, value = said["set"].partition("=")
    return {"field": field, "value": value}


def _number(text, default=1):
    return int(text) if re.fullmatch("[1-9][0-9]{0,8}", text or "") else default


def _cell(value):
    """A cell that no spreadsheet takes for a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r", "\n") else text
