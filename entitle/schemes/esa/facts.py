"""Facts that the new style Employment and Support Allowance reads and that are not shared by all benefits."""
from __future__ import annotations

from entitle.facts.fact import Fact
from entitle.kernel.words import Words

FACTS: tuple[Fact, ...] = (
    Fact("esa.agrees_plan", "yes_no", Words(
        "Will agree what they will do while they get it",
        cy="Yn fodlon cytuno ar beth y byddant yn ei wneud wrth ei gael"),
         lasting=False),
    Fact("esa.gets_sick_pay", "yes_no", Words("Gets Statutory Sick Pay", cy="Yn cael Tâl Salwch Statudol"),
         lasting=False),
    Fact("esa.sick_pay_ends_on", "date", Words("Last day of Statutory Sick Pay",
                                               cy="Diwrnod olaf Tâl Salwch Statudol"), lasting=False),
    Fact("esa.benefit_just_ended", "yes_no", Words(
        "Another benefit ended in the last 12 weeks", cy="Daeth budd-dal arall i ben yn y 12 wythnos diwethaf"),
         lasting=False),
    Fact("esa.gets_jobseekers", "yes_no", Words(
        "Gets Jobseeker's Allowance or Income Support", cy="Yn cael Lwfans Ceisio Gwaith neu Gymhorthdal Incwm"),
         lasting=False),
    Fact("esa.had_before", "yes_no", Words(
        "Had Employment and Support Allowance in the last 3 years",
        cy="Wedi cael Lwfans Cyflogaeth a Chymorth yn y 3 blynedd diwethaf"), lasting=False),
    Fact("esa.first_test_eased", "yes_no", Words(
        "Carer, in custody by mistake, or abroad with the armed forces",
        cy="Gofalwr, yn y ddalfa drwy gamgymeriad, neu dramor gyda'r lluoedd arfog"), lasting=False),
    Fact("esa.assessed", "yes_no", Words("Work capability assessed", cy="Gallu i weithio wedi'i asesu"), lasting=False,
         sensitivity="special"),
    Fact("esa.assessed_on", "date", Words("Day of the assessment", cy="Diwrnod yr asesiad"), lasting=False,
         sensitivity="special"),
    Fact("esa.points", "count", Words("Points in the assessment", cy="Pwyntiau yn yr asesiad"), unit="points",
         lasting=False, sensitivity="special"),
    Fact("esa.at_risk_if_working", "yes_no", Words(
        "Work would be a serious risk to health", cy="Byddai gweithio'n risg ddifrifol i iechyd"), lasting=False,
         sensitivity="special"),
    Fact("esa.meets_support_test", "yes_no", Words(
        "Cannot do one of the Schedule 3 activities", cy="Yn methu â gwneud un o weithgareddau Atodlen 3"),
         lasting=False, sensitivity="special"),
    Fact("esa.at_risk_if_preparing", "yes_no", Words(
        "Getting ready for work would be a serious risk to health",
        cy="Byddai paratoi am waith yn risg ddifrifol i iechyd"), lasting=False, sensitivity="special"),
    Fact("esa.findings", "text", Words("What was found, and why", cy="Yr hyn a ganfuwyd, a pham"), lasting=False,
         sensitivity="special"),
)
