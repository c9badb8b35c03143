"""Two hosts of workers and one database, reached over TCP; one host is lost in the middle of a pay run.

    .venv/bin/python -m bench.chaos.hosts [awards 20000]

As root each host is a network namespace, with a wire to this machine that is cut before its processes are killed, so
that the database is never told. Where none can be made, each is an address of this machine's own and its processes; it
says which. The bank is reached from this machine only, where a third worker sends the file.
"""
from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from shutil import which

from bench.agency import Agency
from bench.chaos.afterwards import history_stands, problems, problems_at_the_bank
from bench.chaos.payday import QUEUES, Payday
from bench.deployment import Deployment, free_port
from bench.killing import kill_host
from entitle.config.embedded.cluster import Cluster, binaries, run_as_server
from entitle.gateways import sandboxes

NAMES = ("entitle1", "entitle2")
_NETWORK = "10.77.{host}.{end}"
_DONE = "SELECT count(*) FROM payments_paidbucket JOIN payments_payrun AS run ON run.id = run_id WHERE pay_on = %s"
_LAST_WORKER = "SELECT coalesce(max(id), 0) FROM procrastinate_workers"
_SILENT = "UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 minute' WHERE id <= %s"
NOTICES_A_LOST_HOST = {"tcp_keepalives_idle": "5", "tcp_keepalives_interval": "2", "tcp_keepalives_count": "3",
                       "tcp_user_timeout": "11000"}
"""Else PostgreSQL waits two hours for a host that went without a word, and holds what it had locked."""


@dataclass(frozen=True)
class Host:
    """Where it reaches the database, the words that lead a command into it, and how its wire is cut."""

    address: str
    within: tuple[str, ...] = ()
    cut: Callable[[], object] = lambda: None


@dataclass
class LostHost(Payday):
    """A payday of which the first host is lost once some buckets are paid: `done` is how many were by then."""

    host: Host | None = None
    lost: int = 0
    """Its supervisor."""
    last_of_it: int = 0
    """The last worker that was its own."""
    done: int = 0

    def _shoot(self, over: threading.Event) -> None:
        assert self.host is not None
        while self.done < 4 and not over.is_set():
            self.done = self.agency.one(_DONE, self.on)
        self.host.cut()
        kill_host(self.lost)
        self.agency.rows(_SILENT, self.last_of_it)
        super()._shoot(over)


@contextmanager
def hosts() -> Iterator[tuple[str, Sequence[Host]]]:
    """Two of them, and in words what parts them."""
    try:
        _remove()
        made = [_namespace(number, name) for number, name in enumerate(NAMES)]
    except (OSError, subprocess.CalledProcessError) as problem:
        why = getattr(problem, "stderr", "") or problem
        yield f"addresses of one machine (no network namespace could be made: {str(why).strip()})", on_loopback()
    else:
        yield "network namespaces, the wire cut", made
    finally:
        _remove()


def on_loopback() -> Sequence[Host]:
    """Two addresses of this machine's own: nothing is needed for them."""
    return [Host("127.0.0.2"), Host("127.0.0.3")]


def _namespace(number: int, name: str) -> Host:
    here, there = f"{name}-here", f"{name}-there"
    ours, theirs = _NETWORK.format(host=number, end=1), _NETWORK.format(host=number, end=2)
    _ip("netns", "add", name)
    _ip("link", "add", here, "type", "veth", "peer", "name", there, "netns", name)
    _ip("addr", "add", f"{ours}/24", "dev", here)
    _ip("link", "set", here, "up")
    _ip("-n", name, "addr", "add", f"{theirs}/24", "dev", there)
    _ip("-n", name, "link", "set", there, "up")
    _ip("-n", name, "link", "set", "lo", "up")
    return Host(ours, ("ip", "netns", "exec", name), partial(_ip, "-n", name, "link", "set", there, "down"))


