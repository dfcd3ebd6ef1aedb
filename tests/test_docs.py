"""The docs are tested: every command, field, error and setting is documented, and examples run."""

from __future__ import annotations

import ast
import doctest
import importlib
import pkgutil
import re
from dataclasses import fields
from pathlib import Path

import click
import pytest
from docs import samples

import onrecord
import onrecord.errors
import onrecord.records
from onrecord.cli.export import EXPORT_FORMATS
from onrecord.cli.main import COMMANDS, load_command
from onrecord.config import Settings
from onrecord.story.schema import build_ddl
from onrecord.story.selection import FIELDS, SELECTABLE_KINDS
from onrecord.story.tables import TABLES
from onrecord.timeline.entry_table import ENTRY_COLUMNS

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
ASK = (DOCS / "howto" / "ask.md").read_text(encoding="utf-8")
EVERYTHING = "\n".join(
    path.read_text(encoding="utf-8") for path in [ROOT / "README.md", *DOCS.rglob("*.md")]
)
FORBIDDEN = re.compile(
    r"/(?:work|root|home)/|\b(?:localhost:\d+/simple|pypi\.org|registry\.npmjs)\b"
)


def list_modules() -> list[str]:
    found = pkgutil.walk_packages(onrecord.__path__, "onrecord.")
    return [module.name for module in found if not module.name.endswith("__main__")]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name: str) -> None:
    command = load_command(name)
    assert command.name == name
    assert f"onrecord {name}" in EVERYTHING
    assert COMMANDS[name].help
    assert command.help
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help, f"{command.name} {option.name} says nothing"


@pytest.mark.parametrize("name", list_modules())
def test_every_module_says_what_it_is_for(name: str) -> None:
    module = importlib.import_module(name)
    assert module.__doc__, name


@pytest.mark.parametrize("name", list_modules())
def test_examples_in_docstrings_run(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name))
    assert result.failed == 0


@pytest.mark.parametrize("kind", [kind for kind in onrecord.records.__all__ if kind != "Records"])
def test_every_record_type_is_in_the_reference(kind: str) -> None:
    cls = getattr(onrecord.records, kind)
    page = (DOCS / "reference" / "records.md").read_text(encoding="utf-8")
    assert cls.__module__ in page or cls.__module__ == "onrecord.records.parse"
    assert cls.__doc__


@pytest.mark.parametrize(
    "kind", ["Quote", "Time", "Figure", "Event", "Commitment", "Comment", "Entity"]
)
def test_every_field_of_a_record_is_told(kind: str) -> None:
    cls = getattr(onrecord.records, kind)
    doc = cls.__doc__ or ""
    for field in fields(cls):
        common = {"id", "evidence", "decided"}
        assert field.name in doc or field.name in common, f"{kind}.{field.name}"


def test_every_error_stands_in_the_tree_and_is_public() -> None:
    tree = onrecord.errors.__doc__ or ""
    for name in dir(onrecord.errors):
        member = getattr(onrecord.errors, name)
        if isinstance(member, type) and issubclass(member, Exception):
            assert name in tree
            assert getattr(onrecord, name) is member
            assert name in onrecord.__all__


def test_every_setting_is_in_the_reference() -> None:
    page = (DOCS / "reference" / "settings.md").read_text(encoding="utf-8")
    for field in fields(Settings):
        assert f"ONRECORD_{field.name.upper()}" in page


def test_every_table_is_in_the_reference() -> None:
    page = (DOCS / "reference" / "story-file.md").read_text(encoding="utf-8")
    for name in re.findall(r"CREATE (?:VIRTUAL )?(?:TABLE|VIEW) (\w+)", build_ddl()):
        assert f"`{name}`" in page


def test_every_export_format_is_documented() -> None:
    page = (DOCS / "howto" / "other-tools.md").read_text(encoding="utf-8")
    for form in EXPORT_FORMATS:
        assert f"--format {form}" in page


def test_every_field_of_a_selection_is_documented() -> None:
    page = (DOCS / "howto" / "other-tools.md").read_text(encoding="utf-8")
    for name in (*FIELDS, *SELECTABLE_KINDS):
        assert f"`{name}`" in page, name


def test_every_column_of_every_table_is_in_the_reference() -> None:
    page = (DOCS / "reference" / "tables.md").read_text(encoding="utf-8")
    for table, columns in {**TABLES, "timeline": ENTRY_COLUMNS}.items():
        told = page.partition(f"## `{table}`\n")[2].partition("\n## ")[0]
        assert ", ".join(f"`{column.name}`" for column in columns) in told, table


def test_commands_shown_are_commands() -> None:
    for shown in re.findall(r"^\$ onrecord (\w+)", EVERYTHING, re.MULTILINE):
        assert shown in COMMANDS


def test_samples_in_the_readme_are_what_the_commands_print(tmp_path: Path) -> None:
    """`python docs/samples.py` writes them anew."""
    story = samples.build_example(tmp_path)
    readme = samples.README.read_text(encoding="utf-8")
    assert readme.count("<!-- sample: ") >= 3
    assert samples.render(readme, story) == readme


def list_python_examples() -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for path in [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]:
        blocks = re.findall(r"```python\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL)
        found.extend((str(path.relative_to(ROOT)), block) for block in blocks)
    return found


@pytest.mark.parametrize(("path", "block"), list_python_examples())
def test_python_in_the_docs_runs(
    path: str,
    block: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    ast.parse(block)
    saved = tmp_path / "saved"
    saved.mkdir()
    (saved / "note.txt").write_text("The bridge was closed on 3 May 2019, the mayor said.\n")
    monkeypatch.chdir(tmp_path)
    exec(compile(block.replace("workers=2", "workers=1"), path, "exec"), {"__name__": "__main__"})


def test_nothing_of_the_makers_machine_is_told() -> None:
    suffixes = {
        ".py",
        ".md",
        ".toml",
        ".json",
        ".jsonl",
        ".cfg",
        ".txt",
        ".html",
        ".css",
        ".js",
        ".lock",
        "",
    }
    skipped = {
        ".git",
        ".venv",
        "_build",
        ".mypy_cache",
        ".ruff_cache",
        ".pytest_cache",
        ".hypothesis",
    }
    for path in ROOT.rglob("*"):
        if skipped & set(path.parts) or not path.is_file() or path.suffix not in suffixes:
            continue
        if path == Path(__file__):
            continue
        found = FORBIDDEN.search(path.read_bytes().decode("utf-8", "replace"))
        assert found is None, f"{path}: {found.group() if found else ''}"
