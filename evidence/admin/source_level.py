"""The OCEBM level of a source, beside what it is: a badge of one source, no judgement on a body of evidence."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from evidence.appraisal.ocebm import Question, level


class Levelled(admin.ModelAdmin):
    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("included")

    @admin.display(description=_("OCEBM"))
    def ocebm(self, obj):
        found = level(obj, included=_designs(obj))
        return found if found and found.best else "–"

    def render_change_form(self, request, context, *args, **kwargs):
        source = kwargs.get("obj")
        if source is not None and source.design:
            designs = _designs(source)
            context["ocebm"] = [(question.label, level(source, question, designs)) for question in Question]
        return super().render_change_form(request, context, *args, **kwargs)


def _designs(source):
    return [one.design for one in source.included.all()]
