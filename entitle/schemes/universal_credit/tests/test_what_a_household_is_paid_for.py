"""The elements of an award: what people are, have and pay, and what that gives them."""
from __future__ import annotations

from datetime import date

import pytest

from entitle.rules.batch import FactsMissing
from entitle.rules.units import FactsContradict
from entitle.schemes.universal_credit.tests.households import (
    adult,
    assessed,
    cares,
    child,
    household,
    is_ill,
    limb,
    minds,
    rents,
    works,
)

BEFORE_APRIL_2026 = (date(2026, 3, 6), date(2026, 4, 6))
FROM_APRIL_2026 = (date(2026, 4, 6), date(2026, 5, 6))
PARTNER = adult("partner")


def lodger(born_on=date(1980, 1, 1), exemption="none"):
    return {"non_dependant.born_on": born_on, "non_dependant.exemption": exemption}


class TestStandardAllowance:
    @pytest.mark.parametrize(("born", "partner_born", "pence", "which"), [
        (date(2001, 12, 2), None, 33_858, "single, under 25"),
        (date(2001, 12, 1), None, 42_490, "single, 25 or over"),
        (date(2002, 1, 1), date(2003, 1, 1), 52_834, "joint, both under 25"),
        (date(2002, 1, 1), date(1999, 1, 1), 66_697, "joint, either 25 or over"),
    ])
    def test_a_birthday_on_the_last_day_counts_for_the_whole_period(self, born, partner_born, pence, which):
        parts = (adult("partner", born_on=partner_born),) if partner_born else ()
        facts = household(adult(born_on=born), *parts)
        assert assessed(facts, "standard_allowance_element") == pence
        assert limb(facts, "standard_allowance_element") == which

    @pytest.mark.parametrize(("starts", "pence"), [
        (date(2023, 4, 10), 36_874), (date(2024, 4, 7), 36_874), (date(2024, 4, 8), 39_345), (date(2025, 4, 7), 40_014),
        (date(2026, 4, 5), 40_014), (date(2026, 4, 6), 42_490), (date(2027, 3, 31), 42_490),
    ])
    def test_the_rates_are_those_of_the_day_the_period_starts(self, starts, pence):
        facts = household(period=(starts, date(starts.year, starts.month + 1, 5)))
        assert assessed(facts, "standard_allowance_element") == pence

    @pytest.mark.parametrize("why", [{"lives_in_great_britain": False}, {"is_prisoner": True},
                                     {"born_on": date(2009, 6, 1), "excepted_at_16_or_17": False}])
    def test_someone_whose_partner_cannot_claim_gets_the_single_rate(self, why):
        facts = household(adult("partner", savings=1_700_000, **why))
        assert assessed(facts, "standard_allowance_element", "too_much_capital") == (42_490, True)

    def test_a_partner_of_17_with_a_ground_claims_too(self):
        facts = household(adult("partner", born_on=date(2009, 6, 1), excepted_at_16_or_17=True))
        assert assessed(facts, "is_joint_claim")


