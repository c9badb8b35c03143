"""Payments, the ledger and history are kept a month at a time; a month that nobody made loses nothing."""
from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import ProgrammingError, connection, transaction

from entitle.history import queries as history
from entitle.history.models import Event
from entitle.kernel.references import SYSTEM
from entitle.payments.models import Payment, PaymentAttempt, Transfer
from entitle.payments.tests.caseload import award
from entitle.procedures.make_months import KEPT_BY_MONTH, make_months
from entitle.procedures.pay_due_awards import pay_due_awards

PAYDAY = date(2019, 3, 27)
NOW = datetime(2019, 3, 22, 10, tzinfo=UTC)


@pytest.fixture
def paid_long_ago(settings, tmp_path):
    """Two payments of months that nobody made: what an award fell behind with, and what it is due."""
    settings.ENTITLE_VAR = tmp_path
    award(starts_on=date(2019, 1, 31), first_payday=PAYDAY - timedelta(weeks=4))
    result = pay_due_awards(on=PAYDAY, by=SYSTEM, as_at=NOW)
    assert (result.payments, result.problems) == (2, ())
    return result


def waiting() -> dict[str, dict[date, int]]:
    return {table: found for table in KEPT_BY_MONTH if (found := history.without_month(of=table))}


@pytest.mark.django_db
class TestAMonthThatNobodyMade:
    def test_is_paid_and_reported_and_each_row_goes_into_its_own_once_it_is_made(self, paid_long_ago):
        january, february, march = (date(2019, month, 1) for month in (1, 2, 3))
        assert waiting() == {
            "history_event": {march: Event.objects.count()},
            "payments_payment": {january: 1, february: 1}, "payments_paymentattempt": {january: 1, february: 1},
            "payments_transfer": {january: 2, february: 2}}
        before = [sorted(model.objects.values_list()) for model in (Payment, PaymentAttempt, Transfer)]

        assert make_months(as_at=NOW) == 4 + 3 * (2 + 4)
        assert waiting() == {}
        assert [sorted(model.objects.values_list()) for model in (Payment, PaymentAttempt, Transfer)] == before
        assert make_months(as_at=NOW) == 0

    def test_paid_again_after_its_month_was_made_is_still_paid_once(self, paid_long_ago):
        make_months(as_at=NOW)
        assert pay_due_awards(on=PAYDAY, by=SYSTEM, as_at=NOW).payments == 2
        assert Payment.objects.count() == 2

    def test_is_made_by_the_application_which_cannot_touch_what_is_in_it(self, paid_long_ago):
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL ROLE entitle_app")
            assert make_months(as_at=NOW) > 0
            for forbidden in ("DELETE FROM months.payments_payment_2019_01", "SELECT 1 FROM months.history_event_other",
                              "ALTER TABLE payments_payment DETACH PARTITION months.payments_payment_2019_01"):
                with pytest.raises(ProgrammingError), transaction.atomic():
                    cursor.execute(forbidden)
