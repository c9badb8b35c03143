"""Claims: one open at a time, counted from first contact, answered by any channel, sent in once."""
from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from django.db import connection

from entitle.claims import operations, queries
from entitle.claims.errors import AlreadyClaiming, ChangedMeanwhile
from entitle.claims.models import Claim
from entitle.claims.tests.cast import ONLINE, SCHEME, TELEPHONE, draft, submitted
from entitle.contacts.tests.cast import NOON, customer
from entitle.kernel.lifecycle import NotAllowedNow

pytestmark = pytest.mark.django_db


class TestOneOpenClaim:
    def test_a_second_is_refused_with_the_code_of_the_first(self):
        olwen = customer("Olwen Llŷr")
        first = draft(olwen)
        with pytest.raises(AlreadyClaiming, match=first.code) as refused:
            draft(olwen)
        assert refused.value.code == first.code
        assert queries.open_claim(customer_id=olwen.id, scheme=SCHEME) == first

    def test_another_benefit_or_another_person_is_no_obstacle(self):
        olwen, sean = customer("Olwen Llŷr"), customer("Seán O'Neill")
        claims = [draft(olwen), draft(olwen, scheme="another_benefit"), draft(sean)]
        assert len({claim.code for claim in claims}) == 3

    def test_after_a_withdrawal_they_may_claim_again(self):
        olwen = customer("Olwen Llŷr")
        first = operations.withdraw(claim=draft(olwen), as_at=NOON)
        assert (first.state, first.closed_at) == ("withdrawn", NOON)
        second = draft(olwen)
        assert [claim.code for claim in queries.of_customer(customer_id=olwen.id)] == [second.code, first.code]

    def test_the_claimant_is_a_party_once(self):
        olwen = customer("Olwen Llŷr")
        claim = draft(olwen)
        operations.add_party(claim_id=claim.id, customer_id=olwen.id, role="claimant")
        [party] = queries.parties_of(claim_id=claim.id)
        assert (party.customer, party.role) == (olwen, "claimant")


class TestTheProtectedDate:
    def test_can_be_made_earlier_and_never_later(self):
        claim = draft(customer("Joan Black"))
        operations.protect_from(claim_id=claim.id, on=date(2026, 11, 3))
        operations.protect_from(claim_id=claim.id, on=date(2026, 11, 21))
        assert queries.by_id(claim_id=claim.id).protected_on == date(2026, 11, 3)


class TestAnswers:
    def test_the_latest_for_each_fact_is_the_draft_and_none_is_lost(self, django_assert_num_queries):
        claim = draft(customer("Seán O'Neill"))
        operations.answer(claim_id=claim.id, channel="online", by=ONLINE, as_at=NOON, answers={
            "person.name": {"given": "Sean", "family": "O'Neill"}, "home.rent": 43250, "person.email": "s@example.com"})
        later = NOON + timedelta(hours=1)
        operations.answer(claim_id=claim.id, channel="telephone", by=TELEPHONE, as_at=later, answers={
            "person.name": {"given": "Seán", "family": "O'Neill"}, "person.email": None})
        with django_assert_num_queries(1):
            assert queries.draft_of(claim_id=claim.id) == {
                "person.name": {"given": "Seán", "family": "O'Neill"}, "home.rent": 43250, "person.email": None}
        assert claim.answers.count() == 5
        given = queries.answers_of(claim_id=claim.id)["person.name"]
        assert (given.channel, given.answered_at) == ("telephone", NOON + timedelta(hours=1))

    def test_no_and_nothing_are_answers(self):
        claim = draft(customer("Joan Black"))
        operations.answer(claim_id=claim.id, channel="online", by=ONLINE, as_at=NOON,
                          answers={"home.pays_rent": False, "home.children": 0})
        assert queries.draft_of(claim_id=claim.id) == {"home.pays_rent": False, "home.children": 0}

    def test_the_channels_are_told_in_the_order_they_were_used(self):
        claim = draft(customer("Olwen Llŷr"), channel="telephone")
        for channel in ("online", "clerical", "online", "telephone"):
            operations.answer(
                claim_id=claim.id, channel=channel, by=ONLINE, as_at=NOON, answers={"person.phone": channel})
        assert queries.channels_of(claim_id=claim.id) == ["telephone", "online", "clerical"]


