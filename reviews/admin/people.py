"""Contributors and their declarations: what the checks ask of them is asked again as soon as they change."""

from django import forms
from django.contrib import admin
from django.urls import reverse
from django.utils.translation import gettext as _

from evidence.admin import people
from evidence.models import Article, Contributor, Declaration
from reviews import permissions
from reviews.flags import flagging
from reviews.models import declaring, linking


class LinkForm(forms.ModelForm):
    """A contributor's form for a keeper of people: which login stands behind it is refused with the reason why."""

    def clean_user(self):
        user = self.cleaned_data["user"]
        if reason := linking.why_not_link(self.instance, user):
            raise forms.ValidationError(reason)
        return user


class ContributorAdmin(people.ContributorAdmin):
    def get_readonly_fields(self, request, obj=None):
        fixed = super().get_readonly_fields(request, obj)
        if permissions.may(request.user, "keep_people"):
            return [name for name in fixed if name != "user"]
        return fixed

    def get_form(self, request, obj=None, **kwargs):
        keeps = permissions.may(request.user, "keep_people")
        return super().get_form(request, obj, **{**kwargs, **({"form": LinkForm} if keeps else {})})

    def save_model(self, request, obj, form, change):
        wanted, stored = obj.user, Contributor.objects.filter(pk=obj.pk).first()
        obj.user = stored.user if stored else None
        super().save_model(request, obj, form, change)
        if "user" in form.changed_data:
            linking.link(obj, wanted, by=request.user)
        flagging.reconcile_all(Article.objects.by(obj))


class DeclarationForm(people.DeclarationForm):
    """Whoever fills it in for somebody else is handed the link by which that person answers."""

    ask = staticmethod(lambda contributor, article: "")

    def clean(self):
        said = super().clean()
        if "declared_where" in self.errors and said.get("contributor"):
            link = self.ask(said["contributor"], said.get("article"))
            self.add_error(
                None, _("Or send this link to the person, who then answers: %(link)s") % {"link": link}
            )
        return said


class DeclarationAdmin(people.DeclarationAdmin):
    form = DeclarationForm

    def get_form(self, request, obj=None, **kwargs):
        def ask(contributor, article):
            token = declaring.link_for(contributor, article, by=request.user)
            return request.build_absolute_uri(reverse("desk:interests", args=[token]))

        form = super().get_form(request, obj, **kwargs)
        return type(form.__name__, (form,), {"ask": staticmethod(ask)})

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        flagging.reconcile_all(Article.objects.by(obj.contributor))


for model, extended in ((Contributor, ContributorAdmin), (Declaration, DeclarationAdmin)):
    admin.site.unregister(model)
    admin.site.register(model, extended)
