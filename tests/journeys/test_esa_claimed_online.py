"""Employment and Support Allowance online: a claim, a fit note sent in and accepted, a decision and a payment."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from entitle.blueprint import registry
from entitle.claims import queries as claims
from entitle.contacts import queries as contacts
from entitle.decisions import queries as decisions
from entitle.evidence import queries as evidence
from entitle.gateways.national_insurance.sandbox.server import serve
from entitle.kernel.references import SYSTEM, Actor
from entitle.pages.walk_view import slug_of
from entitle.payments import queries as payments
from entitle.procedures.ask_for_evidence import ask_for_evidence
from entitle.procedures.jobs.decisions import fetch_record, try_to_decide
from entitle.procedures.judge_evidence import judge_evidence
from entitle.procedures.pay_due_awards import pay_due_awards
from entitle.procedures.prove_identity import prove_identity
from entitle.procedures.record_scan import record_scan
from entitle.record.queries import whole_customer
from entitle.staff import operations as staff
from entitle.staff.models import User
from tests.journeys.walking import text, walk

MORNING = datetime(2026, 11, 23, 9, tzinfo=UTC)
NINO = "AB123441C"
RECORD = {
    "qualifying_years": 14, "first_year_class_2_weeks": 52, "second_year_class_1_weeks": 20,
    "second_year_class_1_earnings": 300_000, "second_year_class_2_weeks": 30,
}
ANSWERS = {
    "home.address": {"lines": ["1 Stryd Fawr", "", "Bangor", ""], "postcode": "LL57 1AA"},
    "home.in_great_britain": True, "person.phone": None, "person.email": None, "person.language": "en",
    "person.letter_format": "standard",
    "health.condition": "A bad back since a fall", "health.near_end_of_life": False,
    "esa.agrees_plan": True,
    "health.fit_note_from_on": date(2026, 11, 16), "health.fit_note_until_on": date(2026, 12, 20),
    "esa.assessed": False, "esa.gets_sick_pay": False, "person.is_working": False,
    "person.has_pension": True, "person.pension_per_week": 10_001,
    "esa.gets_jobseekers": False, "esa.benefit_just_ended": False, "esa.had_before": False,
    "esa.first_test_eased": False,
    "person.bank_account": {"sort_code": "401276", "account_number": "12345678", "account_name": "S D'ARCY-JONES",
                            "roll_number": ""},
    "person.has_helper": False, "person.access_needs": None,
}
FOUND = {
    "esa.assessed_on": date(2026, 10, 5), "esa.points": 18, "esa.at_risk_if_working": False,
    "esa.meets_support_test": False, "esa.at_risk_if_preparing": False, "esa.findings": "Cannot sit for an hour.",
}
FIT_NOTE = b"%PDF-1.4\n%%EOF\n"


@pytest.fixture(autouse=True)
def _morning(transactional_db, settings, tmp_path, clock_at):
    settings.ENTITLE_VAR = tmp_path / "var"
    clock_at(MORNING)
    running = serve(records={NINO: RECORD}, make_others=False)
    settings.ENTITLE_NI_URL = running.url
    yield
    running.stop()


@pytest.fixture
def sion():
    """A customer who has shown who he is, signed in."""
    user = User.objects.create_user("sion", "a long made-up password", name="Siôn d’Arcy-Jones", kind="customer")
    prove_identity(user_id=user.pk, name={"given": "Siôn", "family": "d’Arcy-Jones"}, born_on=date(1990, 7, 14),
                   nino=NINO, postcode="LL57 1AA", as_at=MORNING,
                   by=Actor(role="customer", channel="online", user_id=user.pk, name=user.name))
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def officer(an_officer):
    user = an_officer("caseworker")
    return Actor(role="staff", channel="desk", user_id=user.pk, name=user.name)


@pytest.fixture
def doctor(an_officer, as_user):
    """A health professional at the desk."""
    user = an_officer("health_professional", "Doctor Llŷr")
    staff.give_skills(user_id=user.pk, skills=["assessments"])
    return as_user(user)


def claim_with(client, answers):
    """Claims online, answering whatever is asked, and sends it; gives the claim."""
    begun = client.post(reverse("online_begin", args=["esa"]))["Location"]
    check, shown = walk(client, begun, registry.scheme("esa").claim, answers)
    sent = client.post(check, {"declared": "yes"})
    assert sent.status_code == 302
    return claims.get(code=sent["Location"].split("/claims/")[1].split("/")[0]), shown


class TestAClaimFromTheFirstPageToAPayment:
    def test_a_fit_note_is_asked_for_sent_accepted_and_the_claim_decided_and_paid(self, sion, officer):
        page = sion.get(reverse("online_benefit", args=["esa"])).content.decode()
        assert "Fit note" in page and "10 working days" in page
        claim, shown = claim_with(sion, ANSWERS)
        assert "person.hours_per_week" not in shown and "esa.sick_pay_ends_on" not in shown
        assert (claim.state, claim.decide_by) == ("received", date(2026, 12, 7))

        asked = ask_for_evidence(claim_code=claim.code, fact="health.fit_note_from_on", document_kind="fit_note",
                                 by=officer, as_at=MORNING)
        assert "Fit note" in sion.get(reverse("online_account")).content.decode()
        sent = sion.post(reverse("online_send_document", args=[asked.code]),
                         {"document": SimpleUploadedFile("note.pdf", FIT_NOTE, content_type="application/pdf")})
        assert sent["Location"].endswith("/sent")
        [seen] = evidence.of_customer(customer_id=claim.customer_id)
        record_scan(item_id=seen.item.id, result="clean", as_at=MORNING)
        judge_evidence(item_code=seen.item.code, accepted=True, by=officer, as_at=MORNING)

        fetch_record(claim_code=claim.code)
        try_to_decide(claim_code=claim.code)
        decision = decisions.latest(claim_id=claim.id)
        assert (decision.result, decision.pence, decision.starts_on) == ("entitled", 8805, date(2026, 11, 23))
        shown = sion.get(reverse("online_decision", args=[decision.code])).content.decode()
        assert "£88.05" in shown and "WRA 2007" in shown
        letter = next(message for message in contacts.messages_of(customer_id=claim.customer_id)
                      if message.template == "decision_awarded")
        assert "Please send us a new fit note before your last one ends." in letter.body_text

        [first, second, *_] = next(iter(whole_customer(customer_id=claim.customer_id, as_at=MORNING).paydays.values()))
        assert (second.paid_on - first.paid_on).days == 14 and second.pence == 2 * 8805
        run = pay_due_awards(on=first.paid_on, by=SYSTEM, as_at=datetime(2026, 11, 24, 9, tzinfo=UTC))
        assert (run.payments, run.pence, run.problems) == (1, first.pence, ())
        [paid] = payments.of_customer(customer_id=claim.customer_id)
        assert (paid.payment.pence, paid.payment.pay_on) == (first.pence, first.paid_on)

    def test_what_a_health_professional_found_is_waited_for_recorded_at_the_desk_and_decides(self, sion, doctor):
        claim, _ = claim_with(sion, ANSWERS | {"esa.assessed": True})
        fetch_record(claim_code=claim.code)
        try_to_decide(claim_code=claim.code)
        assert decisions.latest(claim_id=claim.id) is None, "nothing is guessed before it is found"

        [asked] = claims.asked_in_claim(claim_id=claim.id)
        assert (asked.role, asked.due_on) == ("health_professional", date(2026, 12, 7)), "10 working days"
        [further] = registry.scheme("esa").further
        first = reverse("desk-questions-question", args=[asked.code, slug_of(further.questions.facts[0])])
        check, _ = walk(doctor, first, further.questions, FOUND)
        assert "18" in text(doctor.get(check))
        assert "The claim goes on" in text(doctor.post(check, {"declared": "yes"}, follow=True))

        try_to_decide(claim_code=claim.code)
        decision = decisions.latest(claim_id=claim.id)
        assert (decision.result, decision.pence) == ("entitled", 8805)
        limbs = {step["name"]: step["limb"] for step in decision.trace}
        assert (limbs["basic_rate"], limbs["component"]) == ("25 or over", "none")