class TestChildren:
    THREE = [child(date(2023, 5, 1)), child(date(2018, 5, 1)), child(date(2020, 5, 1))]

    def test_a_third_child_is_paid_for_from_6_april_2026(self):
        before = household(children=self.THREE, period=BEFORE_APRIL_2026)
        assert assessed(before, "child_element") == [0, 29_281, 29_281]
        assert limb(before, "child_element") == "over the two-child limit"
        after = household(children=self.THREE, period=FROM_APRIL_2026)
        assert assessed(after, "child_element") == [30_394] * 3

    @pytest.mark.parametrize(("third", "pence"), [
        ({"limit_excepted": True}, 29_281), ({"adopted_or_cared_for": True}, 29_281), ({}, 0)])
    def test_until_then_an_exception_is_paid_for(self, third, pence):
        children = [child(date(2018, 5, 1)), child(date(2020, 5, 1)), child(date(2023, 5, 1), **third)]
        assert assessed(household(children=children, period=BEFORE_APRIL_2026), "child_element")[2] == pence

    def test_an_adopted_child_takes_nobodys_place(self):
        children = [child(date(2018, 5, 1), adopted_or_cared_for=True), child(date(2020, 5, 1)),
                    child(date(2023, 5, 1))]
        assert assessed(household(children=children, period=BEFORE_APRIL_2026), "child_elements") == 3 * 29_281

    def test_twins_are_ordered_so_that_most_is_paid(self):
        twins = [child(date(2020, 5, 1), limit_excepted=True), child(date(2020, 5, 1))]
        facts = household(children=[child(date(2018, 5, 1)), *twins], period=BEFORE_APRIL_2026)
        assert assessed(facts, "child_elements") == 3 * 29_281

    def test_the_oldest_born_before_april_2017_has_the_higher_amount(self):
        facts = household(children=[child(date(2019, 1, 1)), child(date(2017, 4, 5))])
        assert assessed(facts, "child_element") == [30_394, 35_188]

    @pytest.mark.parametrize(("born", "in_education", "counts"), [
        (date(2010, 12, 2), False, True), (date(2010, 9, 1), False, True), (date(2010, 8, 31), False, False),
        (date(2010, 8, 31), True, True), (date(2007, 9, 1), True, True), (date(2007, 8, 31), True, False),
        (date(2026, 12, 1), False, True), (date(2026, 12, 2), False, False),
    ])
    def test_a_young_person_counts_until_a_september(self, born, in_education, counts):
        facts = household(children=[child(born, in_education=in_education)])
        assert assessed(facts, "has_child") is counts

    def test_education_is_asked_about_only_where_it_matters(self):
        young = household(children=[child(date(2015, 1, 1), in_education=None)])
        assert assessed(young, "has_child")
        with pytest.raises(FactsMissing, match="child.in_education"):
            assessed(household(children=[child(date(2009, 1, 1), in_education=None)]), "has_child")

    def test_a_child_who_lives_elsewhere_gives_nothing(self):
        facts = household(children=[child(date(2019, 1, 1), lives_with_claimant=False, disability="higher")])
        assert assessed(facts, "child_elements", "disabled_child_additions") == (0, 0)

    def test_every_disabled_child_has_an_addition_even_over_the_limit(self):
        children = [child(date(2018, 5, 1), disability="lower"), child(date(2020, 5, 1)),
                    child(date(2023, 5, 1), disability="higher")]
        facts = household(children=children, period=BEFORE_APRIL_2026)
        assert assessed(facts, "disabled_child_addition") == [15_876, 0, 49_587]


class TestHealth:
    @pytest.mark.parametrize(("why", "pence"), [
        ({}, 21_726), ({"health_claim_before_april_2026": True}, 42_980), ({"severe_conditions": True}, 42_980),
        ({"terminally_ill": True}, 42_980)])
    def test_the_element_is_lower_from_april_2026_except_for_some(self, why, pence):
        assert assessed(household(adult(**is_ill(**why))), "health_element") == pence

    def test_before_then_there_was_one_rate(self):
        facts = household(adult(**is_ill()), period=BEFORE_APRIL_2026)
        assert assessed(facts, "health_element") == 42_327

    @pytest.mark.parametrize(("evidence_from", "pence"), [(date(2026, 8, 2), 21_726), (date(2026, 8, 3), 0)])
    def test_it_starts_with_the_period_after_three_months(self, evidence_from, pence):
        facts = household(adult(**is_ill(no_wait_for_health_element=False, limited_capability_from_on=evidence_from)))
        assert assessed(facts, "health_element") == pence

    def test_nobody_near_the_end_of_life_waits(self):
        ill = is_ill(no_wait_for_health_element=False, terminally_ill=True, limited_capability_from_on=None)
        assert assessed(household(adult(**ill)), "health_element") == 42_980

    def test_a_couple_has_one_at_the_higher_rate(self):
        facts = household(adult(**is_ill()), adult("partner", **is_ill(severe_conditions=True)))
        assert assessed(facts, "health_element") == 42_980

    def test_limited_capability_gives_an_element_only_to_those_who_kept_it(self):
        ill = is_ill(work_capability="limited")
        assert assessed(household(adult(**ill)), "limited_work_element") == 0
        kept = ill | {"limited_capability_before_april_2017": True}
        assert assessed(household(adult(**kept)), "limited_work_element") == 15_876
        both = household(adult(**kept), adult("partner", **is_ill()))
        assert assessed(both, "limited_work_element", "health_element") == (0, 21_726)


