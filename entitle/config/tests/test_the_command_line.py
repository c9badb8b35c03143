"""The `entitle` command helps a stranger, and says in a sentence what hinders it."""
from __future__ import annotations

import argparse
import sys

import psycopg
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, load_command_class
from django.db import DataError, InternalError, OperationalError, ProgrammingError

from entitle.config import arguments, command, overview
from entitle.config.embedded.cluster import ClusterUnusable
from entitle.config.tests.conftest import KEYS, Run

COMMANDS = sorted(path.stem.replace("_", "-") for path in overview.COMMANDS.glob("[a-z]*.py"))


def typed(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    """What `entitle <words>` ends with."""
    monkeypatch.setattr(sys, "argv", ["entitle", *words])
    with pytest.raises(SystemExit) as ended:
        command.main()
    return int(ended.value.code or 0)


def from_postgresql(kind: type[Exception], cause: psycopg.Error) -> Exception:
    problem = kind(str(cause))
    problem.__cause__ = cause
    return problem


class TestHelp:
    def test_lists_every_command_with_what_it_is_for(self) -> None:
        assert sorted(name for names in overview.GROUPS.values() for name in names) == COMMANDS
        told = {line[2:overview._INDENT].strip(): line[overview._INDENT:] for line in overview.overview().splitlines()
                if line.startswith("  ") and line[2] != " "}
        assert sorted(told) == COMMANDS and all(told.values())

    @pytest.mark.parametrize("columns", [20, 80, 300])
    def test_fits_the_terminal(self, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COLUMNS", str(columns))
        assert max(map(len, overview.overview().splitlines())) <= max(columns, 40)

    @pytest.mark.parametrize("name", COMMANDS)
    def test_of_each_command_explains_all_that_may_be_typed(self, name: str) -> None:
        parser = load_command_class(overview.APPLICATION, name.replace("-", "_")).create_parser("entitle", name)
        parsers = [parser, *(each for action in parser._actions if isinstance(action, argparse._SubParsersAction)
                             for each in action.choices.values())]
        assert parser.description
        assert [(each.prog, action.dest) for each in parsers for action in each._actions
                if not action.help and not isinstance(action, argparse._SubParsersAction)] == []

    def test_needs_no_keys(self, entitle: Run) -> None:
        answer = entitle("bank-file", "--help")
        assert (answer.returncode, answer.stderr) == (0, "")
        assert answer.stdout.startswith("usage: entitle bank-file [-h] FILE\n") and "--settings" not in answer.stdout


class TestWhatHinders:
    @pytest.mark.parametrize(("problem", "said"), [
        (CommandError("there is no file x"), "there is no file x"),
        (ImproperlyConfigured("ENTITLE_SECRET_KEY is not set"), "ENTITLE_SECRET_KEY is not set"),
        (ClusterUnusable("in use"), "in use"),
        (FileNotFoundError(2, "No such file or directory", "in.csv"), "in.csv: No such file or directory"),
        (from_postgresql(OperationalError, psycopg.OperationalError("no route\nIs it running?")),
         "The database cannot be used. PostgreSQL says: no route Is it running?"),
        (from_postgresql(InternalError, psycopg.errors.DataCorrupted("invalid page")),
         "The database is damaged: its disk has failed, or its files were changed. Restore a backup into a new folder "
         "(entitle restore). PostgreSQL says: invalid page"),
        (from_postgresql(ProgrammingError, psycopg.errors.UndefinedTable("no history\nLINE 1: select")),
         "The database has not all of Entitle's tables yet: run `entitle setup`. PostgreSQL says: no history"),
        (from_postgresql(DataError, psycopg.errors.InvalidParameterValue("no role")),
         "The database has not all of Entitle's tables yet: run `entitle setup`. PostgreSQL says: no role"),
        (from_postgresql(ProgrammingError, psycopg.errors.InsufficientPrivilege("denied")),
         "The database's user may not do that: docs/handbook/operate.md says what it must be allowed. PostgreSQL says: "
         "denied"),
        (from_postgresql(ProgrammingError, psycopg.errors.UndefinedColumn("ours")), None),
    ], ids=lambda each: type(each).__name__ if isinstance(each, Exception) else "")
    def test_is_one_sentence_unless_the_fault_is_ours(self, problem: Exception, said: str | None) -> None:
        assert command.in_words(problem) == said

    def test_ends_a_command_with_1_and_no_trace(self, entitle: Run) -> None:
        answer = entitle("serve", **KEYS)
        assert answer.returncode == 1 and answer.stderr.startswith("There is no database in ")
        assert len(answer.stderr.splitlines()) == 1

    def test_is_told_of_a_refusal_without_djangos_name_for_it(self, monkeypatch: pytest.MonkeyPatch,
                                                               capsys: pytest.CaptureFixture[str]) -> None:
        assert typed(monkeypatch, "simulate", "contact-centre", "--plan", "nowhere.yaml") == 1
        assert capsys.readouterr().err == "[Errno 2] No such file or directory: 'nowhere.yaml'\n"

    def test_stopped_by_a_person_it_ends_with_130(self, monkeypatch: pytest.MonkeyPatch,
                                                  capsys: pytest.CaptureFixture[str]) -> None:
        def interrupted(asked: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(command, "_run", interrupted)
        assert (typed(monkeypatch, "verify"), capsys.readouterr().err) == (130, "Stopped.\n")


class TestWhatIsTyped:
    @pytest.mark.parametrize(("read", "written", "said"), [
        (arguments.day, "31/02/2026", "'31/02/2026' is not a day: write one like 2026-09-03"),
        (arguments.day, "2026-02-31", "'2026-02-31' is not a day: write one like 2026-09-03"),
        (arguments.port, "99999", "'99999' is not a port: write a number up to 65535"),
        (arguments.port, "-1", "'-1' is not a port: write a number up to 65535"),
        (arguments.at_least_one, "0", "'0' must be a whole number of 1 or more"),
        (arguments.at_least_one, "²", "'²' must be a whole number of 1 or more"),
    ])
    def test_is_refused_in_words(self, read, written: str, said: str) -> None:
        with pytest.raises(argparse.ArgumentTypeError) as refusal:
            read(written)
        assert str(refusal.value) == said

    def test_is_read(self) -> None:
        assert (arguments.day("2026-09-03").isoformat(), arguments.port("0"), arguments.at_least_one("12")) == (
            "2026-09-03", 0, 12)
