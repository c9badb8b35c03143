"""Every page of the door is there, in both languages, for the person it is about and for nobody else."""

from __future__ import annotations

import json
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from entitle.channels.online.tests.conftest import NOW, OLWEN, by
from entitle.customers import queries as customers
from entitle.procedures.ask_for_evidence import ask_for_evidence
from entitle.procedures.look_at_record import look_at_record
from entitle.procedures.open_safeguarding import open_safeguarding
from entitle.procedures.submit_claim import submit_claim
from entitle.record.queries import whole_customer
from entitle.staff.models import User

PAGES = ("/online/", "/online/benefits/state-pension", "/online/details", "/online/details/looks", "/online/letters",
         "/online/changes", "/online/deaths", "/online/people", "/online/people/add", "/online/details/download")


def text(answer):
    return answer.content.decode()


class TestEveryPage:
    @pytest.mark.parametrize("language", ["en", "cy"])
    @pytest.mark.parametrize("address", PAGES)
    def test_is_there_in_both_languages(self, client, olwen, address, language):
        answer = client.get(f"{address}?lang={language}")
        assert answer.status_code == 200
        assert answer.headers["Content-Language"] == language

    def test_the_list_of_benefits_is_for_anyone(self, db):
        assert "State Pension" in text(Client().get("/online/start"))

    def test_someone_signed_in_comes_to_their_account(self, client, olwen):
        assert client.get("/online/start")["Location"] == "/online/"

    def test_someone_not_known_yet_is_asked_who_they_are(self, client):
        assert client.get("/online/")["Location"] == "/online/who-you-are?next=%2Fonline%2F"

    def test_staff_use_their_own_doors(self, db):
        officer = User.objects.create_user("officer", None, name="Officer", kind="staff")
        signed_in = Client()
        signed_in.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
        assert signed_in.get("/online/").status_code in (302, 403)

    @pytest.mark.parametrize("language", ["en", "cy"])
    def test_a_decided_claim_is_explained(self, client, decision, language):
        shown = text(client.get(f"/online/decisions/{decision.code}?lang={language}"))
        assert "PA 2014" in shown
        assert "£" in shown
        home = text(client.get(f"/online/?lang={language}"))
        assert home.count("<tr") == 4, "a heading and three paydays"
        assert client.get(f"/online/claims/{decision.claim.code}?lang={language}").status_code == 200

    def test_a_start_in_an_earlier_year_is_told_with_what_each_year_pays(self, request, client, monkeypatch):
        monkeypatch.setitem(OLWEN, "born_on", date(1959, 12, 22))
        shown = text(client.get(f"/online/decisions/{request.getfixturevalue('decision').code}"))
        assert "<li>£230.25 a week from 22 December 2025</li>" in shown
        assert "<li>£241.30 a week from 9 April 2026</li>" in shown
        assert shown.count("from 22 December 2025") == 1, "today's rate is not said of the first day"
        assert "The steps show how we came to £241.30." in shown


class TestSomebodyElses:
    @pytest.fixture
    def stranger(self, db):
        other = User.objects.create_user("stranger", None, name="Stranger", kind="customer")
        signed_in = Client()
        signed_in.force_login(other, backend="django.contrib.auth.backends.ModelBackend")
        return signed_in

    def test_claim_is_as_if_it_were_not_there(self, client, decision, stranger, settings):
        from_nowhere = client.get("/online/claims/CLM-0000-00000")
        assert from_nowhere.status_code == 404
        assert "/who-you-are" in stranger.get(f"/online/claims/{decision.claim.code}")["Location"]

    def test_nothing_is_shown_to_another_customer(self, decision, other_client):
        letter = whole_customer(customer_id=decision.customer_id, as_at=NOW).messages[0]
        for address in (f"claims/{decision.claim.code}", f"claims/{decision.claim.code}/next",
                        f"claims/{decision.claim.code}/check", f"claims/{decision.claim.code}/person-name",
                        f"decisions/{decision.code}", f"decisions/{decision.code}/look-again",
                        f"letters/{letter.code}", f"letters/{letter.code}/download", "documents/EVD-0000-00000",
                        f"deaths/{decision.customer.code}"):
            answer = other_client.get(f"/online/{address}")
            assert answer.status_code == 404, address
            assert "Olwen" not in text(answer)

    def test_claim_cannot_be_sent_by_another_customer(self, draft, other_client):
        assert other_client.post(f"/online/claims/{draft.code}/check", {"declared": "yes"}).status_code == 404


class TestDangerIsNotTold:
    """DOMAIN 8d: whoever else reads an account must not learn from it that someone in danger was heard."""

    def test_on_any_page_or_in_a_copy_of_the_record(self, client, olwen, officer):
        open_safeguarding(customer=olwen, words="A neighbour says that he hits her.", channel="telephone", as_at=NOW,
                          by=by(officer, "staff"))
        shown = "".join(text(client.get(address)) for address in PAGES).casefold()
        for told in ("neighbour", "hits her", "safeguarding", "danger", "abuse", "sfg-"):
            assert told not in shown, told


