"""Checking a receipt: without the story, with the saved page or the archive it is of where that is at hand.

In: a receipt's file, and a capture's. Out: one `Check` for each thing that a receipt states: it holds, is wrong, or can't be checked.
Out of scope: whether a record is right, and whether somebody can be trusted.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.config import Settings, load_settings
from onrecord.custody.receipt import FORMAT, compute_checksum
from onrecord.custody.thresholds import THRESHOLDS
from onrecord.errors import PageError, ReadError
from onrecord.pages import PAGES_NAME, make_page
from onrecord.pages.sheets.glyphs import read_sheets, read_words_in
from onrecord.pages.source_maps.maps import decode_range, unpack_map
from onrecord.readers import read
from onrecord.records import Box, Capture, CaptureProof
from onrecord.records.ids import hash_sha256

HOLDS, WRONG, UNCHECKED = OUTCOMES = ("holds", "wrong", "not checked")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that a receipt states: `what`, one of OUTCOMES, and in words what was compared."""

    what: str
    outcome: str
    detail: str

    def build_row(self) -> dict[str, str]:
        """Return it as one JSON line."""
        return {name: getattr(self, name) for name in self.__slots__}


def check_receipt(receipt: Path, capture: Path | None = None) -> list[Check]:
    """Return what of a receipt holds.

    Args:
        receipt: its file.
        capture: the saved page, or the archive that it is in; None: what needs it is not checked, and says so.

    Raises:
        ReadError: if `receipt` is none, or `capture` can't be read.

    """
    stated = load_receipt(receipt)
    try:
        checks = list(_iter_inner_checks(stated))
        if capture is None:
            return checks + list(_iter_unchecked(stated))
        return checks + list(_iter_capture_checks(stated, capture))
    except (KeyError, TypeError, AttributeError, ValueError, binascii.Error) as error:
        message = (
            f"{receipt}: a receipt of another shape than it should have ({error!r}); make it again"
        )
        raise ReadError("broken", " ".join(message.split())) from error


def load_receipt(path: Path) -> dict[str, Any]:
    """Return the receipt in a file.

    Raises:
        ReadError: if it can't be read, or is no receipt of this version.

    """
    try:
        if path.stat().st_size > THRESHOLDS.max_receipt_bytes:
            raise ReadError("broken", f"{path}: too large for a receipt; name another file")
        found = json.loads(path.read_bytes())
    except OSError as error:
        raise ReadError("broken", f"{path}: {error.strerror}; name another file") from error
    except (ValueError, RecursionError) as error:
        raise ReadError("broken", f"{path}: no receipt (no JSON); name another file") from error
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise ReadError("broken", f"{path}: no receipt of this version ({FORMAT})")
    return found


def _iter_inner_checks(stated: dict[str, Any]) -> Iterator[Check]:
    """Yield what can be compared within a receipt."""
    is_whole = stated.get("checksum") == compute_checksum(stated)
    told = "as it was made" if is_whole else "changed since it was made: its checksum is another"
    yield Check("receipt", HOLDS if is_whole else WRONG, told)
    record, place = stated["record"], stated["bytes"]
    length = record["end"] - record["start"]
    if length != len(record["text"]):
        told = f"{length} characters are stated, the words have {len(record['text'])}"
        yield Check("record", WRONG, told)
    if place is not None and record["bytes"] != [place["start"], place["end"]]:
        yield Check("record", WRONG, "its bytes are stated in two ways")


def _iter_unchecked(stated: dict[str, Any]) -> Iterator[Check]:
    """Yield what can't be compared without the saved page."""
    sha256 = stated["capture"]["sha256"]
    wanted = f"needs the saved page (SHA-256 {sha256}); give it as the second file"
    yield Check("saved page", UNCHECKED, wanted)
    yield Check("bytes", UNCHECKED, "needs the saved page")
    yield Check("words", UNCHECKED, "needs the saved page")
    yield Check("characters", UNCHECKED, "needs the saved page")
    if stated["archive"] is not None:
        yield Check("archive", UNCHECKED, "needs the archive that the page was saved in")
    yield _describe_origin(stated)


def _iter_capture_checks(stated: dict[str, Any], path: Path) -> Iterator[Check]:
    """Yield what a saved page, or an archive with it, says of a receipt."""
    settings = load_settings()
    found, data = _find_capture(path, stated["capture"]["sha256"], settings)
    if data is None:
        yield Check(
            "saved page", WRONG, f"{path} is not it, nor is it in it: no bytes have its SHA-256"
        )
        return
    where = f"{path}" if found is None else found.path
    yield Check("saved page", HOLDS, f"{where} has the SHA-256 {stated['capture']['sha256']}")
    if stated["bytes"] is not None:
        yield from _iter_byte_checks(stated, data)
    elif stated["sheets"] is None:
        yield Check("bytes", UNCHECKED, "the record has none: its text was given")
    if stated["sheets"] is not None:
        yield _check_sheets(stated, data, path, settings)
    yield _check_characters(stated, found, settings)
    yield from _iter_archive_checks(stated, found)
    yield _describe_origin(stated)


def _find_capture(
    path: Path, sha256: str, settings: Settings
) -> tuple[Capture | None, bytes | None]:
    """Return the capture with this hash in a file, and its bytes; None where it is not there."""
    if not path.is_file():
        raise ReadError("missing", f"{path}: no such file; name the saved page")
    for item in read([path], settings=settings):
        if isinstance(item, Capture) and item.sha256 == sha256:
            return item, item.data
    if path.stat().st_size <= settings.max_bytes:
        data = path.read_bytes()
        if hash_sha256(data) == sha256:
            return None, data
    return None, None


