"""OpenFisca's country template on so many people: its five rules, and how long they take. Run in its own environment.

    .venv-peers/bin/python bench/peers/openfisca.py PEOPLE        (prints JSON)

Its three taxes and two benefits, in a month in which the law has them all. Everybody lives alone. Pay, dates of birth,
rents and sizes of home are handed in; what is timed is the rules alone, the best of three simulations.
"""
from __future__ import annotations

import json
import sys
import time
from typing import Any

import numpy as np
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_country_template import CountryTaxBenefitSystem

YEAR, MONTH = "2016", "2016-10"
RULES = {"income_tax": MONTH, "social_security_contribution": MONTH, "housing_tax": YEAR, "basic_income": MONTH,
         "housing_allowance": MONTH}
Told = dict[str, tuple[str, np.ndarray]]
_ROUNDS = 3


def one_round(system: Any, people: int, told: Told) -> tuple[float, dict[str, np.ndarray]]:
    """Seconds that the five rules took, and what they gave."""
    simulation = SimulationBuilder().build_default_simulation(system, count=people)
    for name, (period, values) in told.items():
        simulation.set_input(name, period, values)
    began = time.process_time()
    given = {name: simulation.calculate(name, period) for name, period in RULES.items()}
    return time.process_time() - began, given


def main(people: int) -> None:
    chance = np.random.default_rng(2026)
    pay, rent = chance.integers(0, 4_000, people).astype(float), chance.integers(0, 1_500, people).astype(float)
    born = (np.datetime64("1946-01-01") + chance.integers(0, 18_000, people)).astype("M8[D]")
    told: Told = {"salary": (MONTH, pay), "birth": ("ETERNITY", born), "rent": (MONTH, rent),
                  "accommodation_size": (f"{YEAR}-01", chance.integers(20, 200, people).astype(float))}
    system = CountryTaxBenefitSystem()
    rounds = [one_round(system, people, told) for _ in range(_ROUNDS)]
    law, given = system.get_parameters_at_instant(f"{MONTH}-01"), rounds[0][1]
    by_hand = rent * law.benefits.housing_allowance
    assert np.allclose(given["housing_allowance"], by_hand, rtol=1e-4), "the template's own sums differ"
    print(json.dumps({"people": people, "rules": len(RULES), "calculate": min(took for took, _ in rounds)}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
