"""A file of claims taken elsewhere: each line is received once, and a line that cannot be read is named."""

from __future__ import annotations

import json

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from entitle.claims.models import Intake

LINE = {"key": "1", "scheme": "state_pension", "channel": "offline", "taken_at": "2026-11-03T10:15:00+00:00",
        "who": {"name": {"given": "Seán", "family": "O’Neill"}, "born_on": "1960-06-11"}, "answers": {},
        "declared": True}

pytestmark = pytest.mark.django_db


@pytest.fixture
def send(tmp_path, capsys):
    def sending(*lines):
        file = tmp_path / "claims.jsonl"
        file.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines))
        try:
            call_command("intake", file, sender="Hall")
            code = 0
        except SystemExit as ended:
            code = ended.code
        said = capsys.readouterr()
        return code, said.out.strip(), said.err.strip()

    return sending


def test_sent_twice_each_is_received_once(send):
    lines = [LINE, "", {**LINE, "key": "2"}]
    assert send(*lines) == (0, "2 received, 0 received before, 0 not received.", "")
    assert send(*lines) == (0, "0 received, 2 received before, 0 not received.", "")
    assert sorted(Intake.objects.values_list("sender", "key")) == [("Hall", "1"), ("Hall", "2")]


@pytest.mark.parametrize(("line", "says"), [
    ("{", "line 2: not JSON"),
    ("[]", "line 2: must be an object."),
    ({"key": "2", "colour": "red"}, "line 2: scheme is missing; channel is missing"),
    ({**LINE, "key": "2", "taken_at": "yesterday"}, "line 2: taken_at: must be a time"),
    ({**LINE, "who": {}}, "line 2: key: 1 was used for another claim"),
])
def test_a_line_that_cannot_be_read_is_named_and_the_rest_received(send, line, says):
    code, told, wrong = send(LINE, line, {**LINE, "key": "3"})
    assert (code, told) == (1, "2 received, 0 received before, 1 not received.") and says in wrong


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(CommandError, match="no_such"):
        call_command("intake", tmp_path / "no_such", sender="Hall")