class TestSendingIn:
    def test_twice_gives_the_first_result_again(self):
        claim = draft(customer("Aoife Ní Dhomhnaill"))
        assert operations.submit(claim=claim, decide_by=date(2026, 12, 7), channel="online", as_at=NOON)
        again = queries.by_id(claim_id=claim.id)
        assert not operations.submit(
            claim=again, decide_by=date(2026, 12, 9), channel="telephone", as_at=NOON + timedelta(days=2))
        assert (again.decide_by, again.submitted_at, again.state) == (date(2026, 12, 7), NOON, "received")

    def test_from_a_page_left_open_it_is_still_the_first_that_counts(self):
        claim = draft(customer("Aoife Ní Dhomhnaill"))
        left_open = Claim.objects.get(id=claim.id)
        operations.submit(claim=claim, decide_by=date(2026, 12, 7), channel="online", as_at=NOON)
        assert not operations.submit(
            claim=left_open, decide_by=date(2026, 12, 8), channel="online", as_at=NOON + timedelta(days=1))
        assert left_open.decide_by == date(2026, 12, 7)

    def test_a_withdrawn_claim_is_refused(self):
        claim = operations.withdraw(claim=draft(customer("Joan Black")), as_at=NOON)
        with pytest.raises(NotAllowedNow):
            operations.submit(claim=claim, decide_by=date(2026, 12, 7), channel="online", as_at=NOON)

    def test_is_cheap_however_many_answers(self, django_assert_num_queries):
        claim = draft(customer("Fatima al-Sayed"))
        with django_assert_num_queries(3):
            operations.answer(claim_id=claim.id, channel="online", by=ONLINE, as_at=NOON,
                              answers={f"made_up.fact_{number}": number for number in range(40)})
            locked = operations.lock(code=claim.code)
            operations.submit(claim=locked, decide_by=date(2026, 12, 7), channel="online", as_at=NOON)


class TestItsLife:
    def test_waits_for_evidence_is_handed_off_and_comes_back(self):
        claim = submitted(customer("Henry d’Arcy-Jones"))
        for event in ("evidence_awaited", "evidence_in", "handed_off", "taken_back", "decided"):
            operations.move(claim=claim, event=event, as_at=NOON)
        assert queries.by_id(claim_id=claim.id).state == "decided"
        assert queries.open_claims(customer_id=claim.customer_id) == []

    def test_a_move_off_the_graph_is_refused_and_says_what_is_possible(self):
        with pytest.raises(NotAllowedNow, match="withdrawn"):
            operations.move(claim=draft(customer("Joan Black")), event="decided", as_at=NOON)

    def test_two_officers_who_read_it_together_do_not_both_move_it(self):
        claim = submitted(customer("Henry d’Arcy-Jones"))
        other = Claim.objects.get(id=claim.id)
        operations.move(claim=claim, event="decided", as_at=NOON)
        with pytest.raises(ChangedMeanwhile):
            operations.move(claim=other, event="withdrawn", as_at=NOON)

    def test_an_unknown_code_locks_nothing(self):
        assert operations.lock(code="CLM-0000-0000") is None


@pytest.mark.django_db(transaction=True)
class TestTwoAtOnce:
    def test_only_one_claim_is_begun(self):
        olwen = customer("Olwen Llŷr")

        def begin(_):
            try:
                return draft(olwen).code
            except AlreadyClaiming as refused:
                return refused.code
            finally:
                connection.close()

        with ThreadPoolExecutor(2) as doors:
            codes = set(doors.map(begin, range(2)))
        assert codes == {queries.open_claim(customer_id=olwen.id, scheme=SCHEME).code}
