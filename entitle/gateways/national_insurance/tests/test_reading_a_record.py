"""The client against the sandbox, over a real socket."""
from __future__ import annotations

import logging
from datetime import date

import pytest

from entitle.gateways import national_insurance
from entitle.gateways.national_insurance.client import NationalInsuranceClient
from entitle.gateways.national_insurance.sandbox.server import made_record, serve

OLWEN, NOBODY = "AB123456C", "AB000000C"


@pytest.fixture
def server(settings):
    running = serve(records={OLWEN: {"qualifying_years": 33, "recorded_on": "2026-11-20",
                                     "second_year_class_1_weeks": 26, "second_year_class_1_earnings": 780_000},
                             "AB111111A": {"qualifying_years": "x"}, "AB222222A": {"qualifying_years": True},
                             "AB333333A": {"qualifying_years": 3, "first_year_from_on": 2023}})
    settings.ENTITLE_NI_URL = running.url
    yield running
    running.stop()


class TestReadingARecord:
    def test_its_facts_come_with_the_day_it_stood_so(self, server):
        record = national_insurance.read_record(OLWEN)
        assert record.recorded_on == date(2026, 11, 20)
        assert dict(record.facts) == national_insurance.fetch(OLWEN) == {
            "national_insurance.qualifying_years": 33, "national_insurance.has_transitional_record": False,
            "national_insurance.reduced_rate_election": False,
            "national_insurance.first_year_from_on": date(2023, 4, 6),
            "national_insurance.first_year_class_1_weeks": 0, "national_insurance.first_year_class_1_earnings": 0,
            "national_insurance.first_year_class_2_weeks": 0, "national_insurance.first_year_credits": 0,
            "national_insurance.second_year_class_1_weeks": 26,
            "national_insurance.second_year_class_1_earnings": 780_000,
            "national_insurance.second_year_class_2_weeks": 0, "national_insurance.second_year_credits": 0}

    def test_an_unknown_number_has_no_record(self, server):
        with pytest.raises(national_insurance.RecordNotFound):
            national_insurance.fetch(NOBODY)

    def test_what_is_not_a_number_is_refused(self, server):
        with pytest.raises(national_insurance.Refused, match="status 400"):
            national_insurance.fetch("nonsense")

    @pytest.mark.parametrize("nino", ["AB111111A", "AB222222A", "AB333333A"])
    def test_an_answer_of_the_wrong_kind_is_refused_not_guessed_at(self, server, nino):
        with pytest.raises(national_insurance.Refused, match="makes no sense"):
            national_insurance.fetch(nino)

    def test_made_records_are_always_the_same_and_not_all_alike(self, server):
        assert national_insurance.fetch("AB765432C") == national_insurance.fetch("AB765432C")
        years = [made_record(f"AB{n:06d}C")["qualifying_years"] for n in range(1, 500)]
        assert min(years) < 10 and max(years) > 40

    def test_made_years_of_work_add_up_and_are_of_every_kind(self):
        records = [made_record(f"AB{n:06d}C") for n in range(1, 300)]
        for year in ("first", "second"):
            kinds = {tuple(record[f"{year}_year_{what}"] for what in ("class_1_weeks", "class_2_weeks", "credits"))
                     for record in records}
            assert kinds == {(52, 0, 0), (0, 52, 0), (0, 0, 52)}
            assert all(record[f"{year}_year_class_1_earnings"] >= 12_300 * record[f"{year}_year_class_1_weeks"]
                       for record in records)


class TestABadDay:
    def test_it_asks_again_when_the_service_stumbles(self, server):
        server.fail_next(503, 500)
        assert national_insurance.fetch(OLWEN)["national_insurance.qualifying_years"] == 33

    def test_it_gives_up_for_now_after_three_tries(self, server):
        server.fail_next(503, 503, 503)
        with pytest.raises(national_insurance.Retryable, match="status 503"):
            national_insurance.fetch(OLWEN)

    def test_a_service_that_is_gone_can_be_tried_later_and_the_error_names_no_one(self, server, caplog):
        caplog.set_level(logging.DEBUG)
        server.stop()
        with pytest.raises(national_insurance.Retryable) as error:
            NationalInsuranceClient(server.url, seconds=0.2).read(OLWEN)
        assert OLWEN not in str(error.value) and OLWEN not in caplog.text

    def test_the_number_is_never_in_a_url_or_a_log(self, server, caplog):
        caplog.set_level(logging.DEBUG)
        national_insurance.fetch(OLWEN)
        assert "/records" in caplog.text and OLWEN not in caplog.text
