"""The new year's amounts: reported before anything is changed, then paid from the first benefit week, once each."""

from __future__ import annotations

import csv
import json
import threading
from datetime import UTC, date, datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from entitle.awards import operations as awards
from entitle.awards import queries
from entitle.awards.arithmetic import Rate
from entitle.awards.models import Award, AwardAmount, bucket_of
from entitle.blueprint import registry
from entitle.blueprint.many import Found, assess_many
from entitle.claims.models import Claim
from entitle.contacts.tests.cast import customer
from entitle.customers.models import Customer
from entitle.decisions import operations as decisions
from entitle.gateways import clock
from entitle.history.models import Event
from entitle.kernel.references import SYSTEM
from entitle.payments import operations as payments
from entitle.payments.explaining import awards_are_explained
from entitle.payments.models import Payment
from entitle.payments.queries import awards_explained as payments_explained
from entitle.procedures import uprate_awards as uprating
from entitle.procedures import uprate_bucket as bucket_uprating
from entitle.procedures.errors import NotDone
from entitle.work.models import WorkItem

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
APRIL = date(2026, 4, 6)
SHEET = registry.scheme("state_pension")
FACTS = {
    "person.born_on": date(1958, 3, 4), "person.sex": "female", "person.nino": "AB123441C",
    "person.relationship": "never", "claim.made_on": date(2024, 3, 4), "state_pension.lived_abroad": False,
    "state_pension.when_to_start": "as_soon_as_possible", "state_pension.benefits_while_delaying": False,
    "national_insurance.qualifying_years": 35, "national_insurance.has_transitional_record": False,
    "national_insurance.reduced_rate_election": False,
}
RATES = {35: (23025, 24130), 20: (13157, 13789), 10: (6579, 6894)}
"""Pence a week by qualifying years: 230.25 and 241.30 in full, a thirty-fifth for each year, half a penny up."""


def awarded(of: Customer, *, years: int = 35, **changes):
    """Someone awarded a State Pension, decided on 3 November 2025."""
    facts = FACTS | {"national_insurance.qualifying_years": years}
    facts |= {name.replace("__", "."): value for name, value in changes.items()}
    on, at = date(2025, 11, 3), datetime(2025, 11, 3, 9, tzinfo=UTC)
    outcome = SHEET.assess(facts, on=on)
    claim = Claim.objects.create(scheme=SHEET.name, customer=of, state="decided", protected_on=facts["claim.made_on"],
                                 started_at=at, submitted_at=at, channel="online")
    decision = decisions.record(claim=claim, outcome=outcome, facts=facts, law_on=on, by=SYSTEM, as_at=at,
                                rules_version=SHEET.rules.version)
    return awards.open(decision=decision, outcome=outcome, cycle=SHEET.cycle, as_at=at,
                       earlier_amounts=[Rate(*rate) for rate in outcome.pence_from])


def uprate(*, apply, **changes):
    return uprating.uprate_awards(change_on=APRIL, apply=apply, by=SYSTEM, as_at=AT, **changes)


def paid_from_april():
    rows = AwardAmount.objects.filter(from_on__gte=APRIL).order_by("award_id", "id")
    return list(rows.values_list("award_id", "from_on", "pence", "decision_id"))


@pytest.fixture
def caseload():
    """Six people, two of each record."""
    names = ("Olwen Llŷr", "Seán O'Neill", "Fatima al-Sayed", "Joan Black", "Dafydd Prys", "Aoife Ní Dhomhnaill")
    return [awarded(customer(name), years=(35, 20, 10)[place % 3]) for place, name in enumerate(names)]


