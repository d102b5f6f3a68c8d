"""Contributors and their declarations: what the checks ask of them is asked again as soon as they change."""

from django.contrib import admin

from evidence.admin import people
from evidence.models import Article, Contributor, Declaration
from reviews.flags import flagging


class ContributorAdmin(people.ContributorAdmin):
    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        flagging.reconcile_all(Article.objects.by(obj))


class DeclarationAdmin(people.DeclarationAdmin):
    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        flagging.reconcile_all(Article.objects.by(obj.contributor))


for model, extended in ((Contributor, ContributorAdmin), (Declaration, DeclarationAdmin)):
    admin.site.unregister(model)
    admin.site.register(model, extended)
