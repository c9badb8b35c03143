"""R06: the server stops, claims are taken all the same, and each arrives once, with its time, when it is back."""
from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from entitle.channels.clerical.read_offline import read_offline
from entitle.channels.clerical.reconciling import reconcile
from entitle.channels.clerical.tests.test_claims_taken_offline import WHO
from entitle.channels.clerical.tests.test_forms_out_and_back import FORM
from entitle.claims.models import Intake
from entitle.gateways import clock
from entitle.staff import queries as staff
from tests.journeys.taking_offline import PASSPHRASE, Server, set_up, take, unlock

pytestmark = pytest.mark.browser

TITLE = "State Pension"


@pytest.fixture
def server(transactional_db, _collected) -> Iterator[Server]:
    made = Server()
    yield made
    made.stop()


@pytest.fixture
def offline(server) -> str:
    return server.address + reverse("clerical_offline")


@pytest.fixture
def sign_in(as_user, an_officer, settings):
    """Signs a browser in as an adviser, at an address."""

    def sign_in(page, address):
        name = settings.SESSION_COOKIE_NAME
        cookie = as_user(an_officer("agent")).cookies[name].value
        page.context.add_cookies([{"name": name, "value": cookie, "url": address}])

    return sign_in


class TestWithTheServerStopped:
    def test_claims_are_taken_the_browser_ends_and_all_arrive_once_with_their_times(
            self, server, offline, page, sign_in, axe):
        set_up(page, offline)
        server.stop()
        page.reload()
        unlock(page, offline)
        began = clock.now()
        assert take(page, TITLE, WHO | FORM) == 1
        page.close()
        page = page.context.new_page()
        unlock(page, offline, "not the same words")
        expect(page.get_by_role("alert")).to_contain_text("That is not this browser’s passphrase")
        axe(page)
        unlock(page, offline)
        assert take(page, TITLE, WHO | FORM | {"person-name-given": "Llŷr", "person-nino": ""}) == 2
        expect(page.get_by_text("The system cannot be reached.")).to_be_visible()
        axe(page)
        taken_by = clock.now()
        server.start()
        page.get_by_role("button", name="Send what is waiting").click()
        expect(page.get_by_text("The system is back. Sign in")).to_be_visible()
        sign_in(page, offline)
        page.get_by_role("button", name="Send what is waiting").click()
        expect(page.get_by_text("All that was taken has arrived.")).to_be_visible()
        intakes = list(Intake.objects.order_by("taken_at"))
        assert [each.who["name"]["given"] for each in intakes] == ["Siân", "Llŷr"]
        assert began <= intakes[0].taken_at < intakes[1].taken_at <= taken_by
        [found] = reconcile(staff.devices())
        assert (found.arrived, found.pending, found.refused) == ((1, 2), (), ())

    def test_an_answer_left_out_is_asked_for_in_welsh_and_what_was_typed_is_kept(self, offline, narrow_page, usable):
        page = narrow_page
        set_up(page, offline)
        page.get_by_role("button", name=TITLE).click()
        page.locator("[name=person-name-given]").fill("Nía")
        page.get_by_role("button", name="Cymraeg").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Beth yw eich enw?")
        expect(page.locator("[name=person-name-given]")).to_have_value("Nía")
        page.locator("[name=person-name-given]").fill("")
        page.get_by_role("button", name="Cadw a pharhau").click()
        expect(page.get_by_role("alert")).to_contain_text("Mae problem")
        assert page.title().startswith("Gwall: Beth yw eich enw?")
        usable(page)

    def test_nothing_that_was_said_lies_open_in_the_browser(self, offline, page):
        set_up(page, offline)
        take(page, TITLE, WHO | FORM)
        kept = page.evaluate("""async () => {
          const opening = indexedDB.open("entitle-offline");
          await new Promise(done => { opening.onsuccess = done; });
          const claims = opening.result.transaction("claims").objectStore("claims").getAll();
          await new Promise(done => { claims.onsuccess = done; });
          return claims.result.map(claim => [JSON.stringify(claim), new TextDecoder("latin1").decode(claim.sealed)]);
        }""")
        assert len(kept) == 1 and not any(said in text for said in ("Neill", "LL57", PASSPHRASE) for text in kept[0])

    def test_a_list_row_taken_away_offline_is_not_delivered(self, offline, page):
        """DOMAIN 1c, R06: what the adviser took back never arrives, and the rows around it do."""
        set_up(page, offline)
        first, typed, redrawn = page.evaluate("""async () => {
          const {drawn, typedIn} = await import("/static/entitle/offline/questions.js");
          const data = await (await fetch(document.querySelector("[data-questions]").dataset.questions)).json();
          const list = data.schemes.state_pension.questions.find(question => question.kind === "repeat");
          const form = document.querySelector("main").appendChild(document.createElement("form"));
          const draw = fields => form.replaceChildren(drawn(list, fields, "en"));
          const shown = () => [...form.querySelectorAll("legend")].map(each => each.textContent.trim());
          const press = kind => form.querySelectorAll(`[name$="-${kind}"]`);
          draw({});
          press("add")[0].click();
          press("add")[0].click();
          const countries = ["France", "Spain", "Italy"];
          [...form.querySelectorAll("[name*=country_abroad]")].forEach((each, at) => { each.value = countries[at]; });
          for (const [part, value] of [["day", 1], ["month", 2], ["year", 1990]])
            form.querySelectorAll(`[name*=from][name$=${part}]`).forEach(each => { each.value = value; });
          const first = shown();
          press("remove")[1].click();
          const typed = typedIn(form);
          draw(typed);
          const written = [...form.querySelectorAll("[name*=country_abroad]")].map(each => each.value);
          return [first, typed, [shown(), written]];
        }""")
        assert [each for each in first if each.startswith("Country")] == ["Country 1", "Country 2", "Country 3"]
        assert redrawn[1] == ["France", "Italy"] and "Country 3" not in redrawn[0]
        said = read_offline(scheme="state_pension", fields=WHO | FORM | {"state_pension-lived_abroad": "yes"} | typed,
                            passed=[], taken_on=clock.today())
        assert [each["state_pension.country_abroad"] for each in said["state_pension.countries_abroad"]] == [
            "France", "Italy"]
