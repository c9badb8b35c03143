"""Earnings, other income, savings, the benefit cap, sanctions and debts; and who is refused or seen by a person."""
from __future__ import annotations

from datetime import date

import pytest

from entitle.blueprint.advances import AwardRecord, one_off_offer
from entitle.kernel.periods import Period
from entitle.rules.batch import FactsMissing
from entitle.schemes.universal_credit.scheme import SCHEME
from entitle.schemes.universal_credit.tests.households import (
    PERIOD,
    adult,
    assessed,
    cares,
    child,
    has_income,
    household,
    is_ill,
    limb,
    minds,
    owes,
    rents,
    runs_business,
    works,
)

CHILD = child(date(2019, 1, 1))
THREE = [child(date(2014, 1, 1)), child(date(2015, 1, 1)), child(date(2019, 1, 1))]


class TestEarnings:
    def test_are_what_is_left_after_tax_national_insurance_and_pension(self):
        pay = works(150_000, pay_tax=9_050, pay_national_insurance=3_620, pension_contributions=7_500)
        assert assessed(household(adult(**pay)), "own_earnings") == [129_830]

    def test_a_tax_refund_through_the_payroll_is_earnings(self):
        assert assessed(household(adult(**works(100_000, pay_tax=-5_000))), "own_earnings") == [105_000]

    def test_of_a_couple_are_added_and_have_one_work_allowance(self):
        facts = household(adult(**works(100_000)), adult("partner", **works(50_001)), children=[CHILD])
        assert assessed(facts, "earned_income", "work_allowance", "earnings_deduction") == (150_001, 71_000, 43_451)

    @pytest.mark.parametrize(("parts", "pence", "which"), [
        ([], 0, "none"), ([adult(**is_ill(work_capability="limited"))], 71_000, "higher"),
        ([adult("partner", **is_ill()), rents(50_000, bedroom_rule_excepted=True)], 42_700,
         "lower, with housing costs"),
    ])
    def test_have_a_work_allowance_for_some(self, parts, pence, which):
        facts = household(*parts)
        assert assessed(facts, "work_allowance") == pence
        assert limb(facts, "work_allowance") == which

    def test_the_deduction_is_rounded_once_half_a_penny_up(self):
        assert assessed(household(adult(**works(10))), "earnings_deduction") == 6
        assert assessed(household(adult(**works(30))), "earnings_deduction") == 17

    def test_nobody_who_works_is_paid_on_pay_that_is_not_known(self):
        with pytest.raises(FactsMissing, match="person.pay"):
            assessed(household(adult(**works(None))), "award")


class TestABusiness:
    def test_takings_less_costs_tax_and_old_losses_are_its_earnings(self):
        business = runs_business(300_000, business_expenses=50_000, business_tax=10_000, unused_losses=40_000,
                                 business_national_insurance=5_000, start_up_used=True, work_group="none")
        facts = household(adult(**business))
        assert assessed(facts, "own_earnings", "losses_to_carry") == ([195_000], [0])

    @pytest.mark.parametrize(("hours", "pence"), [(24, 0), (25, 1_000), (50, 1_000), (51, 1_800), (101, 2_600)])
    def test_work_at_home_has_a_flat_rate(self, hours, pence):
        facts = household(adult(**runs_business(1, hours_working_at_home=hours)))
        assert assessed(facts, "flat_rate_for_home") == [pence]

    def test_so_have_miles(self):
        business = runs_business(1, business_miles=900, business_motorcycle_miles=10)
        assert assessed(household(adult(**business)), "flat_rate_for_miles") == [833 * 45 + 67 * 25 + 240]

    def test_a_loss_is_carried_forward_and_counts_as_nothing(self):
        business = runs_business(10_000, business_expenses=35_000, unused_losses=1_000, work_group="none")
        facts = household(adult(**business))
        assert assessed(facts, "own_earnings", "losses_to_carry") == ([0], [26_000])

    def test_someone_whose_main_work_it_is_is_taken_to_earn_the_floor(self):
        assert assessed(household(adult(**runs_business(50_000))), "earned_income") == 169_884

    @pytest.mark.parametrize("why", [
        {"self_employed_from_on": date(2026, 11, 2), "start_up_used": False}, {"gainfully_self_employed": False},
        {"work_group": "preparation"}, {"work_group": "none"}])
    def test_but_not_while_starting_up_or_if_not_expected_to_look_for_any_work(self, why):
        assert assessed(household(adult(**runs_business(50_000, **why))), "earned_income") == 50_000

    def test_the_start_up_months_are_twelve(self):
        for begun, earned in ((date(2025, 11, 3), 50_000), (date(2025, 11, 2), 169_884)):
            facts = household(adult(**runs_business(50_000, self_employed_from_on=begun)))
            assert assessed(facts, "earned_income") == earned

    def test_a_couple_is_taken_to_earn_no_more_than_both_thresholds(self):
        partner = adult("partner", **works(250_000, work_group="all", expected_hours=35))
        facts = household(adult(**runs_business(50_000)), partner)
        assert assessed(facts, "threshold_for_both", "taken_to_earn") == (339_768, [89_768, 250_000])

    def test_a_partner_who_cannot_claim_counts_as_working_full_hours(self):
        away = adult("partner", lives_in_great_britain=False)
        facts = household(adult(**runs_business(50_000)), away)
        assert assessed(facts, "threshold_for_both") == 2 * 169_884

    def test_national_insurance_of_both_classes_came_off_the_floor_until_2024(self):
        facts = household(adult(**runs_business(50_000)), period=(date(2023, 6, 1), date(2023, 7, 1)))
        assert assessed(facts, "threshold_after_tax") == [158_037 - 10_657 - 4_796 - 1_495]

    def test_the_young_have_the_wage_of_their_age(self):
        facts = household(adult(born_on=date(2007, 1, 1), **runs_business(1)))
        assert assessed(facts, "hourly_wage", "individual_threshold") == ([1085], [164_500])


