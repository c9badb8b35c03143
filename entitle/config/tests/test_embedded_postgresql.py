"""The PostgreSQL of our own: starts, comes back, and never harms a folder that it cannot use."""
from __future__ import annotations

import hashlib
import os
import pwd
import signal
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from entitle.config.database import var_folder
from entitle.config.embedded import cluster as starter
from entitle.config.embedded.cluster import Cluster, ClusterUnusable, binaries
from entitle.config.tests.conftest import ask

START_IT = ("import sys; from pathlib import Path; from entitle.config.embedded.cluster import Cluster; "
            "Cluster(Path(sys.argv[1]), throw_away=True).ensure_running()")


def fingerprint(folder: Path) -> dict[str, tuple[int, str]]:
    """Every file under a folder, with its permissions and digest."""
    return {str(path.relative_to(folder)): (path.stat().st_mode, hashlib.sha256(path.read_bytes()).hexdigest())
            for path in sorted(folder.rglob("*")) if path.is_file()}


def postmaster(cluster: Cluster) -> int:
    return int((cluster.data / "postmaster.pid").read_text().splitlines()[0])


def put_a_row(cluster: Cluster) -> None:
    ask(cluster, "create table kept (pence bigint)")
    ask(cluster, "insert into kept values (18445)")


class TestTheServer:
    def test_starts_in_an_empty_folder_and_speaks_version_18_over_a_socket_only(self, cluster: Cluster) -> None:
        cluster.ensure_running()
        assert ask(cluster, "show server_version")[0][0].startswith("18")
        assert ask(cluster, "show listen_addresses") == [("",)]
        assert cluster.data.stat().st_mode & 0o777 == 0o700

    def test_begins_again_where_making_the_folder_was_broken_off(self, cluster: Cluster, new_data: Path) -> None:
        half_made = cluster.folder / "data.being-made"
        half_made.mkdir(parents=True)
        (half_made / "PG_VERSION").write_text("18")
        assert cluster._answers() is False
        cluster.ensure_running()
        assert ask(cluster, "select 1") == [(1,)]

    def test_keeps_its_data_from_one_start_to_the_next(self, running: Cluster) -> None:
        put_a_row(running)
        running.stop()
        with pytest.raises(psycopg.OperationalError):
            ask(running, "select 1")
        running.ensure_running()
        assert ask(running, "select pence from kept") == [(18445,)]

    def test_comes_back_with_its_data_after_being_killed(self, running: Cluster) -> None:
        running.stop()
        durable = Cluster(running.folder)
        durable.ensure_running()
        put_a_row(durable)
        os.kill(postmaster(durable), signal.SIGKILL)
        durable.ensure_running()
        assert ask(durable, "select pence from kept") == [(18445,)]

    def test_is_started_once_by_two_processes_that_start_it_at_once(self, cluster: Cluster) -> None:
        command = [sys.executable, "-c", START_IT, str(cluster.folder)]
        both = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
        assert [(process.communicate()[1], process.returncode) for process in both] == [("", 0), ("", 0)]
        assert ask(cluster, "select count(*) from pg_stat_activity where backend_type = 'checkpointer'") == [(1,)]

    def test_lives_on_when_the_process_that_started_it_is_killed(self, cluster: Cluster) -> None:
        script = START_IT + "; import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
        subprocess.run([sys.executable, "-c", script, str(cluster.folder)], check=False)
        assert ask(cluster, "select 1") == [(1,)]

    def test_is_not_started_again_when_it_runs(self, running: Cluster) -> None:
        began = ask(running, "select pg_postmaster_start_time()")
        running.ensure_running()
        assert ask(running, "select pg_postmaster_start_time()") == began


class TestAPathTooLong:
    def test_for_a_socket_is_said(self, place: Path) -> None:
        with pytest.raises(ClusterUnusable, match="too long a path for a socket"):
            Cluster(place / ("a" * 80), throw_away=True).ensure_running()


