"""Health, metrics, limits and logs: enough to see what is wrong, and nothing about anyone."""
from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.test import Client
from django.urls import reverse
from procrastinate.contrib.django import app

from entitle.config.logs import logging_settings
from entitle.staff.models import User

pytestmark = pytest.mark.django_db
NAME, NINO, PASSWORD = "Olwen Canary-Price", "QQ 12 34 56 C", "canary-rhubarb-7"


class TestHealth:
    def test_is_well_when_the_database_answers(self, client: Client) -> None:
        answer = client.get("/healthz")
        assert (answer.status_code, answer.json()) == (200, {
            "status": "well", "database": "answering", "migrations_waiting": 0})

    def test_is_still_well_while_an_upgrades_migrations_wait(
            self, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda self, nodes: ["one"])
        answer = client.get("/healthz")
        assert (answer.status_code, answer.json()["migrations_waiting"]) == (200, 1)

    def test_is_unwell_when_it_does_not(self, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken(self: Any, connection: Any) -> None:
            raise DatabaseError("connection refused by 10.0.0.7")

        monkeypatch.setattr(MigrationExecutor, "__init__", broken)
        answer = client.get("/healthz")
        assert (answer.status_code, answer.json()) == (503, {"status": "unwell", "database": "not answering"})


    def test_is_unwell_when_the_database_takes_it_for_someone_else(self, client: Client,
                                                                   monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(connection.settings_dict["OPTIONS"], "assume_role", "entitle_app")
        answer = client.get("/healthz")
        assert (answer.status_code, answer.json()["database"]) == (503, "answering, but not to the role entitle_app")


class TestJobs:
    def failed(self, message_id: int) -> str:
        number = app.configure_task("send_message", queue="messages").defer(message_id=message_id)
        with connection.cursor() as cursor:
            cursor.execute("update procrastinate_jobs set status = 'failed', attempts = 10 where id = %s", [number])
        return str(number)

    def told(self, *asked: str) -> str:
        out = io.StringIO()
        call_command("jobs", *asked, stdout=out)
        return out.getvalue()

    def test_that_failed_are_named_and_done_again(self) -> None:
        first, second = self.failed(7), self.failed(8)
        out = io.StringIO()
        with pytest.raises(SystemExit, match="1"):
            call_command("jobs", stdout=out)
        assert "0 wait, 0 are being done, 2 failed." in out.getvalue()
        assert f"{first}  send_message (message_id 7)  tried 10" in out.getvalue()
        with pytest.raises(CommandError, match="No job that failed has the number nine"):
            self.told("--retry", first, "nine")
        assert self.told("--retry", first) == "1 of them will be done again.\n"
        assert self.told("--retry", "all") == "1 of them will be done again.\n"
        assert self.told() == "2 wait, 0 are being done, 0 failed.\n" and second != first


class TestMetrics:
    def test_are_for_this_machine(self, client: Client) -> None:
        answer = client.get("/metrics")
        assert answer.status_code == 200 and b"django_http_requests_total" in answer.content

    @pytest.mark.parametrize("from_elsewhere", [{"REMOTE_ADDR": "192.0.2.7"}, {"HTTP_X_FORWARDED_FOR": "192.0.2.7"}])
    def test_or_for_whoever_holds_the_token(self, client: Client, settings: Any, from_elsewhere: Any) -> None:
        assert client.get("/metrics", **from_elsewhere).status_code == 403
        settings.ENTITLE_METRICS_TOKEN = "a token"
        for shown, answer in (("Bearer wrong", 403), ("Bearer ", 403), ("Bearer a token", 200)):
            got = client.get("/metrics", HTTP_AUTHORIZATION=shown, **from_elsewhere)
            assert got.status_code == answer


class TestLimits:
    def test_one_sender_posting_faster_than_a_person_is_asked_to_wait(self, client: Client, settings: Any) -> None:
        cache.clear()
        settings.ENTITLE_POSTS_PER_MINUTE = 3
        answers = [client.post("/privacy").status_code for _ in range(4)]
        assert 429 not in answers[:3] and answers[3] == 429
        last = client.post("/privacy")
        assert last["Retry-After"] == "60" and b"<h1" in last.content

    @pytest.mark.parametrize("length", [str(51 * 1024 * 1024), "much", "-1"])
    def test_more_than_any_form_asks_for_is_refused_before_it_is_read(self, client: Client, length: str) -> None:
        answer = client.post("/privacy", CONTENT_LENGTH=length)
        assert answer.status_code == 413 and b"smaller than 10 megabytes" in answer.content
        assert answer.wsgi_request._read_started is False

    def test_others_are_not_and_neither_is_reading(self, client: Client, settings: Any) -> None:
        cache.clear()
        settings.ENTITLE_POSTS_PER_MINUTE = 3
        for _ in range(5):
            client.post("/privacy")
        assert client.post("/privacy", REMOTE_ADDR="192.0.2.7").status_code != 429
        assert client.get("/privacy").status_code == 200

    def test_behind_our_proxy_each_sender_counts_alone_and_cannot_pretend(self, client: Client, settings: Any) -> None:
        cache.clear()
        settings.ENTITLE_POSTS_PER_MINUTE, settings.ENTITLE_PROXIES = 3, 1
        answers = [client.post("/privacy", HTTP_X_FORWARDED_FOR=f"10.9.9.{number}, 192.0.2.7").status_code
                   for number in range(4)]
        assert answers[3] == 429
        assert client.post("/privacy", HTTP_X_FORWARDED_FOR="192.0.2.8").status_code != 429


class TestLogs:
    @pytest.fixture
    def lines(self) -> Iterator[io.StringIO]:
        """What a server at the most talkative level would write."""
        written = io.StringIO()
        said = logging_settings("DEBUG")
        maker = said["formatters"]["json"]
        formatter = maker["()"](foreign_pre_chain=maker["foreign_pre_chain"], processors=maker["processors"])
        handler = logging.StreamHandler(written)
        handler.setFormatter(formatter)
        root = logging.getLogger()
        level = root.level
        root.addHandler(handler)
        root.setLevel("DEBUG")
        yield written
        root.removeHandler(handler)
        root.setLevel(level)

    def test_are_json_and_hold_nothing_that_a_person_typed(
            self, client: Client, lines: io.StringIO, settings: Any) -> None:
        settings.AXES_ENABLED = True
        cache.clear()
        User.objects.create_user("olwen-canary", PASSWORD, kind=User.CUSTOMER, name=NAME)
        for password in ("wrong-canary", PASSWORD):
            client.post(reverse("account_login"), {"login": "olwen-canary", "password": password})
        for address in ("/no-such-page", "/privacy", "/desk/"):
            client.post(address, {"person-name": NAME, "person-nino": NINO})
            client.get(address)
        client.post(reverse("demo_enter", args=["nobody"]), {"next": NINO})
        logging.getLogger("entitle.somewhere").warning("a claim was taken: %s", "CLM-7K3M-9QX2")
        whole = lines.getvalue()
        for line in whole.splitlines():
            assert {"event", "level", "timestamp"} <= set(json.loads(line))
        assert "CLM-7K3M-9QX2" in whole
        assert [canary for canary in (NAME, NINO, NINO.replace(" ", ""), PASSWORD, "canary") if canary in whole] == []

    def test_of_an_error_carry_the_trace_and_not_the_form(
            self, lines: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken(self: Any, connection: Any) -> None:
            raise RuntimeError("a slip of ours")

        monkeypatch.setattr(MigrationExecutor, "__init__", broken)
        client = Client(raise_request_exception=False)
        assert client.get("/healthz", {"q": NINO}).status_code == 500
        assert "a slip of ours" in lines.getvalue() and "Traceback" in lines.getvalue()
        assert NINO not in lines.getvalue()