class TestCarers:
    def test_two_carers_of_two_people_have_two_elements_and_of_one_person_one(self):
        facts = household(adult(**cares()), adult("partner", **cares()))
        assert assessed(facts | {"household.care_for_same_person": False}, "carer_element") == 41_868
        assert assessed(facts | {"household.care_for_same_person": True}, "carer_element") == 20_934

    @pytest.mark.parametrize("why", ["care_is_paid", "another_carer_is_paid"])
    def test_nobody_is_paid_twice_for_one_persons_care(self, why):
        assert assessed(household(adult(**cares(**{why: True}))), "carer_element") == 0

    def test_a_carer_with_the_health_element_has_that_alone(self):
        facts = household(adult(**cares(), **is_ill()))
        assert assessed(facts, "health_element", "carer_element") == (21_726, 0)

    def test_unless_it_can_be_in_respect_of_their_partner(self):
        facts = household(adult(**cares(), **is_ill()), adult("partner", **is_ill()))
        assert assessed(facts, "health_element", "carer_element") == (21_726, 20_934)

    def test_while_they_wait_the_carer_element_stays(self):
        ill = is_ill(no_wait_for_health_element=False, limited_capability_from_on=date(2026, 10, 1))
        assert assessed(household(adult(**cares(), **ill)), "carer_element") == 20_934


class TestBedrooms:
    @pytest.mark.parametrize(("children", "rooms"), [
        ([], 1),
        ([("female", 3), ("male", 9)], 2),
        ([("female", 11), ("male", 9)], 3),
        ([("female", 11), ("female", 9)], 2),
        ([("male", 11), ("female", 9), ("male", 4)], 3),
        ([("male", 11), ("male", 12), ("male", 13), ("female", 2), ("male", 3)], 4),
        ([("male", 17), ("male", 15)], 3),
    ])
    def test_children_share_as_they_need_the_fewest(self, children, rooms):
        born = [child(date(2026 - age, 1, 1), sex=sex) for sex, age in children]
        assert assessed(household(rents(60_000), children=born), "bedrooms_needed") == rooms

    @pytest.mark.parametrize("extra", ["has_overnight_carer", "is_foster_home"])
    def test_a_carer_or_fostering_adds_one(self, extra):
        assert assessed(household(rents(60_000, **{extra: True})), "bedrooms_needed") == 2

    def test_so_does_a_couple_or_child_who_cannot_share_and_each_other_adult(self):
        facts = household(PARTNER, rents(60_000, partners_need_own_rooms=True), non_dependants=[lodger()], children=[
            child(date(2020, 1, 1), needs_own_room=True), child(date(2021, 1, 1))])
        assert assessed(facts, "bedrooms_needed") == 5


class TestRent:
    @pytest.mark.parametrize(("every", "weeks_free", "pence"), [
        ("week", 0, 52_000), ("week", 4, 48_000), ("fortnight", 0, 26_000), ("fortnight", 4, 24_000),
        ("four_weeks", 0, 13_000), ("month", 4, 12_000), ("quarter", 0, 4_000), ("year", 0, 1_000)])
    def test_is_a_monthly_sum_however_it_is_paid(self, every, weeks_free, pence):
        facts = household(rents(12_000, rent_paid_every=every, rent_free_weeks=weeks_free))
        assert assessed(facts, "monthly_rent") == pence

    def test_with_service_charges_and_someone_elses_part_left_out(self):
        shared = {"rent_is_shared": True, "people_liable": 3, "our_people_liable": 2}
        assert assessed(household(rents(60_000, service_charges=4_001)), "housing_element") == 64_001
        assert assessed(household(rents(60_000, service_charges=4_001, **shared)), "housing_element") == 42_667

    @pytest.mark.parametrize(("spare", "pence"), [(0, 60_000), (1, 51_600), (2, 45_000), (3, 45_000)])
    def test_in_the_social_sector_is_cut_for_spare_bedrooms(self, spare, pence):
        assert assessed(household(rents(60_000, bedrooms=1 + spare)), "housing_element") == pence

    def test_is_not_cut_where_one_is_over_pension_age_or_excepted(self):
        older = household(adult(), adult("partner", born_on=date(1955, 1, 1)), rents(60_000, bedrooms=3))
        assert assessed(older, "housing_element") == 60_000
        excepted = household(rents(60_000, bedrooms=3, bedroom_rule_excepted=True))
        assert assessed(excepted, "housing_element") == 60_000

    @pytest.mark.parametrize(("born", "excepted", "pence"), [
        (date(1991, 12, 2), False, 35_000), (date(1991, 12, 2), True, 60_000), (date(1991, 12, 1), False, 60_000)])
    def test_from_a_private_landlord_is_capped_and_lower_for_the_young_and_alone(self, born, excepted, pence):
        rent = rents(90_000, rents_from="private", shared_rate_excepted=excepted)
        assert assessed(household(adult(born_on=born), rent), "housing_element") == pence

    def test_and_the_cap_grows_with_the_family_up_to_four_bedrooms(self):
        family = [child(date(2026 - age, 1, 1), needs_own_room=True) for age in range(2, 9)]
        caps = [assessed(household(rents(200_000, rents_from="private"), children=family[:number]), "cap_rent")
                for number in (1, 2, 3, 6)]
        assert caps == [80_000, 95_000, 120_000, 120_000]

    def test_other_adults_pay_towards_it_unless_excused(self):
        adults = [lodger(), lodger(born_on=date(2005, 12, 2)), lodger(exemption="carers_allowance"), lodger()]
        rent = rents(60_000, bedrooms=5)
        assert assessed(household(rent, non_dependants=adults), "contributions", "housing_element") == (19_310, 40_690)
        helped = household(adult(gets_daily_living_benefit=True), rent, non_dependants=adults)
        assert assessed(helped, "contributions") == 0
        cheap = household(rents(10_000, bedrooms=5), non_dependants=adults)
        assert assessed(cheap, "housing_element") == 0

    def test_for_temporary_housing_is_left_to_housing_benefit_with_the_lower_work_allowance(self):
        facts = household(rents(60_000, is_temporary=True), children=[child(date(2020, 1, 1))])
        assert assessed(facts, "housing_element", "work_allowance") == (0, 42_700)

    @pytest.mark.parametrize(("periods", "pay", "pence"), [(9, 0, 5_000), (8, 0, 0), (12, 1, 0)])
    def test_an_owner_has_service_charges_met_after_nine_periods_without_earnings(self, periods, pay, pence):
        facts = household(adult(**works(pay)), periods_without_earnings=periods) | {
            "home.owner_pays_charges": True, "home.service_charges": 5_000, "home.rent_paid_every": "month"}
        assert assessed(facts, "housing_element") == pence


