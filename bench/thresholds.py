"""What each threshold does: records lost and gained when it is halved and when it is doubled.

In: the example's pages and, where the data is there, news texts (`timeset`), saved pages (`pages/bodies.tar.xz`) and pages with
threads (`pages/threads.tar.xz`, the dev part), as HTML and flattened. Every page is parsed once. Then each number of each
`thresholds.py` is set to half and to double, and what is read and extracted is compared with what the number in use yields.
Out: `bench/threshold_effects.json`, and `docs/reference/thresholds.md` with unit, meaning, basis and effect of every number.
Out of scope: whether a change is better (benches with gold say that). Numbers of links and of a story's views are listed without
an effect; so are those of the pipeline, because parses are not made again.

Run it: `python -m bench.thresholds [--only extract.quotes]`; some seconds a number. `--page` writes the page alone.
"""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import sys
import tarfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import onrecord
from bench.bodies import find_archive, read_bodies
from bench.data import find_data_folder
from bench.flat import list_layouts
from bench.threads import iter_gold_pages
from onrecord.errors import PageError
from onrecord.extract import extract
from onrecord.language import Backbone, get_backbone
from onrecord.pages import page_from_html, page_from_text
from onrecord.records import Page, Parse
from onrecord.thresholds import DescribedThreshold, describe

ROOT = Path(__file__).resolve().parents[1]
EFFECTS = Path(__file__).with_name("threshold_effects.json")
REFERENCE = ROOT / "docs" / "reference" / "thresholds.md"
HALF, DOUBLE = 0.5, 2.0
READING_ROOMS = ("pages",)
"""Rooms whose numbers decide how a page is read; pages are read again for each of them."""
EXTRACTING_ROOMS = ("extract", "language")
"""Rooms whose numbers decide what is extracted from a parsed page."""
UNTRIED_NAMES = (
    "chunk_",
    "batch_",
    "page_words",
    "wordless_",
    "unbroken_",
    "window_",
    "wordpiece_",
)
"""Beginnings of the numbers of the pipeline, which bound what is parsed."""
BODY_STEP, TEXT_STEP, THREAD_STEP = 6, 3, 3
"""Every how many-th page of the data is in the sample."""
BROKEN = -1
"""Stands in the effects where a rule fails with the number."""

_IDENTITY_FIELDS = frozenset(
    "id by bytes steps entity time as_of according_to said_by event".split()
)
"""Fields that hold identifiers or explanations: two records that differ only in them state the same."""

Compared = Counter[str]
"""What was read or extracted, each item as one string, counted."""


@dataclass(frozen=True)
class Sample:
    """What the numbers are tried on: saved pages as bytes, flattened pages, and pages with their parses."""

    saved: tuple[bytes, ...]
    flattened: tuple[str, ...]
    parsed: tuple[tuple[Page, Parse], ...]


Reading = Callable[[Sample], Compared]


def main() -> int:
    """Measure, then write the reference page; return 0."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--only", metavar="ROOM", help="only rooms that begin so (`extract.quotes`)"
    )
    parser.add_argument("--page", action="store_true", help="write the reference page alone")
    given = parser.parse_args()
    if not given.page:
        measure_all(given.only)
    REFERENCE.write_text(render_reference(), encoding="utf-8")
    return 0


def iter_tables() -> Iterator[tuple[str, Any]]:
    """Yield each table's room (`extract.quotes`) and the table."""
    for module in pkgutil.walk_packages(onrecord.__path__, "onrecord."):
        if module.name.endswith(".thresholds") and module.name != "onrecord.thresholds":
            room = module.name.removeprefix("onrecord.").removesuffix(".thresholds")
            yield room, importlib.import_module(module.name).THRESHOLDS


