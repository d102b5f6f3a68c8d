from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from evidence.admin.drafts import DraftAdmin, DraftInline
from evidence.models import Citation, Claim, Outcome, Section
from evidence.models.domain_rating import DomainRating
from evidence.prose.markers import mark, sentences_of, unmark


class SectionForm(forms.ModelForm):
    """The section and its sentences: a ticked sentence is a claim, and its marker is written into the body."""

    class Meta:
        model = Section
        fields = ["article", "heading", "level", "kind", "body"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.sentences = sentences_of(self.instance.body) if self.instance.pk else ()
        if self.fields:
            for number, sentence in enumerate(self.sentences):
                self.fields[f"claim_{number}"] = forms.BooleanField(
                    label=sentence.text, required=False, initial=bool(sentence.markers)
                )

    def body_with_ticks(self):
        """The body with markers written and taken away as ticked, and the keys of new claims still to be made.

        Sentences are worked through from the last, so that the places of the earlier ones stay true. A body
        edited in the same form wins: its sentences are listed anew after saving."""
        body, wanted = self.cleaned_data["body"], []
        if "body" in self.changed_data:
            return body, wanted
        for number, sentence in reversed(list(enumerate(self.sentences))):
            ticked = self.cleaned_data.get(f"claim_{number}", False)
            if ticked and not sentence.markers:
                key = self.instance.article.next_key("claim")
                body, wanted = mark(body, number, key), [*wanted, key]
            elif not ticked:
                for key in sentence.markers:
                    body = unmark(body, key)
        return body, wanted


@admin.register(Section)
class SectionAdmin(DraftAdmin):
    form = SectionForm
    list_display = ["__str__", "article", "level", "kind", "position"]
    list_filter = ["kind"]
    search_fields = ["heading", "article__title"]
    list_select_related = ["article"]
    autocomplete_fields = ["article"]

    def get_fieldsets(self, request, obj=None):
        fields = ["article", "heading", "level", "kind", "body"]
        sentences = sentences_of(obj.body) if obj else ()
        boxes = [f"claim_{number}" for number, _sentence in enumerate(sentences)]
        ticks = [(_("Which sentences are claims?"), {"fields": boxes})] if boxes and self.is_open(obj) else []
        return [(None, {"fields": fields}), *ticks]

    def get_form(self, request, obj=None, **kwargs):
        return super().get_form(request, obj, **{**kwargs, "fields": SectionForm.Meta.fields})

    def save_model(self, request, obj, form, change):
        if change:
            obj.body, wanted = form.body_with_ticks()
            Claim.objects.bulk_create(Claim(article=obj.article, key=key) for key in wanted)
        else:
            obj.key = obj.article.next_key("section")
            obj.put_last()
        super().save_model(request, obj, form, change)


class CitationInline(DraftInline):
    model = Citation
    autocomplete_fields = ["source"]
    fields = ["source", "stance", "quote", "figure", "unit", "locator"]


@admin.register(Claim)
class ClaimAdmin(DraftAdmin):
    list_display = ["key", "text", "kind", "population", "article"]
    list_filter = ["kind", "population", "kind_guessed"]
    search_fields = ["key", "text", "article__title"]
    list_select_related = ["article"]
    fields = ["text", "kind", "kind_guessed", "population", "outcome", "jurisdiction", "as_of"]
    readonly_fields = ["text"]
    inlines = [CitationInline]

    def has_add_permission(self, request):
        return False


class DomainInline(DraftInline):
    model = DomainRating
    max_num = 8


@admin.register(Outcome)
class OutcomeAdmin(DraftAdmin):
    list_display = ["name", "article", "type", "body", "importance"]
    list_filter = ["type", "body", "harm"]
    search_fields = ["name", "article__title"]
    list_select_related = ["article"]
    autocomplete_fields = ["article"]
    inlines = [DomainInline]

    def save_model(self, request, obj, form, change):
        if not change:
            obj.key = obj.article.next_key("outcome")
            obj.put_last()
        super().save_model(request, obj, form, change)
