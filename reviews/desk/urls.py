from django.urls import path

from reviews.desk import interests, views

app_name = "desk"
urlpatterns = [
    path("", views.queue, name="queue"),
    path("interests/<str:token>/", interests.declare, name="interests"),
    path("articles/<slug:slug>/", views.article, name="article"),
    path("articles/<slug:slug>/citations/<int:pk>/verify/", views.verify, name="verify"),
    path(
        "articles/<slug:slug>/citations/<int:pk>/confirm/", views.confirm_judgement, name="confirm-judgement"
    ),
    path("articles/<slug:slug>/flags/<int:pk>/waive/", views.waive, name="waive"),
    path("articles/<slug:slug>/waivers/<int:pk>/agree/", views.agree, name="agree"),
    path("articles/<slug:slug>/decisions/<int:pk>/confirm/", views.confirm, name="confirm"),
    path("articles/<slug:slug>/<slug:verb>/", views.act, name="act"),
]