class TestADryRun:
    def test_says_to_the_penny_what_would_change_and_changes_nothing(self, caseload):
        before = AwardAmount.objects.count(), Event.objects.count()
        [report] = uprate(apply=False)
        assert (report.scheme, report.per, report.awards, report.changed) == ("state_pension", "week", 6, 6)
        assert (report.before, report.after) == tuple(2 * sum(pair) for pair in zip(*RATES.values(), strict=True))
        assert (report.fell, report.unfit) == ([], [])
        assert [(each.before, each.after) for each in report.movers[:2]] == [RATES[35]] * 2
        assert (AwardAmount.objects.count(), Event.objects.count()) == before
        assert WorkItem.objects.count() == 0


class TestApplied:
    def test_each_is_paid_its_new_amount_from_the_first_benefit_week(self, caseload):
        uprate(apply=True)
        assert paid_from_april() == [
            (award.id, date(2026, 4, 9), RATES[(35, 20, 10)[place % 3]][1], None)
            for place, award in enumerate(caseload)]
        assert Event.objects.filter(code="award.uprated").count() == 6
        due = queries.periods_due(award_id=caseload[0].id, since=date(2026, 4, 1), until=date(2026, 4, 30))
        assert [each.pence for each in due] == [4 * 23025, 23025 + 3 * 24130]

    def test_twice_is_once_and_the_report_is_the_same(self, caseload):
        reports, rows = uprate(apply=True), paid_from_april()
        assert uprate(apply=True) == reports == uprate(apply=False)
        assert paid_from_april() == rows
        assert Event.objects.filter(code="award.uprated").count() == 6

    @pytest.mark.parametrize("person", range(6))
    def test_stopped_in_the_middle_and_begun_again_is_the_same(self, caseload, person):
        def stops(scheme, bucket, some):
            if bucket == bucket_of(caseload[person].customer_id):
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            uprate(apply=True, progress=stops)
        uprate(apply=True)
        assert [row[2] for row in paid_from_april()] == [RATES[(35, 20, 10)[place % 3]][1] for place in range(6)]

    def test_killed_inside_a_bucket_leaves_nothing_of_it(self, caseload, monkeypatch):
        def killed(rows):
            list(rows)
            raise RuntimeError("killed")

        monkeypatch.setattr(bucket_uprating.history, "write_many", killed)
        with pytest.raises(RuntimeError):
            uprate(apply=True)
        assert paid_from_april() == []

    def test_whoever_is_decided_between_is_changed_by_running_it_again(self, caseload):
        uprate(apply=True)
        late = awarded(customer("Winston Clarke"), years=20)
        uprate(apply=True)
        assert paid_from_april()[-1] == (late.id, date(2026, 4, 9), RATES[20][1], None)
        assert len(paid_from_april()) == 7


class TestBegunLate:
    def test_the_rest_of_what_was_paid_at_the_old_amount_is_owed_to_the_penny(self, settings, tmp_path):
        settings.ENTITLE_VAR = tmp_path
        award = awarded(customer("Olwen Llŷr"))
        at = datetime(2026, 5, 5, 9, tzinfo=UTC)
        run, _ = payments.start_run(pay_on=date(2026, 5, 7), by=SYSTEM, as_at=at)
        payments.pay_due(run=run, buckets=[award.bucket], as_at=at)
        uprating.uprate_awards(change_on=APRIL, apply=True, by=SYSTEM, as_at=at)
        [explained] = payments_explained(customer_id=award.customer_id)
        last = Payment.objects.order_by("-period_end")[0].period_end
        [changed_on] = AwardAmount.objects.filter(award=award, from_on__gte=APRIL).values_list("from_on", flat=True)
        assert explained.to_pay == (last - changed_on).days // 7 * (24130 - 23025) > 0
        assert awards_are_explained([explained]) == []


