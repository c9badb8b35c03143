"""Every interface word has its Welsh, and the compiled catalogue is the written one."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import polib
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg

PACKAGE = Path(__file__).parents[2]
CATALOGUE = PACKAGE / "pages" / "locale" / "cy" / "LC_MESSAGES" / "django"
PLACE = re.compile(r"%\(\w+\)s")


def words_in_use():
    with (PACKAGE.parent / "babel.cfg").open() as mapping:
        methods, options = parse_mapping_cfg(mapping)
    keywords = {"_": None, "gettext": None, "ngettext": (1, 2), "gettext_noop": None}
    found = extract_from_dir(str(PACKAGE), methods, options, keywords=keywords)
    return {message[2] if isinstance(message[2], str) else message[2][0] for message in found}


def refusals_met_online():
    """What the verbs that customers' own pages call refuse, themselves or by another verb that they call."""
    called = [path for path in (PACKAGE / "channels" / "online").glob("*.py")]
    verbs, refused = set(), []
    while called:
        tree = ast.parse(called.pop().read_text())
        named = {node.module for node in ast.walk(tree)
                 if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("entitle.procedures.")}
        called += [PACKAGE.parent / f"{name.replace('.', '/')}.py" for name in named - verbs]
        verbs |= named
        refused += [node.args[0] for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args
                    and isinstance(node.func, ast.Name) and node.func.id in ("NotDone", "Incomplete", "NeedsAPerson")]
    return [each.value if isinstance(each, ast.Constant) else ast.unparse(each) for each in refused]


class TestTheWelshCatalogue:
    def test_has_every_refusal_that_customers_can_meet(self):
        """Its values have places, so that it is one sentence in the catalogue whatever it is about."""
        written = {entry.msgid for entry in polib.pofile(f"{CATALOGUE}.po") if entry.translated()}
        refusals = refusals_met_online()
        assert len(refusals) > 30 and set(refusals) - written == set()

    def test_has_every_word_that_a_page_uses(self):
        written = {entry.msgid for entry in polib.pofile(f"{CATALOGUE}.po") if entry.translated()}
        assert words_in_use() - written == set()

    def test_keeps_the_places_that_values_go(self):
        for entry in polib.pofile(f"{CATALOGUE}.po"):
            for said in [entry.msgstr] if entry.msgstr else entry.msgstr_plural.values():
                assert set(PLACE.findall(said)) == set(PLACE.findall(entry.msgid)), entry.msgid

    def test_is_compiled_as_it_is_written(self):
        written = {entry.msgid: entry.msgstr or entry.msgstr_plural for entry in polib.pofile(f"{CATALOGUE}.po")}
        compiled = {entry.msgid: entry.msgstr or entry.msgstr_plural for entry in polib.mofile(f"{CATALOGUE}.mo")}
        assert compiled == written
