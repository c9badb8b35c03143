"""The house keeps its shape: rooms, sizes, docs and the tables' order are what STYLE asks."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "entitle"
LAYERS = [
    "config",
    "channels",
    "pages",
    "simulation",
    "procedures",
    "record",
    "reporting",
    "collection",
    "payments",
    "awards",
    "decisions",
    "evidence",
    "claims",
    "contacts",
    "vacancies",
    "work",
    "customers",
    "staff",
    "history",
    "gateways",
    "schemes",
    "blueprint",
    "questions",
    "rules",
    "letters",
    "planning",
    "standards",
    "steering",
    "law",
    "facts",
    "kernel",
]
FORBIDDEN_NAMES = {"core", "common", "utils", "util", "helpers", "misc", "shared", "manager", "base_utils"}


def sources() -> list[Path]:
    return [path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts]


def rooms() -> list[Path]:
    return [path for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"]


class TestEveryFileIsSmall:
    @pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(ROOT)))
    def test_a_source_file_has_at_most_300_lines_and_a_test_file_600(self, path: Path) -> None:
        limit = 600 if "tests" in path.parts else 300
        assert len(path.read_text().splitlines()) <= limit

    @pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(ROOT)))
    def test_a_function_has_at_most_50_lines(self, path: Path) -> None:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert (node.end_lineno or 0) - node.lineno + 1 <= 50, f"{path.name}: {node.name}"

    def test_the_median_source_file_has_at_most_60_lines(self) -> None:
        lengths = sorted(
            len(path.read_text().splitlines())
            for path in sources()
            if "tests" not in path.parts and path.name != "__init__.py"
        )
        assert lengths[len(lengths) // 2] <= 60


class TestRooms:
    def test_every_room_is_in_the_plan(self) -> None:
        assert {room.name for room in rooms()} <= set(LAYERS)

    @pytest.mark.parametrize("room", rooms(), ids=lambda room: room.name)
    def test_a_room_opens_with_a_readme_of_at_most_40_lines(self, room: Path) -> None:
        assert len((room / "README.md").read_text().splitlines()) <= 40

    def test_no_file_or_folder_is_named_for_nothing(self) -> None:
        named = [path for path in PACKAGE.rglob("*") if path.stem in FORBIDDEN_NAMES and path.suffix in ("", ".py")]
        assert named == []

    def test_the_map_in_architecture_names_every_room_and_no_other(self) -> None:
        drawn = set(re.findall(r"^\| `(\w+)` \|", (ROOT / "ARCHITECTURE.md").read_text(), re.MULTILINE))
        assert drawn == {room.name for room in rooms()}


class TestTables:
    def test_a_table_points_only_at_its_own_room_or_a_lower_one(self) -> None:
        wrong = []
        for model in ours():
            for field in model._meta.get_fields():
                target = getattr(field, "related_model", None)
                if field.auto_created or target is None or not target.__module__.startswith("entitle."):
                    continue
                if LAYERS.index(room_of(model)) > LAYERS.index(room_of(target)):
                    wrong.append(f"{model.__name__}.{field.name} -> {target.__name__}")
        assert wrong == []

    def test_every_relation_names_its_other_end(self) -> None:
        unnamed = [
            f"{model.__name__}.{field.name}"
            for model in ours()
            for field in model._meta.get_fields()
            if field.is_relation and field.concrete and not field.remote_field.related_name
        ]
        assert unnamed == []

    def test_no_model_has_a_default_order_or_its_own_save(self) -> None:
        assert [model.__name__ for model in ours() if model._meta.ordering or "save" in vars(model)] == []

    def test_what_must_not_be_rewritten_is_append_only(self) -> None:
        append_only = {model.__name__ for model in ours() if getattr(model, "APPEND_ONLY", False)}
        assert {
            "Event",
            "Seal",
            "HeldFact",
            "Answer",
            "Decision",
            "Transfer",
            "Payment",
            "EvidenceVerdict",
        } <= append_only

    def test_money_is_whole_pence(self) -> None:
        for model in ours():
            for field in model._meta.get_fields():
                if field.concrete and re.search(r"(pence|amount)$", field.name):
                    assert field.get_internal_type() == "BigIntegerField", f"{model.__name__}.{field.name}"


def ours() -> list:
    return [model for model in apps.get_models() if model.__module__.startswith("entitle.")]


def room_of(model: type) -> str:
    return model.__module__.split(".")[1]
