"""A penny left over in rounding, which goes to the last receiving parent who is paid anything: regulation 6."""
from __future__ import annotations

from typing import Any

import numpy as np

from entitle.kernel.words import Words
from entitle.rules.decorator import rule
from entitle.rules.row_by_row import where
from entitle.rules.units import of, rank, total


@rule(cites="SI 2012/2677 reg 6", gives="yes_no", unit="receiving_parent",
      label=Words("Last to be paid", cy="Yr olaf i gael tâl"),
      says=Words("A penny left over in rounding goes to the last parent who is paid.",
                 cy="Mae ceiniog dros ben wrth dalgrynnu yn mynd i'r rhiant olaf sy'n cael tâl."))
def is_last_paid(their_share: Any, other_receiving_parents: Any) -> Any:
    """Whether this is the last receiving parent listed who is paid anything."""
    is_paid = their_share > 0
    return is_paid & (rank(is_paid.astype(np.int64)) == of(other_receiving_parents) - 1)


@rule(cites="CSA 1991 Sch 1 para 6", gives="pence_per_week",
      label=Words("Paid to other parents", cy="Telir i rieni eraill"),
      says=Words("These are the other parents' shares, added up.", cy="Dyma gyfrannau'r rhieni eraill, wedi'u hadio."))
def all_their_shares(their_share: Any) -> Any:
    """Pence per week, as rounded one by one."""
    return total(their_share)


@rule(cites="CSA 1991 Sch 1 para 6; SI 2012/2677 reg 6", gives="pence_per_week", unit="receiving_parent",
      label=Words("Paid to another parent", cy="Telir i riant arall"),
      says=Words("This is what each other parent is paid. The shares add up to the whole.",
                 cy="Dyma'r hyn a delir i bob rhiant arall. Mae'r cyfrannau yn adio i'r cyfan."))
def their_amount(
    their_share: Any, is_last_paid: Any, total_amount: Any, weekly_amount: Any, all_their_shares: Any,
) -> Any:
    """Pence per week."""
    left_over = of(total_amount) - of(weekly_amount) - of(all_their_shares)
    return where(is_last_paid, their_share + left_over, their_share)
