from django.urls import path
from django.views.generic import RedirectView

from evidence.public import views
from evidence.public.feeds import LatestReviews

app_name = "evidence"
urlpatterns = [
    path("", views.front, name="front"),
    path("reviews/", RedirectView.as_view(pattern_name="evidence:front")),
    path("topics/<slug:slug>/", views.topic, name="topic"),
    path("reviews/<slug:slug>/", views.article, name="article"),
    path("reviews/<slug:slug>/references.<str:ending>", views.references, name="references"),
    path("reviews/<slug:slug>/history/", views.history, name="history"),
    path("reviews/<slug:slug>/editions/<int:number>/", views.edition, name="edition"),
    path("reviews/<slug:slug>/editions/<int:number>/changes/", views.changes, name="changes"),
    path("feed/", LatestReviews(), name="feed"),
]
