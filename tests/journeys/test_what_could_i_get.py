"""What could I get? Asked by a stranger and by a customer: the same rules as a claim, and nothing kept."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
from django.test import Client

from entitle.blueprint import registry
from entitle.blueprint.nearest_change import Change
from entitle.blueprint.possibilities import possibility, still_to_ask, what_could_i_get
from entitle.claims.models import Answer
from entitle.customers.models import HeldFact
from entitle.pages.walk_view import slug_of

NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)
ON = date(2026, 6, 1)
OLWEN = {
    "person.born_on": date(1960, 3, 20), "person.sex": "female", "person.nino": "AB123447C",
    "person.relationship": "never", "state_pension.lived_abroad": False,
    "state_pension.when_to_start": "as_soon_as_possible", "state_pension.benefits_while_delaying": False,
    "national_insurance.qualifying_years": 35, "national_insurance.has_transitional_record": False,
    "national_insurance.reduced_rate_election": False,
}


def pension(facts, on=ON):
    return possibility(registry.scheme("state_pension"), facts, on=on)


def waits_for_others(found):
    """Whether something is needed that only a record or another person can tell, and no estimate supposes."""
    return not set(found.facts) <= set(found.scheme.supposed)


class TestOneBenefit:
    def test_comes_to_what_a_claim_would(self):
        found = pension(OLWEN)
        assert (found.result, found.outcome.pence, found.outcome.per) == ("entitled", 24130, "week")

    def test_asks_only_for_what_is_not_known(self):
        found = pension({"person.born_on": date(1960, 3, 20), "person.sex": "female"})
        asked = [question.fact for question in found.questions]
        assert found.result == "ask" and "person.born_on" not in asked and "state_pension.lived_abroad" in asked
        assert "national_insurance.qualifying_years" in found.facts, "a record tells that, and nobody is asked"

    def test_is_refused_as_soon_as_one_reason_is_known(self):
        found = pension({"person.born_on": date(1961, 3, 20), "person.sex": "male"})
        assert (found.result, [reason.name for reason in found.reasons]) == ("not_entitled", ["too_early"])

    def test_says_from_which_day_waiting_is_enough(self):
        soon = {"person.born_on": date(1960, 10, 20), "person.sex": "male"}
        change = pension(soon).change
        assert pension(soon, on=change.on).result == "ask"
        assert pension(soon, on=date.fromordinal(change.on.toordinal() - 1)).result == "not_entitled"

    def test_says_the_nearest_number_that_would_do(self):
        found = pension(OLWEN | {"national_insurance.qualifying_years": 7})
        assert found.change == Change("national_insurance.qualifying_years", 7, 10)

    def test_leaves_to_a_person_what_the_rules_do(self):
        found = pension(OLWEN | {"state_pension.lived_abroad": True})
        assert (found.result, [reason.name for reason in found.reasons]) == ("person", ["time_abroad"])


class TestAnEstimateThatSupposes:
    ALONE = {
        "person.born_on": date(1990, 5, 5), "home.in_great_britain": True, "person.savings": 0,
        **dict.fromkeys((
            "person.abroad_in_last_two_years", "person.is_prisoner", "person.in_education", "household.has_partner",
            "household.has_children", "home.pays_rent", "home.owner_pays_charges", "household.has_non_dependants",
            "person.has_health_condition", "person.is_carer", "person.is_employed", "person.is_self_employed",
            "person.gets_daily_living_benefit", "person.gets_other_disability_benefit", "person.is_blind",
            "person.in_paid_work", "home.in_greater_london", "person.has_unearned_income",
            "person.has_student_income", "universal_credit.wants_earlier_start"), False),
    }

    def test_says_what_it_supposed_and_a_decision_supposes_nothing(self):
        scheme = registry.scheme("universal_credit")
        found = possibility(scheme, self.ALONE, on=ON)
        assert found.result == "entitled", (found.questions, found.facts)
        assert (found.outcome.pence, found.outcome.per) == (42490, "month")
        assert "person.accepted_commitment" in found.supposed
        assert "person.accepted_commitment" in scheme.assess(self.ALONE | {"claim.made_on": ON}, on=ON).missing

    def test_of_too_much_income_says_what_would_be_little_enough(self):
        scheme = registry.scheme("universal_credit")
        paid = self.ALONE | {"person.in_paid_work": True, "person.is_employed": True, "person.pay": 150_000,
                             "person.pay_tax": 0, "person.pay_national_insurance": 0, "person.pension_contributions": 0}
        found = possibility(scheme, paid, on=ON)
        assert (found.result, [reason.name for reason in found.reasons]) == ("not_entitled", ["income_too_high"])
        assert found.change is not None and found.change.would_be is not None
        for value, result in ((found.change.would_be, "entitled"), (found.change.now, "not_entitled")):
            assert possibility(scheme, paid | {found.change.fact: value}, on=ON).result == result


class TestEveryBenefit:
    def test_what_could_be_had_comes_first_and_then_the_fewest_questions_of_what_they_can_tell_alone(self):
        found = what_could_i_get(registry.schemes().values(), OLWEN, on=ON)
        assert {each.scheme.name for each in found} == set(registry.schemes())
        assert (found[0].scheme.name, found[0].result) == ("state_pension", "entitled")
        waits = [(waits_for_others(each), len(each.questions)) for each in found if each.result == "ask"]
        assert waits == sorted(waits) and {True, False} == {others for others, _ in waits}

    def test_nothing_is_asked_twice(self):
        for facts in ({}, OLWEN):
            found = what_could_i_get(registry.schemes().values(), facts, on=ON)
            asked = still_to_ask(found, {}).facts
            assert len(asked) == len(set(asked)) and not set(asked) & set(facts)

    def test_the_answers_settle_it_one_by_one(self):
        facts, answers = {}, {}
        for _ in range(40):
            found = [pension(facts)]
            ahead = [each for each in still_to_ask(found, answers) if each.fact not in answers]
            if not ahead:
                break
            answers[ahead[0].fact] = OLWEN[ahead[0].fact]
            facts |= {ahead[0].fact: OLWEN[ahead[0].fact]}
        assert found[0].result == "others" and set(found[0].facts) <= set(OLWEN)


def answer_up_to(client, fact):
    """Answer whatever is asked, in whatever order, up to one question; gives its address."""
    asked = {slug_of(question.fact): question for scheme in registry.schemes().values()
             for questions in (scheme.claim, *(each.questions for each in scheme.further)) for question in questions}
    page = client.get("/online/what-could-i-get").content.decode()
    address = re.search(r'href="(/online/what-could-i-get/[^"]+)"', page)[1]
    while (slug := address.rstrip("/").rsplit("/", 1)[-1]) != slug_of(fact):
        question = asked[slug]
        said = said_to(question)
        answered = client.post(address, question.kind.typed(said, question.field_id))
        assert answered.status_code == 302, (question.fact, answered.content.decode())
        address = answered["Location"]
    return address


def said_to(question):
    """Of somebody who lives in Great Britain: the first choice, no, none, a day of this year, one of a list."""
    kind, plain = question.kind, {"yes_no": False, "count": 0, "money": 0, "date": date(2026, 1, 5), "text": "Here",
                                  "name": {"given": "Mali", "family": "Llŷr"}}
    if kind.name == "repeat":
        return [{each.fact: said_to(each) for each in kind.questions}]
    if kind.name == "choice":
        return kind.choices[0].value
    return question.fact in LIVES_HERE or plain[kind.name]


LIVES_HERE = ("home.in_great_britain", "pip.british_or_irish")


@pytest.mark.django_db
class TestThePage:
    @pytest.fixture(autouse=True)
    def _june(self, clock_at):
        clock_at(NOW)

    def test_is_answered_by_a_stranger_and_nothing_is_kept(self):
        client = Client()
        page = client.get("/online/what-could-i-get").content.decode()
        assert "State Pension" in page and "Answer some questions" in page
        url = answer_up_to(client, "person.born_on")
        wrong = client.post(url, {"person-born_on-day": "31", "person-born_on-month": "2",
                                  "person-born_on-year": "1961"})
        assert wrong.status_code == 422 and "31" in wrong.content.decode()
        client.post(url, {"person-born_on-day": "20", "person-born_on-month": "3", "person-born_on-year": "1961"})
        client.post(answer_up_to(client, "person.sex"), {"person-sex": "male"})
        page = client.get("/online/what-could-i-get").content.decode()
        assert "You claimed more than 4 months before" in page
        client.post("/online/what-could-i-get")
        assert "You claimed more than 4 months" not in client.get("/online/what-could-i-get").content.decode()
        assert not Answer.objects.exists() and not HeldFact.objects.exists()

    def test_speaks_welsh(self):
        page = Client().get("/online/what-could-i-get?lang=cy").content.decode()
        assert "Beth allwn i ei gael?" in page and "What could I get" not in page


@pytest.mark.browser
class TestInABrowser:
    def test_is_usable_by_everyone_on_any_screen(self, service, page, usable, clock_at):
        clock_at(NOW)
        page.goto(f"{service}/online/start")
        page.get_by_role("link", name="See what you could get").click()
        usable(page)
        page.get_by_role("button", name="Answer some questions").click()
        usable(page)
        page.goto(f"{service}/online/what-could-i-get")