class TestSurplusEarnings:
    BROUGHT = {"earlier_award_ended": True, "surplus_earnings": 100_000}

    def test_are_added_to_earnings_but_not_of_someone_who_fled_abuse(self):
        facts = household(adult(**works(20_000)), **self.BROUGHT, fled_abuse=False)
        assert assessed(facts, "earned_income") == 120_000
        safe = household(adult(**works(20_000)), **self.BROUGHT, fled_abuse=True)
        assert assessed(safe, "earned_income") == 20_000

    def test_go_to_the_partner_whom_they_raise_least(self):
        partner = adult("partner", **works(20_000, work_group="all", expected_hours=35))
        facts = household(adult(**runs_business(50_000)), partner, **self.BROUGHT, fled_abuse=False)
        assert assessed(facts, "taken_to_earn", "difference_of_surplus") == ([169_884, 20_000], [0, 100_000])
        assert assessed(facts, "earned_income") == 189_884

    def test_only_what_is_far_above_a_nil_award_is_carried_on(self):
        facts = household(adult(**works(400_000)))
        assert assessed(facts, "nil_award_earnings", "surplus_to_carry") == (77_255, 400_000 - 77_255 - 250_000)


class TestOtherIncome:
    @pytest.mark.parametrize(("every", "pence"), [
        ("week", 37_462), ("fortnight", 18_731), ("four_weeks", 9_365), ("month", 8_645), ("quarter", 2_882),
        ("year", 720)])
    def test_is_a_monthly_sum_however_it_is_paid(self, every, pence):
        facts = household(adult(**has_income(carers_allowance=8_645, carers_allowance_paid_every=every)))
        assert assessed(facts, "monthly_carers_allowance") == [pence]

    def test_comes_off_in_full_a_couples_together(self):
        facts = household(adult(**has_income(pension=10_000, maintenance=2_000)),
                          adult("partner", **has_income(other_income=3_000)))
        assert assessed(facts, "unearned_income", "award") == (15_000, 66_697 - 15_000)

    def test_that_was_paid_for_the_whole_period_is_not_counted_by_days(self):
        days = {f"{stem}_days": 30 for stem in (
            "carers_allowance", "new_style_esa", "new_style_jsa", "maternity_allowance", "pension", "maintenance",
            "other_income")}
        facts = household(adult(**has_income(pension=10_000, unearned_income_changed=True), **days))
        assert assessed(facts, "unearned_income") == 10_000
        part = facts | {"person.pension_days": 29}
        assert assessed(part, "unearned_income") == 9_534

    @pytest.mark.parametrize(("vacation", "pence"), [(False, 77_500), (True, 0)])
    def test_a_student_loan_is_spread_over_the_course_year(self, vacation, pence):
        student = {"has_student_income": True, "student_loan": 750_000, "postgraduate_loan": 120_000,
                   "course_periods": 9, "student_income_ignored": vacation}
        loan = student | {"student_loan": 750_000 + 10_500}
        assert assessed(household(adult(**loan)), "monthly_student_income") == [pence]


