"""DOMAIN 7e, 'Complexity blocks flexible staff': a skill matrix, guidance in each task, and its difficulty."""

from __future__ import annotations

import pytest
from django.urls import reverse

from entitle.channels.desk.tests.cast import acting, at_the_desk_of, officer
from entitle.channels.desk.tests.conftest import TODAY
from entitle.history.models import Event
from entitle.kernel.references import Reference
from entitle.procedures.assign_work import assign_work
from entitle.procedures.change_skills import change_skills
from entitle.procedures.errors import NotDone, NotPermitted
from entitle.procedures.finish_work import DONE_BY_THEIR_OWN_VERB
from entitle.procedures.take_work import take_work
from entitle.staff import queries as staff
from entitle.staff.permissions import ROLES
from entitle.standards import agency
from entitle.work import operations as work
from entitle.work.guided import FOR_ANYONE, guided, kinds_guided
from entitle.work.kinds import every_kind
from entitle.work.models import WorkItem

pytestmark = pytest.mark.django_db
AN_OWN_PAGE_ENDS_IT = (*DONE_BY_THEIR_OWN_VERB, "look.check")


@pytest.fixture
def lee():
    return officer("lee", "team_leader")


class TestAssigningRuleNeverGivesTaskWithoutSkill:
    def test_of_any_kind_however_many_roles_somebody_has(self, lee, olwen):
        """Nor is one taken. Whoever is new to a skill is given only what its own steps teach."""
        skills = tuple({kind.skill for kind in every_kind()})
        without, new, practised = (officer(name, *ROLES, skills=held) for name, held in (
            ("without", ()), ("new", ()), ("practised", skills)))
        change_skills(user_code=new.code, levels=dict.fromkeys(skills, "new"), by=acting(lee), as_at=TODAY)
        for number, kind in enumerate(every_kind()):
            item = work.open(kind=kind.name, about=Reference("made_up", number), customer_id=olwen.id, as_at=TODAY,
                             origin_at=TODAY, standard=agency()[kind.standard or "hand_off"])
            with pytest.raises(NotDone, match="not trained in this"):
                assign_work(work_code=item.code, user_id=without.pk, by=acting(lee), as_at=TODAY)
            with pytest.raises(NotPermitted, match="not trained in this"):
                take_work(work_code=item.code, by=acting(without), as_at=TODAY)
            if guided(kind.name).tier == FOR_ANYONE:
                assert take_work(work_code=item.code, by=acting(new), as_at=TODAY).owner_user_id == new.pk
            else:
                with pytest.raises(NotPermitted, match="new to the skill"):
                    take_work(work_code=item.code, by=acting(new), as_at=TODAY)
            assert assign_work(work_code=item.code, user_id=practised.pk, by=acting(lee), as_at=TODAY).owner_user_id

    def test_nor_offers_it_in_the_queue(self, lee, claim):
        bob = officer("bob", "decision_maker", skills=("decisions",))
        queue = f"{reverse('desk-queue')}?view=unowned"
        assert "Decide a claim" in at_the_desk_of(bob).get(queue).content.decode()
        work.open(kind="award.review", about=Reference("award", 1), customer_id=claim.customer_id, as_at=TODAY,
                  origin_at=TODAY)
        change_skills(user_code=bob.code, levels={"decisions": "new"}, by=acting(lee), as_at=TODAY)
        offered = at_the_desk_of(bob).get(queue).content.decode()
        assert "Decide a claim" in offered and "Look at an award again" not in offered and "1 to do" in offered


class TestGuidedStepsAreCompletePerTask:
    def test_every_kind_is_written_of_from_what_to_read_to_how_it_ends(self):
        """Work that no page of its own ends is closed by its last step; other work is not told to be."""
        kinds = {kind.name for kind in every_kind()}
        assert kinds == kinds_guided()
        for kind in kinds:
            *_, last = steps = guided(kind).steps
            assert 3 <= len(steps) <= 6 and all(step.endswith((".", "?")) for step in steps), kind
            assert ("Close this work" in last) is (kind not in AN_OWN_PAGE_ENDS_IT), kind

    def test_they_stand_in_the_task(self, claim, ann):
        page = at_the_desk_of(ann).get(reverse("desk-work", args=[WorkItem.objects.get(kind="claim.decide").code]))
        assert all(step in page.content.decode() for step in guided("claim.decide").steps)


class TestSkillsAreGivenAtTheDesk:
    def test_to_someone_who_is_here_already_and_kept_in_history(self, lee):
        nia = officer("nia", "agent", skills=("telephone",))
        browser, address = at_the_desk_of(lee), reverse("desk-training", args=[nia.code])
        assert address in browser.get(reverse("desk-skills")).content.decode()
        assert "Safeguarding" in browser.get(address).content.decode()
        browser.post(address, {"skill-safeguarding": "new", "skill-telephone": "practised"})
        assert (staff.skills_of(nia), staff.learning(nia)) == (("safeguarding", "telephone"), {"safeguarding"})
        browser.post(address, {"skill-safeguarding": "practised", "skill-telephone": "none"})
        assert (staff.skills_of(nia), staff.learning(nia)) == (("safeguarding",), frozenset())
        told = Event.objects.filter(about_kind="user", about_id=nia.pk).order_by("id")
        assert [(each.code, each.reason, each.actor_user_id) for each in told] == [
            ("staff.skill_begun", "safeguarding", lee.pk), ("staff.skill_practised", "safeguarding", lee.pk),
            ("staff.skill_taken_away", "telephone", lee.pk)]

    def test_by_nobody_to_themselves_nor_a_skill_that_nothing_asks_for(self, lee):
        nia = officer("nia", "agent", skills=("telephone",))
        for code, levels, by, why in ((lee.code, {"telephone": "new"}, lee, "Somebody else"),
                                      (nia.code, {"flying": "new"}, lee, "flying"),
                                      (lee.code, {"telephone": "new"}, nia, "may not")):
            with pytest.raises(NotDone, match=why):
                change_skills(user_code=code, levels=levels, by=acting(by), as_at=TODAY)
