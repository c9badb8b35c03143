"""Notify's own client against the sandbox, over a real socket."""
from __future__ import annotations

import logging

import pytest
import requests

from entitle.gateways import notify
from entitle.gateways.notify.client import NotifyClient
from entitle.gateways.notify.sandbox.server import KEY, serve

PDF = b"%PDF-1.7 a letter"


@pytest.fixture
def server(settings):
    running = serve()
    settings.ENTITLE_NOTIFY_URL, settings.ENTITLE_NOTIFY_KEY = running.url, KEY
    yield running
    running.stop()


class TestSending:
    def test_an_email_arrives_with_its_words_and_our_reference(self, server):
        sent = notify.send_email(to="olwen@example.org", subject="Ŵyn", body="# Hello\n\n* one", reference="MSG-1")
        [post] = server.posts
        assert (post.id, post.kind, post.to, post.subject, post.body, post.reference) == (
            sent, "email", "olwen@example.org", "Ŵyn", "# Hello\n\n* one", "MSG-1")
        assert notify.status(notification_id=sent) == notify.DELIVERED

    def test_a_text_message_goes_to_a_number_however_it_was_written(self, server):
        notify.send_sms(to="+44 7700 900123", body="Hello", reference="MSG-2")
        assert [(post.to, post.body) for post in server.posts] == [("07700900123", "Hello")]

    def test_a_letter_arrives_byte_for_byte(self, server):
        sent = notify.send_letter(pdf=PDF, reference="MSG-3")
        assert server.posts[0].pdf == PDF
        assert notify.status(notification_id=sent) == notify.DELIVERED

    @pytest.mark.parametrize("to", ["temp-fail@simulator.notify", "perm-fail@simulator.notify"])
    def test_what_did_not_arrive_is_found_out(self, server, to):
        sent = notify.send_email(to=to, subject="s", body="b", reference="MSG-4")
        assert notify.status(notification_id=sent) == notify.FAILED

    def test_what_was_sent_before_can_be_found_by_our_reference(self, server):
        assert notify.find(reference="MSG-5") is None
        sent = notify.send_sms(to="07700900123", body="Hello", reference="MSG-5")
        assert notify.find(reference="MSG-5") == sent


class TestWhatGoesWrong:
    @pytest.mark.parametrize(("send", "words"), [
        (lambda: notify.send_email(to="olwen", subject="s", body="b", reference="r"), "Not a valid email address"),
        (lambda: notify.send_sms(to="123", body="b", reference="r"), "Not enough digits"),
        (lambda: notify.send_sms(to="07700900123", body="b" * 919, reference="r"), "limit of 918"),
        (lambda: notify.send_letter(pdf=b"not one", reference="r"), "not a valid PDF"),
        (lambda: notify.status(notification_id="none"), "No result found"),
    ])
    def test_a_mistake_of_ours_is_refused_with_the_reason(self, server, send, words):
        with pytest.raises(notify.Refused, match=words):
            send()
        assert server.posts == []

    @pytest.mark.parametrize("trouble", [429, 500, 503])
    def test_a_bad_moment_of_theirs_can_be_tried_again(self, server, trouble):
        server.fail_next(trouble)
        with pytest.raises(notify.Retryable, match=str(trouble)):
            notify.send_sms(to="07700900123", body="b", reference="r")

    def test_so_can_silence_and_the_log_names_no_one(self, server, caplog):
        caplog.set_level(logging.DEBUG)
        server.stop()
        with pytest.raises(notify.Retryable):
            notify.send_email(to="olwen@example.org", subject="s", body="secret", reference="r")
        assert "olwen" not in caplog.text and "secret" not in caplog.text

    @pytest.mark.parametrize("key", [KEY[:-1] + "1", KEY.replace("26785a09", "00000000")])
    def test_a_wrong_key_is_no_fault_of_what_is_sent_and_can_be_tried_again(self, server, key):
        with pytest.raises(notify.Retryable, match="403"):
            NotifyClient(server.url, key).send_sms(to="07700900123", body="b", reference="r")


def test_the_post_box_shows_what_was_sent_to_people(server):
    notify.send_email(to="olwen@example.org", subject="<Hello>", body="Words", reference="MSG-6")
    letter = notify.send_letter(pdf=PDF, reference="MSG-7")
    assert [post["kind"] for post in requests.get(f"{server.url}/post-box", timeout=5).json()] == ["email", "letter"]
    shown = requests.get(f"{server.url}/post-box.html", timeout=5).text
    assert "&lt;Hello&gt;" in shown and f"/post-box/{letter}.pdf" in shown
    assert requests.get(f"{server.url}/post-box/{letter}.pdf", timeout=5).content == PDF