class TestSavings:
    @pytest.mark.parametrize(("savings", "partners", "tariff", "refused"), [
        (600_000, 0, 0, False), (600_000, 1, 435, False), (800_000, 800_000, 17_400, False),
        (1_600_001, 0, 17_400, True), (900_000, 700_001, 17_400, True)])
    def test_a_couples_count_together(self, savings, partners, tariff, refused):
        facts = household(adult(savings=savings), adult("partner", savings=partners))
        assert assessed(facts, "tariff_income", "too_much_capital") == (tariff, refused)
        assert (assessed(facts, "award") == 0) is refused

    def test_over_the_limit_are_ignored_for_someone_moved_from_tax_credits(self):
        facts = household(adult(savings=5_000_000), capital_protected=True)
        assert assessed(facts, "tariff_income", "award") == (17_400, 25_090)


class TestTheBenefitCap:
    RENT = rents(120_000, bedroom_rule_excepted=True)
    CAPPED = household(RENT, children=THREE)

    def test_takes_off_what_is_over(self):
        assert assessed(self.CAPPED, "benefits_in_cap", "monthly_cap", "cap_reduction", "award") == (
            42_490 + 35_188 * 1 + 30_394 * 2 + 120_000 + 27_235, 183_500, 102_201, 156_265)

    def test_is_higher_in_london_and_lower_for_a_single_person(self):
        assert assessed(self.CAPPED | {"home.in_greater_london": True}, "monthly_cap") == 211_025
        assert assessed(household(self.RENT), "monthly_cap") == 122_942
        assert assessed(household(self.RENT) | {"home.in_greater_london": True}, "monthly_cap") == 141_392

    def test_counts_child_benefit_only_where_it_is_paid(self):
        assert assessed(self.CAPPED | {"household.gets_child_benefit": False}, "cap_reduction") == 102_201 - 27_235

    @pytest.mark.parametrize("parts", [
        [adult(**works(88_100))], [adult(**is_ill())], [adult(**cares())], [adult(gets_daily_living_benefit=True)],
        [adult(gets_other_disability_benefit=True)], [adult(**has_income(carers_allowance=1))],
        [adult(**has_income(new_style_esa=1, has_support_component=True))]])
    def test_has_its_exceptions(self, parts):
        assert assessed(household(*parts, self.RENT, children=THREE), "cap_reduction") == 0

    def test_a_penny_less_than_the_earnings_level_is_no_exception(self):
        assert assessed(household(adult(**works(88_099)), self.RENT, children=THREE), "cap_reduction") > 0

    def test_a_floor_on_earnings_is_no_exception(self):
        facts = household(adult(**runs_business(10)), self.RENT, children=THREE)
        assert assessed(facts, "earns_above_cap_level", "is_outside_cap") == (False, False)

    def test_a_disabled_child_is_one(self):
        facts = household(self.RENT, children=[*THREE, child(date(2020, 1, 1), disability="lower")])
        assert assessed(facts, "cap_reduction") == 0

    @pytest.mark.parametrize(("began", "holds"), [
        (date(2026, 2, 2), False), (date(2026, 2, 3), True), (date(2026, 12, 1), True), (date(2026, 12, 2), False)])
    def test_steady_work_before_holds_it_off_for_nine_months(self, began, holds):
        facts = self.CAPPED | {"universal_credit.had_steady_earnings": True, "universal_credit.grace_from_on": began}
        assert assessed(facts, "is_in_grace_period") is holds

    def test_leaves_childcare_alone(self):
        facts = household(adult(**works(1_000)), self.RENT, minds(120_000, 3), children=THREE)
        assert assessed(facts, "childcare_element", "cap_reduction") == (102_000, 102_201)

    def test_never_takes_more_than_the_award(self):
        facts = household(adult(**has_income(new_style_jsa=400_000)), self.RENT, children=THREE)
        assert assessed(facts, "award_before_cap", "award") == (0, 0)


