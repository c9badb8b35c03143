"""Whether so much may be had in advance, and paid back so: by the rules where they can tell, written nowhere."""
from __future__ import annotations

from entitle.blueprint.advances import Offer, schedule
from entitle.kernel.money import DOWN, Pence, divide, pounds
from entitle.kernel.periods import Instant, london_date
from entitle.payments.reasons import ADVANCE
from entitle.payments.recovery import practice
from entitle.procedures.errors import NotDone


def check_advance(*, offer: Offer | None, pence: Pence, over: int, as_at: Instant) -> None:
    """Raises NotDone for more than the most or less than the least, over more payments than may be, or for what would
    keep more of each payment than may be kept."""
    if pence <= 0 or over <= 0:
        raise NotDone("Say how much you need, and over how many payments you would pay it back.")
    if offer is None:
        return
    if not offer.most_pence:
        raise NotDone("By our rules you cannot have an advance for that now.")
    if pence < offer.least_pence:
        raise NotDone("The least that we can lend is %(least)s.", least=pounds(offer.least_pence))
    if pence > offer.most_pence:
        raise NotDone("The most you can have is %(most)s.", most=pounds(offer.most_pence))
    if over > offer.most_payments:
        raise NotDone("It is paid back over %(most)s payments at most.", most=offer.most_payments)
    percent = practice(on=london_date(as_at)).kinds[ADVANCE].most_percent
    most = int(divide(offer.award_pence * percent, 100, rounding=DOWN))
    most = most if offer.most_kept is None else min(most, offer.most_kept)
    if schedule(pence=pence, payments=over)[0].pence > most:
        raise NotDone("No more than %(most)s may be kept of each payment: pay it back over more of them, or ask for "
                      "less.", most=pounds(most))
