"""Every page that a customer, or anyone, can come to and that no other journey shows in a browser."""
from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

import entitle
from entitle.contacts.models import Appointment, SurveyOffer
from entitle.contacts.tests.cast import customer
from entitle.customers import queries as customers
from entitle.kernel.references import SYSTEM
from entitle.procedures.ask_for_evidence import ask_for_evidence
from entitle.procedures.freeze_figures import freeze_figures
from entitle.procedures.join_staff import join_staff
from entitle.procedures.take_in_offices import take_in_offices
from entitle.questions.bank.changes import CHANGES, DEATH, LOOK_AGAIN
from entitle.questions.bank.first_contact import IDENTITY
from entitle.staff.models import Adviser, User
from tests.journeys import test_online_account as account
from tests.journeys.walking import walk

pytestmark = pytest.mark.browser
_june, olwen, decision = account._june, account.olwen, account.decision
NOW = account.NOW
OFFICES = yaml.safe_load((Path(entitle.__file__).parent / "simulation" / "offices.yaml").read_text(encoding="utf-8"))
HOME = {"lines": ["2 O'Neill Street", "Cardiff"], "postcode": "CF10 1AA"}


def test_for_anyone(shown):
    freeze_figures(as_at=NOW)
    offer = SurveyOffer.objects.create(
        customer=customer("Winston Clarke"), channel="online",
        occasion="claim", scheme="state_pension", offered_at=NOW)
    anyone = Client()
    anyone.post("/online/complain", {"outsider-name": "Seán O'Neill", "outsider-answer_to": "2 Stryd Fawr, Bangor",
                                     "complaint-category": "mistake", "complaint-happened": "They rang at night."})
    shown(anyone, "/", "/start/", "/accessibility", "/privacy", "/cookies", "/feedback?step=online_home", "/survey",
          f"/survey/{offer.code}", "/online/complain/sent", "/account/signup/", "/account/password/reset/done/",
          "/account/password/reset/key/done/", "/account/password/reset/key/a-b/", "/account/inactive/",
          "/account/3rdparty/login/cancelled/")


def test_of_someone_not_known_yet(shown, as_user):
    someone = as_user(User.objects.create_user("ada", "a long made-up password", name="Ada", kind="customer"))
    said = {"person.name": {"given": "Ada", "family": "Nowak"}, "person.born_on": date(1961, 4, 20),
            "person.nino": "AB123456D", "home.postcode": "LL57 1AA"}
    check, _ = walk(someone, "/online/who-you-are/person-name", IDENTITY, said)
    shown(someone, "/online/who-you-are/invitation", "/online/who-you-are/person-name", check,
          "/account/reauthenticate/")


def test_of_a_claim_begun_and_one_sent(shown, olwen, as_user, an_officer):
    her = as_user(olwen)
    begun = account.claim_of(olwen, sent=False)
    shown(her, f"/online/claims/{begun.code}/check", f"/online/claims/{begun.code}/statement")
    account.submit_claim(claim_code=begun.code, by=account._by(olwen), as_at=NOW)
    officer = account._by(an_officer("caseworker"), "staff")
    asked = ask_for_evidence(claim_code=begun.code, fact="person.born_on", document_kind="birth_certificate",
                             by=officer, as_at=NOW)
    shown(her, f"/online/claims/{begun.code}/withdraw", f"/online/documents/{asked.code}")
    her.post(f"/online/documents/{asked.code}", {"document": SimpleUploadedFile("page.pdf", b"%PDF-1.4\n%%EOF\n")})
    shown(her, f"/online/documents/{asked.code}/sent", "/online/complaints/new")


def test_of_a_change_looking_again_and_a_death(shown, olwen, decision, as_user):
    her = as_user(olwen)
    check, _ = walk(her, "/online/changes/address", CHANGES["change_address"],
                    {"home.address": HOME, "home.moved_on": date(2026, 5, 20)})
    shown(her, check, "/online/changes/address/home-moved-on")
    shown(her, her.post(check, {"declared": "yes"})["Location"])
    check, _ = walk(her, f"/online/decisions/{decision.code}/look-again", LOOK_AGAIN, {
        "reconsideration.disagrees_with": "The amount", "reconsideration.why": "I worked in O'Neill's shop",
        "reconsideration.has_new_evidence": False})
    shown(her, check, check.replace("check", "reconsideration-why"))
    shown(her, her.post(check, {"declared": "yes"})["Location"])
    helper = account.person("dai", name="Dai Helper", nino="AB123448D", born_on=date(1985, 1, 1))
    her.post("/online/people/add", {"name": "Dai Helper", "scope": "claims", "code": helper.code})
    his, death = as_user(helper), f"/online/deaths/{customers.of_user(olwen.pk).code}"
    check, _ = walk(his, death, DEATH, {
        "person.died_on": date(2026, 5, 30), "informant.name": {"given": "Dai", "family": "Helper"},
        "informant.relationship": "Son"})
    shown(his, f"{death}/informant-name", check)
    shown(his, his.post(check, {"declared": "yes"})["Location"])


def test_of_interviews(shown, olwen, as_user):
    for name in ("sian", "marcus", "nerys"):
        join_staff(username=name, name=name.title(), team="Interviews", role="adviser", by=SYSTEM, as_at=NOW)
    take_in_offices(offices=OFFICES, by=SYSTEM, as_at=NOW)
    adviser = Adviser.objects.select_related("office").first()
    to_come, missed = (Appointment.objects.create(
        customer=customers.of_user(olwen.pk), office=adviser.office, adviser=adviser, language="en", state=state,
        starts_at=NOW + timedelta(days=days, hours=1), asked_at=NOW - timedelta(days=9), see_by=date(2026, 6, 20),
        booked_at=NOW - timedelta(days=9)) for state, days in (("booked", 3), ("missed", -1)))
    shown(as_user(olwen), "/online/interviews", f"/online/interviews/{to_come.code}",
          f"/online/interviews/{to_come.code}/cancel", f"/online/interviews/{missed.code}/why")
