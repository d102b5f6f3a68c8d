"""The desk: what waits for whom, one page an article, and its verbs."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from evidence.models import Article, Citation
from reviews import permissions
from reviews.desk.attempts import attempt, is_done
from reviews.desk.forms import AgreeForm, ConfirmForm, SeenForm, VerifyForm, WaiveForm
from reviews.desk.page import page_of
from reviews.desk.queues import queues_of
from reviews.desk.since import what_moved
from reviews.desk.verbs import VERBS
from reviews.flags import flagging, judging
from reviews.models import Confirmation, Decision, Flag, Waiver
from reviews.models.state import state_of

REQUEST = Decision.Verdict.REQUEST
SMALL = {
    "verify": gettext_lazy("Noted"),
    "hold": gettext_lazy("Confirm"),
    "waive": gettext_lazy("Waive"),
    "agree": gettext_lazy("Agree"),
    "confirm": gettext_lazy("Confirm"),
}
# Who reads or confirms one citation after the other stays at the list, and finds it unfolded.
AFTER = {"verify": "?reading=1#unverified", "hold": "#lapsed"}


@login_required
@require_safe
def queue(request):
    permissions.require(request.user, "see_desk")
    return render(request, "reviews/queue.html", queues_of(request.user))


@login_required
@require_safe
def article(request, slug):
    permissions.require(request.user, "see_desk")
    found = get_object_or_404(Article, slug=slug)
    return render(request, "reviews/article.html", page_of(request.user, found))


@login_required
@require_POST
def act(request, slug, verb):
    permissions.require(request.user, "see_desk")
    found, asked = get_object_or_404(Article, slug=slug), VERBS.get(verb)
    if asked is None:
        raise Http404
    form = asked.form(request.POST, article=found, prefix=verb)
    if "more" in request.POST and hasattr(form, "with_more"):
        return _again(request, found, verb, refused=(asked, form.with_more()))
    permissions.require(request.user, asked.permission, found)
    # Declarations, dates and sources move by themselves: whoever reads after this verb reads today's flags.
    flagging.reconcile(found)
    name = form.data.get(f"{verb}-verdict", REQUEST if verb == "request" else verb)
    if not form.is_valid():
        # What a form offers follows the state: of a second click that comes late, it no longer takes the first answer.
        if state_of(found) not in asked.states and is_done(request, found, name):
            messages.success(request, _("Done already: %(verb)s.") % {"verb": asked.label})
            return redirect("desk:article", slug=slug)
        return _again(request, found, name, refused=(asked, form))
    said = form.arguments()
    if reasons := attempt(request, found, name, lambda locked: asked.do(locked, request.user, **said)):
        return _again(request, found, name, reasons, refused=(asked, form))
    messages.success(request, _("Done: %(verb)s.") % {"verb": asked.label})
    return redirect("desk:article", slug=slug)


@login_required
@require_POST
def verify(request, slug, pk):
    cited = get_object_or_404(
        Citation.objects.select_related("claim__article", "source"), pk=pk, claim__article__slug=slug
    )
    permissions.require(request.user, "verify_citation", cited.claim.article)
    return _answered(
        request,
        cited.claim.article,
        ("verify", pk),
        VerifyForm,
        lambda said: cited.verify(by=request.user, **said),
    )


@login_required
@require_POST
def confirm_judgement(request, slug, pk):
    cited = get_object_or_404(
        Citation.objects.select_related("claim__article"), pk=pk, claim__article__slug=slug
    )
    permissions.require(request.user, "confirm_judgement", cited.claim.article)
    return _answered(
        request,
        cited.claim.article,
        ("hold", pk),
        SeenForm,
        lambda said: judging.confirm(cited, by=request.user, **said),
    )


@login_required
@require_POST
def waive(request, slug, pk):
    flag = get_object_or_404(Flag.objects.select_related("article"), pk=pk, article__slug=slug)
    return _answered(
        request,
        flag.article,
        ("waive", pk),
        WaiveForm,
        lambda said: Waiver.give(flag, by=request.user, **said),
    )


@login_required
@require_POST
def agree(request, slug, pk):
    waiver = get_object_or_404(
        Waiver.objects.select_related("flag__article"), pk=pk, flag__article__slug=slug
    )
    return _answered(
        request, waiver.flag.article, ("agree", pk), AgreeForm, lambda _said: waiver.agree(by=request.user)
    )


@login_required
@require_POST
def confirm(request, slug, pk):
    decision = get_object_or_404(
        Decision.objects.select_related("round__article"), pk=pk, round__article__slug=slug
    )
    permissions.require(request.user, "decide", decision.round.article)
    return _answered(
        request,
        decision.round.article,
        ("confirm", pk),
        ConfirmForm,
        lambda said: Confirmation.give(decision, by=request.user, **said),
    )


def _answered(request, article, form_name, form_class, verb):
    """Do what one of the small forms beside the text asks for. `form_name` is its (name, row) on the page."""
    name, form = form_name[0], form_class(request.POST)
    if name != "verify":
        flagging.reconcile(article)
    reasons = (
        attempt(request, article, name, lambda _locked: verb(form.cleaned_data)) if form.is_valid() else ()
    )
    for field, faults in form.errors.items():
        messages.error(request, f"{form.fields[field].label}: {' '.join(faults)}")
    if reasons or form.errors:
        typed = {"form": name, "pk": form_name[1], "said": form.data}
        return _again(request, article, name, reasons, typed=typed)
    messages.success(request, _("Done: %(verb)s.") % {"verb": SMALL[name]})
    return redirect(reverse("desk:article", args=[article.slug]) + AFTER.get(name, ""))


def _again(request, article, verb, reasons=(), **kept):
    """The article's page as it is now, with what was typed, why nothing was done, and what changed meanwhile."""
    # Read anew: what the view began with may be what changed.
    article = Article.objects.get(pk=article.pk)
    moved = what_moved(request.POST.get("shown"), article, request.user, verb)
    context = page_of(request.user, article, reasons=reasons, **kept)
    status = 409 if reasons or moved else 200
    return render(request, "reviews/article.html", {**context, "moved": moved}, status=status)