def _remove() -> None:
    if which("ip") is None:
        return
    for what, left in (("link", "{}-here"), ("netns", "{}")):  # wires first: a namespace is slow to lose its own
        listed = subprocess.run(["ip", "-brief", what], capture_output=True, text=True, check=True).stdout
        for name in map(left.format, NAMES):
            if re.search(rf"^{name}\b", listed, re.MULTILINE):
                _ip(what, "del", name)


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True, text=True)


def over_tcp(cluster: Cluster, addresses: Sequence[str]) -> int:
    """Start the server again, listening to each and trusting whoever is near; the port."""
    cluster.stop()
    with (cluster.data / "pg_hba.conf").open("a") as rules:
        rules.write("host all entitle 127.0.0.0/8 trust\nhost all entitle 10.77.0.0/16 trust\n")
    port = free_port()
    settings = {"max_connections": "120", "shared_buffers": "256MB", "jit": "off", **NOTICES_A_LOST_HOST}
    options = " ".join([f"-h {','.join(addresses)} -p {port} -k {cluster.socket}",
                        *(f"-c {name}={value}" for name, value in settings.items())])
    started = run_as_server([str(binaries(cluster.folder) / "pg_ctl"), "-D", str(cluster.data), "-w", "-o", options,
                             "-l", str(cluster.folder / "postgresql.log"), "start"])
    if started.returncode:
        raise RuntimeError(started.stderr)
    return port


def lose_one(agency: Agency, on: date, two: Sequence[Host], shots: Sequence[tuple[str, str]] = ()) -> LostHost:
    """A payday on two hosts, of which the first is lost; then the workers of the other are shot too.

    From a network of its own a host does not reach the bank: there one more worker sends the file.
    """
    here = agency.here
    port = over_tcp(here.cluster, [host.address for host in two])
    began = []
    for host in two:
        here.environment = {
            **here.environment, "DATABASE_URL": f"postgresql://entitle@{host.address}:{port}/entitle"}
        before = agency.one(_LAST_WORKER)
        queues = "pay_runs,sweeps" if host.within else QUEUES
        supervisor = here.start(web=False, queues=queues, back_in=0.3, within=host.within).pid
        agency.wait(lambda before=before: agency.one(_LAST_WORKER) > before, 60, "a host's worker")
        began.append((supervisor, agency.one(_LAST_WORKER)))
    if two[0].within:
        here.start(web=False, queues="bank", back_in=0.3)
    (lost, last_of_it), (agency.supervisor, _) = began
    payday = LostHost(agency, on, shots, Random(0), host=two[0], lost=lost, last_of_it=last_of_it)
    payday.live()
    return payday


def live(awards: int) -> tuple[LostHost, str, list[str]]:
    """One payday with a lost host, what parted the hosts, and everything that was wrong afterwards."""
    outside = sandboxes.start(ports=dict.fromkeys(sandboxes.PORTS, 0))
    with tempfile.TemporaryDirectory() as folder, hosts() as (parted_by, two):
        try:
            with Deployment(
                environment={**outside.settings, "ENTITLE_CLOCK_FILE": str(Path(folder) / "clock.json")}
            ) as here:
                on = date.fromordinal(here.ask("bench.chaos.load", str(awards)))
                agency = Agency(here, 0, workers=3, silent_after=3)
                payday = lose_one(agency, on, two)
                return payday, parted_by, [*problems(agency, payday), *history_stands(agency),
                                           *problems_at_the_bank(agency, outside.servers["banking"].books)]
        finally:
            outside.stop()


def main(awards: int = 20_000) -> int:
    """0 where the other host finished, and everyone was paid exactly once."""
    payday, parted_by, wrong = live(awards)
    print(f"One of two hosts was lost with {payday.done} of 64 buckets paid. What parted them: {parted_by}.")
    print("\n".join(wrong) or "The other finished its buckets, and everyone was paid exactly once.")
    return bool(wrong) or payday.done >= 64


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
