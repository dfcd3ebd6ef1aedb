"""Manifests: what is stated of captures beside them.

In: a CSV file with a header (parted by commas, semicolons or tabs), or JSON lines: `path` (relative to the
manifest), `capture` (SHA-256) or else `url`, and any of url, outlet, title, published, fetched, language. Out: a
`Manifest` that gives each capture what is stated of it, and says at the end, in a line a row, which rows met none or
hold what can't be used, and whether nothing of it was of use. Out of scope: the captures' bytes.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from onrecord.errors import ReadError
from onrecord.records import Capture, Skipped, Stated
from onrecord.records.address import is_web_address
from onrecord.records.skipping import NO_MANIFEST

_KEYS = frozenset({"path", "capture", "url"})
_FIELDS = ("url", "outlet", "title", "published", "fetched", "language")
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?")


@dataclass(frozen=True, slots=True)
class ManifestRow:
    """One row: `written` is what it goes by, `faults` what of it can't be used."""

    number: int
    name: str
    stated: Stated
    faults: tuple[str, ...] = ()


@dataclass(slots=True)
class Manifest:
    """What is stated, by path, by SHA-256 and by address; `met` are the keys that met a capture."""

    path: Path | None = None
    rows: dict[str, ManifestRow] = field(default_factory=dict)
    faults: list[Skipped] = field(default_factory=list)
    matched_keys: set[str] = field(default_factory=set)

    def is_manifest_file(self, path: Path) -> bool:
        """Return whether `path` is the manifest."""
        return self.path is not None and os.path.realpath(path) == os.path.realpath(self.path)

    def apply(self, capture: Capture) -> Capture:
        """Return `capture` with what is stated of it."""
        keys = [capture.sha256, f"url:{capture.stated.url or capture.url}"]
        # `a.wacz#archive/b.warc.gz#120`: the row may name the record, the archive, or the file.
        file, members = capture.path, ""
        named = [os.path.realpath(file)]
        while "#" in file:
            file, _, member = file.rpartition("#")
            members = f"#{member}{members}"
            named += [f"{os.path.realpath(file)}{members}", os.path.realpath(file)]
        for key in (*named[1:], named[0], *keys):
            if key in self.rows:
                self.matched_keys.add(key)
                return replace(capture, stated=_over(self.rows[key].stated, capture.stated))
        return capture

    def iter_skipped(self) -> Iterator[Skipped]:
        """Yield a line for each row that met no capture or holds a fault, and one if nothing was of use."""
        yield from self.faults
        for key, row in self.rows.items():
            told = []
            if key not in self.matched_keys:
                told.append(f"{row.name} is not among what was read; check it")
            if row.faults:
                told.append(f"{_listed(row.faults)}; left out")
            if told:
                yield _fault(self.path, row.number, "; ".join(told))
        of_use = any(self.rows[key].stated.hows for key in self.matched_keys)
        unread = any(fault.reason == NO_MANIFEST for fault in self.faults)
        if self.path is not None and not of_use and not unread:
            yield self._unused()

    def _unused(self) -> Skipped:
        if self.matched_keys:
            why = "no row of it states anything that can be used"
        elif self.rows:
            why = f"none of its {len(self.rows)} rows names anything that was read"
        else:
            why = "no row of it can be used"
        message = (
            f"{self.path}: {why}, so nothing is stated of any page; a row needs `path` (from the folder of the"
            f" manifest), `capture` or `url`, and one of {', '.join(_FIELDS)}"
        )
        return Skipped(f"{self.path}#{NO_MANIFEST}", NO_MANIFEST, message)


def read_manifest(path: Path | None, max_bytes: int) -> Manifest:
    """Return the manifest at `path`; faults in it are kept in it, none are raised."""
    if path is None:
        return Manifest()
    manifest = Manifest(path)
    try:
        rows = list(_rows(path, max_bytes))
    except ReadError as error:
        message = f"{path}: {error}; nothing of it was used"
        manifest.faults.append(Skipped(f"{path}#{NO_MANIFEST}", NO_MANIFEST, message))
        return manifest
    for number, row in rows:
        _take(manifest, number, row)
    return manifest