def measure_all(only: str | None) -> None:
    """Measure every number (of rooms that begin with `only`); effects are stored as they come."""
    sample = load_sample()
    effects = load_effects()
    in_use: dict[Reading, Compared] = {read: read(sample) for read in (read_pages, extract_records)}
    about = {
        "saved": len(sample.saved),
        "flattened": len(sample.flattened),
        "read": in_use[read_pages].total(),
        "parsed": len(sample.parsed),
        "extracted": in_use[extract_records].total(),
    }
    for room, table in iter_tables():
        read = choose_reading(room)
        if read is None or (only and not room.startswith(only)):
            continue
        for number in describe(table):
            if number.name.startswith(UNTRIED_NAMES):
                continue
            key = f"{room}.{number.name}"
            effects[key] = measure_effect(table, number.name, lambda: read(sample), in_use[read])  # noqa: B023 - called at once
            print(f"{key} {number.value}: {effects[key]}", flush=True)
            stored = {"about": about, "effects": dict(sorted(effects.items()))}
            EFFECTS.write_text(json.dumps(stored) + "\n", encoding="utf-8")


def choose_reading(room: str) -> Reading | None:
    """Return what a room's numbers are judged by, or None where they are only listed."""
    if room.startswith(READING_ROOMS):
        return read_pages
    return extract_records if room.startswith(EXTRACTING_ROOMS) else None


def measure_effect(
    table: Any, name: str, read: Callable[[], Compared], in_use: Compared
) -> list[list[int]]:
    """Return [lost, gained] with the number halved, then doubled; the table is left as it was."""
    value = getattr(table, name)
    effect = []
    try:
        for factor in (HALF, DOUBLE):
            object.__setattr__(table, name, vary(value, factor))
            try:
                changed = read()
            except Exception as error:  # noqa: BLE001 - a rule that fails with the number is reported as that
                print(f"  {name} at {vary(value, factor)}: {type(error).__name__}")
                effect.append([BROKEN, BROKEN])
                continue
            effect.append([(in_use - changed).total(), (changed - in_use).total()])
    finally:
        object.__setattr__(table, name, value)
    return effect


def vary(value: float, factor: float) -> float:
    """Return a number halved or doubled; a whole number stays whole and changes, a share stays one."""
    if isinstance(value, int):
        return value // 2 if factor < 1 else max(value * 2, value + 1)
    return min(value * factor, 1.0) if 0 < value < 1 else value * factor


def read_pages(sample: Sample) -> Compared:
    """Return what the pages read as: zones, fields of the page and comments."""
    found: Compared = Counter()
    given: tuple[bytes | str, ...] = (*sample.saved, *sample.flattened)
    for number, data in enumerate(given):
        try:
            page = page_from_text(data) if isinstance(data, str) else page_from_html(data)
        except PageError as error:
            found[f"{number} refused {error.reason}"] += 1
            continue
        about = (page.title, page.authors, page.published, page.updated, page.outlet)
        found.update(f"{number} {value}" for value in about)
        zones = ((zone.role, page.text[zone.start : zone.end]) for zone in page.zones)
        found.update(f"{number} {zone}" for zone in zones)
        comments = (
            (comment.author, comment.time, comment.parent, comment.evidence.text)
            for comment in page.thread
        )
        found.update(f"{number} {comment}" for comment in comments)
    return found


def extract_records(sample: Sample) -> Compared:
    """Return what is extracted from the parsed pages, each record as what it states."""
    found: Compared = Counter()
    for page, parse in sample.parsed:
        records = extract(page, parse)
        for kind in ("mentions", "quotes", "times", "figures", "events", "commitments"):
            for record in getattr(records, kind):
                row = record.to_dict()
                stated = {key: row[key] for key in row if key not in _IDENTITY_FIELDS}
                found[f"{kind} {page.id} {json.dumps(stated, sort_keys=True)}"] += 1
    return found


