"""Tables of cases that `entitle assess` works out by this benefit's own rules."""
from entitle.schemes.jsa.cases.table import new_style
from entitle.schemes.jsa.rulebook import RULES

CASES = (new_style(RULES),)
