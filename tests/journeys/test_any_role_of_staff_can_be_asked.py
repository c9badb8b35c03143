"""A benefit may put questions to any role of staff: what a caseworker found is asked as a professional's view is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from entitle.blueprint import registry
from tests.journeys import test_everyone_in_a_claim_answers_for_themselves as cast

warm_homes, olwen, claim_sent, claim = cast.warm_homes, cast.olwen, cast.claim_sent, cast.claim


@pytest.fixture(autouse=True)
def _of_a_caseworker(warm_homes, monkeypatch):
    """The sheet asks a caseworker what it asked a professional."""
    further = tuple(replace(each, of="caseworker") if each.of == "health_professional" else each
                    for each in warm_homes.further)
    changed = replace(warm_homes, further=further)
    found = registry.schemes()
    monkeypatch.setattr(registry, "scheme", lambda name: changed if name == "warm_homes" else found[name])


class TestACaseworkersQuestions:
    def test_are_work_for_whoever_decides_claims(self, claim):
        [item] = cast.work.about(cast.Reference("set_asked", cast.asked(claim, "caseworker").id))
        assert (item.kind, item.skill) == ("questions.answer", "decisions")

    def test_are_answered_at_the_desk_by_a_caseworker_and_by_no_professional(self, claim):
        code = cast.asked(claim, "caseworker").code
        assert cast.an_officer("health_professional").get(f"/desk/questions/{code}/").status_code == 403
        officer = cast.an_officer("caseworker")
        officer.post(f"/desk/questions/{code}/warm-points", {"warm-points": "1"})
        officer.post(f"/desk/questions/{code}/warm-evidence", {"warm-evidence": "I rang her."})
        officer.post(f"/desk/questions/{code}/check", {"declared": "yes"})
        assert cast.asked(claim, "caseworker").state == "answered"
