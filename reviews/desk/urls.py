from django.urls import path

from reviews.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.queue, name="queue"),
    path("articles/<slug:slug>/", views.article, name="article"),
    path("articles/<slug:slug>/<slug:verb>/", views.act, name="act"),
]
