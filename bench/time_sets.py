"""Sets of time expressions: TempEval-3's TimeBank and AQUAINT, Recognizers-Text, timenorm.

In: the data folder (`bench.data`). Out: cases of one shape, in the set's order. TempEval-3 may only be
measured on: nothing in onrecord is derived from it.

Source: UzZaman et al. 2013, SemEval-2013 Task 1 (TimeML's inline TIMEX3); the specifications of
microsoft/Recognizers-Text; clulab/timenorm's phrases with their values.
"""

from __future__ import annotations

import io
import json
import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from bench.data import find_data_folder

Found = tuple[int, int, str, str | None]
"""Start, end, type, value."""


@dataclass(frozen=True, slots=True)
class Case:
    """A text, the day it was written, its gold, and for each gold time the values that are right."""

    text: str
    day: str
    gold: tuple[Found, ...]
    values: tuple[tuple[str, ...], ...]


def read_cases(name: str) -> list[Case] | None:
    """Return the cases of one set (`timebank`, `aquaint`, `recognizers`, `timenorm`), or None."""
    folder = find_data_folder({"timebank": "tempeval3", "aquaint": "tempeval3"}.get(name, name))
    if folder is None:
        return None
    with tarfile.open(folder / f"{folder.name}.tar.xz") as archive:
        return list(_READERS[name](archive))


def _iter_members(archive: tarfile.TarFile) -> Iterator[tuple[str, str]]:
    for member in archive:
        stream = archive.extractfile(member) if member.isfile() else None
        if stream is not None:
            yield member.name, io.TextIOWrapper(stream, "utf-8-sig", "replace").read()


def _read_timebank(archive: tarfile.TarFile) -> Iterator[Case]:
    return _read_timeml(archive, "/TimeBank/")


def _read_aquaint(archive: tarfile.TarFile) -> Iterator[Case]:
    return _read_timeml(archive, "/AQUAINT/")


def _read_timeml(archive: tarfile.TarFile, corpus: str) -> Iterator[Case]:
    for path, markup in _iter_members(archive):
        if corpus in path and path.endswith(".tml"):
            yield _parse_document(markup)


def _parse_document(markup: str) -> Case:
    day = re.search(r'<DCT>.*?value="([^"]*)"', markup, re.DOTALL)
    body = markup.partition("<TEXT>")[2].partition("</TEXT>")[0]
    text = ""
    gold: list[Found] = []
    opened: tuple[int, dict[str, str]] | None = None
    for piece in re.split(r"(<[^>]*>)", body):
        if piece.startswith("<TIMEX3"):
            opened = (len(text), dict(re.findall(r'(\w+)="([^"]*)"', piece)))
        elif piece.startswith("</TIMEX3") and opened:
            gold.append((opened[0], len(text), opened[1]["type"], opened[1]["value"]))
        elif not piece.startswith("<"):
            text += unescape(piece)
    values = tuple((row[3] or "",) for row in gold)
    return Case(text, day[1][:10] if day else "", tuple(gold), values)


def _read_recognizers(archive: tarfile.TarFile) -> Iterator[Case]:
    """Yield the cases that give a day; those marked as not supported are excluded, as there."""
    for path, written in _iter_members(archive):
        if not path.endswith("DateTime/English/DateTimeModel.json"):
            continue
        for case in json.loads(written):
            day = case.get("Context", {}).get("ReferenceDateTime", "")[:10]
            if day and "NotSupported" not in case:
                rows = case["Results"]
                gold = tuple(_read_resolution(row) for row in rows)
                yield Case(case["Input"], day, gold, tuple(_list_values(row) for row in rows))


_KINDS = {"date": "DATE", "daterange": "DATE", "duration": "DURATION", "set": "SET"}


def _read_resolution(row: dict[str, Any]) -> Found:
    first = row["Resolution"]["values"][0]
    kind = _KINDS.get(first["type"], "TIME")
    value = first.get("value") if first["type"] == "date" else first.get("timex")
    return (row["Start"], row["End"] + 1, kind, value)


def _list_values(row: dict[str, Any]) -> tuple[str, ...]:
    """Return every value that the specification gives: as TIMEX3, as a moment, as first/last moment."""
    right = []
    for value in row["Resolution"]["values"]:
        right += [value.get("timex", ""), value.get("value", "").replace(" ", "T")]
        right.append(f"{value.get('start', '')}/{value.get('end', '')}".replace(" ", "T"))
    return tuple(each for each in right if each.strip("/"))


def _read_timenorm(archive: tarfile.TarFile) -> Iterator[Case]:
    """Yield phrase by phrase; the first row of each block is the day its document was written."""
    for path, written in _iter_members(archive):
        if path.endswith(".tsv"):
            for block in re.split(r"\n\s*\n", written):
                rows = [row.split("\t") for row in block.splitlines() if row.count("\t") == 2]
                for text, kind, value in rows[1:]:
                    gold = (0, len(text), kind, value)
                    yield Case(text, rows[0][2][:10], (gold,), ((value,),))


_READERS = {
    "timebank": _read_timebank,
    "aquaint": _read_aquaint,
    "recognizers": _read_recognizers,
    "timenorm": _read_timenorm,
}
