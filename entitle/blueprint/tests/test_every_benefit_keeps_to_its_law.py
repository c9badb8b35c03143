"""What holds for the law, rules, worked examples and letters of any benefit, tried on each that there is."""
from __future__ import annotations

import ast
import re
from datetime import date, timedelta

import pytest
import yaml

from entitle.blueprint.registry import schemes
from entitle.law.amount import NoLawForDate, day_number

SCHEMES = tuple(schemes().values())
AMOUNTS = [pytest.param(amount, id=f"{scheme.name} {amount.name}") for scheme in SCHEMES for amount in scheme.rules.law]
RULE_FILES = [pytest.param(path, id=f"{scheme.name} {path.stem}")
              for scheme in SCHEMES for path in sorted((scheme.folder / "rules").glob("*.py"))]


def examples_of(scheme):
    return {f"{path.stem}: {example['name']}": example
            for path in sorted((scheme.folder / "tests" / "examples").glob("*.yaml"))
            for example in yaml.safe_load(path.read_text(encoding="utf-8"))}


EXAMPLES = [pytest.param(scheme.rules, example, id=f"{scheme.name} {name}")
            for scheme in SCHEMES for name, example in examples_of(scheme).items()]


class TestTheLaw:
    @pytest.mark.parametrize("amount", AMOUNTS)
    def test_the_day_before_an_amount_begins_has_none(self, amount):
        for series in amount.series.values():
            with pytest.raises(NoLawForDate):
                series.value_on(series.starts[0] - timedelta(days=1))
            assert series.value_on(series.starts[0])

    @pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.name)
    def test_has_no_amount_that_no_rule_reads(self, scheme):
        read = {name for rule in scheme.rules.rules.values() for name in rule.parameters}
        assert set(scheme.rules.law.amounts) <= read


class TestTheRules:
    @pytest.mark.parametrize("path", RULE_FILES)
    def test_hold_no_number_of_the_law(self, path):
        numbers = [node.value for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                   if isinstance(node, ast.Constant) and type(node.value) in (int, float)]
        assert [number for number in numbers if number not in (0, 1)] == []

    @pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.name)
    def test_each_cites_and_has_its_own_words_in_both_languages(self, scheme):
        for rule in scheme.rules.rules.values():
            assert rule.cites and rule.says.cy and rule.label.cy, rule.name
            assert rule.says.cy != rule.says.en and rule.label.cy != rule.label.en, rule.name


class TestWorkedExamples:
    @pytest.mark.parametrize(("rules", "example"), EXAMPLES)
    def test_come_out_as_they_say(self, rules, example):
        given = {name: day_number(value) if isinstance(value, date) else value
                 for name, value in example.get("given", {}).items()}
        run = rules.run(example["facts"], on=example["law_on"], want=tuple(example["expect"]), given=given, trace=True)
        found = {name: [run.of_row(name, row) for row in range(len(run.values[name]))]
                 if isinstance(expected, list) else run.one(name) for name, expected in example["expect"].items()}
        assert found == example["expect"]
        limbs = example.get("limbs", {})
        assert {name: run.trace()[name].limb for name in limbs} == limbs
        assert example["because"]

    @pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.name)
    def test_show_every_rule(self, scheme):
        shown = {name for example in examples_of(scheme).values() for name in example["expect"]}
        assert shown == set(scheme.rules.rules)


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.name)
class TestLetters:
    def test_are_each_in_both_languages(self, scheme):
        assert {name: scheme.letters.languages(name) for name in scheme.letters.names} == dict.fromkeys(
            scheme.letters.names, ("cy", "en"))

    def test_are_listed_with_their_fields(self, scheme):
        """In the table of their README; what a part quotes that several letters hold is listed below it, once."""
        table, _, below = (scheme.folder / "letters" / "README.md").read_text("utf-8").partition("\nThe sums quote")
        of_the_sums = set(re.findall(r"`(\w+)`", below.split("\n\n")[0]))
        rows = dict(re.findall(r"^\| `(\w+)` \| [^|]+ \| ([^|]+) \|$", table, re.MULTILINE))
        assert set(rows) == set(scheme.letters.names)
        for name, cell in rows.items():
            listed, fields = set(re.findall(r"`(\w+)`", cell)), set(scheme.letters.fields(name))
            assert listed <= fields, name
            assert fields - listed - of_the_sums <= {"person_name", "reference"}, name
