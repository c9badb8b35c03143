"""DOMAIN 1c, 'Hard-coded limit': the savings limit changed in April, the system in June, and staff had to lie to it."""
from __future__ import annotations

import sys
from datetime import date

import pytest

from entitle.facts.dictionary import Dictionary
from entitle.kernel.words import Words
from entitle.law.amount import NoLawForDate
from entitle.law.law import Law
from entitle.rules.book import RuleBook
from entitle.rules.decorator import rule

LAST_OF_THE_OLD, FIRST_OF_THE_NEW = date(2006, 4, 5), date(2006, 4, 6)
CLAIM = {"person.savings": 12_000_00}
ANNOUNCED = """
about: The most in savings that somebody may have
cites: Savings Regulations reg 45
unit: pence
values:
  - {from: 1990-04-09, value: 800000, cites: Order of 1990 art 3, checked_on: 2026-11-22}
"""
IN_FORCE = "  - {from: 2006-04-06, value: 1600000, cites: Order of 2005 art 2, checked_on: 2026-11-22}\n"


@rule(cites="Savings Regulations reg 45", gives="yes_no", label=Words("Too much saved", cy="Gormod wedi'i gynilo"),
      says=Words("Nobody with more than this is paid.", cy="Ni thelir neb sydd â mwy na hyn."))
def has_too_much(person_savings, savings_limit):
    return person_savings > savings_limit


@pytest.fixture
def book_with(tmp_path):
    """The same rules by the law that its file holds: a file put down, and nothing installed."""
    def load(*, law, until=""):
        (tmp_path / "savings_limit.yaml").write_text(law.replace("checked_on", f"{until}checked_on"))
        return RuleBook(rules=(sys.modules[__name__],), law=Law.load(tmp_path), dictionary=Dictionary(()))

    return load


def explained(book, on):
    run = book.run(CLAIM, on=on, want=("has_too_much",), trace=True)
    [amount] = run.trace()["has_too_much"].amounts
    return run.one("has_too_much"), amount.value, amount.from_on, amount.cites


class TestLimitOf16000EffectiveFrom6April:
    def test_the_same_claim_is_refused_on_the_5th_and_accepted_on_the_6th_and_both_cite_their_version(self, book_with):
        book = book_with(law=ANNOUNCED + IN_FORCE)
        assert explained(book, LAST_OF_THE_OLD) == (True, 8_000_00, "1990-04-09", "Order of 1990 art 3")
        assert explained(book, FIRST_OF_THE_NEW) == (False, 16_000_00, "2006-04-06", "Order of 2005 art 2")

    def test_loaded_as_data_it_is_another_version_of_the_rules_and_changes_nothing_before_its_day(self, book_with):
        before, loaded = book_with(law=ANNOUNCED), book_with(law=ANNOUNCED + IN_FORCE)
        assert before.version != loaded.version
        assert explained(before, LAST_OF_THE_OLD) == explained(loaded, LAST_OF_THE_OLD)

    def test_where_it_is_known_to_end_and_the_next_is_not_loaded_nobody_guesses(self, book_with):
        with pytest.raises(NoLawForDate):
            explained(book_with(law=ANNOUNCED, until="until: 2006-04-05, "), FIRST_OF_THE_NEW)
