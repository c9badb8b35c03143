"""Whether a sort code and account number can exist: the banks' modulus check, by a table that the agency is given."""
from entitle.customers.modulus.loading import ModulusTableUnreadable, account_can_exist, check_account
from entitle.customers.modulus.table import FAILS, NOT_CHECKED, PASSES

__all__ = ["FAILS", "NOT_CHECKED", "PASSES", "ModulusTableUnreadable", "account_can_exist", "check_account"]