class TestAFolderThatCannotBeUsed:
    """Each is said in words, and not one byte of it changes."""

    def refused(self, folder: Path) -> str:
        before = fingerprint(folder / "data")
        with pytest.raises(ClusterUnusable) as refusal:
            Cluster(folder, throw_away=True).ensure_running(within_seconds=20)
        assert fingerprint(folder / "data") == before
        assert "Nothing was" in str(refusal.value)
        return str(refusal.value)

    def test_because_it_is_not_a_data_folder(self, cluster: Cluster) -> None:
        cluster.data.mkdir(parents=True)
        (cluster.data / "accounts.xlsx").write_bytes(b"not ours")
        assert "is not a PostgreSQL data folder" in self.refused(cluster.folder)

    @pytest.mark.parametrize(("version", "says"), [
        ("17\n", "was made by PostgreSQL 17; this is PostgreSQL 18"), ("", "is damaged: its PG_VERSION says ''"),
    ])
    def test_because_another_version_made_it(self, stopped: Cluster, version: str, says: str) -> None:
        (stopped.data / "PG_VERSION").write_text(version)
        assert says in self.refused(stopped.folder)

    def test_because_it_lost_what_tells_its_version_and_nobody_takes_it_for_none(self, stopped: Cluster) -> None:
        (stopped.data / "PG_VERSION").unlink()
        with pytest.raises(ClusterUnusable, match="If it was one, it is damaged"):
            stopped.ensure_running(may_make=False)
        assert "If it was one, it is damaged" in self.refused(stopped.folder)

    def test_because_it_is_set_up_wrongly_which_is_no_damage(self, stopped: Cluster) -> None:
        stopped.data.chmod(0o777)
        said = self.refused(stopped.folder)
        assert "sound, but set up wrongly" in said and "Permissions should be" in said

    def test_because_its_control_file_is_damaged(self, stopped: Cluster) -> None:
        control = stopped.data / "global" / "pg_control"
        control.write_bytes(os.urandom(control.stat().st_size))
        assert "damaged" in self.refused(stopped.folder)

    def test_because_files_are_missing(self, stopped: Cluster) -> None:
        (stopped.data / "global" / "pg_control").unlink()
        assert "damaged" in self.refused(stopped.folder)

    def test_because_another_server_is_using_it(self, running: Cluster) -> None:
        """The same data by another path, so that its socket is not ours: another container with the same volume."""
        other = running.folder.parent / "other"
        other.mkdir()
        (other / "data").symlink_to(running.data)
        put_a_row(running)
        with pytest.raises(ClusterUnusable, match="in use by another server"):
            Cluster(other, throw_away=True).ensure_running(within_seconds=1)
        assert ask(running, "select pence from kept") == [(18445,)]


if os.geteuid() == 0:

    class TestAsRoot:
        """For whom there is no such user to become, there is nothing to test."""

        def test_the_server_runs_as_an_unprivileged_user(self, running: Cluster) -> None:
            assert running.data.stat().st_uid == pwd.getpwnam("nobody").pw_uid
            assert Path(f"/proc/{postmaster(running)}").stat().st_uid == pwd.getpwnam("nobody").pw_uid

        def test_in_a_closed_folder_data_goes_where_the_server_can_reach(
                self, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
            closed = place / "closed"
            closed.mkdir(mode=0o700)
            monkeypatch.delenv("ENTITLE_VAR")
            monkeypatch.chdir(closed)
            chosen = var_folder()
            assert chosen.parent == Path("/var/lib/entitle")
            monkeypatch.chdir(place)
            assert var_folder() == place / "var"

        def test_told_to_use_a_closed_folder_it_says_that_the_server_cannot_reach_it(self, place: Path) -> None:
            closed = place / "closed"
            closed.mkdir(mode=0o700)
            with pytest.raises(ClusterUnusable, match="cannot enter"):
                Cluster(closed / "postgresql", throw_away=True).ensure_running()
            assert list(closed.rglob("PG_VERSION")) == []

        def test_refuses_data_that_belongs_to_someone_else(self, cluster: Cluster) -> None:
            cluster.data.mkdir(parents=True)
            (cluster.data / "PG_VERSION").write_text("18")
            with pytest.raises(ClusterUnusable, match="belongs to another user"):
                cluster.ensure_running()

        def test_programs_that_the_server_could_not_reach_are_copied_beside_the_data(
                self, cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
            monkeypatch.setattr(starter, "_others_can_enter", lambda folder: False)
            cluster.folder.mkdir(parents=True)
            programs = binaries(cluster.folder)
            assert programs.is_relative_to(cluster.folder)
            said = starter.run_as_server([str(programs / "postgres"), "--version"]).stdout
            assert said.startswith("postgres (PostgreSQL) 18")
