"""An award that the rules end pays nothing from that day, and each day before it at the rate the rules have for it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as some

from entitle.awards import operations as awards
from entitle.awards import queries
from entitle.awards.arithmetic import PayCycle, Rate, first_payday, pence_for, periods, rate_on, takes_effect_on
from entitle.awards.models import Award, AwardAmount
from entitle.blueprint import registry
from entitle.claims.models import Claim
from entitle.contacts.tests.cast import customer, officer
from entitle.customers import operations as customers
from entitle.decisions import operations as decisions
from entitle.decisions import queries as decided
from entitle.facts.fact import to_json
from entitle.history.models import Event
from entitle.kernel.references import SYSTEM, Actor, Reference
from entitle.procedures.ask_to_look_again import ask_to_look_again
from entitle.procedures.decide_again import decide_again
from entitle.procedures.decide_claim import decide_claim
from entitle.procedures.keep_award_dates import keep_award_dates
from entitle.procedures.register_customer import register_customer
from entitle.procedures.take_record_facts import take_record_facts
from entitle.procedures.uprate_awards import uprate_awards
from entitle.work import operations as work
from entitle.work.models import WorkItem

JSA, PIP = registry.scheme("jsa"), registry.scheme("pip")
FACTS = {
    "person.born_on": date(1990, 7, 14), "person.nino": "AB123441C", "claim.made_on": date(2026, 11, 22),
    "home.in_great_britain": True, "jsa.fit_for_work": True, "jsa.looks_for_work": True, "jsa.agrees_plan": True,
    "person.in_education": False, "jsa.why_last_job_ended": "ended", "person.is_working": False,
    "person.has_pension": False, "jsa.had_before": False, "jsa.benefit_just_ended": False,
    "jsa.abroad_with_forces": False, "national_insurance.first_year_from_on": date(2023, 4, 6),
    **{f"national_insurance.{year}_year_{what}": number for year in ("first", "second") for what, number in (
        ("class_1_weeks", 52), ("class_1_earnings", 1_560_000), ("credits", 0))},
}
NEAR_THE_END = {
    "person.born_on": date(1990, 3, 1), "person.nino": "AB123441C", "claim.made_on": date(2025, 9, 1),
    "pip.lives_in": "wales", "pip.british_or_irish": True, "pip.time_abroad": False, "pip.stays_in": "home",
    "pip.had_award_before": False, "health.near_end_of_life": True, "pip.needs_began_on": date(2025, 8, 20),
    "pip_assessment.near_end_of_life": True, "pip_assessment.planning_journeys": "a",
    "pip_assessment.moving_around": "c",
}
NOVEMBER, APRIL = datetime(2026, 11, 23, 9, tzinfo=UTC), date(2026, 4, 6)


def at(on):
    return datetime(on.year, on.month, on.day, 9, tzinfo=UTC)


def assessed(*, on, scheme=JSA, facts=FACTS, **changes):
    return scheme.assess(facts | {name.replace("__", "."): value for name, value in changes.items()}, on=on)


def awarded(name="Aoife Ní Dhomhnaill", *, on=date(2026, 11, 23), scheme=JSA, facts=FACTS, **changes):
    """Someone awarded a benefit, decided on a day."""
    facts = facts | {name.replace("__", "."): value for name, value in changes.items()}
    outcome = scheme.assess(facts, on=on)
    of = customer(name)
    claim = Claim.objects.create(scheme=scheme.name, customer=of, state="decided", channel="online",
                                 protected_on=facts["claim.made_on"], started_at=at(on), submitted_at=at(on))
    decision = decisions.record(claim=claim, outcome=outcome, facts=facts, law_on=on, by=SYSTEM, as_at=at(on),
                                rules_version=scheme.rules.version)
    return awards.open(decision=decision, outcome=outcome, cycle=scheme.cycle, as_at=at(on),
                       earlier_amounts=[Rate(*rate) for rate in outcome.pence_from])


def due_by_statement(award, *, until):
    with connection.cursor() as cursor:
        cursor.execute(queries.DUE_PERIODS, {"buckets": [Award.objects.get(id=award.id).bucket], "scheme": award.scheme,
                                             "since": None, "until": until})
        return sorted(row[4:] for row in cursor.fetchall() if row[0] == award.id)


def paid(award, *, until=date(2030, 1, 1)):
    """The periods and pence that the arithmetic makes due, which the one statement makes due as well."""
    found = [(each.period.start, each.period.end, each.due_on, each.pence)
             for each in queries.periods_due(award_id=award.id, until=until)]
    assert found == due_by_statement(award, until=until)
    return found


@pytest.mark.django_db
class TestAnAwardOf182Days:
    def test_pays_for_them_and_for_no_day_more(self):
        award = awarded()
        due = paid(award)
        assert (award.starts_on, award.ends_on, award.state) == (date(2026, 11, 29), date(2027, 5, 30), "open")
        assert (due[0][0], due[-1][1]) == (award.starts_on, award.ends_on)
        assert sum((end - start).days for start, end, _, _ in due) == 182
        # 4 days to the first benefit week, 25 whole weeks, and 3 days: a part week is a seventh a day, half a penny up
        assert sum(pence for *_, pence in due) == 5460 + 25 * 9555 + 4095

    def test_the_last_payday_says_that_it_is_the_last_and_for_which_days(self):
        paydays = queries.next_paydays(award_id=awarded().id, as_at=at(date(2027, 5, 10)))
        assert [day.paid_on for day in paydays] == [date(2027, 5, 19), date(2027, 6, 2)]
        assert "last" not in paydays[0].why.en
        assert paydays[1].why.en.endswith(" It is the last payment. We pay for the days up to 29 May 2027.")
        assert paydays[1].why.cy.endswith(" Dyma'r taliad olaf. Rydym yn talu am y diwrnodau hyd at 29 Mai 2027.")

    def test_ends_once_on_its_day_and_what_is_due_stays_due(self):
        award = awarded()
        before = paid(award)
        assert keep_award_dates(as_at=at(date(2027, 5, 29))) == (0, 0)
        assert keep_award_dates(as_at=at(date(2027, 5, 30))) == (1, 0)
        assert keep_award_dates(as_at=at(date(2027, 5, 31))) == (0, 0)
        award.refresh_from_db()
        assert (award.state, award.ends_on, award.end_reason) == ("ended", date(2027, 5, 30), "award period over")
        assert [event.reason for event in Event.objects.filter(code="award.ended")] == ["award period over"]
        assert paid(award) == before

    def test_waits_for_a_person_where_it_is_suspended(self):
        award = awarded()
        awards.suspend(award_id=award.id, reason="Not known where", owner_user_id=officer("Precious Okafor").id,
                       notice_sent_at=NOVEMBER, review_on=date(2027, 1, 4), from_on=date(2026, 12, 1))
        assert keep_award_dates(as_at=at(date(2027, 6, 1))) == (0, 0)
        awards.resume(award_id=award.id, on=date(2027, 6, 1))
        assert keep_award_dates(as_at=at(date(2027, 6, 1))) == (1, 0)

    def test_ends_sooner_where_something_else_ends_it_and_no_later(self):
        sooner, later = awarded("Olwen Llŷr"), awarded("Seán O'Neill")
        assert awards.end(award_id=sooner.id, on=date(2027, 1, 4), reason="left", as_at=NOVEMBER).ends_on == date(
            2027, 1, 4)
        ended = awards.end(award_id=later.id, on=date(2027, 7, 1), reason="death", as_at=NOVEMBER)
        assert (ended.ends_on, ended.end_reason) == (date(2027, 5, 30), "death")


@pytest.mark.django_db
class TestA25thBirthday:
    def test_is_paid_from_the_first_benefit_week_on_or_after_it(self):
        award = awarded(person__born_on=date(2002, 1, 4))
        rows = list(AwardAmount.objects.filter(award=award).order_by("id").values_list("from_on", "pence"))
        assert rows == [(date(2026, 11, 29), 7565), (date(2027, 1, 7), 9555)]
        # 4 days and 5 whole weeks at the first, then 20 weeks and 3 days: days in a part week are sevenths of it
        assert sum(pence for *_, pence in paid(award)) == 4323 + 5 * 7565 + 20 * 9555 + 4095
        assert [queries.pence_on(award_id=award.id, on=day) for day in (date(2027, 1, 6), date(2027, 1, 7))] == [
            7565, 9555]

    def test_that_was_wrong_is_unsaid_by_the_decision_that_rights_it(self):
        award = awarded(person__born_on=date(2002, 1, 4))
        outcome = assessed(on=date(2026, 12, 1), person__born_on=date(2002, 6, 4))
        second = decisions.record(claim=award.claim, outcome=outcome, facts=FACTS, law_on=date(2026, 12, 1), by=SYSTEM,
                                  as_at=at(date(2026, 12, 1)), rules_version="2", supersedes=award.decision)
        followed = awards.follow(decision=second, outcome=outcome, cycle=JSA.cycle, as_at=at(date(2026, 12, 1)),
                                 earlier_amounts=[Rate(*rate) for rate in outcome.pence_from])
        assert {each.pence for each in AwardAmount.objects.filter(award=award, decision=second)} == {7565}
        assert queries.pence_on(award_id=award.id, on=date(2027, 3, 1)) == 7565
        assert followed.ends_on == date(2027, 5, 30)

    def test_found_to_be_on_another_day_changes_a_decision_whose_first_rate_stands(self, settings, tmp_path):
        settings.ENTITLE_VAR = tmp_path / "var"
        clerk = Actor(role="staff", channel="desk", user_id=officer("Seán O'Neill").pk, name="Seán O'Neill")
        of = register_customer(name={"given": "Aoife", "family": "Ní Dhomhnaill"}, born_on=date(2002, 1, 4),
                               nino="AB123441C", sex="female", by=clerk, as_at=NOVEMBER)
        claim = Claim.objects.create(scheme="jsa", customer=of, state="received", channel="online",
                                     protected_on=date(2026, 11, 22), started_at=NOVEMBER, submitted_at=NOVEMBER)
        young = {name: to_json(value) for name, value in FACTS.items()} | {"person.born_on": "2002-01-04"}
        customers.hold_facts(customer_id=of.id, facts=young, source="document", as_at=NOVEMBER, verified=True)
        work.open(kind="claim.decide", about=Reference("claim", claim.id), customer_id=of.id, scheme="jsa",
                  origin_at=NOVEMBER, as_at=NOVEMBER, standard=JSA.decision_standard)
        first = decide_claim(claim_code=claim.code, by=SYSTEM, as_at=NOVEMBER)
        gurpreet = Actor(role="staff", channel="desk", user_id=officer("Gurpreet Kaur").pk, name="Gurpreet Kaur")

        def again(hours):
            later = NOVEMBER + timedelta(hours=hours)
            asked = ask_to_look_again(decision_code=decided.latest(claim_id=claim.id).code, why="No", by=gurpreet,
                                      as_at=later)
            return decide_again(reconsideration_code=asked.code, because="Looked at.", by=gurpreet, as_at=later)

        assert again(1).state == "upheld"
        customers.hold_facts(customer_id=of.id, facts={"person.born_on": "2002-03-04"}, source="document",
                             as_at=NOVEMBER + timedelta(hours=2), verified=True)
        assert again(3).state == "changed"
        assert (first.pence, decided.latest(claim_id=claim.id).pence) == (7565, 7565)
        award = Award.objects.get(claim=claim)
        assert [queries.pence_on(award_id=award.id, on=day) for day in (
            date(2027, 1, 7), date(2027, 3, 3), date(2027, 3, 4))] == [7565, 7565, 9555]

    def test_after_a_new_year_is_paid_by_the_new_years_law(self):
        young = awarded(on=date(2026, 2, 2), person__born_on=date(2001, 6, 4), claim__made_on=date(2026, 1, 19),
                        national_insurance__first_year_from_on=date(2023, 4, 6))
        AwardAmount.objects.filter(award=young, from_on__gt=APRIL).delete()  # as if April's law had not been loaded
        for _ in range(2):
            [report] = _uprated()
            assert (report.awards, report.changed, report.unfit) == (1, 1, [])
        rows = list(AwardAmount.objects.filter(award=young).order_by("id").values_list("from_on", "pence"))
        assert rows == [(date(2026, 1, 26), 7290), (date(2026, 4, 9), 7565), (date(2026, 6, 4), 9555)]

    def test_in_the_week_before_a_new_year_is_no_reason_for_a_person_to_look(self):
        young = awarded(on=date(2026, 2, 2), person__born_on=date(2001, 4, 3), claim__made_on=date(2026, 1, 19))
        [report] = _uprated()
        assert report.unfit == []
        assert queries.pence_on(award_id=young.id, on=date(2026, 4, 9)) == 9555


def _uprated():
    return [each for each in uprate_awards(change_on=APRIL, apply=True, by=SYSTEM, as_at=at(date(2026, 3, 2)))
            if each.scheme == "jsa"]


@pytest.mark.django_db
class TestAnAwardToLookAtAgain:
    def test_becomes_work_once_when_its_day_comes_and_ends_if_nothing_is_decided(self):
        award = awarded("Joan Black", on=date(2025, 11, 24), scheme=PIP, facts=NEAR_THE_END)
        assert (award.starts_on, award.ends_on) == (date(2025, 9, 1), date(2028, 9, 1))
        assert keep_award_dates(as_at=at(date(2028, 2, 29))) == (0, 0)
        assert keep_award_dates(as_at=at(date(2028, 3, 1))) == (0, 1)
        item = WorkItem.objects.get(kind="award.review")
        assert (item.about_id, item.scheme, item.note) == (award.id, "pip", "it ends on 2028-09-01")
        WorkItem.objects.update(state="done")
        assert keep_award_dates(as_at=at(date(2028, 3, 2))) == (0, 0)
        assert keep_award_dates(as_at=at(date(2028, 9, 1))) == (1, 0)
        assert paid(award)[-1][1] == date(2028, 9, 1)


@pytest.mark.django_db
class TestARecord:
    def test_supplies_only_what_the_benefit_says_it_does(self):
        of = customer("Winston Clarke")
        claim = Claim.objects.create(scheme="jsa", customer=of, state="draft", channel="online", started_at=NOVEMBER,
                                     protected_on=date(2026, 11, 22))
        named = {name: FACTS[name] for name in JSA.record_facts}
        take_record_facts(claim_code=claim.code, as_at=NOVEMBER, source="National Insurance record", facts={
            **named, "national_insurance.qualifying_years": 35, "person.has_pension": True})
        assert set(of.held_facts.values_list("fact", flat=True)) == set(named)


RATES = ((date(2025, 4, 7), 7290, 9205), (date(2026, 4, 6), 7565, 9555))
"""From each day, pence a week under 25 and from 25; known until 11 April 2027."""
KNOWN_UNTIL = date(2027, 4, 11)


def expected_on(day, born_on):
    under, full = next((low, high) for start, low, high in reversed(RATES) if start <= day)
    return full if day >= born_on.replace(year=born_on.year + 25) else under


class TestAnyAward:
    @given(born_on=some.dates(date(2000, 6, 1), date(2003, 6, 1)).filter(lambda day: (day.month, day.day) != (2, 29)),
           claimed_on=some.dates(date(2026, 1, 10), date(2026, 12, 20)), later=some.integers(0, 120))
    @settings(max_examples=60)
    def test_pays_each_day_as_the_rules_have_it_and_none_from_its_end(self, born_on, claimed_on, later):
        on = min(claimed_on + timedelta(days=later), KNOWN_UNTIL)
        outcome = assessed(on=on, person__born_on=born_on, claim__made_on=claimed_on)
        start, end = claimed_on + timedelta(days=7), claimed_on + timedelta(days=7 + 182)
        assert (outcome.result, outcome.starts_on, outcome.ends_on) == ("entitled", start, end)
        now = min(max(on, start), end - timedelta(days=1))
        assert outcome.pence == expected_on(now, born_on)

        rates = [Rate(*rate) for rate in outcome.pence_from]
        birthday = born_on.replace(year=born_on.year + 25)
        known = [start + timedelta(days=number) for number in range((now - start).days + 1)]
        known += [birthday] if now < birthday < end and birthday <= KNOWN_UNTIL else []
        assert [rate_on(on=day, amounts=rates) for day in known] == [expected_on(day, born_on) for day in known]
        assert all(rate.from_on <= max(now, min(birthday, KNOWN_UNTIL)) for rate in rates)

        payday = first_payday(starts_on=start, weekday=outcome.weekday, cycle_weeks=2)
        aligned = [Rate(takes_effect_on(change_on=rate.from_on, starts_on=start, weekday=outcome.weekday), rate.pence)
                   for rate in rates]
        tiles = list(periods(cycle=PayCycle(start, payday, 2, end)))
        assert (tiles[0].period.start, tiles[-1].period.end) == (start, end)
        assert sum(each.period.days for each in tiles) == 182
        assert all(pence_for(period=each.period, amounts=aligned, weekday=outcome.weekday) > 0 for each in tiles)
