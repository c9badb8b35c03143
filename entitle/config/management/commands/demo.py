"""entitle demo: try it: a made-up agency lives a fortnight, and its doors open on this machine."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from entitle.config import arguments
from entitle.config.database import what_still_runs
from entitle.config.demo_table import table_of
from entitle.config.demonstration import BEGUN, LIVED, Demonstration, in_a_hurry, start_sandboxes
from entitle.config.serving import Supervisor, calls_address, calls_command, web_command, worker_command
from entitle.gateways import clock
from entitle.simulation import timetable
from entitle.simulation.agency import Size, build_and_live
from entitle.simulation.background import refuse_failures, waiting, work_off
from entitle.simulation.cast import CAST
from entitle.simulation.figures import count_since

_WORKS_MEANWHILE = "messages"


class Command(BaseCommand):
    help = (
        "Try Entitle out: makes a cast and 2,000 made-up customers, lives a fortnight there on a pretend clock, "
        "prints what it came to, and serves every door on http://127.0.0.1:8000 until Ctrl+C. What an earlier run left "
        "is served again; --fresh moves it aside and begins anew. Nothing is ever deleted. Needs ENTITLE_DEMO=1."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--keep", action="store_true", help="only serve what is there; an error if nothing is")
        parser.add_argument("--fresh", action="store_true", help="move what is there aside, and begin anew")
        parser.add_argument("--no-serve", action="store_true", help="stop after the table")
        parser.add_argument("--port", type=arguments.port, default=8000, help="where to serve (default 8000)")
        parser.add_argument("--calls-port", type=arguments.port, default=8090,
                            help="where agents' browsers hear of their calls (default 8090)")
        for name, default, about in (("--people", 2_000, "customers to make up (default 2,000)"),
                                     ("--claims", 340, "how many of them claim (default 340)"),
                                     ("--days", 10, "working days to live (default 10)")):
            parser.add_argument(name, type=arguments.at_least_one, default=default, metavar="N", help=about)

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.ENTITLE_DEMO:
            raise CommandError("the demonstration signs anyone in, so it runs only with ENTITLE_DEMO=1")
        began, console = time.perf_counter(), Console()
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # stopped by either, it takes its worker with it
        size = Size(people=options["people"], claims=options["claims"], days=options["days"])
        demonstration = Demonstration(settings.ENTITLE_VAR)
        build = self._prepare(demonstration, console, fresh=options["fresh"], keep=options["keep"])
        sandboxes = start_sandboxes()
        try:
            if build:
                _build(demonstration, size, sandboxes.settings, console)
            else:
                call_command("setup", verbosity=0)
            key, head = settings.ENTITLE_SEAL_KEY, settings.ENTITLE_SEAL_HEAD
            figures = count_since(since=timetable.moment(timetable.FIRST_DAY, 0), key=key, head_path=head)
            console.print(table_of(figures, days=size.days))
            for problem in figures.problems:
                console.print(f"[red]{problem}")
            console.print(f"{time.perf_counter() - began:.0f} seconds in all.")
            if not options["no_serve"]:
                self._serve(options["port"], options["calls_port"], sandboxes.settings, console)
        except KeyboardInterrupt:
            console.print(f"Stopped. {what_still_runs()}".strip())
        finally:
            sandboxes.stop()

    def _prepare(self, demonstration: Demonstration, console: Console, *, fresh: bool, keep: bool) -> bool:
        """Whether to build: says what is found, and moves it aside where it cannot be served or was not to be."""
        state, folder = demonstration.state, demonstration.folder
        if state == "other":
            raise CommandError(
                f"{folder} holds data that no demonstration made. It was left alone: set ENTITLE_VAR to another folder"
            )
        if keep and state != LIVED:
            raise CommandError(f"there is no demonstration in {folder} to keep: run `entitle demo`")
        if state == LIVED and not fresh:
            console.print(
                f"The demonstration in {folder} is served as it was left. `entitle demo --fresh` begins anew."
            )
            return False
        if state:
            why = "moved aside" if state == LIVED else "interrupted before it was done, and is moved aside"
            console.print(f"What was there is {why}: it is kept in {demonstration.move_aside()}.")
        return True

    def _serve(self, port: int, calls: int, environment: Mapping[str, str], console: Console) -> None:
        console.print(
            f"\nEntitle is at [bold]http://127.0.0.1:{port}[/bold]: every door has a ready sign-in. "
            f"Letters sent: {environment['ENTITLE_NOTIFY_URL']}/post-box.html\nCtrl+C stops it; `make run` serves "
            "it again."
        )
        Supervisor(
            {"web": web_command(host="127.0.0.1", port=port, workers=2), "worker": worker_command(),
             "calls": calls_command(host="127.0.0.1", port=calls)},
            {**environment, **calls_address(host="127.0.0.1", port=calls)},
        ).run()
        console.print(f"Stopped. Everything is kept. {what_still_runs()}".strip())


def _build(demonstration: Demonstration, size: Size, environment: Mapping[str, str], console: Console) -> None:
    demonstration.mark(BEGUN)
    call_command("setup", verbosity=0)
    with in_a_hurry(), _worker(environment), _progress(console, size) as step:
        build_and_live(size, step=step)
        _wait_for_letters(step)
    refuse_failures()
    clock.set_to(timetable.moment(timetable.days(size.days + 1)[-1], *timetable.AFTERWARDS))
    demonstration.mark(LIVED)


@contextmanager
def _worker(environment: Mapping[str, str]) -> Iterator[None]:
    """A second process that writes and sends the letters while the days go on."""
    running = subprocess.Popen(
        worker_command(queues=_WORKS_MEANWHILE), env={**os.environ, **environment}, stdout=sys.stderr
    )
    try:
        yield
    finally:
        running.terminate()
        running.wait(timeout=30)


@contextmanager
def _progress(console: Console, size: Size) -> Iterator[Callable[[str], None]]:
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    with Progress(*columns, console=console) as bar:
        task = bar.add_task("Making an agency", total=size.claims + len(CAST))

        def step(what: str) -> None:
            bar.update(task, advance=0 if what else 1, description=what or None)

        yield step


def _wait_for_letters(step: Callable[[str], None]) -> None:
    """Help with what the other process has not sent yet, and wait for what it has in hand."""
    step(f"{waiting(_WORKS_MEANWHILE)} letters still to be sent")
    work_off(_WORKS_MEANWHILE)
    while left := waiting(_WORKS_MEANWHILE):
        step(f"{left} letters still to be sent")
        time.sleep(0.5)
