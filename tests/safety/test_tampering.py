"""What is written stays written: the application cannot alter it, and whoever can is found out and named.

The owner of the database can do anything to it by hand. Each edit below is one that would pay for someone.
"""
from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta
from io import StringIO

import psycopg
import pytest
from django.core.management import call_command
from django.db import IntegrityError, ProgrammingError, connection, transaction

from entitle.config.database import APPLICATION_ROLE
from entitle.kernel.references import SYSTEM, Actor
from entitle.procedures.answer_questions import answer_questions
from entitle.procedures.decide_claim import decide_claim
from entitle.procedures.pay_due_awards import pay_due_awards
from entitle.procedures.register_customer import register_customer
from entitle.procedures.seal_history import seal_history
from entitle.procedures.start_claim import start_claim
from entitle.procedures.submit_claim import submit_claim
from entitle.procedures.take_record_facts import take_record_facts
from entitle.procedures.verify_history import verify_history

AT = datetime(2026, 11, 2, 9, tzinfo=UTC)
COUNTER = Actor(role="system", channel="counter", name="the counter")
KEPT = ("history_event", "history_seal", "decisions_decision", "payments_transfer", "payments_payment",
        "payments_paymentattempt", "claims_answer", "customers_heldfact", "evidence_evidenceverdict")
PROVED = {"history_event": "event", "history_seal": "seal", "decisions_decision": "decision",
          "payments_payment": "payment", "payments_transfer": "payment", "payments_paymentattempt": "payment"}
"""Tables of which every column of every row is proved, and what is named for one that was altered: the transfers and
the attempt that a payment was made with are part of it."""
ALTERED = {
    "bigint": "coalesce({}, 0) + 1", "integer": "coalesce({}, 0) + 1", "smallint": "coalesce({}, 0) + 1",
    "date": "coalesce({}, '2026-01-01') - 1", "timestamp with time zone": "{} - interval '1 day'",
    "boolean": "NOT {}", "jsonb": "'[\"altered\"]'", "bytea": "'\\xff'", "ARRAY": "{} || 99",
    "character varying": "left('9' || {}, 6)", "text": "'altered'",
}
"""Another value for a column, by its type."""
CUTS = {
    "DELETE FROM history_event WHERE code = 'claim.started'": "event",
    "DELETE FROM history_seal WHERE id = 1": "seal",
    "DELETE FROM history_seal WHERE id = (SELECT max(id) FROM history_seal)": "seal",
    "DELETE FROM decisions_decision": "decision",
    "DELETE FROM payments_payment": "payment",
    "DELETE FROM payments_transfer WHERE event = 'instructed'": "payment",
    "DELETE FROM payments_paymentattempt": "payment",
}
SLIPPED_IN = {
    "history_event": {"reason": "slipped in"},
    "decisions_decision": {"code": "DEC-9", "sequence": 9},
    "payments_payment": {"reason": "slipped in"},
    "payments_transfer": {"attempt": 9},
    "payments_paymentattempt": {"attempt": 9},
}
"""Another row of a table, by what it has of its own: each would be a second one of something that happens once."""


@pytest.fixture
def paid(settings, tmp_path):
    """One customer, from the first contact to a payment; sealed half-way and at the end."""
    settings.ENTITLE_VAR = tmp_path / "var"
    settings.ENTITLE_SEAL_HEAD = tmp_path / "seal" / "head.json"
    customer = register_customer(name={"given": "Kathleen", "family": "O'Neill"}, born_on=date(1960, 7, 10), by=COUNTER,
                                 nino="AB123407C", sex="female", as_at=AT)
    claim = start_claim(scheme="state_pension", customer_id=customer.id, by=COUNTER, as_at=AT)
    answer_questions(claim_code=claim.code, by=COUNTER, as_at=AT, answers={
        "home.address": {"lines": ["14 Heol y Parc"], "postcode": "CF10 1AA"}, "person.phone": "07700 900123",
        "person.phone_is_safe": True, "person.email": None, "person.language": "en", "person.letter_format": "standard",
        "person.relationship": "never", "state_pension.lived_abroad": False,
        "state_pension.when_to_start": "as_soon_as_possible", "state_pension.benefits_while_delaying": False,
        "person.bank_account": {"sort_code": "202959", "account_number": "63748472", "account_name": "K ONEILL",
                                "roll_number": ""},
        "person.has_helper": False, "person.access_needs": None, "state_pension.birth_certificate": None})
    submit_claim(claim_code=claim.code, by=COUNTER, as_at=AT)
    take_record_facts(claim_code=claim.code, source="National Insurance record", as_at=AT, facts={
        "national_insurance.qualifying_years": 35, "national_insurance.has_transitional_record": False,
        "national_insurance.reduced_rate_election": False})
    seal(settings)
    decide_claim(claim_code=claim.code, by=SYSTEM, as_at=AT)
    [(payday,)] = rows("SELECT first_payday FROM awards_award")
    pay_due_awards(on=payday, by=SYSTEM, as_at=datetime.combine(payday - timedelta(days=5), time(9), UTC))
    seal(settings)
    return claim


