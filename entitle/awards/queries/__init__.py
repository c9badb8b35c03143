"""Reading awards."""
from entitle.awards.due_sql import DUE_PERIODS, PERIOD_NUMBER, PERIOD_STARTS
from entitle.awards.queries.assessing import (
    amount_of_period,
    next_period,
    payday_of,
    period_starting,
    to_assess,
)
from entitle.awards.queries.awards import (
    AwardAtAGlance,
    code_of,
    get,
    had_before,
    in_payment_of_claim,
    live,
    live_of_claim,
    of_customer,
    schemes_awarded,
    schemes_of,
    waits_for_first_payment,
)
from entitle.awards.queries.dated import over, to_review
from entitle.awards.queries.due import Due, amounts_decided, amounts_of, cycle_of, pence_on, periods_due, periods_up_to
from entitle.awards.queries.paydays import Payday, Schedule, next_paydays, schedule_of
from entitle.awards.queries.suspensions import suspensions_to_review
from entitle.awards.queries.together import ToAssess, to_assess_together
from entitle.awards.queries.uprating import LiveAward, live_in_bucket

__all__ = ["AwardAtAGlance", "DUE_PERIODS", "Due", "LiveAward", "PERIOD_NUMBER", "PERIOD_STARTS", "Payday",
           "Schedule", "ToAssess", "amount_of_period", "amounts_decided", "amounts_of", "code_of", "cycle_of", "get",
           "had_before", "in_payment_of_claim", "live", "live_in_bucket", "live_of_claim", "next_paydays",
           "next_period", "of_customer", "over", "payday_of", "pence_on", "period_starting", "periods_due",
           "periods_up_to", "schedule_of", "schemes_awarded", "schemes_of", "suspensions_to_review", "to_assess",
           "to_assess_together", "to_review", "waits_for_first_payment"]
