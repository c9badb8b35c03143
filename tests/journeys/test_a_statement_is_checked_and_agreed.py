"""Statement posted, lost, or signed late: it is on screen, on paper or read back, and its blanks are never a "no"."""
from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO

import pikepdf
import pytest
from django.urls import reverse

from entitle.claims import queries as claims
from entitle.claims.models import Answer, Statement, StatementAgreed
from entitle.customers.models import HeldFact
from entitle.gateways import clock
from entitle.history import queries as history
from entitle.kernel.references import SYSTEM, Actor, Reference
from entitle.procedures.agree_statement import agree_statement
from entitle.procedures.answer_questions import answer_questions
from entitle.procedures.errors import NotDone
from entitle.procedures.make_statement import make_statement
from entitle.procedures.prove_identity import prove_identity
from entitle.procedures.start_claim import start_claim
from entitle.procedures.state_claim import state_claim
from entitle.staff.models import User

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)
HALF = {"person.sex": "female", "person.relationship": "never", "state_pension.lived_abroad": False}


@pytest.fixture(autouse=True)
def _monday():
    with clock.at(NOW):
        yield


@pytest.fixture
def user():
    return User.objects.create_user("olwen", None, name="Olwen Llŷr", kind="customer")


@pytest.fixture
def olwen(user):
    return prove_identity(
        user_id=user.pk, name={"given": "Olwen", "family": "Llŷr"}, born_on=date(1960, 4, 20), nino="AB123447C",
        postcode="LL57 1AA", by=Actor("customer", "online", user.pk), as_at=NOW)


@pytest.fixture
def claim(olwen):
    """Half an intake, begun by telephone."""
    begun = start_claim(scheme="state_pension", customer_id=olwen.id, by=SYSTEM, as_at=NOW)
    answer_questions(claim_code=begun.code, answers=HALF, by=SYSTEM, as_at=NOW)
    return begun


def agreed():
    return list(StatementAgreed.objects.values_list("how", "signed_on"))


class TestAHalfCompleteIntake:
    def test_lists_every_unanswered_item_and_stores_none_as_false_or_nought(self, claim):
        answers, facts = Answer.objects.count(), HeldFact.objects.count()
        made = make_statement(claim_code=claim.code, language="en", by=SYSTEM, as_at=NOW)
        items = {item.fact: item for item in state_claim(claim=claim, language="en", as_at=NOW)}
        assert items["state_pension.lived_abroad"].said == "No"
        for fact in ("person.bank_account", "state_pension.benefits_while_delaying", "person.has_helper"):
            assert (items[fact].said, items[fact].is_answered) == ("Not answered", False)
        assert made.unanswered == sum(not item.is_answered for item in items.values())
        assert (Answer.objects.count(), HeldFact.objects.count()) == (answers, facts)
        assert set(claims.draft_of(claim_id=claim.id)) == set(HALF)


class TestOnScreen:
    def test_it_is_read_and_agreed_to_once(self, as_user, user, claim):
        browser, address = as_user(user), reverse("online_statement", args=[claim.code])
        shown = browser.get(f"{address}?lang=en").content.decode()
        made = Statement.objects.get()
        assert shown.count("Not answered") == made.unanswered + 1, "each blank, and what a blank means"
        assert browser.post(address, {"statement": made.code}).status_code == 422
        for _ in range(2):
            browser.post(address, {"statement": made.code, "agreed": "yes"})
        assert agreed() == [("screen", date(2026, 6, 1))]
        assert "You agreed to this statement" in browser.get(address).content.decode()
        assert history.about(Reference("statement", made.id))[-1].code == "statement.agreed"

    def test_what_changed_since_it_was_shown_is_read_again_before_it_is_agreed(self, as_user, user, claim):
        browser, address = as_user(user), reverse("online_statement", args=[claim.code])
        browser.get(address)
        shown = Statement.objects.get().code
        answer_questions(claim_code=claim.code, answers={"person.has_helper": False}, by=SYSTEM, as_at=NOW)
        assert browser.post(address, {"statement": shown, "agreed": "yes"}).status_code == 422
        with pytest.raises(NotDone, match="Something has changed"):
            agree_statement(statement_code=shown, how="screen", by=Actor("customer", "online", user.pk), as_at=NOW)
        assert agreed() == []

    def test_no_officer_may_agree_on_screen_for_them(self, claim, an_officer):
        made = make_statement(claim_code=claim.code, language="en", by=SYSTEM, as_at=NOW)
        with pytest.raises(NotDone, match="their own sign-in"):
            agree_statement(statement_code=made.code, how="screen", as_at=NOW,
                            by=Actor("staff", "telephone", an_officer().pk))


class TestReadBack:
    def test_in_their_language_and_agreed_aloud_in_the_call(self, as_user, an_officer, olwen, claim):
        agent = as_user(an_officer())
        opened = agent.post(reverse("telephone_open", args=[olwen.code]), {"reason": "calling"})
        call = opened["Location"].rstrip("/").rsplit("/", 1)[-1]
        agent.post(reverse("telephone_identity", args=[call]))
        address = reverse("telephone_statement", args=[call, claim.code])
        assert "Not answered" in agent.get(address).content.decode()
        [made] = Statement.objects.all()
        assert agent.post(address, {"statement": made.code}).status_code == 422
        agent.post(address, {"statement": made.code, "agreed": "yes"})
        assert agreed() == [("read_back", date(2026, 6, 1))]


class TestOnPaper:
    def test_printed_in_welsh_to_be_signed_and_noted_with_the_date_beside_the_signature(
            self, as_user, an_officer, olwen, claim):
        clerk = as_user(an_officer("clerk"))
        clerk.post(reverse("clerical_open", args=[olwen.code]), {"reason": "form_wanted"})
        address = reverse("clerical_statement", args=[claim.code])
        printed = clerk.post(address, {"language": "cy"})
        with pikepdf.open(BytesIO(printed.content)) as paper:
            assert str(paper.Root.Lang) == "cy" and paper.Root.MarkInfo.Marked
        made = Statement.objects.get()
        late = {"signed": made.code, "signed-on-day": "2", "signed-on-month": "6", "signed-on-year": "2026"}
        assert "until today" in clerk.post(address, late).content.decode()
        answer_questions(claim_code=claim.code, answers={"person.has_helper": False}, by=SYSTEM, as_at=NOW)
        clerk.post(address, late | {"signed-on-day": "1"})
        assert agreed() == [("paper", date(2026, 6, 1))]
        assert "on paper" in clerk.get(address).content.decode()
