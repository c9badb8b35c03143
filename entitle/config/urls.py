"""Every address, each door under its own name."""
from __future__ import annotations

from django.urls import include, path

from entitle.config.health import healthz, metrics

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("metrics", metrics, name="metrics"),
    path("account/", include("allauth.urls")),
]
