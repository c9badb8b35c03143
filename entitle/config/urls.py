"""Every address, each door under its own name."""
from __future__ import annotations

from django.urls import include, path, re_path

from entitle.config.demo_door import enter
from entitle.config.front_page import front_page, start_page
from entitle.config.health import healthz, metrics
from entitle.pages.access import public
from entitle.pages.errors import not_found

urlpatterns = [
    path("", front_page, name="front_page"),
    path("start/", start_page, name="start_page"),
    path("healthz", healthz, name="healthz"),
    path("metrics", metrics, name="metrics"),
    re_path(r"^account/(?:email/|confirm-email/.*|3rdparty/|social/.*)$", public(not_found), name="not_offered"),
    path("account/", include("allauth.urls")),
    path("demo/enter/<str:username>", enter, name="demo_enter"),
    path("paper/", include("entitle.channels.clerical.urls")),
    path("exchange/", include("entitle.channels.exchange.urls")),
    path("desk/", include("entitle.channels.desk.urls")),
    path("telephone/", include("entitle.channels.telephone.urls")),
    path("", include("entitle.channels.law_book.urls")),
    path("", include("entitle.pages.urls")),
    path("", include("entitle.channels.online.urls")),
]

handler400 = "entitle.pages.errors.bad_request"
handler403 = "entitle.pages.errors.forbidden"
handler404 = "entitle.pages.errors.not_found"
handler500 = "entitle.pages.errors.server_error"
