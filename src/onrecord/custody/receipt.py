"""Receipts: one record with all that somebody needs to check it without the story.

In: an open story and a record's id. Out: plain JSON values, or a file of them. Out of scope: checking (`receipt_check`).
"""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from onrecord._version import __version__
from onrecord.errors import NotFound, StoreError
from onrecord.pages.source_maps.maps import decode_range, reduce_map
from onrecord.records import Page, Record
from onrecord.records.ids import hash_sha256
from onrecord.records.record import convert_to_plain
from onrecord.story import PageHead, Story
from onrecord.story.run_log import has_log, list_runs
from onrecord.story.views import convert_dated

FORMAT = "onrecord-receipt@1"


def write_receipt(story: Story, record_id: str, output: Path) -> Path:
    """Write a record's receipt to `output` and return it.

    Raises:
        NotFound: if there is no such record, or it joins pages; StoreError: if `output` can't be written or is the story itself.

    """
    receipt = build_receipt(story, record_id)
    if output.exists() and output.samefile(story.path):
        raise StoreError(f"{output}: is the story itself; name another file")
    try:
        text = json.dumps(receipt, ensure_ascii=False, indent=1)
        output.write_text(f"{text}\n", encoding="utf-8")
    except OSError as error:
        raise StoreError(
            f"{output}: can't be written ({error.strerror}); name another place"
        ) from error
    return output


def build_receipt(story: Story, record_id: str) -> dict[str, Any]:
    """Return a record's receipt; the reference (`formats`) names its fields.

    Raises:
        NotFound: if there is no such record, or it is a link or an undertaking: ask for receipts of what these join.

    """
    record = story.record(record_id)
    if not isinstance(record, Record):
        raise NotFound(f"{record_id!r} joins pages and has no words of its own; ask for its parts")
    page, head = story.page(record.evidence.page), story.head(record.evidence.page)
    original = story.original(page.id)
    receipt: dict[str, Any] = {
        "format": FORMAT,
        "made": {"at": datetime.now(UTC).isoformat(timespec="seconds"), "by": __version__},
        "record": record.to_dict(),
        "page": _describe_page(page, head),
        "capture": _describe_capture(story, head),
        "archive": find_proof(story, head.capture),
        "bytes": _describe_bytes(record, page, original),
        "sheets": convert_to_plain(page.boxes_of(record.evidence)) or None,
        "drawn": _describe_run(story, page.id),
    }
    return receipt | {"checksum": compute_checksum(receipt)}


def compute_checksum(receipt: dict[str, Any]) -> str:
    """Return the SHA-256 of a receipt's canonical JSON, its own checksum left out.

    Examples:
        >>> compute_checksum({"b": 1, "a": 2, "checksum": "x"}) == compute_checksum({"a": 2, "b": 1})
        True

    """
    rest = {name: value for name, value in receipt.items() if name != "checksum"}
    canonical = json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hash_sha256(canonical.encode("utf-8", "surrogatepass"))


def find_proof(story: Story, capture: str) -> dict[str, Any] | None:
    """Return what the web archive of a capture states of it; None where it is of none, or an older version read it."""
    if not has_log(story):
        return None
    rows = story.rows("SELECT proof FROM proofs WHERE capture = ?", (capture,))
    return dict(json.loads(rows[0]["proof"])) if rows else None


def count_proofs(story: Story) -> dict[str, int]:
    """Return how many captures have the digest that their archive notes, and how many another, by `holds`, `wrong` and `not checked`."""
    if not has_log(story):
        return {}
    sql = (
        "SELECT CASE json_extract(proof, '$.holds') WHEN 1 THEN 'holds' WHEN 0 THEN 'wrong'"
        " ELSE 'not checked' END AS outcome, count(*) AS n FROM proofs GROUP BY outcome ORDER BY outcome"
    )
    return {row["outcome"]: row["n"] for row in story.rows(sql)}


def _describe_page(page: Page, head: PageHead) -> dict[str, Any]:
    return {
        "id": page.id,
        "title": page.title,
        "outlet": page.outlet,
        "url": page.url,
        "published": convert_dated(page.published),
        "fetched": page.fetched,
        "stated": dict(head.stated),
        "text_sha256": hash_sha256(page.text.encode()),
        "text_chars": len(page.text),
    }


def _describe_capture(story: Story, head: PageHead) -> dict[str, Any]:
    sql = "SELECT sha256, size, media_type, charset, path, url, fetched FROM captures WHERE sha256 = ?"
    return story.rows(sql, (head.capture,))[0]


def _describe_bytes(record: Record, page: Page, original: bytes) -> dict[str, Any] | None:
    """Return where a record's bytes are, their hash, what they spell, and how to read them by hand; None where it has none."""
    byte_range = record.evidence.bytes
    if byte_range is None or page.byte_map is None:
        return None
    start, end = byte_range
    found = {
        "start": start,
        "end": end,
        "sha256": hash_sha256(original[start:end]),
        "by_hand": f"tail -c +{start + 1} FILE | head -c {end - start}",
    }
    least = reduce_map(page.byte_map)
    if least is None:
        return found
    return found | {
        "spell": decode_range(original, byte_range, page.byte_map),
        "map": base64.b64encode(least.pack()).decode("ascii"),
    }


def _describe_run(story: Story, page: str) -> dict[str, Any]:
    """Return the run that made the page as it is now, and the versions that decided; the page's first run where no log was kept."""
    run = int(story.rows("SELECT run FROM pages WHERE id = ?", (page,))[0]["run"])
    if has_log(story):
        sql = "SELECT max(run) AS run FROM readings WHERE page = ? AND outcome IN ('new', 'again')"
        run = story.rows(sql, (page,))[0]["run"] or run
    logged = next((one for one in list_runs(story) if one.run.id == run), None)
    if logged is None:
        return {"run": run}
    return {
        "run": run,
        "started": logged.run.started,
        "finished": logged.run.finished,
        "onrecord": logged.run.version,
        "model": logged.run.model,
        "versions": dict(logged.versions),
    }