class TestAnAwardThatDoesNotFit:
    def test_keeps_its_amount_and_becomes_work_with_the_reason(self):
        put_off = awarded(customer("Olwen Llŷr"), claim__made_on=date(2025, 9, 1),
                          state_pension__when_to_start="later", state_pension__starts_later_on=date(2025, 9, 1))
        otherwise = awarded(customer("Joan Black"))
        awards.change_amount(award_id=otherwise.id, change_on=date(2026, 1, 5), pence=20_000,
                             decision_id=otherwise.decision_id, as_at=AT)
        [report] = uprate(apply=True)
        found = {each.award_code: (each.outcome, each.after, each.why) for each in report.unfit}
        assert found == {
            put_off.code: ("hand_off", None, ("increment_to_uprate",)),
            otherwise.code: ("paid_otherwise", None, ("23025 by the old law", "24130 by the new"))}
        assert paid_from_april() == []
        assert set(WorkItem.objects.values_list("kind", "about_id")) == {
            ("award.uprate", put_off.id), ("award.uprate", otherwise.id)}

    def test_of_facts_not_known_names_them_and_the_rest_are_done(self):
        known = {**FACTS}
        unknown = {name: value for name, value in FACTS.items() if name != "person.sex"}
        many = assess_many(SHEET, [known] * 5 + [unknown] + [known], on=APRIL)
        assert many == [Found(24130)] * 5 + [Found(None, "missing", ("person.sex",)), Found(24130)]

    def test_that_starts_later_was_decided_by_the_new_law_already(self):
        Award.objects.filter(id=awarded(customer("Olwen Llŷr")).id).update(
            starts_on=APRIL, first_payday=date(2026, 5, 6))
        assert [report.awards for report in uprate(apply=True)] == [0]


class TestALawThatIsNotLoaded:
    def test_is_named_and_nothing_is_changed(self, caseload):
        with pytest.raises(NotDone, match="amounts first. state_pension: .* 2027-04-12; it is known from 2016"):
            uprating.uprate_awards(change_on=date(2027, 4, 12), apply=True, by=SYSTEM, as_at=AT)
        assert Event.objects.filter(code="award.uprated").count() == 0


class TestTheCommand:
    def said(self, *words):
        out = StringIO()
        with clock.at(AT):
            call_command("uprate", "--from", "2026-04-06", *words, stdout=out)
        return out.getvalue()

    def test_writes_a_line_an_award_or_the_whole_report(self, caseload, tmp_path):
        lines, whole = tmp_path / "april.csv", tmp_path / "april.json"
        assert "6 awards would change. Nothing was changed." in self.said("--dry-run", "--out", str(lines))
        rows = list(csv.DictReader(lines.open(encoding="utf-8")))
        assert {(row["pence_before"], row["pence_after"], row["difference"]) for row in rows} == {
            ("23025", "24130", "1105"), ("13157", "13789", "632"), ("6579", "6894", "315")}
        self.said("--dry-run", "--scheme", "state_pension", "--out", str(whole))
        report = json.loads(whole.read_text(encoding="utf-8"))
        assert (report["from"], report["applied"], report["schemes"][0]["changed"]) == ("2026-04-06", False, 6)
        assert list(tmp_path.glob(".*")) == []

    def test_applies_without_dry_run(self, caseload):
        said = self.said()
        assert "6 awards are paid their new amounts from 2026-04-06." in said
        assert "£855.22 a week" in said
        assert len(paid_from_april()) == 6

    def test_refuses_what_it_cannot_do_in_words(self, caseload, tmp_path):
        with pytest.raises(CommandError, match="there is no scheme called 'boots'"):
            self.said("--scheme", "boots")
        with pytest.raises(CommandError, match="ends in .csv or .json"):
            self.said("--out", str(tmp_path / "april.txt"))


@pytest.mark.django_db(transaction=True)
class TestTwoAtOnce:
    def test_change_each_award_once_and_say_so_once(self, caseload):
        def run():
            try:
                uprate(apply=True)
            finally:
                connection.close()

        threads = [threading.Thread(target=run) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [row[2] for row in paid_from_april()] == [RATES[(35, 20, 10)[place % 3]][1] for place in range(6)]
        assert Event.objects.filter(code="award.uprated").count() == 6