def _rows(path: Path, max_bytes: int) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        if path.stat().st_size > max_bytes:
            raise ReadError("manifest", f"is larger than {max_bytes:,} bytes; split it")
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ReadError("manifest", str(error.strerror or error)) from error
    except UnicodeDecodeError as error:
        raise ReadError("manifest", "is not UTF-8; save it as UTF-8") from error
    if text.lstrip().startswith(("{", "[")):
        yield from _json_rows(text)
        return
    first = text.split("\n", 1)[0]
    parted = next((sign for sign in ",;\t" if _KEYS & set(_names(first.split(sign)))), ",")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=parted)
    try:
        names = _names(next(reader, []))
        if not _KEYS & set(names):
            shown = ", ".join(names)[:80] or "nothing"
            raise ReadError(
                "manifest",
                f"its first line ({shown}) names no column `path`, `capture` or `url`; add one of them",
            )
        for row in reader:
            yield reader.line_num, dict(zip(names, row, strict=False))
    except csv.Error as error:
        raise ReadError("manifest", f"line {reader.line_num}: {error}; mend it") from error


def _names(cells: list[str]) -> list[str]:
    """Return columns' names as they are known: "Path" and " path" are `path`."""
    return [cell.strip().strip('"').lower() for cell in cells]


def _json_rows(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    whole = text.lstrip().startswith("[")
    for number, line in enumerate([text] if whole else text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise ReadError("manifest", f"line {number} is not JSON; mend it") from error
        for place, item in enumerate(row if isinstance(row, list) else [row], start=number):
            if not isinstance(item, dict):
                raise ReadError(
                    "manifest",
                    f"line {number} is not an object with `path`, `capture` or `url`; mend it",
                )
            yield place, item


def _take(manifest: Manifest, number: int, row: dict[str, Any]) -> None:
    assert manifest.path is not None
    values = {k: v.strip() for k, v in row.items() if isinstance(v, str) and v.strip()}
    faults = tuple(
        f"{name} {values.pop(name)[:200]!r} is {why_not}" for name, why_not in _bad(values)
    )
    written = values.get("path") or values.get("capture") or values.get("url")
    if written is None or "\0" in written:
        lacking = ("no path, no capture and no url it could go by; add one", *faults)
        manifest.faults.append(_fault(manifest.path, number, _listed(lacking)))
        return
    key = values["capture"].lower() if "capture" in values else f"url:{values.get('url')}"
    if "path" in values:
        key = _key(manifest.path.parent, written)
    if key in manifest.rows:
        earlier = manifest.rows[key].number
        again = f"{written} is stated again in row {number}, which holds"
        manifest.faults.append(_fault(manifest.path, earlier, again))
    given = {name: values[name] for name in _FIELDS if name in values}
    hows = tuple((name, "manifest") for name in given)
    manifest.rows[key] = ManifestRow(number, written, Stated(**given, hows=hows), faults)


def _bad(values: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the fields that can't be what they are stated as, and why."""
    if "url" in values and not is_web_address(values["url"]):
        yield "url", "not an address of the web (https://outlet.example/page)"
    for name in ("published", "fetched"):
        if name in values and not is_iso_day(values[name]):
            yield name, "not ISO 8601 (2016-03-08)"


def _key(folder: Path, written: str) -> str:
    """Return the key of a path: `#…` after a file that is there names a member of it."""
    whole = folder / written
    if "#" in written and not os.path.lexists(whole):
        file, _, member = written.partition("#")
        return f"{os.path.realpath(folder / file)}#{member}"
    return os.path.realpath(whole)


def is_iso_day(written: str) -> bool:
    """Return whether `written` is an ISO 8601 day, month or year, with or without a time."""
    found = _ISO.fullmatch(written)
    if not found:
        return False
    try:
        date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return False
    return True


def _over(stated: Stated, other: Stated) -> Stated:
    first = dict(stated.hows)
    hows = (*stated.hows, *(row for row in other.hows if row[0] not in first))
    values = {name: getattr(stated, name) or getattr(other, name) for name in _FIELDS}
    return Stated(**values, hows=hows)


def _listed(faults: Iterable[str]) -> str:
    return ", and ".join(faults)


def _fault(path: Path | None, number: int, told: str) -> Skipped:
    # Each row stands by itself, so that one does not take another's place in the story.
    return Skipped(f"{path}#row {number}", "manifest", f"{path}: row {number}: {told}")
