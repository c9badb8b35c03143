"""R06: an office goes over to paper, and two hundred forms are keyed back with the days that they arrived."""
from __future__ import annotations

import csv
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from entitle.awards.models import Award
from entitle.blueprint import registry
from entitle.channels.clerical.tests.conftest import officer, signed_in
from entitle.claims import queries as claims
from entitle.claims.models import Claim, Intake, PackForm
from entitle.customers import queries as customers
from entitle.decisions.models import Decision
from entitle.gateways import clock
from entitle.kernel.periods import midday
from entitle.kernel.references import SYSTEM, Actor
from entitle.payments.models import Payment
from entitle.procedures.answer_questions import answer_questions
from entitle.procedures.begin_contingency import begin_contingency
from entitle.procedures.decide_claim import decide_claim
from entitle.procedures.pass_intake import pass_intake
from entitle.procedures.pay_due_awards import pay_due_awards
from entitle.procedures.print_form_pack import print_form_pack
from entitle.procedures.register_customer import register_customer
from entitle.procedures.start_claim import start_claim
from entitle.procedures.take_record_facts import take_record_facts
from entitle.simulation.answers import answers_of
from entitle.simulation.doors import online
from entitle.simulation.making_up import Births, made_up_people
from entitle.staff import operations as staff
from entitle.work.models import WorkItem
from tests.journeys.walking import form_of

pytestmark = pytest.mark.django_db
SCHEME = "state_pension"
STORM, BACK = datetime(2026, 6, 1, 8, tzinfo=UTC), datetime(2026, 6, 15, 9, tzinfo=UTC)
BEFORE = STORM - timedelta(days=30)
FORMS, PASSED = 200, 50
"""All are keyed and accounted for; to make claims of the first fifty is proof enough, and four times as quick."""
OLD_ENOUGH = (Births(100, date(1954, 6, 1), date(1960, 2, 1)),)
RECORD = {"national_insurance.qualifying_years": 35, "national_insurance.has_transitional_record": False,
          "national_insurance.reduced_rate_election": False}


def arrived_on(number: int) -> date:
    """The date stamped on a form: they came through the whole fortnight."""
    return STORM.date() + timedelta(days=number % 14)


def decide(claim: Claim, as_at: datetime) -> None:
    take_record_facts(claim_code=claim.code, source="National Insurance record", as_at=as_at, facts=RECORD)
    made = decide_claim(claim_code=claim.code, by=SYSTEM, as_at=as_at)
    assert isinstance(made, Decision), made


def claimed_online(person, as_at) -> Claim:
    made = online(person, username=person.email, as_at=as_at)
    return claims.get(code=made.submitted.claim_code)


def half_way_online(person) -> Claim:
    record = register_customer(name=person.name, born_on=person.born_on, nino=person.nino, by=SYSTEM, as_at=BEFORE)
    claim = start_claim(scheme=SCHEME, customer_id=record.id, by=Actor("system", "online"), as_at=BEFORE)
    answer_questions(claim_code=claim.code, answers={"person.sex": person.sex}, by=Actor("system", "online"),
                     as_at=BEFORE)
    return claim


@pytest.fixture
def clerk():
    return officer("clerk", "clerk")


@pytest.fixture
def pack(clerk):
    """The office is over, and its forms are printed."""
    site = staff.keep_office(name="Bangor", details={
        "lines": ["1 Made-up Street"], "postcode": "LL57 1AA", "postcode_areas": ["LL"], "capacity": 2,
        "opens_at": time(9), "closes_at": time(17)})
    by = Actor("staff", "clerical", user_id=clerk.pk, name=clerk.name)
    begin_contingency(office_code=site.code, why="No line since the storm", by=by, as_at=STORM)
    return print_form_pack(office_code=site.code, scheme=SCHEME, language="en", large_print=False, count=FORMS, by=by,
                           as_at=STORM)


