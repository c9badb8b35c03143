"""Tables of cases that `entitle assess` works out by Universal Credit's own rules."""
from entitle.schemes.universal_credit.cases.awards import universal_credit_awards
from entitle.schemes.universal_credit.rulebook import RULES

CASES = (universal_credit_awards(RULES),)
