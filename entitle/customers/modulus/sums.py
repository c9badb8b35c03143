"""One check of one account by one line of the weight table: the published algorithms, MOD10, MOD11 and DBLAL, with
their numbered exceptions. The digits are `uvwxyz` of the sort code and `abcdefgh` of the account.
"""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

A, B, C, G, H = 6, 7, 8, 12, 13
"""Places of digits that exceptions look at, among the fourteen."""
DOUBLE_ALTERNATE = "DBLAL"
MODULI = {"MOD10": 10, "MOD11": 11, DOUBLE_ALTERNATE: 10}
_NOT_FROM_A_NOUGHT = (0, 0, 1, 2, 5, 3, 6, 4, 8, 7, 10, 9, 3, 1)
_NOR_TO_A_NINE = (0, 0, 0, 0, 0, 0, 0, 0, 8, 7, 10, 9, 3, 1)
_ADDED_BY_EXCEPTION_1 = 27
_SORT_CODE_OF = {8: "090126", 9: "309634"}
_FOREIGN = "45678"
_ONE_DIGIT_TOO_MANY = "019"


@dataclass(frozen=True)
class Line:
    """A line of the table: sort codes from one to another, the algorithm, fourteen weights, and the exception or 0."""

    first: str
    last: str
    algorithm: str
    weights: tuple[int, ...]
    exception: int = 0


def passes(line: Line, *, sort_code: str, account: str, substitutes: Mapping[str, str]) -> bool:
    """Whether an account of eight digits passes the check of one line. `substitutes` are for exception 5."""
    digits = _sort_code(line, sort_code, substitutes) + account
    if line.exception == 6 and digits[A] in _FOREIGN and digits[G] == digits[H]:
        return True  # an account in foreign money, which cannot be checked
    if line.exception == 3 and digits[C] in "69":
        return True
    left = _left(line, digits)
    if line.exception == 4:
        return left == int(digits[G:])
    if line.exception == 5:
        return _check_digit_is(line, left, digits)
    if line.exception == 14 and left:
        return digits[H] in _ONE_DIGIT_TOO_MANY and _left(line, f"{digits[:A]}0{digits[A:H]}") == 0
    return left == 0


def _sort_code(line: Line, sort_code: str, substitutes: Mapping[str, str]) -> str:
    if line.exception == 5:
        return substitutes.get(sort_code, sort_code)
    return _SORT_CODE_OF.get(line.exception, sort_code)


def _left(line: Line, digits: str) -> int:
    """What is left of the sum of digits by weights, divided by the modulus."""
    products = [int(digit) * weight for digit, weight in zip(digits, _weights(line, digits), strict=True)]
    if line.algorithm == DOUBLE_ALTERNATE:
        products = [int(digit) for product in products for digit in str(product)]
    added = _ADDED_BY_EXCEPTION_1 if line.exception == 1 else 0
    return (sum(products) + added) % MODULI[line.algorithm]


def _weights(line: Line, digits: str) -> Sequence[int]:
    ends_in_nine = digits[G] == "9"
    if line.exception == 2 and digits[A] != "0":
        return _NOR_TO_A_NINE if ends_in_nine else _NOT_FROM_A_NOUGHT
    begins_so = line.exception == 7 or (line.exception == 10 and digits[A:C] in ("09", "99"))
    return (0,) * C + line.weights[C:] if begins_so and ends_in_nine else line.weights


def _check_digit_is(line: Line, left: int, digits: str) -> bool:
    """Exception 5: what is left gives the seventh digit of the account by MOD11, and the eighth by DBLAL."""
    digit = int(digits[G] if line.algorithm == "MOD11" else digits[H])
    return digit == (0 if left == 0 else MODULI[line.algorithm] - left)