class TestSanctionsAndDebts:
    def test_a_sanction_takes_its_days_after_the_cap_and_nothing_of_the_very_ill(self):
        sanction = {"sanction_days": 20, "sanction_is_lower": False}
        facts = household(adult(**sanction), has_sanction=True)
        assert assessed(facts, "sanction_reduction", "award_after_sanctions") == (27_800, 14_690)
        ill = household(adult(**sanction, **is_ill()), has_sanction=True)
        assert assessed(ill, "sanction_reduction") == 0

    def test_debts_are_taken_in_order_up_to_15_per_cent(self):
        facts = household(**owes(overpayments=9_000, fuel=9_000, advances=3_000))
        taken = assessed(facts, "fuel_deduction", "advances_deduction", "overpayments_deduction", "all_deductions")
        assert taken == (2_125, 3_000, 6_374 - 5_125, 6_374)
        assert assessed(facts, "payment") == 42_490 - 6_374

    def test_the_ceiling_was_25_per_cent_until_30_april_2025(self):
        for starts, ceiling in ((date(2025, 4, 29), 10_004), (date(2025, 4, 30), 6_002)):
            facts = household(**owes(fraud=99_999), period=(starts, date(2025, 5, 29)))
            assert assessed(facts, "all_deductions") == ceiling

    def test_rent_to_keep_the_home_and_child_maintenance_may_go_above_it(self):
        facts = household(**owes(last_resort_rent=8_000, child_maintenance=9_000, fines=1_000))
        assert assessed(facts, "last_resort_rent_deduction", "fines_deduction", "child_maintenance_deduction") == (
            8_000, 0, 3_640)

    def test_only_three_others_are_paid(self):
        facts = household(adult(), adult("partner"), **owes(
            rent_arrears=100, fuel=100, council_tax=100, water=100, child_maintenance=100, overpayments=100))
        assert assessed(facts, "council_tax_deduction", "water_deduction", "child_maintenance_deduction",
                        "overpayments_deduction") == (100, 0, 0, 100)

    def test_a_sanction_uses_up_the_ceiling_and_a_penny_is_always_left(self):
        sanctioned = household(adult(sanction_days=30, sanction_is_lower=False), has_sanction=True,
                               **owes(fraud=5_000, last_resort_rent=9_000))
        assert assessed(sanctioned, "award_after_sanctions", "fraud_deduction", "payment") == (790, 0, 1)

    def test_someone_with_earnings_may_pay_back_more_of_an_overpayment(self):
        for pay, taken in ((10_000, 10_004), (0, 6_002)):
            period = date(2025, 4, 10), date(2025, 5, 10)
            facts = household(adult(**works(pay)), **owes(overpayments=50_000), period=period)
            assert assessed(facts, "overpayments_deduction") == taken


class TestAdvances:
    ASKED = {"asks_for_budgeting_advance": True, "advance_is_for_work": False, "months_on_benefit": 6,
             "full_periods": 6, "earnings_in_last_periods": 0, "owes_budgeting_advance": False}

    def test_a_first_advance_is_up_to_a_months_award_over_24_months(self):
        assert assessed(household(), "most_first_advance", "advance_instalment") == (42_490, 1_771)

    @pytest.mark.parametrize(("parts", "children", "savings", "most"), [
        ([], [], 0, 34_800), ([], [CHILD], 0, 81_200), ([adult("partner")], [], 0, 46_400), ([], [], 110_000, 24_800),
        ([], [], 124_801, 0), ([], [], 124_800, 10_000)])
    def test_a_budgeting_advance_depends_on_the_family_and_savings(self, parts, children, savings, most):
        facts = household(adult(savings=savings), *parts, children=children, **self.ASKED)
        assert assessed(facts, "most_budgeting_advance") == most

    @pytest.mark.parametrize(("change", "may"), [
        ({"owes_budgeting_advance": True}, False), ({"months_on_benefit": 5}, False),
        ({"earnings_in_last_periods": 260_001}, False), ({"earnings_in_last_periods": 260_000}, True),
        ({"months_on_benefit": 3, "full_periods": 3, "advance_is_for_work": True}, True),
        ({"months_on_benefit": 3, "full_periods": 3, "advance_is_for_work": True,
          "earnings_in_last_periods": 130_001}, False)])
    def test_and_is_for_those_who_have_waited_and_earned_little(self, change, may):
        assert assessed(household(**(self.ASKED | change)), "may_have_advance") is may

    @pytest.mark.parametrize(("pay", "most"), [(43_333, 34_800), (43_334, 0)])
    def test_the_earnings_are_those_of_the_last_six_periods(self, pay, most):
        earns, earned_more = household(adult(**works(pay))), household(adult(**works(99_999)))
        periods = tuple((Period(*PERIOD), facts) for facts in (*[earns] * 6, earned_more))
        found = one_off_offer(SCHEME, AwardRecord(periods, 40_000, months=7, owes=False), for_work=False, on=PERIOD[1])
        assert (found.most_pence, found.least_pence, found.most_payments) == (most, 10_000, 24)

    def test_where_something_is_not_known_is_a_persons(self):
        facts = {name: value for name, value in household().items() if name != "person.savings"}
        record = AwardRecord(((Period(*PERIOD), facts),), 40_000, months=7, owes=False)
        assert one_off_offer(SCHEME, record, for_work=False, on=PERIOD[1]) is None


