"""Functions of the benches and the training are named as those of the source are: verbs, and is/has/may for predicates."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.test_names import PREDICATES, begins_with_verb

ROOT = Path(__file__).parents[1]
PATHS = sorted(path for folder in ("bench", "training") for path in (ROOT / folder).rglob("*.py"))
LIBRARY_NAMES = {"forward"}
"""Names that torch calls."""


def list_functions(path: Path) -> list[ast.FunctionDef]:
    """Return the functions and methods of a module whose names Python or a library does not fix."""
    return [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("__")
        and node.name not in LIBRARY_NAMES
        and not any(ast.unparse(mark) == "property" for mark in node.decorator_list)
    ]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: str(path.relative_to(ROOT)))
def test_functions_begin_with_a_verb(path: Path) -> None:
    assert [one.name for one in list_functions(path) if not begins_with_verb(one.name)] == []


@pytest.mark.parametrize("path", PATHS, ids=lambda path: str(path.relative_to(ROOT)))
def test_predicates_say_so_and_nothing_else_does(path: Path) -> None:
    wrong = [
        one.name
        for one in list_functions(path)
        if (one.returns is not None and ast.unparse(one.returns) == "bool")
        != one.name.lstrip("_").startswith(PREDICATES)
    ]
    assert wrong == []