class TestChildcare:
    CHILD = child(date(2022, 1, 1))
    WORKS = adult(**works(50_000))

    @pytest.mark.parametrize(("paid", "children", "pence"), [
        (50_001, 1, 42_501), (200_000, 1, 107_109), (300_000, 2, 183_616), (300_000, 3, 183_616)])
    def test_is_met_by_85_per_cent_up_to_a_limit(self, paid, children, pence):
        facts = household(self.WORKS, minds(paid, children), children=[self.CHILD] * 3)
        assert assessed(facts, "childcare_element") == pence

    @pytest.mark.parametrize(("partner", "pence"), [({}, 0), (works(1), 42_501), (is_ill(), 42_501), (cares(), 42_501)])
    def test_needs_both_of_a_couple_in_work_or_unable_to_mind_the_child(self, partner, pence):
        facts = household(self.WORKS, adult("partner", **partner), minds(50_001), children=[self.CHILD])
        assert assessed(facts, "childcare_element") == pence

    def test_ends_in_the_september_after_a_child_turns_16(self):
        teenager = child(date(2010, 8, 31))
        assert assessed(household(self.WORKS, minds(50_001), children=[teenager]), "childcare_element") == 0
        both = household(self.WORKS, minds(300_000, 2), children=[teenager, self.CHILD])
        assert assessed(both, "childcare_element") == 107_109

    def test_is_asked_about_only_with_a_child_who_could_have_it(self):
        assert assessed(household(self.WORKS) | {"household.pays_childcare": None}, "childcare_element") == 0

    def test_had_other_limits_from_28_june_2023(self):
        for starts, pence in ((date(2023, 6, 27), 64_635), (date(2023, 6, 28), 95_092)):
            facts = household(self.WORKS, minds(200_000), children=[self.CHILD], period=(starts, date(2023, 7, 27)))
            assert assessed(facts, "childcare_element") == pence


class TestFactsThatDoNotFit:
    def test_children_listed_where_there_are_none(self):
        facts = household(children=[child(date(2020, 1, 1))]) | {"household.has_children": False}
        with pytest.raises(FactsContradict, match="household.children"):
            assessed(facts, "award")

    def test_a_partners_savings_without_a_partner(self):
        facts = household() | {"partner.savings": 5}
        with pytest.raises(FactsContradict, match="partner.savings"):
            assessed(facts, "award")

    def test_a_partner_of_whom_nothing_is_known(self):
        with pytest.raises(FactsMissing, match="partner.born_on"):
            assessed(household() | {"household.has_partner": True}, "award")
