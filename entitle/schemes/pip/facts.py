"""Facts that only Personal Independence Payment has: the claimant's own, and what the health professional finds."""
from __future__ import annotations

from typing import Any

from entitle.facts.fact import Choice, Fact
from entitle.kernel.words import Words
from entitle.schemes.pip.activities import ACTIVITIES, CHANGES, Activity

_IS_HARD = Words("{Called}: finds it hard", cy="{Called}: yn ei chael yn anodd")
_TOLD = Words("{Called}: what they told us", cy="{Called}: yr hyn a ddywedwyd wrthym")
_LEVEL = Words("{Called}: level", cy="{Called}: lefel")
_EVIDENCE = Words("{Called}: evidence", cy="{Called}: tystiolaeth")
_DAYS = Words("{Called}: days at", cy="{Called}: diwrnodau ar")
_IT_CHANGES = Choice(CHANGES, Words("It changes from day to day", cy="Mae'n newid o ddydd i ddydd"))

CLAIMANT: tuple[Fact, ...] = (
    Fact("pip.lives_in", "choice", Words("Country they live in",
                                         cy="Gwlad y maent yn byw ynddi"), lasting=False, choices=(
        Choice("england", Words("England", cy="Lloegr")), Choice("wales", Words("Wales", cy="Cymru")),
        Choice("scotland", Words("Scotland", cy="Yr Alban")),
        Choice("northern_ireland", Words("Northern Ireland", cy="Gogledd Iwerddon")),
        Choice("somewhere_else", Words("Somewhere else", cy="Rhywle arall")))),
    Fact("pip.british_or_irish", "yes_no", Words("British or Irish citizen", cy="Dinesydd Prydeinig neu Wyddelig")),
    Fact("pip.time_abroad", "yes_no", Words(
        "Abroad for over 4 weeks in the last 3 years", cy="Dramor am dros 4 wythnos yn y 3 blynedd diwethaf"),
         lasting=False),
    Fact("pip.stays_in", "choice", Words("Where they stay now", cy="Ble maent yn aros nawr"), lasting=False, choices=(
        Choice("home", Words("At home", cy="Gartref")), Choice("hospital", Words("In hospital", cy="Mewn ysbyty")),
        Choice("care_home", Words("In a care home", cy="Mewn cartref gofal")),
        Choice("prison", Words("In prison", cy="Mewn carchar")))),
    Fact("pip.had_award_before", "yes_no", Words(
        "Had PIP or Disability Living Allowance in the last 2 years",
        cy="Wedi cael PIP neu Lwfans Byw i'r Anabl yn y 2 flynedd diwethaf"), lasting=False),
    Fact("pip.needs_began_on", "date", Words("Date the help was first needed", cy="Dyddiad y bu angen help gyntaf"),
         sensitivity="special", lasting=False),
    Fact("pip.health_workers", "text", Words(
        "Doctors and others who know their health", cy="Meddygon ac eraill sy'n gwybod am eu hiechyd"),
         sensitivity="special", lasting=False),
    Fact("pip.report", "document", Words("Letter or report about their health",
                                         cy="Llythyr neu adroddiad am eu hiechyd"),
         sensitivity="special", lasting=False),
)
ASSESSMENT: tuple[Fact, ...] = (
    Fact("pip_assessment.near_end_of_life", "yes_no", Words(
        "End of life confirmed by a doctor or nurse", cy="Diwedd oes wedi'i gadarnhau gan feddyg neu nyrs"),
         sensitivity="special", lasting=False),
    Fact("pip_assessment.likely_to_last", "yes_no", Words(
        "Needs likely to last 9 months or more", cy="Anghenion yn debygol o bara 9 mis neu fwy"),
         sensitivity="special", lasting=False),
    Fact("pip_assessment.days_counted", "count", Words("Days counted", cy="Diwrnodau a gyfrifwyd"), unit="days",
         sensitivity="special", lasting=False),
    Fact("pip_assessment.award_months", "count", Words("Length of award advised", cy="Hyd y dyfarniad a gynghorir"),
         unit="months", lasting=False),
    Fact("pip_assessment.summary", "text", Words("Summary of the assessment", cy="Crynodeb o'r asesiad"),
         sensitivity="special", lasting=False),
)


def _of(activity: Activity) -> tuple[Fact, ...]:
    """What is told and found of one activity."""

    def own(name: str, kind: str, label: Words, **more: Any) -> Fact:
        return Fact(name, kind, activity.say(label), sensitivity="special", lasting=False, **more)

    levels = tuple(Choice(letter, level) for letter, level in zip(activity.letters, activity.descriptors, strict=True))
    return (
        own(activity.is_hard, "yes_no", _IS_HARD),
        own(activity.told, "text", _TOLD),
        own(activity.fact, "choice", _LEVEL, choices=(*levels, _IT_CHANGES)),
        own(activity.evidence, "text", _EVIDENCE),
        *(own(name, "count", Words(f"{_DAYS.en} {level.value}: {level.label.en}",
                                   cy=f"{_DAYS.cy} {level.value}: {level.label.cy}"), unit="days")
          for name, level in zip(activity.days, levels, strict=True)),
    )


FACTS: tuple[Fact, ...] = (*CLAIMANT, *ASSESSMENT, *(fact for activity in ACTIVITIES for fact in _of(activity)))
