"""The house's folders: data goes one way, nothing goes in a circle, no room is too full. Read off the syntax tree."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "onrecord"
FLOORS = (
    "readers",
    "pages",
    "language",
    "extract",
    "link",
    "decisions",
    "story",
    "timeline",
    "run",
    "lake",
    "export",
    "brief",
    "assistant",
    "custody",
    "changes",
    "web",
    "cli",
)
GROUND = {"errors", "config", "records", "thresholds", "lazy_names", "_version"}
"""What every floor may import."""
MAY = {
    "readers": set(),
    "pages": {"readers"},
    "language": {"readers", "pages"},
    "extract": {"language", "pages"},
    "link": {"extract", "language", "pages"},
    "decisions": set(),
    "story": {"decisions", "link", "pages"},
    "timeline": {"story", "link"},
    "run": {"readers", "pages", "language", "extract", "link", "story"},
    "lake": {"readers", "pages", "language", "extract", "link", "story", "run"},
    "export": {"timeline", "story", "link", "language", "decisions"},
    "brief": {"timeline", "story", "link", "decisions"},
    "assistant": {"timeline", "story", "link", "decisions"},
    "custody": {"story", "pages", "readers"},
    "changes": {"timeline", "story", "link"},
    "web": {"timeline", "story", "link", "pages", "decisions", "export"},
    "cli": {
        "timeline",
        "story",
        "link",
        "export",
        "brief",
        "assistant",
        "custody",
        "changes",
        "web",
        "run",
        "lake",
        "decisions",
    },
}
WINGS = ("entities", "times", "quotes", "figures", "events", "commitments")
"""The wings of `extract`: none imports another."""
FORMATS_SHARE = {
    "about",
    "event_words",
    "flat_tables",
    "json_text",
    "network",
    "parsed_pages",
    "rows_by_kind",
    "thresholds",
}
"""What one module of a format may import of its siblings in `export`."""
MOST_MODULES = 30


def module_paths() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def name_of(path: Path) -> str:
    """Return the dotted name of a module, `package.__init__` for a package's own file."""
    return ".".join(("onrecord", *path.relative_to(SOURCE).with_suffix("").parts))


MODULES = {name_of(path): path for path in module_paths()}


def imported(path: Path) -> Iterator[str]:
    """Yield the name of every onrecord module that `path` imports: lazily, for types only, or at its head."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] == "onrecord":
                    yield resolved(alias.name)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            module = node.module or ""
            if module.split(".")[0] == "onrecord":
                for alias in node.names:
                    yield resolved(f"{module}.{alias.name}")


def resolved(name: str) -> str:
    """Return the module that `import name` or `from … import name` loads: itself, a package's own file, or its holder."""
    if f"{name}.__init__" in MODULES:
        return f"{name}.__init__"
    return name if name in MODULES else resolved(name.rpartition(".")[0])


IMPORTS = {name: frozenset(imported(path)) - {name} for name, path in MODULES.items()}


def floor_of(module: str) -> str:
    return module.split(".")[1]


def test_the_floors_are_those_of_the_folders() -> None:
    folders = {path.name for path in SOURCE.iterdir() if (path / "__init__.py").is_file()}
    assert folders == {*FLOORS, "records"}


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_from_floors_below(module: str) -> None:
    here = floor_of(module)
    if here not in {*FLOORS, "records"}:
        return
    allowed = {"errors", "records"} if here == "records" else GROUND | {here} | MAY[here]
    assert sorted(name for name in IMPORTS[module] if floor_of(name) not in allowed) == []


@pytest.mark.parametrize("module", [name for name in MODULES if floor_of(name) == "extract"])
def test_wings_never_import_each_other(module: str) -> None:
    wing = module.split(".")[2]
    if wing == "__init__":
        return
    wrong = [
        name
        for name in IMPORTS[module]
        if floor_of(name) == "extract" and name.split(".")[2] != wing
    ]
    assert wrong == []


def test_the_wings_are_those_of_the_folders() -> None:
    folders = {path.name for path in (SOURCE / "extract").iterdir() if path.is_dir()}
    assert folders - {"__pycache__"} == set(WINGS)


@pytest.mark.parametrize("module", [name for name in MODULES if floor_of(name) == "export"])
def test_formats_never_import_each_other(module: str) -> None:
    if module.endswith("__init__"):
        return
    siblings = {name for name in IMPORTS[module] if floor_of(name) == "export"}
    assert {name.split(".")[-1] for name in siblings} <= FORMATS_SHARE


def test_no_module_imports_itself_in_a_circle() -> None:
    """Every import counts: at the head, inside a function, for types only."""
    try:
        TopologicalSorter(IMPORTS).prepare()
    except CycleError as circle:
        pytest.fail(" -> ".join(circle.args[1]))


def rooms() -> dict[str, dict[str, set[str]]]:
    """Return, for each folder, which of its own files and folders imports which other one of them."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for module, names in IMPORTS.items():
        here = module.split(".")
        for name in names:
            there = name.split(".")
            depth = next(at for at, (a, b) in enumerate(zip(here, there, strict=False)) if a != b)
            found[".".join(here[:depth])][here[depth]].add(there[depth])
    return found


@pytest.mark.parametrize("folder", sorted(rooms()))
def test_what_stands_in_a_folder_goes_one_way(folder: str) -> None:
    """The files and folders inside each folder, taken as wholes, import each other in no circle."""
    try:
        TopologicalSorter(rooms()[folder]).prepare()
    except CycleError as circle:
        pytest.fail(f"{folder}: {' -> '.join(circle.args[1])}")


@pytest.mark.parametrize("folder", sorted({path.parent for path in module_paths()}), ids=str)
def test_no_folder_is_too_full(folder: Path) -> None:
    assert len(list(folder.glob("*.py"))) <= MOST_MODULES


def test_the_test_sees_imports_in_functions_and_for_types(tmp_path: Path) -> None:
    source = tmp_path / "source.py"
    source.write_text(
        "from typing import TYPE_CHECKING\n"
        "if TYPE_CHECKING:\n    from onrecord.web import serve\n"
        "def f():\n    from onrecord.records import Page\n    import onrecord.errors\n"
    )
    assert set(imported(source)) == {
        "onrecord.web.__init__",
        "onrecord.records.__init__",
        "onrecord.errors",
    }
