"""English and tags stand in lexicons: no set of words inside logic, and none of them twice."""

from __future__ import annotations

import ast
import importlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import records
from onrecord.records import commitment, entity, event, figure, page, quote, time

SOURCE = Path(__file__).parents[1] / "src" / "onrecord"

READS_WORDS = ("language", "extract", "link", "timeline", "pages")
"""Floors that ask words of a text; the others name their own codes."""
DATA = ("en",)
"""Folders that hold words."""
DATA_ENDINGS = (
    "_words.py",
    "words.py",
    "tag_sets.py",
    "dependency_labels.py",
    "selectors.py",
    "platforms.py",
    "lexicon.py",
)
"""Endings of modules that hold words, where a folder of their own would be too much."""
CODES = {
    *page.ROLES,
    *event.STATUSES,
    *event.ROOTS,
    *entity.ENTITY_TYPES,
    *quote.SOURCE_KINDS,
    *quote.SPEECH,
    *time.TIME_TYPES,
    *figure.HEDGES,
    *commitment.STATES,
    *records.link.LINK_KINDS,
    *("count", "range", "order", "fraction", "percent", "money", "measure", "age"),
}
"""Values of our own fields: a set of them is a set of codes, not of words."""


def is_data(path: Path) -> bool:
    return bool(set(path.relative_to(SOURCE).parts) & set(DATA)) or path.name.endswith(DATA_ENDINGS)


def strings_of(node: ast.AST) -> list[str] | None:
    """Return the strings of a literal set, or of constant words split at blanks; else None."""
    match node:
        case ast.Set(elts=elts):
            values = [one.value for one in elts if isinstance(one, ast.Constant)]
            return [value for value in values if isinstance(value, str)]
        case ast.Call(
            func=ast.Attribute(attr="split", value=ast.Constant(value=str(words))), args=[]
        ):
            return words.split()
        case _:
            return None


def literal_sets(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        strings = strings_of(node)
        if strings is not None and len(strings) > 1 and not set(strings) <= CODES:
            yield f"{path.relative_to(SOURCE)}:{node.lineno} {sorted(strings)[:6]}"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "path",
    [
        path
        for floor in READS_WORDS
        for path in sorted((SOURCE / floor).rglob("*.py"))
        if not is_data(path)
    ],
    ids=lambda path: str(path.relative_to(SOURCE)),
)
def test_no_set_of_words_stands_inside_logic(path: Path) -> None:
    assert list(literal_sets(path)) == []


def test_no_two_lexicons_hold_the_same_set() -> None:
    """Each set stands once: what two wings need stands in `language`."""
    names = defaultdict(set)
    for path in sorted(SOURCE.rglob("*.py")):
        if not is_data(path) or path.name == "__init__.py":
            continue
        module = ".".join(("onrecord", *path.relative_to(SOURCE).with_suffix("").parts))
        own = {
            target.id
            for node in ast.parse(path.read_text(encoding="utf-8")).body
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for name in own:
            value = getattr(importlib.import_module(module), name)
            if (
                isinstance(value, frozenset)
                and len(value) > 1
                and all(isinstance(one, str) for one in value)
            ):
                names[value].add(f"{module}.{name}")
    twice = [sorted(held) for held in names.values() if len(held) > 1]
    assert twice == []
