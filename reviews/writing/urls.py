from django.urls import path

from reviews.writing import views

app_name = "writing"
urlpatterns = [
    path("", views.page, name="page"),
    path("sections/<slug:key>/", views.section, name="section"),
    path("sections/<slug:key>/sentences/<int:number>/", views.card, name="card"),
    path("sections/<slug:key>/sentences/<int:number>/sources/", views.sources, name="sources"),
    path("sections/<slug:key>/<slug:verb>/", views.act, name="act"),
]
