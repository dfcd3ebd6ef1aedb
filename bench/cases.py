"""How many whole kinds of fault are mended: small inputs that once failed, by kind.

In: the folder `cases` beside the data folder (`ONRECORD_BENCH_DATA`, or `../shared/data` beside the project): a folder
for each case, named by its number, with an input and `expected.json`. Out: a line for each kind that is not whole, with
what came instead; then, for each file of checks, how many of its kinds are whole. A kind is whole if all its cases are
right. Out of scope: what is right, which `case_checks_*.py` beside this file say: each has a table `CHECKS` from a
case's number to a function that returns what is wrong with it, "" if nothing is. A case without a check is not counted.
"""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import bench
import onrecord
from bench.data import BESIDE
from onrecord.errors import InputError
from onrecord.pages import make_page, page_from_html, page_from_text
from onrecord.readers.read import read
from onrecord.records import Page, Skipped

_CHECKS_PREFIX = "case_checks_"


@dataclass(frozen=True, slots=True)
class Case:
    """One input that once failed: its number, its folder, and what `expected.json` states."""

    number: str
    folder: Path
    stated: dict[str, Any] = field(hash=False, compare=False)

    @property
    def kind(self) -> str:
        """The kind of fault, beginning with its short name."""
        return str(self.stated["kind"])


Check = Callable[[Case], str]
"""Returns what is wrong with what comes of a case, "" if nothing is."""


def main() -> int:
    """Print the kinds; return 0, also where the cases are not there."""
    cases = {case.number: case for case in iter_cases()}
    if not cases:
        print("cases: data not there: skipped, not passed")
        return 0
    for name, checks in iter_check_tables():
        faults = {
            number: run_check(check, cases[number])
            for number, check in checks.items()
            if number in cases
        }
        kinds: dict[str, list[str]] = {}
        for number in faults:
            kinds.setdefault(cases[number].kind, []).append(number)
        whole = [kind for kind, numbers in kinds.items() if not any(faults[n] for n in numbers)]
        for kind, numbers in sorted(kinds.items()):
            if kind not in whole:
                print(f"cases {name}: {kind}")
                print("\n".join(f"  {number}: {faults[number] or 'right'}" for number in numbers))
        print(f"cases {name}: {len(whole)} of {len(kinds)} kinds whole, {len(faults)} cases")
        print(f"cases.{name}={len(whole) / (len(kinds) or 1):.4f}")
    return 0


def iter_cases() -> Iterator[Case]:
    """Yield the cases, by number; none where the folder is not there."""
    data = Path(os.environ.get("ONRECORD_BENCH_DATA", BESIDE / "data"))
    for path in sorted((data.parent / "cases").glob("*/expected.json")):
        stated = json.loads(path.read_text(encoding="utf-8"))
        yield Case(path.parent.name, path.parent, stated)


def iter_check_tables() -> Iterator[tuple[str, dict[str, Check]]]:
    """Yield the name and the checks of each `case_checks_NAME.py` beside this file."""
    for module in sorted(pkgutil.iter_modules(bench.__path__), key=lambda found: found.name):
        if module.name.startswith(_CHECKS_PREFIX):
            loaded = importlib.import_module(f"bench.{module.name}")
            yield module.name.removeprefix(_CHECKS_PREFIX), loaded.CHECKS


def run_check(check: Check, case: Case) -> str:
    """Return what is wrong with a case; an input that is refused is wrong as well."""
    try:
        return check(case)
    except InputError as error:
        return f"refused: {error}"


# --- what comes of a case -------------------------------------------------------------------------


@cache
def load_page(case: Case) -> Page:
    """Return the page of a case's `input.html` or `input.txt`, with the address and day that were given to the call."""
    given = {"url": case.stated["url"], "published": case.stated["published"]}
    html, text = case.folder / "input.html", case.folder / "input.txt"
    if html.is_file():
        return page_from_html(html.read_bytes(), **given)
    return page_from_text(text.read_text(encoding="utf-8"), **given)


@cache
def load_records(case: Case) -> onrecord.Records:
    """Return what is extracted from a case's page."""
    return onrecord.extract(load_page(case))


@cache
def read_pages(case: Case) -> tuple[Page, ...]:
    """Return the pages of a case's files, read as `onrecord build` reads them."""
    captures = (item for item in read([case.folder]) if not isinstance(item, Skipped))
    return tuple(make_page(capture) for capture in captures)


if __name__ == "__main__":
    sys.exit(main())
