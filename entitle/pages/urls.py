"""Addresses that belong to no door. Include at the root: path("", include("entitle.pages.urls"))."""

from __future__ import annotations

from django.urls import path

from entitle.pages import statements

urlpatterns = [
    path("accessibility", statements.accessibility, name="accessibility"),
    path("privacy", statements.privacy, name="privacy"),
    path("cookies", statements.cookies, name="cookies"),
]
