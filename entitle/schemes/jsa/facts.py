"""Facts that the new style Jobseeker's Allowance reads and that are not shared by all benefits."""
from __future__ import annotations

from entitle.facts.fact import Choice, Fact
from entitle.kernel.words import Words

FACTS: tuple[Fact, ...] = (
    Fact("jsa.looks_for_work", "yes_no", Words(
        "Looking for work and free to start", cy="Yn chwilio am waith ac yn rhydd i ddechrau"), lasting=False),
    Fact("jsa.agrees_plan", "yes_no", Words(
        "Will agree a plan to find work", cy="Yn fodlon cytuno ar gynllun i ddod o hyd i waith"), lasting=False),
    Fact("jsa.fit_for_work", "yes_no", Words("Well enough to work", cy="Yn ddigon iach i weithio"), lasting=False,
         sensitivity="special"),
    Fact("jsa.why_last_job_ended", "choice", Words("Why the last job ended", cy="Pam y daeth y swydd olaf i ben"),
         lasting=False, choices=(
             Choice("ended", Words("The job ended, or I was made redundant",
                                   cy="Daeth y swydd i ben, neu cefais fy niswyddo am nad oedd gwaith")),
             Choice("left", Words("I chose to leave", cy="Dewisais adael")),
             Choice("dismissed", Words("I was dismissed", cy="Cefais fy niswyddo")),
             Choice("other", Words("None of these", cy="Dim un o'r rhain")))),
    Fact("jsa.volunteer_rescue_work", "yes_no", Words(
        "Paid for part-time fire, lifeboat, coastguard or reserve forces work",
        cy="Yn cael tâl am waith rhan-amser gyda'r gwasanaeth tân, y bad achub, gwylwyr y glannau neu'r lluoedd "
           "wrth gefn"), lasting=False),
    Fact("jsa.had_before", "yes_no", Words(
        "Had Jobseeker's Allowance in the last 3 years", cy="Wedi cael Lwfans Ceisio Gwaith yn y 3 blynedd diwethaf"),
         lasting=False),
    Fact("jsa.benefit_just_ended", "yes_no", Words(
        "Another benefit ended in the last 12 weeks", cy="Daeth budd-dal arall i ben yn y 12 wythnos diwethaf"),
         lasting=False),
    Fact("jsa.abroad_with_forces", "yes_no", Words(
        "Lived abroad with a partner in the armed forces",
        cy="Wedi byw dramor gyda phartner yn y lluoedd arfog"), lasting=False),
)
