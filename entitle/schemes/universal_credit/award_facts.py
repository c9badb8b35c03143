"""Facts about the award itself: its periods, what an earlier award left, the benefit cap and what is taken back."""
from __future__ import annotations

from entitle.facts.fact import Fact
from entitle.kernel.words import Words


def _award(name: str, kind: str, en: str, cy: str, *, unit: str = "", sensitivity: str = "personal") -> Fact:
    return Fact(f"universal_credit.{name}", kind, Words(en, cy=cy), lasting=False, unit=unit, sensitivity=sensitivity)


DEDUCTIONS = (
    ("last_resort_rent", "Rent arrears, to keep the home", "Ôl-ddyledion rhent, i gadw'r cartref"),
    ("rent_arrears", "Rent arrears", "Ôl-ddyledion rhent"),
    ("fuel", "Gas and electricity", "Nwy a thrydan"),
    ("council_tax", "Council Tax arrears", "Ôl-ddyledion Treth Gyngor"),
    ("fines", "Court fines", "Dirwyon llys"),
    ("water", "Water", "Dŵr"),
    ("child_maintenance", "Child maintenance", "Cynhaliaeth plant"),
    ("advances", "Advances and hardship payments", "Blaendaliadau a thaliadau caledi"),
    ("penalties", "Penalties", "Cosbau ariannol"),
    ("fraud", "Money owed through fraud", "Arian sy'n ddyledus drwy dwyll"),
    ("overpayments", "Benefit or tax credits paid too much", "Budd-dal neu gredydau treth a ordalwyd"),
    ("loans", "Eligible loans", "Benthyciadau cymwys"),
)
"""What may be taken from an award, first in priority first: the stem of its fact, and what it is called."""

AWARD_FACTS: tuple[Fact, ...] = (
    Fact("period.starts_on", "date", Words("First day of the assessment period", cy="Diwrnod cyntaf y cyfnod asesu"),
         sensitivity="ordinary", lasting=False),
    Fact("period.ends_on", "date", Words("Day after the assessment period", cy="Y diwrnod ar ôl y cyfnod asesu"),
         sensitivity="ordinary", lasting=False),
    _award("wants_earlier_start", "yes_no", "Asks for the claim to start earlier",
           "Yn gofyn i'r cais ddechrau'n gynharach"),
    _award("earlier_start_on", "date", "Date asked for", "Dyddiad y gofynnwyd amdano"),
    _award("earlier_start_allowed", "yes_no", "A ground for an earlier start is accepted",
           "Derbynnir rheswm dros ddechrau'n gynharach"),
    _award("has_transitional_element", "yes_no", "Moved from another benefit with a protected amount",
           "Wedi symud o fudd-dal arall gyda swm wedi'i ddiogelu"),
    _award("transitional_element", "money", "Transitional element this period", "Elfen drosiannol y cyfnod hwn"),
    _award("capital_protected", "yes_no", "Savings over the limit are ignored after a move from tax credits",
           "Anwybyddir cynilion dros y terfyn ar ôl symud o gredydau treth"),
    _award("periods_without_earnings", "count", "Periods in a row with no earnings", "Cyfnodau yn olynol heb enillion",
           unit="periods"),
    _award("had_benefit_before", "yes_no", "Had a benefit from us before", "Wedi cael budd-dal gennym o'r blaen"),
    _award("earlier_award_ended", "yes_no", "An award ended in the last 6 months because of earnings",
           "Daeth dyfarniad i ben yn y 6 mis diwethaf oherwydd enillion"),
    _award("surplus_earnings", "money", "Surplus earnings brought forward", "Enillion dros ben a ddygwyd ymlaen"),
    _award("fled_abuse", "yes_no", "Recent victim of domestic abuse", "Dioddefwr cam-drin domestig diweddar",
           sensitivity="special"),
    _award("had_steady_earnings", "yes_no", "Earned enough in each of the 12 months before work stopped or pay fell",
           "Wedi ennill digon ym mhob un o'r 12 mis cyn i waith ddod i ben neu i gyflog ostwng"),
    _award("grace_from_on", "date", "First day after work stopped or pay fell",
           "Diwrnod cyntaf ar ôl i waith ddod i ben neu i gyflog ostwng"),
    _award("has_sanction", "yes_no", "A sanction is in force", "Mae cosb mewn grym"),
    _award("asks_for_budgeting_advance", "yes_no", "Asks for a budgeting advance", "Yn gofyn am flaendal cyllidebu"),
    _award("advance_is_for_work", "yes_no", "The expense is to get or keep work",
           "Mae'r gost er mwyn cael neu gadw gwaith"),
    _award("months_on_benefit", "count", "Months on this or an earlier means-tested benefit",
           "Misoedd ar hwn neu fudd-dal prawf modd cynharach", unit="months"),
    _award("earnings_in_last_periods", "money", "Earnings in the last 6 full periods",
           "Enillion yn y 6 chyfnod llawn diwethaf"),
    _award("full_periods", "count", "Full periods on the award, up to 6", "Cyfnodau llawn ar y dyfarniad, hyd at 6",
           unit="periods"),
    _award("owes_budgeting_advance", "yes_no", "Still owes an earlier budgeting advance",
           "Yn dal i fod mewn dyled am flaendal cyllidebu cynharach"),
    _award("has_deductions", "yes_no", "Money is to be taken back or paid to others",
           "Mae arian i'w gymryd yn ôl neu ei dalu i eraill"),
    *(_award(f"owed_{stem}", "money", f"To take this period: {en}", f"I'w gymryd y cyfnod hwn: {cy}")
      for stem, en, cy in DEDUCTIONS),
)