def load_sample() -> Sample:
    """Return the example's pages, and those of the data that is there."""
    example = sorted((ROOT / "examples" / "northbridge" / "pages").glob("*.html"))
    articles = [path.read_bytes() for path in example]
    archive = find_archive()
    if archive is not None:
        articles += [data for _, data, _, _ in read_bodies(archive)[::BODY_STEP]]
    threads = [page.data for page in iter_gold_pages() if not page.is_held_out][::THREAD_STEP]
    flatten = next((flatten for _, flatten in list_layouts()), None)
    flattened = [flatten(data) for data in threads] if flatten else []
    backbone = get_backbone(None)
    parsed = [
        *_parse_pages(backbone, (page_from_html(data) for data in articles[: len(example)])),
        *_parse_pages(backbone, (page_from_text(text) for text in read_news_texts())),
    ]
    return Sample((*articles, *threads), tuple(flattened), tuple(parsed))


def _parse_pages(backbone: Backbone, pages: Iterator[Page]) -> Iterator[tuple[Page, Parse]]:
    for page in pages:
        yield page, backbone.parse(page)


def read_news_texts() -> Iterator[str]:
    """Yield every third of the free news texts of `timeset`, where the data is there."""
    folder = find_data_folder("timeset")
    if folder is None:
        return
    with tarfile.open(folder / "timeset.tar.xz") as archive:
        texts = sorted(name for name in archive.getnames() if name.endswith(".txt"))
        for name in texts[::TEXT_STEP]:
            handle = archive.extractfile(name)
            if handle is not None:
                yield handle.read().decode("utf-8")


def load_effects() -> dict[str, list[list[int]]]:
    """Return what was measured before, by room and name."""
    if not EFFECTS.is_file():
        return {}
    effects: dict[str, list[list[int]]] = json.loads(EFFECTS.read_text(encoding="utf-8"))["effects"]
    return effects


def render_reference() -> str:
    """Return the reference page: every number with unit, meaning, basis and effect."""
    stored = json.loads(EFFECTS.read_text(encoding="utf-8")) if EFFECTS.is_file() else {}
    about, effects = Counter(stored.get("about", {})), stored.get("effects", {})
    lines = [
        "# Thresholds",
        "",
        "Every number that a rule asks, by room. *Basis* says what it rests on: a law (a standard, arithmetic), a limit (on cost or damage), a",
        "measurement, or somebody's reading of pages (by hand). *Halved* and *doubled* say how many items are lost and gained with half and with",
        f"double the number: of {about['read']:,} zones, comments and fields of {about['saved']} saved and {about['flattened']} flattened pages for the rooms of `pages`, of",
        f"{about['extracted']:,} records of {about['parsed']} pages and texts for `extract` and `language`; · means not measured. A number without effect there",
        "may matter on other pages; one with a large effect deserves care. Written by `python -m bench.thresholds`.",
    ]
    for room, table in iter_tables():
        lines += ["", f"## `{room}`", ""]
        lines += ["| name | value | unit | meaning | basis | halved | doubled |"]
        lines += ["|---|---|---|---|---|---|---|"]
        lines += [
            render_row(number, effects.get(f"{room}.{number.name}")) for number in describe(table)
        ]
    return "\n".join(lines) + "\n"


def render_row(number: DescribedThreshold, effect: Sequence[Sequence[int]] | None) -> str:
    """Return a number's row of the page."""
    value = f"{number.value:g}" if number.value < 10_000 else f"{number.value:,}"
    changes = ["·", "·"] if effect is None else [_render_change(*change) for change in effect]
    cells = (f"`{number.name}`", value, number.unit, number.meaning, number.basis, *changes)
    return "| " + " | ".join(_escape_cell(cell) for cell in cells) + " |"


def _render_change(lost: int, gained: int) -> str:
    if lost == BROKEN:
        return "fails"
    return f"−{lost} +{gained}" if lost or gained else "0"


def _escape_cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").replace("<", "&lt;").split())


if __name__ == "__main__":
    sys.exit(main())
