"""The contribution conditions: Jobseekers Act 1995 section 2; Jobseeker's Allowance Regulations 2013 regulation 34.

Class 1 of a week counts where the pay in it reached the lower earnings limit; pay over the upper limit does not count.
Not coded: special Class 2 of share fishermen and volunteer development workers; the 50-pound shortfall that the
Earnings Factors Regulations 1979 may forgive; the spouse of a member of the forces abroad (regulation 35), handed to a
person.
"""
from __future__ import annotations

from typing import Any

import numpy as np

from entitle.kernel.words import Words
from entitle.rules.choose import choose
from entitle.rules.decorator import rule
from entitle.rules.lookup import find

_NONE = np.int64(0)


@rule(cites="JA 1995 s2(1)(a), (2A), (2B)", gives="weeks",
      label=Words("Weeks of work in the first year", cy="Wythnosau o waith yn y flwyddyn gyntaf"),
      says=Words("These are the weeks you worked and paid National Insurance in the first year.",
                 cy="Dyma'r wythnosau y gwnaethoch weithio a thalu Yswiriant Gwladol yn y flwyddyn gyntaf."))
def first_year_weeks(
    national_insurance_first_year_class_1_weeks: Any, national_insurance_first_year_class_1_earnings: Any,
    first_year_lower_limit: Any,
) -> Any:
    """Weeks of Class 1, none where the pay in them together falls short of the limit for so many."""
    return _weeks(national_insurance_first_year_class_1_weeks, national_insurance_first_year_class_1_earnings,
                  first_year_lower_limit)


@rule(cites="JA 1995 s2(1)(a), (2A), (2B)", gives="weeks",
      label=Words("Weeks of work in the second year", cy="Wythnosau o waith yn yr ail flwyddyn"),
      says=Words("These are the weeks you worked and paid National Insurance in the second year.",
                 cy="Dyma'r wythnosau y gwnaethoch weithio a thalu Yswiriant Gwladol yn yr ail flwyddyn."))
def second_year_weeks(
    national_insurance_second_year_class_1_weeks: Any, national_insurance_second_year_class_1_earnings: Any,
    second_year_lower_limit: Any,
) -> Any:
    """Weeks of Class 1, none where the pay in them together falls short of the limit for so many."""
    return _weeks(national_insurance_second_year_class_1_weeks, national_insurance_second_year_class_1_earnings,
                  second_year_lower_limit)


@rule(cites="JA 1995 s2(2)", gives="pence",
      label=Words("First test for the first year", cy="Prawf cyntaf y flwyddyn gyntaf"),
      says=Words("For the first test you need 26 times the lower limit from work. This is that sum for the first year.",
                 cy="Ar gyfer y prawf cyntaf mae angen 26 gwaith y terfyn isaf o waith. Dyma'r swm hwnnw ar gyfer y "
                    "flwyddyn gyntaf."))
def first_year_must_pay(first_year_lower_limit: Any, contribution_tests: Any) -> Any:
    """26 times the lower limit of that year."""
    return first_year_lower_limit * contribution_tests.paid


@rule(cites="JA 1995 s2(2)", gives="pence",
      label=Words("First test for the second year", cy="Prawf cyntaf yr ail flwyddyn"),
      says=Words("This is the sum you need for the first test in the second year. It is 26 times the lower limit.",
                 cy="Dyma'r swm sydd ei angen ar gyfer y prawf cyntaf yn yr ail flwyddyn. Mae'n 26 gwaith y terfyn "
                    "isaf."))
def second_year_must_pay(second_year_lower_limit: Any, contribution_tests: Any) -> Any:
    """26 times the lower limit of that year."""
    return second_year_lower_limit * contribution_tests.paid


@rule(cites="JA 1995 s2(3)", gives="pence",
      label=Words("Second test for the first year", cy="Ail brawf y flwyddyn gyntaf"),
      says=Words("For the second test you need 50 times the lower limit in each year. This is that sum for the first "
                 "year.",
                 cy="Ar gyfer yr ail brawf mae angen 50 gwaith y terfyn isaf ym mhob blwyddyn. Dyma'r swm hwnnw ar "
                    "gyfer y flwyddyn gyntaf."))
def first_year_must_reach(first_year_lower_limit: Any, contribution_tests: Any) -> Any:
    """50 times the lower limit of that year."""
    return first_year_lower_limit * contribution_tests.reached


