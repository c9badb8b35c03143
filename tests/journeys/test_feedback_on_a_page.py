"""DOMAIN 5, 'Perpetual beta': feedback on each page joins to its step and release, and asks for nothing personal."""
from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from entitle.contacts.models import Feedback
from entitle.procedures.take_feedback import TAKEN_OUT


@pytest.fixture
def release(settings):
    settings.ENTITLE_RELEASE = "4f2c1ab"


class TestFeedbackJoinsToStepAndRelease:
    def said(self, client, page, **form):
        """What someone says from the link at the foot of a page."""
        foot = client.get(page, follow=True).content.decode()
        link = re.search(r'href="(/feedback\?[^"]*)"', foot).group(1).replace("&amp;", "&")
        shown = client.get(link).content.decode()
        step = re.search(r'name="step" value="([^"]*)"', shown).group(1)
        return client.post(reverse("feedback"), {"step": step, **form})

    def test_from_the_foot_of_the_page_it_is_about(self, db, release, as_user, an_officer):
        client = Client()
        assert self.said(client, reverse("online_benefit", args=["state-pension"]), useful="").status_code == 422
        self.said(client, reverse("online_benefit", args=["state-pension"]), useful="no", words="What is deferral?")
        answers = client.get(reverse("online_what_could_i_get")).content.decode()
        slug = re.search(r'"/online/what-could-i-get/([^"?]+)', answers).group(1)
        self.said(client, reverse("online_what_could_i_get_question", args=[slug]) + "?lang=cy", useful="yes")
        kept = list(Feedback.objects.order_by("id").values_list("step", "release", "was_useful", "language"))
        assert kept == [("online_benefit/state-pension", "4f2c1ab", False, "en"),
                        (f"online_what_could_i_get_question/{slug}", "4f2c1ab", True, "cy")]
        page = as_user(an_officer("team_leader")).get(reverse("desk-experience")).content.decode()
        assert "online_benefit/state-pension" in page and "What is deferral?" in page and "4f2c1ab" in page

    def test_a_reference_in_an_address_never_comes_with_it(self, db, release):
        address = reverse("online_claim", args=["CLM-7K3M-9QX2-4TB8"])
        assert Client().post(reverse("feedback"), {"step": address, "useful": "no"}).status_code == 422
        assert not Feedback.objects.exists()

    def test_what_looks_like_someone_is_taken_out_of_their_words(self, db, release):
        words = "Ring 01632 960 001 or me@example.com, AB 12 34 56 C, CLM-7K3M-9QX2-4TB8: 3 of 5 pages failed"
        Client().post(reverse("feedback"), {"step": "online_home", "useful": "no", "words": words})
        out = TAKEN_OUT
        assert Feedback.objects.get().words == f"Ring {out} or {out} {out}, {out}: 3 of 5 pages failed"
