"""A bucket is put in whole; where some of it was paid before, the database refuses that, and only the rest goes in."""
from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import connection, transaction
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from entitle.awards.models import BUCKETS
from entitle.kernel.references import SYSTEM
from entitle.payments import operations, queries
from entitle.payments.models import Payment, PaymentAttempt, Transfer
from entitle.payments.tests.caseload import award

PAYDAY, NOW = date(2026, 11, 25), datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
_DUE = "SELECT nextval('payments_payment_id_seq')"

pytestmark = pytest.mark.django_db


def pay():
    """What a run pays now, and how often it had to ask what is due."""
    run, _ = operations.start_run(pay_on=PAYDAY, by=SYSTEM, as_at=NOW)
    with CaptureQueriesContext(connection) as asked:
        outcome = operations.pay_due(run=run, buckets=range(BUCKETS), as_at=NOW)
    return outcome.made, sum(_DUE in each["sql"] for each in asked)


class TestPayingAgain:
    def test_leaves_out_what_the_database_refuses_and_puts_in_the_rest(self):
        award()
        first, asked = pay()
        assert (len(first.ids), asked) == (1, 1)
        award()
        second, asked = pay()
        assert (len(second.ids), asked) == (1, 2)
        assert (Payment.objects.count(), PaymentAttempt.objects.count(), Transfer.objects.count()) == (2, 2, 4)
        assert queries.digests(second.ids) == dict(zip(second.ids, second.digests, strict=True))


class TestTheChecksOfARun:
    def test_see_each_thing_that_is_not_plainly_as_it_should_be(self):
        award()
        made, _ = pay()
        run_id = Payment.objects.get().run_id
        told, sent = Transfer.objects.filter(event="instructed"), PaymentAttempt.objects.all()
        again = {"id": None, "attempt": 2}
        wrongs = (
            lambda: Transfer.objects.filter(event="entitled").delete(), lambda: told.delete(), lambda: sent.delete(),
            lambda: told.update(pence=F("pence") + 1), lambda: sent.update(pence=F("pence") + 1),
            lambda: Transfer.objects.create(**{**told.values().get(), **again}),
            lambda: PaymentAttempt.objects.create(**{**sent.values().get(), **again}),
        )
        assert queries.problems(run_id=run_id) == []
        for wrong in wrongs:
            with transaction.atomic():
                wrong()
                assert f"payment:{made.ids[0]}" in {each.where for each in queries.problems(run_id=run_id)}
                transaction.set_rollback(True)
        assert queries.problems(run_id=run_id) == []


class TestParts:
    def test_are_all_buckets_once_and_as_many_as_the_awards_fill(self, monkeypatch):
        monkeypatch.setitem(queries.parts.__globals__, "_AWARDS_TOGETHER", 1)
        few = queries.parts()
        for _ in range(11):
            award()
        many = queries.parts()
        assert (len(few), len(many)) == (8, 11)
        assert [sorted(bucket for part in parts for bucket in part) for parts in (few, many)] == [list(range(64))] * 2
