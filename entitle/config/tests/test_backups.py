"""A backup taken while people work, restored elsewhere, is whole: every row, every file, and the seal."""
from __future__ import annotations

import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from entitle.config.embedded.cluster import Cluster
from entitle.config.tests.conftest import KEYS, ask, environment
from entitle.config.tests.test_embedded_postgresql import fingerprint

EVENTS = "select id, at, code, about_kind, about_id, written_in, mark from history_event order by written_in, id"
WORK_ON = """
import itertools, sys, django
django.setup()
from django.conf import settings
from django.db import transaction
from entitle.gateways.clock import client as clock
from entitle.history import operations as history
from entitle.kernel.references import SYSTEM, Reference
folder = settings.ENTITLE_VAR / "files"
folder.mkdir()
(folder / "evidence").write_bytes(b"a birth certificate")
for number in itertools.count():
    with transaction.atomic():
        for each in range(20):
            history.write(code="staff.joined", about=Reference("user", number), by=SYSTEM, at=clock.now())
    history.seal(key=settings.ENTITLE_SEAL_KEY, head_path=settings.ENTITLE_SEAL_HEAD, as_at=clock.now())
    if number == 5:
        print("well under way", flush=True)
"""


@pytest.fixture
def at_work(set_up: Path) -> Iterator[Path]:
    """An Entitle in which events are being written and sealed without a pause."""
    settings = environment(set_up, **KEYS, DJANGO_SETTINGS_MODULE="entitle.config.settings")
    worker = subprocess.Popen([sys.executable, "-c", WORK_ON], env=settings, stdout=subprocess.PIPE, text=True)
    assert worker.stdout is not None and worker.stdout.readline() == "well under way\n"
    yield set_up
    assert worker.poll() is None, "the writer was disturbed"
    worker.kill()
    worker.communicate()


def entitle(place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    place.mkdir(exist_ok=True)
    return subprocess.run([sys.executable, "-m", "entitle", *arguments], env=environment(place, **KEYS), cwd=place,
                          text=True, capture_output=True, timeout=120, check=False)


class TestABackup:
    def test_taken_while_events_are_written_restores_whole_and_verifies(self, at_work: Path, place: Path) -> None:
        file = place / "monday.backup"
        taken = entitle(at_work, "backup", str(file))
        assert taken.returncode == 0, taken.stderr
        assert file.stat().st_mode & 0o777 == 0o600

        new = place / "new"
        restored = entitle(new, "restore", str(file))
        assert restored.returncode == 0, restored.stderr
        verified = entitle(new, "verify")
        assert (verified.returncode, verified.stdout[:14]) == (0, "History stands"), verified.stderr

        there = ask(Cluster(new / "postgresql"), EVENTS, "entitle")
        assert len(there) >= 120
        assert there == ask(Cluster(at_work / "postgresql"), EVENTS, "entitle")[:len(there)]
        assert (new / "files" / "evidence").read_bytes() == b"a birth certificate"

        with psycopg.connect(**Cluster(new / "postgresql").connection("entitle")) as owner:
            owner.execute("update history_event set about_id = 99 where id = 7")
        altered = entitle(new, "verify")
        assert altered.returncode == 1 and "event:7" in altered.stdout


class TestRestoring:
    def test_is_refused_where_there_is_data_already_and_changes_nothing(self, running: Cluster, place: Path) -> None:
        running.stop()
        before = fingerprint(running.data)
        file = place / "some.backup"
        file.write_bytes(b"")
        answer = entitle(place, "restore", str(file))
        assert answer.returncode == 1 and "is not empty: restore into a new folder" in answer.stderr
        assert fingerprint(running.data) == before

    def test_is_refused_for_a_file_that_is_not_a_backup(self, place: Path) -> None:
        holiday = place / "holiday.jpg"
        holiday.write_bytes(b"\xff\xd8 not a backup")
        other = place / "other.tar"
        with tarfile.open(other, "w") as tar:
            tar.add(holiday, "holiday.jpg")
        for file in (holiday, other):
            answer = entitle(place, "restore", str(file))
            assert answer.returncode == 1 and "is not a backup that `entitle backup` wrote" in answer.stderr
        assert not (place / "postgresql" / "data").exists()