@rule(cites="JA 1995 s2(3)", gives="pence",
      label=Words("Second test for the second year", cy="Ail brawf yr ail flwyddyn"),
      says=Words("This is the sum you need for the second test in the second year. It is 50 times the lower limit.",
                 cy="Dyma'r swm sydd ei angen ar gyfer yr ail brawf yn yr ail flwyddyn. Mae'n 50 gwaith y terfyn "
                    "isaf."))
def second_year_must_reach(second_year_lower_limit: Any, contribution_tests: Any) -> Any:
    """50 times the lower limit of that year."""
    return second_year_lower_limit * contribution_tests.reached


@rule(cites="JA 1995 s2(3); SSCBA 1992 s22(1), s23", gives="pence",
      label=Words("What counts in the first year", cy="Beth sy'n cyfrif yn y flwyddyn gyntaf"),
      says=Words("We add up your pay and your credits in the first year. A credit counts as one week at the lower "
                 "limit.",
                 cy="Rydym yn adio eich cyflog a'ch credydau yn y flwyddyn gyntaf. Mae credyd yn cyfrif fel un wythnos "
                    "ar y terfyn isaf."))
def first_year_reached(
    first_tax_year_on: Any, first_year_weeks: Any, national_insurance_first_year_class_1_earnings: Any,
    national_insurance_first_year_credits: Any, first_year_lower_limit: Any, earnings_limits: Any,
) -> Any:
    """The earnings factor: pay up to the upper limit in the weeks that count, and the credits."""
    upper = find(earnings_limits, first_tax_year_on).upper
    return (np.minimum(national_insurance_first_year_class_1_earnings, first_year_weeks * upper)
            + national_insurance_first_year_credits * first_year_lower_limit)


@rule(cites="JA 1995 s2(3); SSCBA 1992 s22(1), s23", gives="pence",
      label=Words("What counts in the second year", cy="Beth sy'n cyfrif yn yr ail flwyddyn"),
      says=Words("We add up your pay and your credits in the second year in the same way.",
                 cy="Rydym yn adio eich cyflog a'ch credydau yn yr ail flwyddyn yn yr un ffordd."))
def second_year_reached(
    second_tax_year_on: Any, second_year_weeks: Any, national_insurance_second_year_class_1_earnings: Any,
    national_insurance_second_year_credits: Any, second_year_lower_limit: Any, earnings_limits: Any,
) -> Any:
    """The earnings factor: pay up to the upper limit in the weeks that count, and the credits."""
    upper = find(earnings_limits, second_tax_year_on).upper
    return (np.minimum(national_insurance_second_year_class_1_earnings, second_year_weeks * upper)
            + national_insurance_second_year_credits * second_year_lower_limit)


@rule(cites="JA 1995 s2(1)(a), (2)-(2B); SI 2013/378 reg 34", gives="yes_no",
      label=Words("Too little paid in from work", cy="Rhy ychydig wedi'i dalu i mewn o waith"),
      says=Words("You need 26 weeks of National Insurance from a job in one of the 2 tax years.",
                 cy="Mae angen 26 wythnos o Yswiriant Gwladol o swydd arnoch yn un o'r 2 flwyddyn dreth."))
def paid_too_little(
    first_year_weeks: Any, first_year_lower_limit: Any, first_year_must_pay: Any,
    second_year_weeks: Any, second_year_lower_limit: Any, second_year_must_pay: Any,
) -> Any:
    """Whether the first contribution condition fails in both years. Pay counts up to the lower limit each week."""
    return ((first_year_weeks * first_year_lower_limit < first_year_must_pay)
            & (second_year_weeks * second_year_lower_limit < second_year_must_pay))


@rule(cites="JA 1995 s2(1)(b), (3)", gives="yes_no",
      label=Words("Too little in one of the years", cy="Rhy ychydig yn un o'r blynyddoedd"),
      says=Words("In each of the 2 tax years your pay and credits must come to 50 times the lower limit.",
                 cy="Ym mhob un o'r 2 flwyddyn dreth rhaid i'ch cyflog a'ch credydau ddod i 50 gwaith y terfyn isaf."))
def reached_too_little(
    first_year_reached: Any, first_year_must_reach: Any, second_year_reached: Any, second_year_must_reach: Any,
) -> Any:
    """Whether the second contribution condition fails in either year."""
    return (first_year_reached < first_year_must_reach) | (second_year_reached < second_year_must_reach)


def _weeks(weeks: Any, earnings: Any, lower: Any) -> Any:
    return choose(("pay reached the limit", earnings >= weeks * lower, weeks),
                  otherwise=("pay did not reach the limit", _NONE))