def _iter_byte_checks(stated: dict[str, Any], data: bytes) -> Iterator[Check]:
    place, words = stated["bytes"], stated["record"]["text"]
    start, end = place["start"], place["end"]
    is_there = hash_sha256(data[start:end]) == place["sha256"]
    yield Check("bytes", HOLDS if is_there else WRONG, f"{start}–{end}, by their SHA-256")
    if "map" not in place:
        return
    byte_map = unpack_map(base64.b64decode(place["map"]))
    try:
        spelled = decode_range(data, (start, end), byte_map)
    except ValueError as error:
        yield Check("words", WRONG, f"the bytes spell nothing that can be read ({error})")
        return
    shown = _shorten(spelled)
    if _strip_white_space(spelled) == _strip_white_space(words):
        yield Check("words", HOLDS, f"the bytes spell “{shown}”")
    elif spelled == place["spell"] and _is_around(words, spelled):
        told = f"the bytes spell the words with what stands between them: “{shown}”"
        yield Check("words", HOLDS, told)
    else:
        yield Check("words", WRONG, f"the bytes spell “{shown}”, not “{_shorten(words)}”")


def _check_sheets(stated: dict[str, Any], data: bytes, path: Path, settings: Settings) -> Check:
    """Return whether the boxes of a PDF's sheets hold the words."""
    boxes = tuple(Box(**box) for box in stated["sheets"])
    try:
        found = read_words_in(read_sheets(data, str(path), settings), boxes)
    except PageError as error:
        return Check("words", UNCHECKED, str(error))
    words = _strip_white_space(stated["record"]["text"])
    rest = iter(_strip_white_space(found))
    holds = all(char in rest for char in words)
    sheets = ", ".join(str(number) for number in sorted({box.sheet for box in boxes}))
    told = f"sheet {sheets} holds “{_shorten(found)}” there"
    return Check("words", HOLDS if holds else WRONG, told)


def _check_characters(stated: dict[str, Any], capture: Capture | None, settings: Settings) -> Check:
    """Return whether the page made anew of the saved one has the words at the stated characters."""
    record = stated["record"]
    place = f"{record['start']}–{record['end']} of the page's text"
    if capture is None:
        return Check("characters", UNCHECKED, f"{place}: no page can be made of this file alone")
    try:
        page = make_page(capture, settings=settings)
    except PageError as error:
        return Check("characters", UNCHECKED, f"{place}: {error}")
    if page.text[record["start"] : record["end"]] == record["text"]:
        return Check("characters", HOLDS, place)
    if hash_sha256(page.text.encode()) == stated["page"]["text_sha256"]:
        return Check("characters", WRONG, f"{place} are other words")
    made = stated["drawn"].get("versions", {}).get("pages", "not known")
    told = f"{place}: {PAGES_NAME} makes another text of the page than version {made}, which made the receipt"
    return Check("characters", UNCHECKED, told)


def _iter_archive_checks(stated: dict[str, Any], capture: Capture | None) -> Iterator[Check]:
    """Yield what the archive states of the page, computed again where the archive itself is given."""
    archive = stated["archive"]
    proof = capture.proof if capture is not None else None
    if proof is None:
        if archive is not None:
            told = "the page alone is given; the archive that it was saved in states more"
            yield Check("archive", UNCHECKED, told)
        return
    yield _check_archive_digest(proof)
    if archive is not None and (archive["url"], archive["date"]) != (proof.url, proof.date):
        told = f"this archive states {proof.url} and {proof.date}, the receipt {archive['url']} and {archive['date']}"
        yield Check("archive record", WRONG, told)
    if proof.package is not None:
        package = proof.package
        outcome = {True: HOLDS, False: WRONG, None: UNCHECKED}[package.holds]
        yield Check("package", outcome, f"the hash of {package.name} in its list of contents")
        if package.signature != "none":
            outcome = package.signature if package.signature in OUTCOMES else UNCHECKED
            rest = f"; not checked: {', '.join(package.unchecked)}" if package.unchecked else ""
            told = f"by {package.signed_by}, says {package.signed_at}{rest}"
            yield Check("signature", outcome, told)


def _check_archive_digest(proof: CaptureProof) -> Check:
    outcome = {True: HOLDS, False: WRONG, None: UNCHECKED}[proof.holds]
    told = f"{proof.digest or 'no digest'} of record {proof.record}"
    return Check("archive", outcome, told)


def _describe_origin(stated: dict[str, Any]) -> Check:
    """Return what nothing here can check: where and when the page was saved."""
    capture, page = stated["capture"], stated["page"]
    address = capture["url"] or page["url"] or "an address that is not known"
    time = capture["fetched"] or page["fetched"] or "at a time that is not known"
    told = f"that it was at {address} and saved {time} is stated, and by nobody proven"
    return Check("address and time", UNCHECKED, told)


def _is_around(words: str, spelled: str) -> bool:
    """Return whether `spelled` has the characters of `words` in their order, with more between them."""
    rest = iter(_strip_white_space(spelled))
    return all(char in rest for char in _strip_white_space(words))


def _strip_white_space(words: str) -> str:
    return "".join(words.split())


def _shorten(words: str) -> str:
    flat = " ".join(words.split())
    most = THRESHOLDS.slice_shown_chars
    return flat if len(flat) <= most else f"{flat[: most - 1]}…"
