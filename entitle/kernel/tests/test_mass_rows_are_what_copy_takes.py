"""Rows of a mass act are the bytes that PostgreSQL's binary COPY takes, one after another."""
from __future__ import annotations

from datetime import UTC, date, datetime
from struct import pack

import pytest

from entitle.kernel.mass_rows import NOTHING, MassRows, day, instant, octets, whole, words, yes_no

HEAD, END = b"PGCOPY\n\xff\r\n\0" + bytes(8), b"\xff\xff"


def field(content):
    return pack(">i", len(content)) + content


class TestMassRows:
    def test_hold_each_field_after_its_length_and_one_value_for_all_where_all_are_alike(self):
        made = MassRows("payments_payment", 2, {
            "id": whole([7, -1]), "attempt": whole(1, octets=2), "due_on": day(date(2026, 11, 25)), "by": NOTHING,
            "at": instant(datetime(2000, 1, 1, 0, 0, 1, 5, tzinfo=UTC)), "is_held": yes_no(True),
            "code": words(["AB", "CD"]), "mark": octets(b""),
        }, last=("name", ["Llŷr".encode(), b""]))
        days = pack(">i", (date(2026, 11, 25) - date(2000, 1, 1)).days)
        alike = field(days) + pack(">i", -1) + field(pack(">q", 1_000_005)) + field(b"\x01")
        rows = [pack(">h", 9) + field(pack(">q", number)) + field(pack(">h", 1)) + alike + field(code) + field(b"")
                + field(name) for number, code, name in ((7, b"AB", "Llŷr".encode()), (-1, b"CD", b""))]
        assert made.document == HEAD + b"".join(rows) + END
        assert made.statement == ("COPY payments_payment (id, attempt, due_on, by, at, is_held, code, mark, name) "
                                  "FROM STDIN (FORMAT BINARY)")

    def test_of_two_kinds_come_in_turn(self):
        first, second = ({"id": whole([1, 2]), "event": words(event)} for event in ("entitled", "sent"))
        made = MassRows("payments_transfer", 2, first, then=MassRows("payments_transfer", 2, second))
        in_turn = ((1, b"entitled"), (1, b"sent"), (2, b"entitled"), (2, b"sent"))
        assert made.document == HEAD + b"".join(
            pack(">h", 2) + field(pack(">q", number)) + field(event) for number, event in in_turn) + END

    def test_that_are_none_are_never_sent(self):
        MassRows("payments_payment", 0, {"id": whole([])}).put_in(cursor=None)

    def test_refuse_words_that_a_byte_each_cannot_say(self):
        with pytest.raises(UnicodeEncodeError):
            words(["Llŷr"])
