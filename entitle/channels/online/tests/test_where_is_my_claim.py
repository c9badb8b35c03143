"""DOMAIN 4, 'backlog hidden from customers': the status line works with the reference only."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from entitle.channels.online.tests.conftest import NOW, by
from entitle.procedures.submit_claim import submit_claim
from entitle.procedures.withdraw_claim import withdraw_claim


@pytest.fixture
def sent(draft, user):
    submit_claim(claim_code=draft.code, by=by(user), as_at=NOW)
    draft.refresh_from_db()
    return draft


def asked(code):
    """What somebody whom we do not know is told."""
    return Client().post(reverse("online_status_line"), {"code": code})


class TestTheStatusLineWorksWithReferenceOnly:
    @pytest.mark.parametrize("typed", [str, lambda code: f" {code.lower().replace('-', ' ')} "])
    def test_says_where_it_stands_and_by_when_we_will_decide_however_it_is_typed(self, sent, typed):
        said = asked(typed(sent.code)).content.decode()
        assert "We are looking at it" in said and "We will decide by Monday 15 June 2026." in said

    def test_says_of_one_withdrawn_that_nothing_more_happens(self, sent, user):
        withdraw_claim(claim_code=sent.code, reason="asked by the customer", by=by(user), as_at=NOW)
        said = asked(sent.code).content.decode()
        assert "Nothing more happens with this claim" in said and "We will decide by" not in said

    def test_does_not_say_whose_it_is_nor_of_which_benefit(self, sent):
        said = asked(sent.code).content.decode()
        assert not [word for word in ("Olwen", "Llŷr", "AB123447C", "State Pension") if word in said]

    def test_what_is_no_claim_is_kept_as_it_was_typed_with_what_to_do(self, db):
        page = asked("CLM-0000")
        assert page.status_code == 422
        assert "We know no claim by that" in page.content.decode() and 'value="CLM-0000"' in page.content.decode()

    def test_a_restricted_record_is_as_if_it_were_not_there(self, sent):
        sent.customer.is_restricted = True
        sent.customer.save(update_fields=["is_restricted"])
        assert asked(sent.code).status_code == 422
