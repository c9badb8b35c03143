"""The `entitle` command: Django's management underneath, a file a subcommand in management/commands.

It ends with 0 when it is done, 1 when it could not be done or something wrong was found, 2 for arguments that it cannot
read and 130 when it was stopped. What hinders it from outside is said in a sentence; only a fault of ours has a trace.
"""
from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from importlib.metadata import version

import psycopg
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, ManagementUtility, load_command_class
from django.core.management.base import ALL_CHECKS, BaseCommand
from django.db import Error

from entitle.config.embedded.cluster import ClusterUnusable
from entitle.config.overview import APPLICATION, overview

_ALONE = {"assess", "simulate", "steer"}
"""Cases, plans and words need nothing started: no settings are read, so these need no keys and begin at once."""
_DJANGOS_OWN = {"--version", "--verbosity", "--settings", "--pythonpath", "--traceback", "--no-color", "--force-color"}
_STOPPED, _NOBODY_READS = 130, 141
_NOT_SET_UP = ("42P01", "22023")
"""SQLSTATE undefined_table, and invalid_parameter_value: a role to take that is not there."""
_NO_RIGHT = "42501"
_DAMAGED = ("XX001", "XX002")


def main() -> None:
    """Run what the command line asks for, and exit."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal without our letters shows a question mark
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "entitle.config.settings")
    try:
        _run(sys.argv[1:])
        sys.stdout.flush()
    except KeyboardInterrupt:
        _end(_STOPPED, "Stopped.")
    except BrokenPipeError:  # as in `entitle explain ... | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(_NOBODY_READS)
    except (CommandError, ImproperlyConfigured, ClusterUnusable, Error, psycopg.Error, OSError) as problem:
        said = in_words(problem)
        if said is None or "--traceback" in sys.argv:
            raise
        _end(getattr(problem, "returncode", 1), said)


def _run(asked: Sequence[str]) -> None:
    name, *rest = asked or ["help"]
    if name in ("-h", "--help") or (name == "help" and not rest):
        print(overview(), end="")
    elif name in ("version", "--version"):
        print(version("entitle"))
    else:
        # With --traceback Django leaves a refusal to us: without, it would print it as "CommandError: ...".
        line = ["entitle", name, "--traceback", *rest] if name != "help" else ["entitle", name, *rest]
        if name in _ALONE:
            _plain(load_command_class(APPLICATION, name)).run_from_argv(line)
        else:
            _Utility(line).execute()


class _Utility(ManagementUtility):
    """Django's, in which a command of ours may be written with a hyphen and shows no options but its own."""

    def fetch_command(self, subcommand: str) -> BaseCommand:
        return _plain(super().fetch_command(subcommand.replace("-", "_")))


def _plain(command: BaseCommand) -> BaseCommand:
    if type(command).__module__.startswith(APPLICATION):
        command.suppressed_base_arguments = _DJANGOS_OWN
        if command.requires_system_checks == ALL_CHECKS:  # those are for whoever changes Entitle: `entitle check`
            command.requires_system_checks = []
    return command


def in_words(problem: Exception) -> str | None:
    """What hinders a command, as a sentence with what to do; None for what is no one's fault but ours."""
    if isinstance(problem, OSError):
        return f"{problem.filename}: {problem.strerror}" if problem.filename else str(problem)
    if not isinstance(problem, Error | psycopg.Error):
        return str(problem)
    state = getattr(problem.__cause__ or problem, "sqlstate", None)
    said = " ".join(str(problem).partition("\nLINE ")[0].split())
    if state in _NOT_SET_UP:
        return f"The database has not all of Entitle's tables yet: run `entitle setup`. PostgreSQL says: {said}"
    if state in _DAMAGED:
        return ("The database is damaged: its disk has failed, or its files were changed. Restore a backup into a new "
                f"folder (entitle restore). PostgreSQL says: {said}")
    if state == _NO_RIGHT:
        return ("The database's user may not do that: docs/handbook/operate.md says what it must be allowed. "
                f"PostgreSQL says: {said}")
    if isinstance(problem.__cause__ or problem, psycopg.OperationalError | psycopg.InterfaceError):
        return f"The database cannot be used. PostgreSQL says: {said}"
    return None


def _end(code: int, said: str) -> None:
    print(said, file=sys.stderr)
    sys.exit(code)
