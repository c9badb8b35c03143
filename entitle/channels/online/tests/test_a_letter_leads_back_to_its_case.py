"""DOMAIN 5, 'Channel linkage': letters carry a case code and a short link, and everything says what happens next."""

from __future__ import annotations

import subprocess

import pytest
from django.test import Client

from entitle.channels.online.tests.conftest import NOW, by
from entitle.contacts.models import Message
from entitle.customers.queries import contact_details
from entitle.procedures.acknowledge_claim import acknowledge_claim
from entitle.procedures.jobs.messages import letter_pdf
from entitle.procedures.make_complaint import make_complaint
from entitle.procedures.submit_claim import submit_claim
from entitle.record.short_link import where_it_stands


@pytest.fixture
def letter(settings, draft, user):
    """That we have Olwen's claim."""
    settings.CSRF_TRUSTED_ORIGINS = ["https://entitle.example"]
    submit_claim(claim_code=draft.code, by=by(user), as_at=NOW)
    acknowledge_claim(claim_code=draft.code, received_on=NOW.date(), as_at=NOW)
    return Message.objects.get()


class TestLettersCarryACaseCodeAndShortLink:
    def test_on_paper(self, letter, draft):
        pdf = letter_pdf(letter, contact_details(letter.customer_id))
        text = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
        said = " ".join(text.split())
        assert f"what happens next: entitle.example/go/{draft.code}" in said and "What happens next" in said
        assert said.count(draft.code) > 1, "the code stands in the letter too"

    def test_typed_from_paper_it_leads_to_the_case_which_says_what_happens_next(self, letter, draft, client):
        for typed in (draft.code, draft.code.lower().replace("-", " ")):
            page = client.get(f"/go/{typed}", follow=True)
            assert page.redirect_chain[-1][0] == f"/online/claims/{draft.code}"
            assert "What happens next" in page.content.decode()

    def test_of_a_letter_of_no_claim_is_the_letter_itself_in_its_language(self, letter, client, user):
        letter.customer.language = "cy"
        letter.customer.save(update_fields=["language"])
        make_complaint(customer_code=letter.customer.code, category="mistake", happened="Anghywir.", by=by(user),
                       as_at=NOW)
        received = Message.objects.get(template="complaint_received")
        assert where_it_stands(received).endswith(f"beth sy'n digwydd nesaf: entitle.example/go/{received.code}")
        assert received.subject in client.get(f"/go/{received.code}", follow=True).content.decode()

    def test_tells_a_stranger_nothing(self, letter, draft, other_client):
        assert Client().get(f"/go/{draft.code}", follow=True).redirect_chain[-1][0].startswith("/account/login/")
        assert other_client.get(f"/go/{draft.code}", follow=True).status_code == 404
        assert other_client.get("/go/nonsense")["Location"] == "/online/"

    def test_is_not_made_up_where_the_operator_has_set_no_address(self, letter, settings):
        settings.CSRF_TRUSTED_ORIGINS = []
        assert where_it_stands(letter) == ""
