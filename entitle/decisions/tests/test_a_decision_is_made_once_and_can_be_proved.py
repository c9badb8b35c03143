"""Decisions: one officer is first, nothing is guessed, and a row changed afterwards is found out."""
from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection

from entitle.blueprint.scheme import Outcome
from entitle.claims.tests.cast import submitted
from entitle.contacts.tests.cast import customer
from entitle.decisions import queries
from entitle.decisions.errors import AlreadyDecided
from entitle.decisions.models import Decision
from entitle.decisions.tests.cast import REFUSED, by, decided
from entitle.kernel.references import SYSTEM

pytestmark = pytest.mark.django_db


class TestADecision:
    def test_keeps_all_it_takes_to_make_it_again(self):
        decision = decided(submitted(customer("Olwen Llŷr")), by=by("Gurpreet Kaur"))
        kept = queries.get(code=decision.code)
        assert kept.facts == {"person.born_on": "1960-05-20", "made_up.years": 35}
        assert (kept.law_on, kept.rules_version, kept.pence) == (date(2026, 11, 23), "rules-1", 24130)
        assert kept.trace[0]["amounts"][0]["cites"] == "Order art 6"
        assert kept.by_person and str(kept.decided_by_user) == "Gurpreet Kaur"

    def test_that_refuses_gives_a_named_reason_in_both_languages_with_its_law(self):
        decision = decided(submitted(customer("Joan Black")), outcome=REFUSED, by=by("Gurpreet Kaur"))
        [reason] = decision.reasons
        assert (reason["rule"], reason["cites"]) == ("too_few_years", "Made-up Act s1")
        assert reason["en"] and reason["cy"] and decision.pence is None

    def test_is_never_made_on_a_guess(self):
        claim = submitted(customer("Joan Black"))
        with pytest.raises(ValueError, match="missing"):
            decided(claim, outcome=Outcome(missing=("person.born_on",)), by=SYSTEM)
        assert queries.latest(claim_id=claim.id) is None

    def test_by_the_rules_alone_names_no_person(self):
        decision = decided(submitted(customer("Seán O'Neill")), by=SYSTEM)
        assert (decision.by_person, decision.decided_by_user_id) == (False, None)


class TestTwoOfficers:
    def test_the_second_is_told_who_was_first(self):
        claim = submitted(customer("Henry d’Arcy-Jones"))
        first = decided(claim, by=by("Gurpreet Kaur"))
        with pytest.raises(AlreadyDecided, match="Gurpreet Kaur on 23 November 2026") as refused:
            decided(claim, by=by("Tomasz Zieliński"))
        assert refused.value.decision_code == first.code
        with pytest.raises(AlreadyDecided, match="Gurpreet Kaur"):
            queries.refuse_if_decided(claim_id=claim.id)

    def test_a_revision_is_the_next_in_the_sequence_and_made_once(self):
        claim, tomasz = submitted(customer("Henry d’Arcy-Jones")), by("Tomasz Zieliński")
        first = decided(claim, by=by("Gurpreet Kaur"))
        second = decided(claim, outcome=REFUSED, by=tomasz, supersedes=first)
        assert (second.sequence, queries.latest(claim_id=claim.id)) == (2, second)
        assert queries.of_claim(claim_id=claim.id) == [second, first]
        with pytest.raises(AlreadyDecided, match="Tomasz Zieliński"):
            decided(claim, by=by("Precious Okafor"), supersedes=first)

    def test_a_claim_not_decided_refuses_nobody(self):
        assert queries.refuse_if_decided(claim_id=submitted(customer("Joan Black")).id) is None


class TestTheDigest:
    def test_worked_out_afresh_is_the_one_that_was_kept(self, django_assert_num_queries):
        decisions = [
            decided(submitted(customer("Olwen Llŷr")), by=by("Gurpreet Kaur")),
            decided(submitted(customer("Joan Black")), outcome=REFUSED, by=SYSTEM),
        ]
        with django_assert_num_queries(1):
            found = queries.digests([decision.id for decision in decisions])
        assert found == {decision.id: decision.digest for decision in decisions}

    @pytest.mark.parametrize("change", [
        "pence = pence + 1",
        "facts = jsonb_set(facts, '{made_up.years}', '34')",
        "trace = jsonb_set(trace, '{0,value}', '1')",
        "decided_at = decided_at + interval '1 microsecond'",
        "decided_by_user_id = NULL, by_person = false",
        "starts_on = starts_on - 1",
    ])
    def test_differs_when_anything_was_altered(self, change):
        decision = decided(submitted(customer("Olwen Llŷr")), by=by("Gurpreet Kaur"))
        with connection.cursor() as cursor:
            cursor.execute(f"UPDATE decisions_decision SET {change} WHERE id = %s", [decision.id])
        assert queries.digests([decision.id])[decision.id] != decision.digest

    def test_of_a_row_that_is_gone_is_not_made_up(self):
        assert queries.digests([999_999]) == {}


class TestTheRecordPage:
    def test_reads_decisions_in_one_statement_however_many(self, django_assert_num_queries):
        olwen, gurpreet = customer("Olwen Llŷr"), by("Gurpreet Kaur")
        for scheme in ("one", "another"):
            decided(submitted(olwen, scheme=scheme), by=gurpreet)
        with django_assert_num_queries(1):
            shown = [(str(each.decided_by_user), each.claim.code, each.result)
                     for each in queries.of_customer(customer_id=olwen.id)]
        assert len(shown) == 2


@pytest.mark.django_db(transaction=True)
class TestTwoAtOnce:
    def test_one_is_first_and_the_other_is_told(self):
        claim = submitted(customer("Winston Clarke"))
        officers = [by("Gurpreet Kaur"), by("Tomasz Zieliński")]

        def decide(officer):
            try:
                return decided(claim, by=officer).decided_by_user_id
            except AlreadyDecided as refused:
                return refused.decided_by
            finally:
                connection.close()

        with ThreadPoolExecutor(2) as desks:
            results = list(desks.map(decide, officers))
        assert Decision.objects.filter(claim=claim).count() == 1
        assert sorted(type(result) is int for result in results) == [False, True]
