"""Tables of cases that `entitle assess` works out by child maintenance's own rules."""
from entitle.schemes.child_maintenance.cases.amounts import child_maintenance_amounts
from entitle.schemes.child_maintenance.rulebook import RULES

CASES = (child_maintenance_amounts(RULES),)
