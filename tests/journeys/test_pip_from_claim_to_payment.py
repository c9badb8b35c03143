"""Personal Independence Payment over HTTP: claimed online, assessed at the desk, decided by a person, and due."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest

from entitle.awards import queries as awards
from entitle.blueprint import registry
from entitle.claims import queries as claims
from entitle.contacts import queries as contacts
from entitle.decisions.models import Decision
from entitle.gateways import clock
from entitle.kernel.references import SYSTEM, Reference
from entitle.procedures.answer_questions import answer_questions
from entitle.procedures.ask_further import ask_further
from entitle.procedures.decide_claim import NotDecided, decide_claim
from entitle.procedures.jobs.further import go_on_with_claim
from entitle.procedures.prove_identity import prove_identity
from entitle.procedures.start_claim import start_claim
from entitle.procedures.submit_claim import submit_claim
from entitle.questions.walk import on_path
from entitle.work import queries as work
from tests.journeys.signing_in import signed_in
from tests.journeys.walking import text, walk

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
SCHEME = registry.scheme("pip")
WHO = {"person.name": {"given": "Precious", "family": "O'Neill"}, "person.born_on": date(1990, 3, 1),
       "person.nino": "AB123441C"}
HARD = {"pip.washing_is_hard": True, "pip.washing_told": "I cannot lift my arms to wash my hair.",
        "pip.planning_journeys_is_hard": True, "pip.planning_journeys_told": "I get lost, even on the way to the shop."}
TOLD = {
    **WHO, "home.address": {"lines": ["1 Stryd Fawr", "", "Caerdydd", ""], "postcode": "CF10 1AA"},
    "person.phone": "01632 960001", "person.phone_is_safe": True, "person.language": "en",
    "person.letter_format": "standard",
    "pip.lives_in": "wales", "pip.british_or_irish": True, "pip.time_abroad": False, "pip.stays_in": "home",
    "pip.had_award_before": False, "health.condition": "Arthritis, and a head injury in 2024",
    "health.near_end_of_life": False, "pip.needs_began_on": date(2025, 1, 10),
    "person.bank_account": {"sort_code": "309430", "account_number": "12345678", "account_name": "P O'Neill",
                            "roll_number": ""},
    "person.has_helper": False, **HARD,
}
FOUND = {
    "pip_assessment.preparing_food": "e", "pip_assessment.washing": "d", "pip_assessment.dressing": "changes",
    "pip_assessment.planning_journeys": "f", "pip_assessment.days_counted": 365,
    "pip_assessment.dressing_days_b": 100, "pip_assessment.dressing_days_e": 120,
    "pip_assessment.likely_to_last": True, "pip_assessment.award_months": 36,
    "pip_assessment.washing_evidence": "Her sister washes her hair.",
    "pip_assessment.summary": "By phone, with her GP's letter of June.",
}


@pytest.fixture(autouse=True)
def _november(db, settings, tmp_path):
    settings.ENTITLE_VAR = tmp_path
    with clock.at(NOW):
        yield


def not_hard(question):
    """No to whatever else is asked; nothing where nothing need be said."""
    return None if question.optional else False


def without_need(question):
    """The first level of whatever else is asked, the same words for each, and no days."""
    return {"choice": "a", "text": "Seen and told.", "count": 0}[question.kind.name]


@pytest.fixture
def precious():
    client = signed_in("Precious")
    client.customer = prove_identity(user_id=client.who.pk, name=WHO["person.name"], born_on=WHO["person.born_on"],
                                     nino=WHO["person.nino"], postcode="CF10 1AA", by=client.by, as_at=NOW)
    return client


def claimed_online(precious):
    """Claimed online, whole."""
    begun = precious.post("/online/benefits/pip/begin", follow=True)
    check, asked = walk(precious, begun.request["PATH_INFO"], SCHEME.claim, TOLD, not_hard)
    assert asked[0] == "home.address" and "person.nino" not in asked, "what she showed of herself is not asked again"
    assert "I get lost, even on the way to the shop." in text(precious.get(check))
    sent = precious.post(check, {"declared": "yes"}, follow=True)
    assert "We will decide by" in text(sent)
    claim = claims.open_claim(customer_id=precious.customer.id, scheme="pip")
    assert claim.decide_by == date(2027, 2, 18), "75 working days"
    return claim


def assessed_at_the_desk(claim):
    """The health professional reads what she told us, and answers."""
    doctor = signed_in("Doctor", "staff", "health_professional")
    [asked] = claims.asked_in_claim(claim_id=claim.id)
    assert (asked.role, asked.due_on) == ("health_professional", date(2026, 12, 30)), "40 working days"
    assert "I cannot lift my arms to wash my hair." in text(doctor.get(f"/desk/questions/{asked.code}/"))
    [further] = SCHEME.further
    check, _ = walk(doctor, f"/desk/questions/{asked.code}/pip-assessment-preparing-food", further.questions, FOUND,
                    without_need)
    assert "Needs someone to watch or help them cook" in text(doctor.get(check))
    assert "The claim goes on" in text(doctor.post(check, {"declared": "yes"}, follow=True))


def decided_at_the_desk(claim):
    """A decision maker takes the work, reads what the rules say, and decides."""
    officer = signed_in("Ann", "staff", "caseworker", "decision_maker")
    [item] = work.about(Reference("claim", claim.id), kind="claim.decide")
    officer.post(f"/desk/work/{item.code}/take")
    address = f"/desk/claims/{claim.code}/decide"
    page = text(officer.get(address))
    assert "entitled to £156.70 a week from" in page
    officer.post(address, {"seen": re.search(r'name="seen" value="([^"]*)"', page)[1]}, follow=True)
    return Decision.objects.get(claim=claim)


class TestOneClaim:
    def test_is_made_online_assessed_and_decided_at_the_desk_and_due_on_a_wednesday(self, precious):
        claim = claimed_online(precious)
        assert ask_further(claim_code=claim.code, as_at=NOW) == ("pip_assessment",)
        assessed_at_the_desk(claim)
        _is_left_to_a_person_by_the_rules(claim)
        decision = decided_at_the_desk(claims.get(code=claim.code))
        assert (decision.result, decision.pence, decision.starts_on) == ("entitled", 15670, date(2026, 11, 2))
        assert decision.by_person
        _is_told_why_each_level_and_it_adds_up(decision)
        _is_shown_online_with_its_law(decision, precious)
        _is_due_every_four_weeks_on_the_day_of_the_number(decision)


def _is_left_to_a_person_by_the_rules(claim):
    go_on_with_claim(claim.code)
    assert not Decision.objects.filter(claim=claim).exists()
    assert decide_claim(claim_code=claim.code, by=SYSTEM, as_at=NOW) == NotDecided(reasons=("person_decides",))
    [item] = work.about(Reference("claim", claim.id), kind="claim.decide")
    assert item.state == "open" and claims.get(code=claim.code).state == "received"


def _is_told_why_each_level_and_it_adds_up(decision):
    [letter] = [message for message in contacts.messages_of(customer_id=decision.customer_id)
                if message.template == "decision_awarded"]
    words = contacts.message(message_id=letter.id).body_text
    assert "Washing and bathing: Needs help to wash their hair or below the waist, 2" in words
    assert "Needs help to dress the upper body (of the levels with points" in words
    assert "Daily living points: 4 + 0 + 0 + 2 + 0 + 4 + 0 + 0 + 0 + 0 = 10" in words
    assert "£76.70 + £80.00 = £156.70" in words
    assert "* Washing and bathing: Her sister washes her hair." in words
    assert "A trained member of our staff made this decision" in words


def _is_shown_online_with_its_law(decision, precious):
    page = text(precious.get(f"/online/decisions/{decision.code}"))
    assert "£156.70 a week" in page and "SI 2013/377 Sch 1 Part 3 activity 1" in page


def _is_due_every_four_weeks_on_the_day_of_the_number(decision):
    first, second, *_ = awards.next_paydays(claim_id=decision.claim_id, as_at=NOW, count=3)
    assert [day.paid_on.strftime("%A") for day in (first, second)] == ["Wednesday", "Wednesday"]
    assert second.pence == 4 * 15670
    assert (second.paid_on - first.paid_on).days == 28


class TestWhoIsAsked:
    @pytest.fixture
    def sent(self, precious):
        """A claim that says what it is told, sent; whoever must be asked is asked."""

        def send(**otherwise):
            claim = start_claim(scheme="pip", customer_id=precious.customer.id, by=precious.by, as_at=NOW)
            given = {**{question.fact: not_hard(question) for question in SCHEME.claim}, **TOLD, **HARD, **otherwise}
            answers = on_path(SCHEME.claim, {**given, "person.email": None, "person.access_needs": None})
            answer_questions(claim_code=claim.code, answers=answers, by=precious.by, as_at=NOW)
            submit_claim(claim_code=claim.code, by=precious.by, as_at=NOW)
            ask_further(claim_code=claim.code, as_at=NOW)
            return claim

        return send

    def test_a_health_professional_once_and_no_one_of_another_profession(self, sent):
        claim = sent()
        assert ask_further(claim_code=claim.code, as_at=NOW) == ()
        [asked] = claims.asked_in_claim(claim_id=claim.id)
        assert signed_in("Ann", "staff", "caseworker").get(f"/desk/questions/{asked.code}/").status_code in (403, 404)

    def test_nobody_of_someone_in_scotland_who_is_refused_without_an_assessment(self, sent):
        claim = sent(**{"pip.lives_in": "scotland"})
        assert claims.asked_in_claim(claim_id=claim.id) == []
        found = decide_claim(claim_code=claim.code, by=SYSTEM, as_at=NOW)
        assert found.reasons == ("lives_elsewhere",), "a refusal waits for a person"
