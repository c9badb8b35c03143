"""Forms go out with only what is left to ask, and come back counted from the day they arrived."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from entitle.channels.clerical.tests.conftest import NOW, ONLINE, officer, signed_in
from entitle.claims.models import Answer, Claim
from entitle.claims.queries import draft_of
from entitle.evidence.models import EvidenceItem
from entitle.history.models import Event
from entitle.procedures.answer_questions import answer_questions
from entitle.procedures.start_claim import start_claim
from entitle.work.models import WorkItem

FORM = {
    "person-sex": "female",
    "home-address-line-1": "1 Stryd Fawr",
    "home-address-town": "Bangor",
    "home-address-postcode": "LL57 1AA",
    "person-letter_format": "standard",
    "person-relationship": "never",
    "state_pension-lived_abroad": "no",
    "state_pension-when_to_start": "as_soon_as_possible",
    "state_pension-benefits_while_delaying": "no",
    "person-bank_account-account-name": "O Llyr",
    "person-bank_account-sort-code": "12-34-56",
    "person-bank_account-account-number": "12345678",
    "person-has_helper": "no",
}
ARRIVED = {"received-day": "20", "received-month": "5", "received-year": "2026"}


def key(client, claim, **typed):
    return client.post(reverse("clerical_key", args=[claim.code]), {**ARRIVED, **typed})


def send(client, claim, received="2026-05-20"):
    url = reverse("clerical_check", args=[claim.code])
    return client.post(f"{url}?received={received}", {"signed": "yes"}, follow=True)


class TestFindingTheClaim:
    @pytest.mark.parametrize("written", ["{}", " {} "])
    def test_by_the_reference_however_it_is_typed(self, client, draft, written):
        typed = written.format(draft.code.lower().replace("-", ""))
        answer = client.post("/paper/", {"reference": typed})
        assert answer["Location"] == reverse("clerical_key", args=[draft.code])
        assert Event.objects.get(code="customer.looked").reason == "form_came"

    def test_a_reference_misread_is_explained_and_kept(self, client):
        answer = client.post("/paper/", {"reference": "CLM-0000-0000"})
        assert answer.status_code == 422 and "CLM-0000-0000" in answer.content.decode()

    def test_a_record_is_not_seen_before_the_reason_is_given(self, client, draft, olwen):
        for address in (reverse("clerical_key", args=[draft.code]), reverse("clerical_customer", args=[olwen.code])):
            assert client.get(address)["Location"] == reverse("clerical_open", args=[olwen.code])


class TestFormsOut:
    def test_the_rest_of_a_claim_asks_nothing_that_is_answered(self, opened, draft):
        answer_questions(claim_code=draft.code, answers={"person.sex": "female"}, by=ONLINE, as_at=NOW)
        page = opened.get(reverse("clerical_print", args=[draft.code])).content.decode()
        assert "birth certificate?" not in page.replace("birth certificate or passport?", "")
        assert "What is your name?" not in page and "What is your home address?" in page

    def test_the_file_is_an_accessible_pdf_to_keep_with_an_opaque_reference(self, opened, draft):
        answer = opened.post(reverse("clerical_print", args=[draft.code]), {"language": "cy", "large": "yes"})
        assert answer["Content-Disposition"] == f'attachment; filename="{draft.code}-cy.pdf"'
        with pikepdf.open(BytesIO(answer.content)) as pdf:
            assert pdf.Root.MarkInfo.Marked and pdf.Root.Lang == "cy"
        assert Event.objects.filter(code="claim.form_printed").count() == 1
        assert b"Llyr" not in answer.content

    def test_a_blank_form_is_for_anyone(self, client):
        answer = client.get(reverse("clerical_blank", args=["state_pension"]) + "?in=en")
        assert answer["Content-Type"] == "application/pdf" and answer.content.startswith(b"%PDF-")
        assert client.get(reverse("clerical_blank", args=["no_such"])).status_code == 404


class TestFormsBack:
    def test_a_whole_form_is_sent_as_received_on_its_day(self, opened, draft):
        checked = key(opened, draft, **FORM)
        assert checked["Location"] == reverse("clerical_check", args=[draft.code]) + "?received=2026-05-20"
        page = send(opened, draft).content.decode()
        claim, item = Claim.objects.get(), WorkItem.objects.get(kind="claim.decide")
        assert claim.state == "received" and claim.protected_on == date(2026, 5, 20) and draft.code in page
        assert item.origin_at.date() == date(2026, 5, 20) and claim.decide_by == item.target_on
        assert set(Answer.objects.values_list("channel", flat=True)) == {"clerical"}

    def test_a_later_form_does_not_move_the_first_contact(self, opened, draft):
        draft_on = Claim.objects.get().protected_on
        key(opened, draft, **FORM, **{"received-day": "1", "received-month": "6"})
        assert Claim.objects.get().protected_on == draft_on == date(2026, 6, 1)

    def test_a_blank_is_not_answered_and_never_no(self, opened, draft):
        kept = {name: text for name, text in FORM.items() if "lived_abroad" not in name and "bank" not in name}
        key(opened, draft, **kept)
        answers = draft_of(claim_id=draft.id)
        assert "state_pension.lived_abroad" not in answers and "person.bank_account" not in answers
        assert answers["person.phone"] is None, "an optional question on a form sent in was left blank"
        page = opened.get(reverse("clerical_check", args=[draft.code]) + "?received=2026-05-20").content.decode()
        assert "Not answered on the form" in page and "Which account should we pay" in page or "account" in page
        assert send(opened, draft).status_code == 200 and Claim.objects.get().state == "draft"

    def test_an_optional_question_that_the_form_did_not_lead_to_may_still_be_asked(self, opened, olwen):
        claim = start_claim(scheme="universal_credit", customer_id=olwen.id, by=ONLINE, as_at=NOW)
        key(opened, claim, **{"home-in_great_britain": "yes"})
        answers = draft_of(claim_id=claim.id)
        assert answers["person.phone"] is None and not {"partner.nino", "partner.email"} & set(answers)
        key(opened, claim, **{"household-has_partner": "yes"})
        answers = draft_of(claim_id=claim.id)
        assert (answers["partner.nino"], answers["partner.email"]) == (None, None), "left blank beside their name"

    def test_saved_for_later_even_optional_questions_stay_open(self, opened, draft):
        key(opened, draft, **{"person-sex": "male", "later": "yes"})
        assert draft_of(claim_id=draft.id) == {"person.sex": "male"}

    def test_an_error_keeps_everything_typed_and_nothing_is_saved(self, opened, draft):
        answer = key(opened, draft, **{**FORM, "person-bank_account-sort-code": "12"})
        page = answer.content.decode()
        assert answer.status_code == 422 and 'href="#person-bank_account-sort-code"' in page
        assert 'value="1 Stryd Fawr"' in page and 'value="20"' in page and not Answer.objects.exists()

    @pytest.mark.parametrize(
        ("day", "says"),
        [
            ({"received-year": "2027"}, "today or in the past"),
            ({"received-day": "31", "received-month": "2"}, "a real date"),
            ({"received-year": "9" * 20}, "a real date"),
            ({"received-day": "", "received-month": "", "received-year": ""}, "Enter the date"),
            ({"received-day": ""}, "The date the form arrived must include a day"),
        ],
    )
    def test_the_day_must_be_a_day_that_has_come(self, opened, draft, day, says):
        answer = key(opened, draft, **FORM, **day)
        assert answer.status_code == 422 and says in answer.content.decode() and not Answer.objects.exists()

    def test_what_another_door_answered_is_not_keyed_and_what_was_keyed_may_be_put_right(self, opened, draft):
        answer_questions(claim_code=draft.code, answers={"person.sex": "female"}, by=ONLINE, as_at=NOW)
        key(opened, draft, **{"person-letter_format": "standard", "later": "yes"})
        page = opened.get(reverse("clerical_key", args=[draft.code])).content.decode()
        assert 'name="person-sex"' not in page and 'name="person-letter_format"' in page
        key(opened, draft, **{"person-letter_format": "braille", "person-sex": "male", "later": "yes"})
        assert draft_of(claim_id=draft.id) == {"person.sex": "female", "person.letter_format": "braille"}

    def test_a_form_must_be_signed(self, opened, draft):
        key(opened, draft, **FORM)
        unsigned = opened.post(reverse("clerical_check", args=[draft.code]) + "?received=2026-05-20", {})
        assert unsigned.status_code == 422 and Claim.objects.get().state == "draft"

    def test_a_date_changed_in_the_address_is_not_believed(self, opened, draft):
        key(opened, draft, **FORM)
        send(opened, draft, received="2031-01-01")
        assert Claim.objects.get().state == "draft"

    def test_a_claim_in_already_is_not_keyed_again(self, opened, draft):
        key(opened, draft, **FORM)
        send(opened, draft)
        again = opened.get(reverse("clerical_key", args=[draft.code]))
        assert again["Location"] == reverse("clerical_sent", args=[draft.code])

    def test_a_form_with_no_reference_starts_a_claim_from_the_day_it_arrived(self, opened, olwen):
        begun = opened.post(reverse("clerical_start", args=[olwen.code, "state_pension"]))
        claim = Claim.objects.get()
        assert begun["Location"] == reverse("clerical_key", args=[claim.code]) and claim.channel == "clerical"
        key(opened, claim, **FORM)
        assert Claim.objects.get().protected_on == date(2026, 5, 20)


class TestDocuments:
    def test_an_original_is_recorded_without_a_file(self, opened, olwen):
        opened.post(reverse("clerical_document", args=[olwen.code]), {"kind": "birth_certificate"})
        item = EvidenceItem.objects.get()
        assert (item.document_kind, item.sha256, item.channel) == ("birth_certificate", "", "clerical")

    def test_a_scan_is_kept_by_what_is_in_it_and_another_kind_of_file_refused(self, opened, olwen, settings, tmp_path):
        settings.ENTITLE_VAR = tmp_path
        url = reverse("clerical_document", args=[olwen.code])
        wrong = opened.post(url, {"kind": "passport", "scan": SimpleUploadedFile("a.exe", b"MZ not a picture")})
        assert wrong.status_code == 422 and not EvidenceItem.objects.exists()
        opened.post(url, {"kind": "passport", "scan": SimpleUploadedFile("a.pdf", b"%PDF-1.4\n%made up\n")})
        assert EvidenceItem.objects.get().size == 18

    def test_the_kind_must_be_chosen(self, opened, olwen):
        assert opened.post(reverse("clerical_document", args=[olwen.code]), {}).status_code == 422


class TestWho:
    def test_an_agent_may_key_a_form_and_an_auditor_not(self, db):
        assert signed_in(officer("agent", "agent")).get("/paper/").status_code == 200
        assert signed_in(officer("auditor", "auditor")).get("/paper/").status_code == 403
