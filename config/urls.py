from django.contrib import admin
from django.contrib.auth import views as auth
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path

from evidence.public.sitemaps import Reviews
from evidence.public.views import robots
from reviews.flags.catalogue import how_we_check

urlpatterns = [
    path("", include("evidence.public.urls")),
    path("how-we-check/", how_we_check, name="how-we-check"),
    path("desk/", include("reviews.desk.urls")),
    path("admin/evidence/article/<int:pk>/write/", include("reviews.writing.urls")),
    path("admin/", admin.site.urls),
    path("accounts/login/", auth.LoginView.as_view(), name="login"),
    path("accounts/logout/", auth.LogoutView.as_view(), name="logout"),
    path("sitemap.xml", sitemap, {"sitemaps": {"reviews": Reviews}}, name="sitemap"),
    path("robots.txt", robots),
]