class TestWhoIsRefused:
    @pytest.mark.parametrize(("parts", "reason"), [
        ([adult(born_on=date(2009, 1, 1), excepted_at_16_or_17=False)], "too_young"),
        ([adult(born_on=date(2011, 1, 1), excepted_at_16_or_17=True)], "too_young"),
        ([adult(born_on=date(1955, 1, 1))], "too_old"),
        ([adult(born_on=date(1955, 1, 1)), adult("partner", born_on=date(1958, 1, 1))], "too_old"),
        ([{"home.in_great_britain": False}], "not_in_great_britain"),
        ([adult(in_education=True, education_excepted=False)], "kept_out_by_education"),
        ([adult(), adult("partner", accepted_commitment=False)], "no_commitment"),
        ([adult(savings=1_600_001)], "too_much_capital"),
        ([adult(**works(77_254))], "income_too_high"),
    ])
    def test_has_one_reason(self, parts, reason):
        reasons = ("too_young", "too_old", "not_in_great_britain", "kept_out_by_education", "no_commitment",
                   "too_much_capital", "income_too_high")
        held = assessed(household(*parts), *reasons)
        assert [name for name, holds in zip(reasons, held, strict=True) if holds] == [reason]

    @pytest.mark.parametrize(("parts", "reason"), [
        ([adult(), adult("partner", born_on=date(1950, 1, 1))], "too_old"),
        ([adult(in_education=True, education_excepted=False), adult("partner")], "kept_out_by_education"),
        ([adult(in_education=True, education_excepted=True)], "kept_out_by_education"),
        ([adult(born_on=date(2009, 1, 1), excepted_at_16_or_17=True)], "too_young"),
        ([adult(**works(77_253))], "income_too_high"),
    ])
    def test_is_not_everybody_like_them(self, parts, reason):
        assert not assessed(household(*parts), reason)


class TestWhoIsSeenByAPerson:
    @pytest.mark.parametrize(("parts", "reason"), [
        ([adult("partner", abroad_in_last_two_years=True)], "residence_to_check"),
        ([adult(is_prisoner=True)], "in_prison"),
        ([adult(born_on=date(1960, 3, 6))], "last_period_before_pension"),
    ])
    def test_has_one_reason(self, parts, reason):
        reasons = ("residence_to_check", "in_prison", "last_period_before_pension")
        period = PERIOD if reason != "last_period_before_pension" else (date(2026, 3, 1), date(2026, 4, 1))
        held = assessed(household(*parts, period=period), *reasons)
        assert [name for name, holds in zip(reasons, held, strict=True) if holds] == [reason]


class TestTheStart:
    @pytest.mark.parametrize(("asked", "allowed", "starts"), [
        (date(2026, 10, 20), True, date(2026, 10, 20)), (date(2026, 8, 1), True, date(2026, 10, 2)),
        (date(2026, 10, 20), False, date(2026, 11, 2)), (date(2026, 12, 1), True, date(2026, 11, 2))])
    def test_is_the_day_of_claim_or_up_to_a_month_before_with_reason(self, asked, allowed, starts):
        facts = household(wants_earlier_start=True, earlier_start_on=asked, earlier_start_allowed=allowed)
        assert assessed(facts, "start_on") == starts
