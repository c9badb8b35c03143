"""Tables of cases that `entitle assess` works out by this benefit's own rules."""
from entitle.schemes.esa.cases.table import new_style
from entitle.schemes.esa.rulebook import RULES

CASES = (new_style(RULES),)
