from django.contrib import admin

from evidence.models import Article


class DraftAdmin(admin.ModelAdmin):
    """What belongs to a draft: read-only while it is locked or discarded; every save freezes what changed."""

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

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        self.frozen(request, self.article_of(form.instance))

    def delete_model(self, request, obj):
        article = self.article_of(obj)
        super().delete_model(request, obj)
        if article.pk:
            self.frozen(request, article)

    def frozen(self, request, article):
        """Freeze the draft; reviews adds its flags here."""
        article.revise(by=request.user)


class DraftInline(admin.TabularInline):
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
