"""Lives some working days at the agency, on the pretend clock, through the procedures that every door calls."""
from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from entitle.decisions.models import Decision
from entitle.gateways import clock
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.jobs.sweeps import invite, seal
from entitle.simulation import being_seen, desk, doors, lives, money
from entitle.simulation.background import work_off
from entitle.simulation.cast import member
from entitle.simulation.contact_centre import ContactCentre
from entitle.simulation.person import MadeUp
from entitle.simulation.plan import Planned
from entitle.simulation.timetable import moment

_DECISIONS = ("decisions",)
_WHY = "I worked from 1978 until I was ill, and I think some of my years are missing."
_DISAGREE = 0.4
CALLS_A_DAY = 14
"""Besides those who claim: fewer than would ring such an agency, so that they are lived in seconds."""


@dataclass
class Fortnight:
    """The days to come. `officers` act by username; `step` is told what was just done, for a progress bar."""

    days: Sequence[date]
    claims: Sequence[Sequence[Planned]]
    officers: Mapping[str, Actor]
    centre: ContactCentre
    seed: int
    elsewhere: Sequence[MadeUp] = ()
    """Who claims, a day each, what an older system pays."""
    step: Callable[[str], None] = lambda _: None
    chance: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)

    def live(self) -> None:
        """Every day in its order. The clock is left at the end of the last."""
        for number, day in enumerate(self.days):
            self._morning(day, number)
            self._claims(day, self.claims[number])
            self._claim_elsewhere(day, number)
            self._afternoon(day)
            lives.things_that_happen(day, number, officers=self.officers, chance=self.chance)
            self._evening(day)
            self.step(f"{day:%A %-d %B}")

    def _morning(self, day: date, number: int) -> None:
        """The bank's returns, invitations, the post, interviews, and what was left from yesterday."""
        self._at(day, 7)
        money.take_returns()
        invite()
        now = self._at(day, 8, 30)
        desk.receive_proof(clerk=self.officers["carol"], as_at=now)
        work_off(*_DECISIONS)
        now = self._at(day, 9)
        desk.judge_proof(officer=self.officers["bronwen"], as_at=now)
        desk.settle_hand_offs(specialist=self.officers["helen"], chance=self.chance, as_at=now)
        desk.look_again(officer=self.officers["helen"], as_at=now)
        for decision in self._refused_yesterday(day):
            desk.disagree(decision=decision, why=_WHY, agent=self.officers["rashid"], as_at=now)
        being_seen.interviews(officers=self.officers, chance=self.chance, as_at=now)
        being_seen.complaint_of_day(number, officers=self.officers, chance=self.chance, as_at=now)
        self.centre.rings(day, calls=CALLS_A_DAY)

    def _claims(self, day: date, planned: Sequence[Planned]) -> None:
        for place, each in enumerate(planned):
            now = self._at(day, 9, 30, seconds=place * 18_000 // max(len(planned), 1))
            self.centre.live_until(now)
            self._claim(each, day, now)
            self.step("")

    def _claim_elsewhere(self, day: date, number: int) -> None:
        now = self._at(day, 14, 45)
        self.centre.live_until(now)
        if number < len(self.elsewhere):
            doors.for_the_older_system(self.elsewhere[number], agent=self.officers["nia"], as_at=now)
        work_off("handovers")

    def _claim(self, planned: Planned, day: date, now: Instant) -> None:
        agent = self.officers[self.chance.choice(("nia", "rashid"))]
        if planned.member is not None:
            lives.before_the_claim(planned.member, officers=self.officers, as_at=now)
        if planned.door == "online":
            claimed = doors.online(planned.person, username=planned.username, as_at=now)
        elif planned.door == "paper":
            arrived = day - timedelta(days=self.chance.randrange(1, 4))
            claimed = doors.on_paper(planned.person, clerk=self.officers["carol"], received_on=arrived, as_at=now)
        else:
            if planned.member is not None and planned.member.key == "joan":
                agent = replace(self.officers["vera"], channel="telephone")
            claimed = doors.by_telephone(planned.person, agent=agent, as_at=now)
        if planned.asked_for_proof:
            desk.ask_for_proof(claim_code=claimed.submitted.claim_code, by=self.officers["bronwen"], as_at=now)
        if planned.member is not None:
            lives.after_the_claim(planned.member, claimed.customer_id, officers=self.officers, as_at=now)

    def _afternoon(self, day: date) -> None:
        """The rules decide what they can; people decide some of the rest."""
        self.centre.live_until(self._at(day, 15))
        work_off(*_DECISIONS)
        now = self._at(day, 15, 30)
        if day != self.days[-1]:  # what the last afternoon leaves is there for whoever comes in
            desk.decide_by_hand(officers=self.officers, chance=self.chance, as_at=now)
        self.step("decided")

    def _evening(self, day: date) -> None:
        self.centre.live_until(moment(day, 16, 30))
        now = self._at(day, 16, 30)
        money.run_payments(officers=self.officers, as_at=now, work_off=work_off)
        self._at(day, 17, 30)
        seal()

    def _refused_yesterday(self, day: date) -> list[Decision]:
        """Some of those who were refused telephone the next morning; Precious always does."""
        start = moment(day - timedelta(days=4), 0)
        refused = Decision.objects.filter(result="refused", sequence=1, reconsiderations=None, decided_at__gte=start)
        return [each for each in refused.select_related("customer").order_by("id")
                if self.chance.random() < _DISAGREE or each.customer.nino == member("precious").person.nino]

    def _at(self, day: date, hour: int, minute: int = 0, seconds: int = 0) -> Instant:
        now = moment(day, hour, minute) + timedelta(seconds=seconds)
        clock.set_to(now, stand_still=True)
        return now
