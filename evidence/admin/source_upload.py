"""A file of sources: read in one go, shown before anything is stored, then imported as a Job."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from evidence.bibliography.importers import read
from evidence.errors import ImportRefused
from evidence.library.jobs import as_item
from evidence.models import Job
from evidence.vocabulary import JobKind

LARGEST = 30 * 1024 * 1024  # bytes; 10,000 records with their abstracts are some 20 MB
MOST = 20_000  # records of one file
FORMATS = (
    ("", _("By its content and name")),
    ("ris", "RIS"),
    ("bibtex", "BibTeX, BibLaTeX"),
    ("nbib", "PubMed (NBIB, MEDLINE)"),
    ("pubmed", "PubMed XML"),
    ("csl", "CSL-JSON"),
    ("crossref", "Crossref JSON"),
    ("openalex", "OpenAlex JSON"),
    ("csv", _("Table (CSV, TSV)")),
    ("wos", "Web of Science"),
)


class UploadForm(forms.Form):
    """`items` of a valid form is what was read: plain items for a Job."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("RIS, BibTeX, NBIB, CSL-JSON, Crossref, PubMed, OpenAlex, Web of Science or a table."),
    )
    format = forms.ChoiceField(label=_("Format"), choices=FORMATS, required=False)

    def clean_file(self):
        upload = self.cleaned_data["file"]
        if upload.size > LARGEST:
            said = _t("The file is larger than %(mb)d MB: split it.") % {"mb": LARGEST // 1024 // 1024}
            raise forms.ValidationError(said)
        return upload

    def clean(self):
        cleaned = super().clean()
        if upload := cleaned.get("file"):
            self.items = self._read(upload, cleaned.get("format"))
        return cleaned

    def _read(self, upload, format):
        try:
            items = [as_item(found) for found in read(upload.name, upload.read(), format or None)]
        except ImportRefused as refused:
            raise forms.ValidationError(str(refused)) from refused
        if not items:
            raise forms.ValidationError(_t("No record was found in the file. Is it of another format?"))
        if len(items) > MOST:
            said = _t("The file holds %(count)d records, at most %(most)d go in at once: split it.")
            raise forms.ValidationError(said % {"count": len(items), "most": MOST})
        return items


class UploadingAdmin:
    """Adds the upload to the source's admin."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.upload)
        return [path("upload/", view, name="evidence_source_upload"), *super().get_urls()]

    def upload(self, request):
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = UploadForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            Job.objects.forgotten().delete()
            job = _prepared(form.cleaned_data["file"].name, form.items, by=request.user)
            return HttpResponseRedirect(reverse("admin:evidence_job_change", args=[job.pk]))
        shown = {**self.admin_site.each_context(request), "title": _t("Upload sources"), "opts": self.opts}
        return TemplateResponse(request, "admin/evidence/source/upload.html", {**shown, "form": form})


def _prepared(name, items, *, by):
    records = sum("csl" in item for item in items)
    said = {"left_out": [], "records": records, "problems": len(items) - records}
    return Job.prepare(JobKind.IMPORT, name, items, by=by, **said)
