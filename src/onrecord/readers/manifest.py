"""Manifests: what is stated of captures beside them.

In: a CSV file with a header (separated by commas, semicolons or tabs), or JSON lines: `path` (relative to the manifest),
`capture` (SHA-256) or else `url`, and any of url, outlet, title, published, fetched, language. Out: a `Manifest` that adds to
each capture what is stated of it, and reports at the end, row by row, which rows matched none or hold what can't be used, and
whether nothing of it was of use. Out of scope: the captures' bytes.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import stat
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
_ISO_8601 = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:[T ].*)?)?)?")


@dataclass(frozen=True, slots=True)
class ManifestRow:
    """One row: its number, the `name` of the capture as written, what it states, and what of it can't be used."""

    number: int
    name: str
    stated: Stated
    faults: tuple[str, ...] = ()


@dataclass(slots=True)
class Manifest:
    """What is stated, by path, by SHA-256 and by address.

    Attributes:
        path: where the manifest is; None for no manifest.
        rows: its rows by key: a real path (and `#member`), a SHA-256, or `url:` with an address.
        faults: what can't be used as a whole.
        matched_keys: keys that matched a capture.

    """

    path: Path | None = None
    rows: dict[str, ManifestRow] = field(default_factory=dict)
    faults: list[Skipped] = field(default_factory=list)
    matched_keys: set[str] = field(default_factory=set)

    def is_manifest_file(self, path: Path) -> bool:
        """Return whether `path` is the manifest itself."""
        return self.path is not None and os.path.realpath(path) == os.path.realpath(self.path)

    def apply(self, capture: Capture) -> Capture:
        """Return `capture` with what is stated of it, and record the key that matched."""
        for key in _list_keys(capture):
            if key in self.rows:
                self.matched_keys.add(key)
                return replace(capture, stated=_merge(self.rows[key].stated, capture.stated))
        return capture

    def iter_skipped(self) -> Iterator[Skipped]:
        """Yield a `Skipped` for each row that matched no capture or holds a fault, and one if nothing was of use."""
        yield from self.faults
        for key, row in self.rows.items():
            faults = []
            if key not in self.matched_keys:
                faults.append(f"{row.name} is not among what was read; check it")
            if row.faults:
                faults.append(f"{_join(row.faults)}; left out")
            if faults:
                yield _report_fault(self.path, row.number, "; ".join(faults))
        is_used = any(self.rows[key].stated.hows for key in self.matched_keys)
        is_unread = any(fault.reason == NO_MANIFEST for fault in self.faults)
        if self.path is not None and not is_used and not is_unread:
            yield self._report_unused()

    def _report_unused(self) -> Skipped:
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
        rows = list(_read_rows(path, max_bytes))
    except ReadError as error:
        message = f"{path}: {error}; nothing of it was used"
        manifest.faults.append(Skipped(f"{path}#{NO_MANIFEST}", NO_MANIFEST, message))
        return manifest
    for number, row in rows:
        _add_row(manifest, number, row)
    return manifest


def is_iso_day(written: str) -> bool:
    """Return whether `written` is an ISO 8601 day, month or year, with or without a time."""
    match = _ISO_8601.fullmatch(written)
    if not match:
        return False
    try:
        date(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))
    except ValueError:
        return False
    return True


# --- rows of the file -----------------------------------------------------------------------------


def _read_rows(path: Path, max_bytes: int) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield each row's number and its values by the names of columns.

    Raises:
        ReadError: if the file can't be read as a manifest.

    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise ReadError(
                "manifest", "is not a file to be read (a pipe or a device); save it to one"
            )
        with path.open("rb") as stream:
            data = stream.read(max_bytes + 1)
        if len(data) > max_bytes:
            raise ReadError("manifest", f"is larger than {max_bytes:,} bytes; split it")
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise ReadError("manifest", str(error.strerror or error)) from error
    except UnicodeDecodeError as error:
        raise ReadError("manifest", "is not UTF-8; save it as UTF-8") from error
    is_json = text.lstrip().startswith(("{", "["))
    yield from _read_json_rows(text) if is_json else _read_csv_rows(text)