class TestLetters:
    def test_are_shown_and_downloaded_as_a_file(self, client, decision):
        letter = whole_customer(customer_id=decision.customer_id, as_at=NOW).messages[0]
        assert letter.subject in text(client.get("/online/letters"))
        assert letter.code in text(client.get(f"/online/letters/{letter.code}"))
        made = client.get(f"/online/letters/{letter.code}/download")
        assert made.content.startswith(b"%PDF")
        assert made["Content-Disposition"].startswith("attachment")


class TestOwnData:
    def test_holds_everything_shown_and_who_looked(self, client, decision, officer):
        look_at_record(customer_code=decision.customer.code, by=by(officer, "staff"), reason="claim", as_at=NOW)
        held = json.loads(client.get("/online/details/download").content)
        assert held["decisions"][0]["trace"]
        assert held["awards"][0]["pence"] == decision.pence
        assert {fact["fact"] for fact in held["facts"]} >= {"person.name", "person.bank_account", "home.address"}
        assert held["letters"] and held["history"] and held["promises"]
        assert held["looks"][0]["why"] == "To work on your claim"

    def test_a_look_is_shown_without_the_name_of_who_looked(self, client, olwen, officer):
        look_at_record(customer_code=olwen.code, by=by(officer, "staff"), reason="claim", as_at=NOW)
        shown = text(client.get("/online/details/looks"))
        assert "One of our staff" in shown
        assert "To work on your claim" in shown
        assert officer.name not in shown


class TestWhatWeAskedFor:
    @pytest.fixture
    def asked(self, user, draft, officer):
        submit_claim(claim_code=draft.code, by=by(user), as_at=NOW)
        return ask_for_evidence(claim_code=draft.code, fact="person.born_on", document_kind="birth_certificate",
                                by=by(officer, "staff"), as_at=NOW)

    def test_is_on_the_account_with_its_date(self, client, asked):
        assert f"/online/documents/{asked.code}" in text(client.get("/online/"))

    def test_is_sent_kept_and_not_asked_for_again(self, client, asked, settings):
        png = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
        sent = client.post(f"/online/documents/{asked.code}", {"document": SimpleUploadedFile("certificate.png", png)})
        assert sent["Location"] == f"/online/documents/{asked.code}/sent"
        [item] = whole_customer(customer_id=asked.customer_id, as_at=NOW).evidence
        assert item.item.request_id == asked.id
        assert (settings.ENTITLE_VAR / "files").exists()
        assert f"/online/documents/{asked.code}" not in text(client.get("/online/"))

    @pytest.mark.parametrize(("name", "content", "said"), [
        ("virus.exe", b"MZ\x90", "must be a PDF"), ("page.pdf", b"<html></html>", "must be a PDF"),
        ("empty.pdf", b"", "Choose another"),
    ])
    def test_a_file_we_do_not_take_is_refused_with_why(self, client, asked, name, content, said):
        answer = client.post(f"/online/documents/{asked.code}", {"document": SimpleUploadedFile(name, content)})
        assert answer.status_code == 422
        assert said in text(answer)
        assert whole_customer(customer_id=asked.customer_id, as_at=NOW).evidence == []

    def test_nothing_chosen_is_said(self, client, asked):
        answer = client.post(f"/online/documents/{asked.code}", {})
        assert answer.status_code == 422
        assert "Choose a file to send" in text(answer)


class TestLookingAgain:
    def test_is_asked_for_in_ones_own_words_with_a_date(self, client, decision):
        base = f"/online/decisions/{decision.code}/look-again"
        client.post(f"{base}/reconsideration-disagrees-with", {"reconsideration-disagrees_with": "The amount"})
        client.post(f"{base}/reconsideration-why", {"reconsideration-why": "I worked 40 years <b>here</b>"})
        client.post(f"{base}/reconsideration-has-new-evidence", {"reconsideration-has_new_evidence": "no"})
        assert "The amount" in text(client.get(f"{base}/check"))
        sent = client.post(f"{base}/check")
        shown = text(client.get(sent["Location"]))
        assert "We will answer by" in shown
        [asked] = whole_customer(customer_id=decision.customer_id, as_at=NOW).reconsiderations
        assert "I worked 40 years <b>here</b>" in asked.why
        assert "looking at" in text(client.get("/online/")).lower() or "Look again at a decision" in text(
            client.get("/online/"))
        again = client.post(f"{base}/check")
        assert again.status_code in (302, 409), "asked twice it is still one"
        assert len(whole_customer(customer_id=decision.customer_id, as_at=NOW).reconsiderations) == 1


class TestChanges:
    def test_a_new_account_is_held_at_once_with_a_reference(self, client, decision):
        client.post("/online/changes/bank/person-bank-account", {
            "person-bank_account-account-name": "O Llyr", "person-bank_account-sort-code": "30-94-30",
            "person-bank_account-account-number": "76543210"})
        sent = client.post("/online/changes/bank/check", {"declared": "yes"})
        assert sent.status_code == 302, text(sent)
        assert "CON-" in text(client.get(sent["Location"]))
        assert customers.current_bank_account(decision.customer_id).account_number == "76543210"

    def test_a_change_that_nobody_can_report_is_not_there(self, client, olwen):
        assert client.get("/online/changes/everything").status_code == 404
