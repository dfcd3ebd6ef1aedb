"""Numbers have a home: a table per wing, with unit, meaning and basis; none stands bare in the code."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onrecord.thresholds import BASES, DescribedThreshold, describe

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "onrecord"

TABLES = sorted(SOURCE.rglob("thresholds.py"))
HOMES = {SOURCE / "config.py", *TABLES}
NO_THRESHOLDS = {
    "link/events/pair_features.py _SHARE_STEPS": "bins that the fitted weights name",
    "link/events/pair_features.py _PAGE_STEPS": "bins that the fitted weights name",
    "link/events/pair_features.py _COSINE_STEPS": "bins that the fitted weights name",
    "link/events/pair_features.py _GAP_STEPS": "bins that the fitted weights name",
    "language/pipeline/event_readings.py ROLE_WIDTH": "the shape of the encoder's outputs",
    "language/pipeline/event_readings.py EMBEDDING_WIDTH": "the shape of the encoder's outputs",
    "cli/build.py NOTHING_USABLE": "an exit code",
    "cli/repair.py NOTHING_WHOLE": "an exit code",
    "cli/decisions.py NOTHING_REPLAYED": "an exit code",
    "cli/verify.py FOUND_WRONG": "an exit code",
    "cli/lake.py SHARDS_FAILED": "an exit code",
    "story/lake/layout.py LAKE_FORMAT": "the version of the lake's folders",
    "run/parent_watch.py _ORPHANED": "an exit status",
    "story/seals.py DIGEST_BYTES": "the length of a row's digest in the file",
    "story/schema.py APPLICATION_ID": "SQLite's mark of the file",
    "story/schema.py SCHEMA_VERSION": "the version of the file's tables",
}
"""Module-level numbers that bound nothing, with what they are."""
PLAIN = {0, 1, 2, 3, -1, -2}
"""Numbers that count parts of a structure: the first, a pair, a triple."""
LAWS = {
    4,
    5,
    6,
    7,
    9,
    10,
    12,
    23,
    24,
    28,
    29,
    30,
    31,
    59,
    60,
    99,
    100,
    999,
    1000,
    1900,
    2000,
    2100,
    9999,
}
"""Digits of a year or a stamp, calendar, clock, decimal places: numbers that nobody could set otherwise."""


def sources() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def is_number(node: ast.AST) -> bool:
    """Whether a node is a number, or arithmetic on numbers alone."""
    match node:
        case ast.Constant(value=bool()):
            return False
        case ast.Constant(value=int() | float()):
            return True
        case ast.UnaryOp(operand=operand):
            return is_number(operand)
        case ast.BinOp(left=left, right=right):
            return is_number(left) and is_number(right)
        case ast.Tuple(elts=elts):
            return bool(elts) and all(map(is_number, elts))
        case _:
            return False


def bare_constants(path: Path) -> Iterator[str]:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        targets = [node.target] if isinstance(node, ast.AnnAssign) else targets
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        if value is not None and is_number(value):
            yield from (f"{path.relative_to(SOURCE)} {ast.unparse(target)}" for target in targets)


def bare_comparisons(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Compare):
            for part in (node.left, *node.comparators):
                sign = -1 if isinstance(part, ast.UnaryOp) else 1
                inner = part.operand if isinstance(part, ast.UnaryOp) else part
                if not (is_number(inner) and isinstance(inner, ast.Constant)):
                    continue
                assert isinstance(inner.value, int | float)
                if sign * inner.value not in PLAIN | LAWS:
                    yield f"{path.relative_to(SOURCE)}:{node.lineno} {ast.unparse(node)}"


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_number_stands_bare(path: Path) -> None:
    if path in HOMES:
        return
    assert [name for name in bare_constants(path) if name not in NO_THRESHOLDS] == []
    assert list(bare_comparisons(path)) == []


def tables() -> Iterator[tuple[str, Any]]:
    for path in TABLES:
        if path.parent == SOURCE:
            continue
        name = ".".join(("onrecord", *path.relative_to(SOURCE).with_suffix("").parts))
        yield name, importlib.import_module(name).THRESHOLDS


def numbers() -> list[tuple[str, DescribedThreshold]]:
    return [(name, one) for name, table in tables() for one in describe(table)]


@pytest.mark.parametrize(
    ("table", "one"), numbers(), ids=lambda value: getattr(value, "name", value)
)
def test_every_number_says_what_it_is(table: str, one: DescribedThreshold) -> None:
    assert one.unit
    assert len(one.meaning.split()) >= 3
    kind, colon, rest = one.basis.partition(": ")
    assert kind in BASES
    assert colon
    assert rest


def test_every_number_is_used() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))
    unused = [
        f"{table}.{one.name}"
        for table, one in numbers()
        if not re.search(rf"THRESHOLDS\.{one.name}\b", code)
    ]
    assert unused == []


def test_tables_are_frozen() -> None:
    for _, table in tables():
        name = next(describe(table)).name
        with pytest.raises(AttributeError):
            setattr(table, name, 0)
