from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from evidence.admin.seen import SeenForm
from evidence.errors import Refused
from evidence.models import Article

UNTYPED = ("csrfmiddlewaretoken", "seen", "_save", "_continue", "_addanother")


class DraftAdmin(admin.ModelAdmin):
    """What belongs to a draft: read-only while it is locked or discarded; every save freezes what changed."""

    form = SeenForm

    def article_of(self, obj):
        return obj if isinstance(obj, Article) else obj.article

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and self.is_open(obj)

    def has_delete_permission(self, request, obj=None):
        # Only ever one by one: a bulk action would pass the lock by.
        return super().has_delete_permission(request, obj) and obj is not None and self.is_open(obj)

    def is_open(self, obj):
        article = self.article_of(obj) if obj is not None else None
        return article is None or not (article.is_locked or article.discarded_at)

    def get_object(self, request, object_id, from_field=None):
        """The row; for a save read again under its article's row lock, so that two saves from forms of one age cannot
        both be taken for fresh."""
        found = super().get_object(request, object_id, from_field)
        if found is None or request.method != "POST" or not connection.in_atomic_block:
            return found
        Article.objects.locked_for_writing(self.article_of(found).pk)
        return super().get_object(request, object_id, from_field)

    def get_fieldsets(self, request, obj=None):
        sets = [
            (name, {**options, "fields": [one for one in options["fields"] if one != "seen"]})
            for name, options in super().get_fieldsets(request, obj)
        ]
        if obj is not None and self.has_change_permission(request, obj):
            sets.append((None, {"fields": ["seen"], "classes": ["unseen"]}))
        return sets

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """A save that came too late or too often is answered with its reasons and with everything typed."""
        said = (request, object_id, form_url, extra_context)
        return self.answered(request, object_id, lambda: super(DraftAdmin, self).changeform_view(*said))

    def delete_view(self, request, object_id, extra_context=None):
        said = (request, object_id, extra_context)
        return self.answered(request, object_id, lambda: super(DraftAdmin, self).delete_view(*said))

    def answered(self, request, object_id, act):
        """What a view answers, or why it was not done: a lock, another's save, or one of the database's guards."""
        try:
            return act()
        except Refused as refused:
            reasons = [reason.message for reason in refused.reasons]
        except IntegrityError:
            reasons = [_("Somebody else saved at the same moment. Open the page again and repeat it.")]
        except PermissionDenied:
            found = self.get_object(request, object_id) if object_id and request.method == "POST" else None
            if found is None or not super().has_change_permission(request, None) or self.is_open(found):
                raise
            reasons = [_("It was locked or discarded meanwhile.")]
        return self._not_saved(request, reasons)

    def render_change_form(self, request, context, *args, **kwargs):
        row = kwargs.get("obj")
        context["draft"] = self.article_of(row) if row is not None else None
        return super().render_change_form(request, context, *args, **kwargs)

    def _not_saved(self, request, reasons):
        typed = [(name, value) for name, value in request.POST.items() if name not in UNTYPED and value]
        context = {**self.admin_site.each_context(request), "title": _("Not saved"), "reasons": reasons}
        return TemplateResponse(
            request, "admin/evidence/not_saved.html", {**context, "typed": typed}, status=409
        )

    def response_post_save_change(self, request, obj):
        address = self.parent_address(obj)
        return HttpResponseRedirect(address) if address else super().response_post_save_change(request, obj)

    def response_post_save_add(self, request, obj):
        return self.response_post_save_change(request, obj)

    def response_delete(self, request, obj_display, obj_id):
        answer = super().response_delete(request, obj_display, obj_id)
        address = getattr(request, "parent_address", "")
        return HttpResponseRedirect(address) if address else answer

    def parent_address(self, obj):
        """Where an editor goes on after saving: the article of a section, the section of a claim."""
        return ""

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        self.frozen(request, self.article_of(form.instance))

    def delete_model(self, request, obj):
        article, request.parent_address = self.article_of(obj), self.parent_address(obj)
        super().delete_model(request, obj)
        if article.pk:
            self.frozen(request, article)

    def frozen(self, request, article):
        """Freeze the draft; reviews adds its flags here."""
        article.revise(by=request.user)


class DraftInline(admin.TabularInline):
    """Rows edited with what they belong to; a subclass with many fields sets the stacked template."""

    extra = 0

    def _is_open(self, obj):
        article = obj if isinstance(obj, Article) else getattr(obj, "article", None)
        return article is None or not (article.is_locked or article.discarded_at)

    def has_add_permission(self, request, obj=None):
        return super().has_add_permission(request, obj) and self._is_open(obj)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and self._is_open(obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and self._is_open(obj)
