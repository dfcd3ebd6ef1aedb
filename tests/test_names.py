"""Names are the field's, and say what a thing does: verbs for functions, is/has/may for predicates, one class a name."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "onrecord"

VERBS = set((Path(__file__).parent / "verbs.txt").read_text(encoding="utf-8").split())
PREDICATES = ("is_", "has_", "may_")
CONTRACT = {
    "__init__.py": {"page_from_html", "page_from_text"},
    "pages/__init__.py": {"page_from_html", "page_from_text"},
    "web/connection.py": {"connection_made", "data_received", "connection_lost"},
}
"""Names that other programs rely on, or that asyncio calls; they stay as they are."""
PUBLIC_DATA = (
    "records/",
    "decisions/",
    "story/file.py",
    "story/lake/reader.py",
    "story/store.py",
    "story/views.py",
)
"""Classes that users hold: what their methods are called is part of the contract."""


@dataclass(frozen=True)
class Function:
    path: str
    name: str
    returns: str
    method: bool
    decorators: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.path}:{self.name}"


def functions(path: Path) -> Iterator[Function]:
    shown = str(path.relative_to(SOURCE))
    tree = ast.parse(path.read_text(encoding="utf-8"))
    methods = {
        id(child)
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for child in node.body
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            returns = ast.unparse(node.returns) if node.returns else ""
            marks = tuple(ast.unparse(mark) for mark in node.decorator_list)
            yield Function(shown, node.name, returns, id(node) in methods, marks)


def named_freely(one: Function) -> bool:
    """Whether neither Python, a library nor the contract fixes the function's name."""
    if one.name.startswith("__") or one.name in CONTRACT.get(one.path, ()):
        return False
    if one.method and one.path.startswith(PUBLIC_DATA):
        return False
    fixed = ("property", "overload", "override")
    return not any(
        mark.split("(")[0].split(".")[-1] in (*fixed, "cached_property", "setter")
        for mark in one.decorators
    )


ALL = [one for path in sorted(SOURCE.rglob("*.py")) for one in functions(path)]


def begins_with_verb(name: str) -> bool:
    """Whether a name begins with a verb of the list, or as a predicate does."""
    bare = name.lstrip("_")
    return bare.split("_")[0] in VERBS or bare.startswith(PREDICATES)


@pytest.mark.parametrize("path", sorted({one.path for one in ALL}))
def test_functions_begin_with_a_verb(path: str) -> None:
    wrong = [
        one.name
        for one in ALL
        if one.path == path and named_freely(one) and not begins_with_verb(one.name)
    ]
    assert wrong == []


@pytest.mark.parametrize("path", sorted({one.path for one in ALL}))
def test_predicates_say_so_and_nothing_else_does(path: str) -> None:
    wrong = [
        one.name
        for one in ALL
        if one.path == path
        and named_freely(one)
        and (one.returns == "bool") != one.name.lstrip("_").startswith(PREDICATES)
    ]
    assert wrong == []


def test_a_public_class_has_a_name_of_its_own() -> None:
    owners = defaultdict(list)
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                owners[node.name].append(str(path.relative_to(SOURCE)))
    twice = {name: paths for name, paths in owners.items() if len(paths) > 1}
    assert twice == {}


def test_verbs_are_in_order_and_each_stands_once() -> None:
    lines = (Path(__file__).parent / "verbs.txt").read_text(encoding="utf-8").splitlines()
    assert lines == sorted(set(lines))
