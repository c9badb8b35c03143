"""The plan for someone who may be in danger, and interviews, tried by axe and on a small screen."""
from __future__ import annotations

from datetime import date

from django.urls import reverse

from entitle.contacts.queries import plan_code_of
from entitle.gateways import clock
from entitle.kernel.references import SYSTEM
from entitle.procedures.open_safeguarding import open_safeguarding
from entitle.procedures.register_customer import register_customer


def test_the_plan_for_someone_in_danger_and_the_interviews(page, sign_in_browser, an_officer, axe, fits):
    olwen = register_customer(name={"given": "Olwen", "family": "Llŷr"}, born_on=date(1960, 4, 20), nino="AB123447C",
                              postcode="LL57 1AA", by=SYSTEM, as_at=clock.now())
    item = open_safeguarding(customer=olwen, words="I can't go on, O'Neill", channel="telephone", as_at=clock.now())
    page.set_default_timeout(40_000)
    service = sign_in_browser(page, an_officer(role="team_leader"))
    plan = reverse("desk-safeguarding", args=[plan_code_of(plan_id=item.about_id)])
    for address in (plan, reverse("desk-interviews")):
        page.goto(f"{service}{address}")
        axe(page)
        page.set_viewport_size({"width": 320, "height": 800})
        fits(page)
        page.set_viewport_size({"width": 1200, "height": 900})
