"""Tables of cases that `entitle assess` works out by PIP's own rules."""
from entitle.schemes.pip.cases.points import pip_points
from entitle.schemes.pip.cases.rates import pip_rates
from entitle.schemes.pip.rulebook import RULES

CASES = (pip_points(RULES), pip_rates(RULES))
