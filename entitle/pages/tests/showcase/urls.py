"""A tiny service that shows every component once. Only the tests use it."""

from __future__ import annotations

from django.urls import include, path

from entitle.pages import errors
from entitle.pages.tests.showcase import views

handler400, handler403 = errors.bad_request, errors.forbidden
handler404, handler500 = errors.not_found, errors.server_error

urlpatterns = [
    path("", views.start),
    path("parts", views.parts),
    path("staff", views.staff),
    path("tasks", views.tasks),
    path("confirmation", views.confirmation),
    path("claim/check", views.check, name="showcase-check"),
    path("claim/sent", views.confirmation, name="showcase-sent"),
    path("claim/<slug:slug>", views.question, name="showcase-question"),
    path("guarded/<slug:slug>", views.guarded_question, name="showcase-guarded"),
    path("error/<int:status>", views.error),
    path("broken", views.broken),
    path("", include("entitle.pages.urls")),
    path("account/", include("allauth.urls")),
]
