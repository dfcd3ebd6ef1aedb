"""The house's folders import only from those before them: read off the syntax tree."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "onrecord"
FLOORS = (
    "readers",
    "pages",
    "language",
    "extract",
    "link",
    "story",
    "timeline",
    "run",
    "export",
    "web",
    "cli",
)
EVERYWHERE = {"errors", "config", "records", "_version"}
MAY = {
    "readers": set(),
    "pages": {"readers"},
    "language": {"readers", "pages"},
    "extract": {"language", "pages"},
    "link": {"extract", "language", "pages"},
    "story": {"link", "pages"},
    "timeline": {"story", "link"},
    "run": {"readers", "pages", "language", "extract", "link", "story"},
    "export": {"timeline", "story", "link"},
    "web": {"timeline", "story", "link", "pages"},
    "cli": {"timeline", "story", "link", "export", "web", "run"},
}
SIBLINGS_APART = ("extract", "export")


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    """Yield every onrecord module that `path` imports, lazily or not."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("onrecord"))
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            module = node.module or ""
            if module == "onrecord":
                yield from (f"onrecord.{alias.name}" for alias in node.names)
            elif module.startswith("onrecord."):
                yield module


def floor(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def folder(path: Path) -> str:
    parts = path.relative_to(SOURCE).parts
    return parts[0] if len(parts) > 1 else ""


def test_the_floors_are_those_of_the_folders() -> None:
    folders = {path.name for path in SOURCE.iterdir() if (path / "__init__.py").is_file()}
    assert folders == {*FLOORS, "records"}


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_module_imports_only_from_floors_below(path: Path) -> None:
    here = folder(path)
    if not here:
        return
    allowed = EVERYWHERE | {here} | MAY.get(here, set())
    if here == "records":
        allowed = {"errors", "records"}
    wrong = [module for module in imported(path) if floor(module) not in allowed]
    assert wrong == []


@pytest.mark.parametrize("here", SIBLINGS_APART)
def test_siblings_never_import_each_other(here: str) -> None:
    for path in (SOURCE / here).glob("*.py"):
        if path.stem == "__init__":
            continue
        siblings = {sibling.stem for sibling in (SOURCE / here).glob("*.py")} - {
            "__init__",
            "kinds",
        }
        wrong = [
            module
            for module in imported(path)
            if floor(module) == here and module.split(".")[-1] in siblings
        ]
        assert wrong == [], path


def test_the_test_sees_a_lazy_import() -> None:
    source = "def f():\n    from onrecord.web import serve\n"
    node = ast.parse(source)
    found = [n for n in ast.walk(node) if isinstance(n, ast.ImportFrom)]
    assert found[0].module == "onrecord.web"
