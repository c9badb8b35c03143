"""The primary dies in the middle of a pay run: its standby is promoted, and the run goes on with nothing lost.

    .venv/bin/python -m bench.chaos.primary [awards 20000]

Two servers, the second a streaming replica that each commit waits for. The worker is told of both and takes whichever
may be written to. The web goes through PgBouncer, where it is installed, which is then pointed at the new primary.
"""
from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random
from shutil import which

import httpx
import psycopg

from bench.agency import Agency
from bench.chaos.afterwards import history_stands, problems, problems_at_the_bank
from bench.chaos.landing import BUCKETS
from bench.chaos.payday import QUEUES, Payday
from bench.deployment import Deployment
from bench.killing import kill
from entitle.config.embedded.cluster import Cluster, binaries, run_as_server
from entitle.gateways import sandboxes

PGBOUNCER = which("pgbouncer", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
_PAID = "SELECT bucket FROM payments_paidbucket ORDER BY bucket"
_POOL = """[databases]
entitle = host={server} user=entitle dbname=entitle
[pgbouncer]
listen_addr =
unix_socket_dir = {folder}
listen_port = 6432
auth_type = any
pool_mode = session
server_reset_query = DISCARD ALL
default_pool_size = 10
server_login_retry = 1
"""


@dataclass
class Failover(Payday):
    """A payday whose primary is killed once some buckets are paid. `paid` are those that anyone could see by then."""

    standby: Cluster | None = None
    pool: Pool | None = None
    paid: set[int] = field(default_factory=set)
    seconds: float = 0

    def _shoot(self, over: threading.Event) -> None:
        assert self.standby is not None and self.pool is not None
        primary = self.agency.here.cluster
        with psycopg.connect(**primary.connection("entitle"), autocommit=True) as owner:  # type: ignore[arg-type]
            while len(self.paid) < 8 and not over.is_set():
                self.paid = {bucket for [bucket] in owner.execute(_PAID)}
            self.paid = {bucket for [bucket] in owner.execute(_PAID)}
            kill("database", supervisor=0, cluster=primary)
        began = time.monotonic()
        _ask(self.standby, "SELECT pg_promote()")
        self.pool.lead_to(self.standby)
        self.seconds = time.monotonic() - began


@dataclass
class Pool:
    """PgBouncer in a folder of its own, in session mode, leading to one server."""

    folder: Path
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"postgresql://entitle@/entitle?host={self.folder}&port=6432"

    def lead_to(self, server: Cluster) -> None:
        """Start it, or have it read again where the server is."""
        settings = self.folder / "pgbouncer.ini"
        settings.write_text(_POOL.format(server=server.socket, folder=self.folder))
        if self.process:
            self.process.send_signal(signal.SIGHUP)
            return
        self.folder.chmod(0o777)
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [PGBOUNCER, settings], stdout=log, stderr=log, **({"user": "nobody"} if os.geteuid() == 0 else {}))

    def stop(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait()


def with_standby(here: Deployment) -> Cluster:
    """Make a streaming replica that each commit of the primary waits for, and start it."""
    standby = Cluster(here.var / "standby")
    standby.folder.mkdir()
    standby.folder.chmod(0o777)  # pg_basebackup runs as the server's user, and makes the data folder itself
    copied = run_as_server([str(binaries(here.cluster.folder) / "pg_basebackup"), "-h", str(here.cluster.socket),
                            "-U", "entitle", "-D", str(standby.data), "-R", "-X", "stream", "-c", "fast",
                            "-C", "-S", "standby"])
    if copied.returncode:
        raise RuntimeError(copied.stderr)
    standby.folder.chmod(0o755)
    standby.ensure_running()
    _ask(here.cluster, "ALTER SYSTEM SET synchronous_standby_names = '*'")
    _ask(here.cluster, "SELECT pg_reload_conf()")
    for _ in Agency.within(60):
        if _ask(here.cluster, "SELECT sync_state FROM pg_stat_replication") == [("sync",)]:
            return standby
    raise RuntimeError("the standby did not begin to follow")


def live(awards: int) -> tuple[Failover, list[str]]:
    """One payday with a failed primary, and everything that was wrong afterwards."""
    if PGBOUNCER is None:
        raise SystemExit("PgBouncer is not installed: run `make setup` as root, or `apt-get install pgbouncer`.")
    outside = sandboxes.start(ports=dict.fromkeys(sandboxes.PORTS, 0))
    with tempfile.TemporaryDirectory() as folder:
        surroundings = {**outside.settings, "ENTITLE_CLOCK_FILE": str(Path(folder) / "clock.json")}
        here = Deployment(environment=surroundings)
        pool = Pool(here.var / "pool")
        with here:
            standby = None
            try:
                on = date.fromordinal(here.ask("bench.chaos.load", str(awards)))
                standby = with_standby(here)
                either = (f"postgresql://entitle@/entitle?host={here.cluster.socket},{standby.socket}"
                          "&target_session_attrs=read-write")
                pool.folder.mkdir()
                pool.lead_to(here.cluster)
                surroundings["DATABASE_URL"] = pool.url
                here.start()
                surroundings["DATABASE_URL"] = either
                agency = Agency(here, here.start(web=False, queues=QUEUES, back_in=0.3).pid)
                payday = Failover(agency, on, (), Random(0), standby=standby, pool=pool)
                payday.live()
                return payday, [*_lost(agency, payday), *problems(agency, payday), *history_stands(agency),
                                *problems_at_the_bank(agency, outside.servers["banking"].books)]
            finally:
                here.stop()
                pool.stop()
                if standby:
                    standby.stop()
                outside.stop()


def _lost(agency: Agency, payday: Failover) -> Sequence[str]:
    found = ["it was over before the primary could be killed"] if len(payday.paid) == BUCKETS else []
    if lost := payday.paid - {bucket for [bucket] in agency.rows(_PAID)}:
        found.append(f"buckets that had been paid were lost: {sorted(lost)}")
    if agency.one("SELECT pg_is_in_recovery()"):
        found.append("the standby was not promoted")
    for _ in agency.within(30):
        with suppress(httpx.HTTPError):
            if httpx.get(f"{agency.here.address}/healthz", timeout=5).status_code == 200:
                return found
    return [*found, "the web did not come back"]


def _ask(cluster: Cluster, sql: str) -> list[tuple[object, ...]]:
    with psycopg.connect(**cluster.connection(), autocommit=True) as owner:  # type: ignore[arg-type]
        got = owner.execute(sql)
        return got.fetchall() if got.description else []


def main(awards: int = 20_000) -> int:
    """0 where nothing was lost."""
    payday, wrong = live(awards)
    print(f"The primary was killed with {len(payday.paid)} of 64 buckets paid; the standby was promoted in "
          f"{payday.seconds:.1f} s, and PgBouncer led to it.")
    print("\n".join(wrong) or "Nothing was lost, and everyone was paid exactly once.")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
