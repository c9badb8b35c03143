"""The sheet as a whole: what is missing, what a person must see, what is refused with its law, and what is awarded."""
from __future__ import annotations

from datetime import date

import pytest

from entitle.kernel.periods import add_months
from entitle.law.amount import NoLawForDate
from entitle.rules.trace import Trace
from entitle.schemes.state_pension.scheme import SCHEME

ON = date(2026, 11, 22)
OLWEN = {
    "person.born_on": date(1960, 9, 14), "person.sex": "female", "person.nino": "AB123441C",
    "person.relationship": "married", "claim.made_on": ON, "state_pension.lived_abroad": False,
    "state_pension.when_to_start": "as_soon_as_possible", "state_pension.benefits_while_delaying": False,
    "national_insurance.qualifying_years": 33, "national_insurance.has_transitional_record": False,
    "national_insurance.reduced_rate_election": False,
}


def assess(**changes):
    facts = OLWEN | {name.replace("__", "."): value for name, value in changes.items()}
    return SCHEME.assess(facts, on=ON)


class TestTheSheet:
    def test_a_decision_is_due_in_ten_working_days(self):
        standard = SCHEME.decision_standard
        assert (standard.interval, standard.unit, standard.published) == (10, "working_days", True)


class TestEntitled:
    def test_a_straightforward_claim_is_awarded_with_its_reasons(self):
        outcome = assess()
        assert outcome.result == "entitled"
        assert outcome.starts_on == date(2027, 3, 14)
        assert outcome.pence == 22751
        assert outcome.weekday == 2
        assert outcome.pence_from == ((date(2027, 3, 14), 22751),)
        assert outcome.trace["rate_for_record"].limb == "reduced rate"
        assert Trace.from_json(outcome.trace.to_json()) == outcome.trace

    def test_the_figures_of_the_law_that_are_quoted_are_those_that_were_used(self):
        """Letters say each number that a step read: a woman born in 1960 is told nothing of men's 65."""
        quoted = {amount.name for step in assess().trace.steps for amount in step.amounts if type(amount.value) is int}
        assert quoted == {"full_rate", "years_for_full_rate", "minimum_years", "claim_ahead", "backdating",
                          "payday_by_number.span"}

    def test_a_backdated_award_has_each_years_rate(self):
        outcome = assess(person__born_on=date(1959, 12, 22))
        assert outcome.starts_on == date(2025, 12, 22)
        assert outcome.pence == 22751
        assert outcome.pence_from == ((date(2025, 12, 22), 21709), (date(2026, 4, 6), 22751))

    def test_waiting_gives_more(self):
        outcome = assess(
            person__born_on=date(1960, 4, 5),
            state_pension__when_to_start="later", state_pension__starts_later_on=date(2027, 4, 4),
        )
        assert outcome.trace["weeks_deferred"].value == 52
        assert outcome.pence == 22751 + 1315

    def test_a_start_beyond_the_law_is_refused_not_guessed(self):
        with pytest.raises(NoLawForDate, match="2027-05-01"):
            assess(state_pension__when_to_start="later", state_pension__starts_later_on=date(2027, 5, 1))


class TestRefused:
    @pytest.mark.parametrize(("changes", "reason"), [
        ({"person__born_on": date(1951, 1, 1), "person__sex": "male"}, "under_old_scheme"),
        ({"person__born_on": add_months(ON, -12 * 60)}, "too_early"),
        ({"national_insurance__qualifying_years": 9}, "too_few_years"),
    ])
    def test_with_a_named_reason_and_its_law(self, changes, reason):
        outcome = assess(**changes)
        assert outcome.result == "refused"
        assert [refusal.rule for refusal in outcome.refusals] == [reason]
        assert outcome.refusals[0].cites == outcome.trace[reason].cites
        assert outcome.pence is None


class TestHandedOff:
    @pytest.mark.parametrize(("changes", "reason"), [
        ({"state_pension__lived_abroad": True}, "time_abroad"),
        ({"national_insurance__has_transitional_record": True}, "transitional_record"),
        ({"person__relationship": "widowed"}, "marriage_based_rights"),
        ({"state_pension__when_to_start": "later", "state_pension__starts_later_on": date(2027, 12, 1),
          "state_pension__benefits_while_delaying": True}, "benefits_while_delaying"),
        ({"person__born_on": date(1958, 6, 1)}, "increment_to_uprate"),
    ])
    def test_with_a_named_reason_and_no_figure(self, changes, reason):
        outcome = assess(**changes)
        assert outcome.result == "hand_off"
        assert [each.rule for each in outcome.hand_offs] == [reason]
        assert outcome.pence is None


class TestMissing:
    @pytest.mark.parametrize("fact", sorted(set(OLWEN) - {"state_pension.benefits_while_delaying"}))
    def test_any_fact_that_is_not_known_is_named(self, fact):
        facts = {name: value for name, value in OLWEN.items() if name != fact}
        outcome = SCHEME.assess(facts, on=ON)
        assert outcome.result == "missing"
        assert fact in outcome.missing

    def test_a_fact_that_does_not_matter_is_not_asked_for(self):
        facts = {name: value for name, value in OLWEN.items() if name != "state_pension.benefits_while_delaying"}
        assert SCHEME.assess(facts, on=ON).result == "entitled"
        late = facts | {"person.born_on": date(1959, 1, 1)}
        assert SCHEME.assess(late, on=ON).missing == ("state_pension.benefits_while_delaying",)

    def test_the_day_asked_for_is_needed_only_by_those_who_wait(self):
        assert assess(state_pension__when_to_start="later").missing == ("state_pension.starts_later_on",)
