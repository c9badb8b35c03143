"""`entitle setup` brings the tables up to date while the version before goes on serving."""
from __future__ import annotations

import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test.utils import CaptureQueriesContext

from entitle.config.embedded.cluster import Cluster
from entitle.config.tests.conftest import ask, environment

NEXT_RELEASE = {
    "next_release/__init__.py": "",
    "next_release/settings.py": "from entitle.config.settings import *\nINSTALLED_APPS += ['next_release']\n",
    "next_release/models.py": """
from django.db import models
class Kiosk(models.Model):
    APPEND_ONLY = True
    name = models.TextField()
""",
    "next_release/migrations/__init__.py": "",
    "next_release/migrations/0001_initial.py": """
from django.db import migrations, models
class Migration(migrations.Migration):
    dependencies = [("claims", "0001_tables")]
    operations = [
        migrations.CreateModel("Kiosk", [("id", models.BigAutoField(primary_key=True)), ("name", models.TextField())]),
        migrations.RunSQL("alter table claims_claim add column kiosk text", ""),
        migrations.RunSQL("select pg_sleep(1.5)", ""),
    ]
""",
}


@pytest.fixture
def serving(set_up: Path) -> Iterator[str]:
    """The version of now, serving on this machine; its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "entitle", "serve", "--port", str(port), "--workers", "1",
               "--calls-port", "0"]
    server = subprocess.Popen(command, cwd=set_up, env=environment(set_up, ENTITLE_DEMO="1"), text=True,
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        yield _answering(f"http://127.0.0.1:{port}", server)
    finally:
        server.terminate()
        server.communicate(timeout=20)


def _answering(address: str, server: subprocess.Popen[str]) -> str:
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline:
        try:
            assert httpx.get(f"{address}/healthz", timeout=90).status_code == 200
            return address
        except httpx.TransportError:
            assert server.poll() is None, server.communicate()[1]
            time.sleep(0.2)
    raise AssertionError("the server did not answer")


class TestAnUpgrade:
    def test_happens_while_every_request_is_answered(self, serving: str, set_up: Path) -> None:
        for name, content in NEXT_RELEASE.items():
            (set_up / name).parent.mkdir(parents=True, exist_ok=True)
            (set_up / name).write_text(content)
        answers: list[int] = []
        stop = threading.Event()

        def people() -> None:
            with httpx.Client(base_url=serving, timeout=60) as browser:
                while not stop.is_set():
                    page = browser.get("/account/login/")
                    token = page.cookies.get("csrftoken") or browser.cookies.get("csrftoken") or ""
                    tried = {"login": "nobody", "password": "nothing", "csrfmiddlewaretoken": token}
                    posted = browser.post("/account/login/", data=tried, headers={"X-CSRFToken": token})
                    answers.extend([page.status_code, posted.status_code, browser.get("/healthz").status_code])

        visitor = threading.Thread(target=people)
        visitor.start()
        settings = environment(set_up, ENTITLE_DEMO="1", DJANGO_SETTINGS_MODULE="next_release.settings",
                               PYTHONPATH=str(set_up))
        command = [sys.executable, "-m", "entitle", "setup", "-v1"]
        upgraded = subprocess.run(command, env=settings, cwd=set_up, text=True,
                                  capture_output=True, timeout=120, check=False)
        stop.set()
        visitor.join()
        assert "Applying next_release.0001_initial... OK" in upgraded.stdout, upgraded.stderr
        assert len(answers) >= 9 and {answer for answer in answers if answer >= 500} == set()
        assert set(answers[::3]) == set(answers[2::3]) == {200}
        cluster = Cluster(set_up / "postgresql")
        may = "select has_table_privilege('entitle_app', 'next_release_kiosk', '{}')"
        assert [ask(cluster, may.format(what), "entitle") for what in ("insert", "update", "delete", "truncate")] == [
            [(True,)], [(False,)], [(False,)], [(False,)]]


class TestADatabaseMadeBeforeTheFirstRelease:
    @pytest.mark.django_db
    def test_is_refused_and_not_one_thing_of_it_is_written(self) -> None:
        MigrationRecorder.Migration.objects.filter(app="history").update(name="0001_initial")
        with CaptureQueriesContext(connection) as asked, pytest.raises(CommandError, match="Nothing was changed"):
            call_command("setup", verbosity=0)
        assert {each["sql"].split()[0] for each in asked.captured_queries} == {"SELECT"}
