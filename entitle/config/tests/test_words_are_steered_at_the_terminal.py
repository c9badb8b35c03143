"""`entitle steer`: one caller's words, or a file of them."""
from __future__ import annotations

import csv
import io

import pytest
from django.core.management import CommandError, call_command
from django.urls import resolve

from entitle.blueprint.intents import intents
from entitle.config.apps import steering_reads_sentences
from entitle.config.management.commands import steer
from entitle.contacts.queues import queues
from entitle.steering import sentence
from entitle.steering.learned import WORDS_ONLY


def run(*arguments):
    out, err = io.StringIO(), io.StringIO()
    call_command("steer", *arguments, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


@pytest.fixture
def cases(tmp_path):
    path = tmp_path / "in.csv"
    path.write_text("id,utterance,channel,lang\n"
                    "O'Neill,\"my money's not gone in, it was due Friday\",voice,\n"
                    "Llŷr,Dwi wedi symud tŷ,chat,\n"
                    "third,agent,voice,en\n", encoding="utf-8")
    return path


class TestAFileOfWords:
    def test_each_row_is_answered_in_its_order(self, cases, tmp_path):
        run("--cases", str(cases), "--out", str(tmp_path / "out.csv"))
        with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as opened:
            rows = list(csv.DictReader(opened))
        assert list(rows[0]) == ["id", "intent", "queue", "priority", "lang", "confidence", "accepted"]
        told = [(row["id"], row["intent"], row["queue"], row["lang"], row["accepted"]) for row in rows]
        assert told[0] == ("O'Neill", "payment_missing", "Q_PAYMENTS", "en", "yes")
        assert told[1] == ("Llŷr", "address_change", "Q_WELSH", "cy", "yes")
        assert (told[2][2], told[2][4]) == ("Q_GENERAL", "no")
        assert all(0 <= float(row["confidence"]) <= 1 for row in rows)

    def test_a_language_there_is_not_is_named_by_its_line_and_told_from_the_words(self, cases, tmp_path):
        cases.write_text("id,utterance,channel,lang\n1,where is my money,voice,fr\n", encoding="utf-8")
        errors = io.StringIO()
        with pytest.raises(SystemExit) as left:
            call_command("steer", "--cases", str(cases), "--out", str(tmp_path / "out.csv"), stderr=errors)
        assert left.value.code == 1
        assert "line 2: lang is 'fr'; expected en, cy or nothing" in errors.getvalue()
        assert "1,payment_missing,Q_PAYMENTS,2,en," in (tmp_path / "out.csv").read_text(encoding="utf-8")

    def test_a_file_without_the_words_is_refused_and_nothing_is_written(self, cases, tmp_path):
        cases.write_text("id,said\n1,hello\n", encoding="utf-8")
        with pytest.raises(CommandError, match="there is no column utterance"):
            run("--cases", str(cases), "--out", str(tmp_path / "out.csv"))
        assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]

    def test_it_says_what_it_needs(self, cases):
        with pytest.raises(CommandError, match="say where to write the answers"):
            run("--cases", str(cases))
        with pytest.raises(CommandError, match="say what was said"):
            run()


class TestOneCallersWords:
    def test_are_answered_with_what_the_agent_would_see(self):
        said, _ = run("I want to claim pip for my bad back")
        assert said.startswith("pip_new_claim → Q_PIP_CLAIMS, priority 3, en\naccepted, confidence ")
        assert said.endswith("You want to claim Personal Independence Payment: “I want to claim pip for my bad back”\n")

    def test_and_it_is_said_where_words_alone_are_read(self, monkeypatch):
        monkeypatch.setattr(steer, "mode_here", lambda: WORDS_ONLY)
        assert "The sentence model is not installed" in run("hello")[1]


    def test_as_it_is_at_every_start(self, monkeypatch):
        assert steering_reads_sentences(None) == []
        monkeypatch.setattr(sentence, "PACKAGE", "no_such_package")
        assert [warning.id for warning in steering_reads_sentences(None)] == ["entitle.W001"]


class TestWhereEachIntentGoes:
    def test_is_a_queue_that_somebody_answers(self):
        assert {intent.queue for intent in intents().values()} <= set(queues())

    def test_and_an_address_that_is_served(self):
        for intent in intents().values():
            assert not intent.self_service or resolve(intent.self_service)