def _read_csv_rows(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    first = text.split("\n", 1)[0]
    separators = (mark for mark in ",;\t" if _KEYS & set(_normalise_names(first.split(mark))))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=next(separators, ","))
    try:
        names = _normalise_names(next(reader, []))
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


def _normalise_names(cells: list[str]) -> list[str]:
    """Return columns' names in their usual form: "Path" and " path" are `path`."""
    return [cell.strip().strip('"').lower() for cell in cells]


def _read_json_rows(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    is_array = text.lstrip().startswith("[")
    for number, line in enumerate([text] if is_array else text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise ReadError("manifest", f"line {number} is not JSON; mend it") from error
        for item_number, item in enumerate(row if isinstance(row, list) else [row], start=number):
            if not isinstance(item, dict):
                raise ReadError(
                    "manifest",
                    f"line {number} is not an object with `path`, `capture` or `url`; mend it",
                )
            yield item_number, item


# --- what a row states ----------------------------------------------------------------------------


def _add_row(manifest: Manifest, number: int, row: dict[str, Any]) -> None:
    assert manifest.path is not None
    values = {k: v.strip() for k, v in row.items() if isinstance(v, str) and v.strip()}
    faults = tuple(
        f"{name} {values.pop(name)[:200]!r} is {why_not}" for name, why_not in _find_faults(values)
    )
    name = values.get("path") or values.get("capture") or values.get("url")
    if name is None or "\0" in name:
        lacking = ("no path, no capture and no url it could go by; add one", *faults)
        manifest.faults.append(_report_fault(manifest.path, number, _join(lacking)))
        return
    key = values["capture"].lower() if "capture" in values else f"url:{values.get('url')}"
    if "path" in values:
        key = _build_path_key(manifest.path.parent, name)
    if key in manifest.rows:
        earlier = manifest.rows[key].number
        again = f"{name} is stated again in row {number}, which holds"
        manifest.faults.append(_report_fault(manifest.path, earlier, again))
    given = {field_name: values[field_name] for field_name in _FIELDS if field_name in values}
    hows = tuple((field_name, "manifest") for field_name in given)
    manifest.rows[key] = ManifestRow(number, name, Stated(**given, hows=hows), faults)


def _find_faults(values: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the fields that can't be what they are stated as, and why."""
    if "url" in values and not is_web_address(values["url"]):
        yield "url", "not an address of the web (https://outlet.example/page)"
    for name in ("published", "fetched"):
        if name in values and not is_iso_day(values[name]):
            yield name, "not ISO 8601 (2016-03-08)"


def _build_path_key(folder: Path, written: str) -> str:
    """Return the key of a path: `#…` after a file that is there names a member of it."""
    whole = folder / written
    if "#" in written and not os.path.lexists(whole):
        file, _, member = written.partition("#")
        return f"{os.path.realpath(folder / file)}#{member}"
    return os.path.realpath(whole)


def _list_keys(capture: Capture) -> list[str]:
    """Return the keys by which a row may name `capture`, the most exact first.

    `a.wacz#archive/b.warc.gz#120`: the row may name the record, the archive, or the file.
    """
    file, members = capture.path, ""
    path_keys = [os.path.realpath(file)]
    while "#" in file:
        file, _, member = file.rpartition("#")
        members = f"#{member}{members}"
        path_keys += [f"{os.path.realpath(file)}{members}", os.path.realpath(file)]
    address_key = f"url:{capture.stated.url or capture.url}"
    return [*path_keys[1:], path_keys[0], capture.sha256, address_key]


def _merge(stated: Stated, other: Stated) -> Stated:
    """Return what `stated` states, and what else `other` does."""
    names = dict(stated.hows)
    hows = (*stated.hows, *(how for how in other.hows if how[0] not in names))
    values = {name: getattr(stated, name) or getattr(other, name) for name in _FIELDS}
    return Stated(**values, hows=hows)


def _join(faults: Iterable[str]) -> str:
    return ", and ".join(faults)


def _report_fault(path: Path | None, number: int, fault: str) -> Skipped:
    # Each row has a path of its own, so that one does not replace another in the story.
    return Skipped(f"{path}#row {number}", "manifest", f"{path}: row {number}: {fault}")