def file_of(people, forms) -> SimpleUploadedFile:
    """What was keyed elsewhere when the system was back."""
    questions = registry.scheme(SCHEME).claim
    rows = [{"form": form.code, "received_on": arrived_on(form.number).isoformat(), "signed": "yes",
             **form_of(questions, answers_of(person, questions))} for form, person in zip(forms, people, strict=True)]
    sheet = StringIO()
    written = csv.DictWriter(sheet, list(dict.fromkeys(name for row in rows for name in row)))
    written.writeheader()
    written.writerows(rows)
    return SimpleUploadedFile("forms.csv", sheet.getvalue().encode("utf-8-sig"))


class TestPaperFallbackShiftsTheQueue:
    def test_clocks_use_receipt_dates_duplicates_of_live_digital_claims_are_merged_and_none_is_paid_twice(
        self, clerk, pack
    ):
        forms = list(PackForm.objects.filter(pack=pack).order_by("number"))
        people = [replace(person, phone=f"+44{person.phone[1:]}", postcode="LL57 1AA")
                  for person in made_up_people(count=FORMS, seed=6, births=OLD_ENOUGH)]
        people[:9] = [replace(person, born_on=date(1960, 5, 20), relationship="never", relationship_changed_on=None,
                              family=f"{person.family} {'ABCDEFGHI'[place] * 4}")
                      for place, person in enumerate(people[:9])]
        half_way = [half_way_online(person) for person in people[:3]]
        in_already = [claimed_online(person, BEFORE) for person in people[3:6]]
        paid = [claimed_online(person, BEFORE) for person in people[6:9]]
        for claim in paid:
            decide(claim, BEFORE)
        with clock.at(BACK):
            told = signed_in(clerk).post(f"/paper/packs/{pack.code}/back-entry/", {"file": file_of(people, forms)},
                                         follow=True).content.decode()
        assert "200 forms kept" in told
        assert {state: len(numbers) for state, numbers in self.reconciled().items()} == {
            "returned": FORMS, "out": 0, "spoiled": 0}
        for intake_id in claims.intakes_waiting(received_before=BACK + timedelta(seconds=1), limit=PASSED):
            assert pass_intake(intake_id=intake_id, as_at=BACK).problems == []
        assert Counter(Intake.objects.values_list("state", flat=True)) == {"passed": PASSED, "waiting": FORMS - PASSED}
        assert Claim.objects.count() == PASSED == Claim.objects.values("customer").distinct().count()
        self.every_clock_starts_on_the_day_the_form_arrived(
            people[:PASSED], forms[:PASSED], {*half_way, *in_already, *paid})
        for claim in (*half_way, *in_already):
            claim.refresh_from_db()
            assert claim.state == "received" and claim.protected_on == BEFORE.date()
        self.none_is_paid_twice(people[:9])

    def reconciled(self):
        [count] = claims.pack_counts()
        return {"returned": count.returned, "out": count.out, "spoiled": count.spoiled}

    def every_clock_starts_on_the_day_the_form_arrived(self, people, forms, digital):
        for form, claim in zip(forms, self.claims_of(people), strict=True):
            if claim in digital:
                continue
            item = WorkItem.objects.get(kind="claim.decide", about_id=claim.id)
            assert claim.protected_on == item.origin_at.date() == arrived_on(form.number)
            assert claim.decide_by == item.target_on

    def claims_of(self, people):
        found = {claim.customer_id: claim for claim in Claim.objects.all()}
        return [found[customers.by_nino(person.nino).id] for person in people]

    def none_is_paid_twice(self, people):
        for claim in self.claims_of(people):
            if claim.state == "received":
                decide(claim, BACK)
        awards = Award.objects.all()
        assert awards.count() == len(people) == awards.values("customer").distinct().count()
        payday = max(award.first_payday for award in awards)
        pay_due_awards(on=payday, by=SYSTEM, as_at=midday(payday - timedelta(days=5)))
        paid = Payment.objects.values_list("customer_id", "period_start")
        assert len(paid) == len(set(paid)) and {who for who, _ in paid} == {award.customer_id for award in awards}
