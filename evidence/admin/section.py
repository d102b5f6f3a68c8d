from django.contrib import admin
from django.urls import reverse

from evidence.admin.drafts import DraftAdmin
from evidence.admin.quoting import CitationInline
from evidence.admin.sentences import SectionForm, first_of
from evidence.models import Claim, Section


@admin.register(Section)
class SectionAdmin(DraftAdmin):
    form = SectionForm
    list_display = ["__str__", "article", "level", "kind", "position"]
    list_filter = ["kind"]
    search_fields = ["heading", "article__title"]
    list_select_related = ["article"]
    autocomplete_fields = ["article"]
    change_form_template = "admin/evidence/section/change_form.html"

    def get_fields(self, request, obj=None):
        return SectionForm.Meta.fields

    def parent_address(self, obj):
        return article_address(obj, f"section-{obj.key}")

    def get_readonly_fields(self, request, obj=None):
        return ["article"] if obj else []

    def render_change_form(self, request, context, *args, **kwargs):
        form = context["adminform"].form
        rows = form.rows() if hasattr(form, "rows") else []
        context["rows"], context["flags"] = rows, self.flagged(kwargs.get("obj"), rows)
        context["first"] = first_of(rows)
        return super().render_change_form(request, context, *args, **kwargs)

    def flagged(self, section, rows):
        """Flags of the section as a whole; reviews puts the others beside their sentences."""
        return []

    def save_model(self, request, obj, form, change):
        if change:
            obj.body, wanted = form.body_with_ticks()
            Claim.objects.bulk_create(wanted)
            for claim in form.corrected_claims():
                claim.save(update_fields=["kind", "kind_guessed", "population"])
        else:
            obj.key = obj.article.next_key("section")
            obj.put_last()
        super().save_model(request, obj, form, change)


@admin.register(Claim)
class ClaimAdmin(DraftAdmin):
    list_display = ["key", "text", "kind", "population", "article"]
    list_filter = ["kind", "population", "kind_guessed"]
    search_fields = ["key", "text", "article__title"]
    list_select_related = ["article"]
    fields = ["text", "kind", "kind_guessed", "population", "outcome", "jurisdiction", "as_of"]
    readonly_fields = ["text"]
    change_form_template = "admin/evidence/claim/change_form.html"
    inlines = [CitationInline]

    def has_add_permission(self, request):
        return False

    def save_formset(self, request, form, formset, change):
        super().save_formset(request, form, formset, change)
        for cited in (one for one in formset.forms if one.instance.pk and one.judges):
            if cited.cleaned_data.get("confirmed"):
                cited.instance.confirm(by=request.user)
            else:
                cited.instance.judge(by=request.user)

    def parent_address(self, obj):
        if obj.section_id is None:
            return article_address(obj, "panel-sections")
        return reverse("admin:evidence_section_change", args=[obj.section_id])

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        if obj and "outcome" in form.base_fields:
            # Only the outcomes of the same article can be meant.
            form.base_fields["outcome"].queryset = obj.article.outcomes.all()
            _of_article(form.base_fields["outcome"].widget, obj.article_id)
        return form


def _of_article(widget, pk):
    """Let the window that adds an outcome begin with the article it is for."""
    asked = widget.get_context

    def get_context(*args):
        context = asked(*args)
        return {**context, "url_params": f"{context['url_params']}&article={pk}"}

    widget.get_context = get_context


def article_address(row, anchor):
    """The page of a row's article, at one of its panels."""
    return f"{reverse('admin:evidence_article_change', args=[row.article_id])}#{anchor}"
