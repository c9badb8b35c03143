"""The law's addresses: a benefit, then a rule of it."""

from __future__ import annotations

from django.urls import path

from entitle.channels.law_book import contents, rule_page

urlpatterns = [
    path("law/", contents.law, name="law"),
    path("law/<slug:benefit>/", contents.benefit, name="law_benefit"),
    path("law/<slug:benefit>/picture.svg", contents.picture, name="law_picture"),
    path("law/<slug:benefit>/<slug:rule>", rule_page.rule, name="law_rule"),
]
