"""Prose never decides: what explains a record to a person is never asked for its words."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "onrecord"

EXPLANATIONS = {"steps", "why", "message", "meaning", "reason_text"}
"""Attributes that hold words for a person."""
ASKING = {
    "startswith",
    "endswith",
    "find",
    "index",
    "count",
    "match",
    "search",
    "partition",
    "split",
}
"""Methods by which code would ask such words."""


def asked(path: Path) -> Iterator[str]:
    """Yield every place where code compares, searches or cuts an explanation."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Compare):
            tests = [
                part
                for part, operator in zip(node.comparators, node.ops, strict=True)
                if not isinstance(operator, ast.Is | ast.IsNot)
            ]
            left = [node.left] if tests else []
            if any(is_explanation(part) for part in (*left, *tests)):
                yield f"{path.relative_to(SOURCE)}:{node.lineno} {ast.unparse(node)}"
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            inner = node.func.value
            if node.func.attr in ASKING and is_explanation(inner):
                yield f"{path.relative_to(SOURCE)}:{node.lineno} {ast.unparse(node)}"
        elif isinstance(node, ast.comprehension | ast.For) and is_explanation(node.iter):
            name = node.target.id if isinstance(node.target, ast.Name) else ""
            scope = ast.parse(path.read_text(encoding="utf-8"))
            for call in ast.walk(scope):
                if (
                    isinstance(call, ast.Call)
                    and isinstance(call.func, ast.Attribute)
                    and call.func.attr in ASKING
                    and isinstance(call.func.value, ast.Name)
                    and call.func.value.id == name
                ):
                    yield f"{path.relative_to(SOURCE)}:{call.lineno} {ast.unparse(call)}"


def is_explanation(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr in EXPLANATIONS


@pytest.mark.parametrize(
    "path",
    sorted(SOURCE.rglob("*.py")),
    ids=lambda path: str(path.relative_to(SOURCE)),
)
def test_no_code_asks_words_of_an_explanation(path: Path) -> None:
    assert list(asked(path)) == []


@pytest.mark.parametrize(
    "source",
    [
        'x = "an age" in figure.steps',
        'x = figure.steps[0] == "a"\ny = figure.steps == ("a",)',
        'x = any(step.startswith("a change") for step in figure.steps)',
        'x = held.why.startswith("a")',
    ],
)
def test_the_test_sees_it(source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{__name__}.SOURCE", tmp_path)
    path = tmp_path / "code.py"
    path.write_text(source)
    assert list(asked(path))
