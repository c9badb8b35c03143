"""What `entitle --help` says: every command under what it is for, with the first line of its file."""
from __future__ import annotations

import ast
import shutil
import textwrap
from pathlib import Path

APPLICATION = "entitle.config"
COMMANDS = Path(__file__).parent / "management" / "commands"
GROUPS = {
    "See it": ("demo",),
    "Run it": ("setup", "serve", "worker", "stop", "staff", "offices", "backup", "restore", "verify", "jobs"),
    "Claims": ("claim", "explain", "intake"),
    "Money": ("pay", "bank-file", "cashed", "cheques", "reconcile", "uprate"),
    "The law, and trying things out": ("law", "assess", "steer", "misroutes", "simulate"),
    "The project": ("pictures",),
}
_LEAST_WIDTH, _MOST_WIDTH, _INDENT = 40, 110, 13


_BEFORE = "Entitle takes a person from first contact to money in the bank."
_AFTER = ("`entitle COMMAND --help` says more of each. Settings come from the environment (docs/handbook/operate.md); "
          "`make demo` needs none. `entitle help --commands` also names Django's own commands, which are underneath.")


def overview() -> str:
    """The page, as wide as the terminal. No settings are read for it, nor is any command imported."""
    width = min(max(shutil.get_terminal_size().columns, _LEAST_WIDTH), _MOST_WIDTH)
    lines = [*textwrap.wrap(_BEFORE, width), "", "usage: entitle COMMAND [options]"]
    for title, names in GROUPS.items():
        lines += ["", title]
        for name in names:
            lines += textwrap.wrap(f"  {name:<{_INDENT - 2}}{_about(name)}", width, subsequent_indent=" " * _INDENT)
    lines += ["", *textwrap.wrap(_AFTER, width)]
    return "\n".join(lines) + "\n"


def _about(name: str) -> str:
    source = (COMMANDS / f"{name.replace('-', '_')}.py").read_text(encoding="utf-8")
    first = (ast.get_docstring(ast.parse(source)) or "").partition("\n")[0]
    about = first.partition(": ")[2]
    return about[:1].upper() + about[1:]
