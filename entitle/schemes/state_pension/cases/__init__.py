"""Tables of cases that `entitle assess` works out by State Pension's own rules."""
from entitle.schemes.state_pension.cases.ages import state_pension_ages
from entitle.schemes.state_pension.cases.amounts import state_pension_amounts
from entitle.schemes.state_pension.rulebook import RULES

CASES = (state_pension_ages(RULES), state_pension_amounts(RULES))