def seal(settings) -> None:
    with connection.cursor() as cursor:  # what this test wrote counts as committed by others
        cursor.execute("SELECT 1")
    seal_history(key=settings.ENTITLE_SEAL_KEY, head_path=settings.ENTITLE_SEAL_HEAD, as_at=AT)


def rows(sql: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def by_hand(sql: str) -> int:
    """As the owner of the database, with every guard laid aside."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET session_replication_role = replica; {sql}")
        changed = cursor.rowcount
        cursor.execute("SET session_replication_role = DEFAULT")
    return changed


def problems(settings) -> list[str]:
    return [f"{problem.where}: {problem.what}" for problem in verify_history(
        key=settings.ENTITLE_SEAL_KEY, head_path=settings.ENTITLE_SEAL_HEAD)]


def noticed(settings, sql: str, kind: str) -> bool:
    """Whether an edit by hand is found, and a row of that kind named. One that a constraint refuses was not made."""
    with transaction.atomic():
        try:
            assert by_hand(sql), sql
        except IntegrityError:
            transaction.set_rollback(True)
            return True
        found = problems(settings)
        transaction.set_rollback(True)
    return any(problem.startswith(f"{kind}:") for problem in found)


@pytest.mark.django_db(transaction=True)
class TestWhatIsWrittenStaysWritten:
    def test_the_application_is_refused_every_edit(self, paid):
        refused = 0
        for table in KEPT:
            for sql in (f"UPDATE {table} SET id = id", f"DELETE FROM {table}", f"TRUNCATE {table} CASCADE"):
                with pytest.raises(ProgrammingError) as refusal, transaction.atomic(), connection.cursor() as cursor:
                    cursor.execute(f"SET LOCAL ROLE {APPLICATION_ROLE}")
                    cursor.execute(sql)
                assert isinstance(refusal.value.__cause__, psycopg.errors.InsufficientPrivilege), sql
                refused += 1
        assert refused == 3 * len(KEPT)

    @pytest.mark.parametrize("table", PROVED)
    def test_every_column_altered_by_hand_is_found_and_named(self, paid, settings, table):
        assert problems(settings) == []
        columns = rows(f"""SELECT column_name, data_type FROM information_schema.columns
                           WHERE table_name = '{table}' AND is_generated = 'NEVER' AND column_name <> 'id'""")
        unnoticed = {column for column, kind in columns
                     if not noticed(settings, f"UPDATE {table} SET {column} = {ALTERED[kind].format(column)}",
                                    PROVED[table])}
        assert unnoticed == set()
        assert problems(settings) == []

    def test_every_row_removed_by_hand_is_found_and_named(self, paid, settings):
        assert {sql for sql, kind in CUTS.items() if not noticed(settings, sql, kind)} == set()

    @pytest.mark.parametrize("table", SLIPPED_IN)
    def test_every_row_slipped_in_by_hand_is_found_and_named(self, paid, settings, table):
        kind = {"payments_transfer": "transfer", "payments_paymentattempt": "payment_attempt"}.get(table, PROVED[table])
        own = json.dumps({"id": 999_999, **SLIPPED_IN[table]})
        assert noticed(settings, f"""INSERT INTO {table} SELECT (jsonb_populate_record({table}, '{own}')).*
                                     FROM {table} ORDER BY id LIMIT 1""", kind)

    def test_the_command_names_the_rows_and_ends_with_an_error(self, paid, settings):
        [decision] = rows("SELECT id FROM decisions_decision")
        by_hand("UPDATE decisions_decision SET pence = 99999")
        said = StringIO()
        with pytest.raises(SystemExit) as ended:
            call_command("verify", stdout=said)
        assert ended.value.code == 1
        assert f"decision:{decision[0]}: it is not what it was when event" in said.getvalue()
