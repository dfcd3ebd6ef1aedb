"""Revisits of web archives: records that say a page was as it had been, and which record that was.

In: revisits as archives are read, and the archives. Out: for each revisit the record it refers to, wherever in the same
input that stands, found by a second reading; or that there is none. Out of scope: what is made of the record (`warc`).

Source: WARC 1.1, section 6.7 and annex; a revisit names its record by id, by address and time, or by the digest of its
payload. A revisit that refers to a revisit is followed to the end; a circle has none.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.readers.archives import ArchiveRecord, WebArchive

Key = tuple[str, ...]
"""What identifies a record: ("id", id), ("at", address, time) or ("digest", digest of the payload)."""


@dataclass(frozen=True, slots=True)
class Revisit:
    """A revisit: its location, address and time, the keys that identify it and those of the record it refers to."""

    location: str
    archive: str
    url: str | None
    date: str | None
    own_keys: tuple[Key, ...]
    target_keys: tuple[Key, ...]


@dataclass(slots=True)
class Revisits:
    """Revisits that wait for what they refer to, and the archives it may stand in; at most `max_waiting` wait.

    `lost_counts`: by archive, how many refer to nothing, to one another, or were one too many.
    """

    max_waiting: int = 0
    waiting: list[Revisit] = field(default_factory=list)
    archives: list[WebArchive] = field(default_factory=list)
    lost_counts: Counter[str] = field(default_factory=Counter)

    def add(self, record: ArchiveRecord, archive: str) -> None:
        """Add a revisit; one that refers to nothing, or one too many, is lost."""
        revisit = _read_revisit(record, archive)
        if revisit.target_keys and len(self.waiting) < self.max_waiting:
            self.waiting.append(revisit)
        else:
            self.lost_counts[archive] += 1

    def resolve_targets(self) -> dict[Key, list[Revisit]]:
        """Return the revisits by each key of the record they lead to; circles are lost."""
        by_key = {key: revisit for revisit in self.waiting for key in revisit.own_keys}
        wanted: dict[Key, list[Revisit]] = {}
        for revisit in self.waiting:
            keys = _follow(revisit, by_key)
            if not keys:
                self.lost_counts[revisit.archive] += 1
            for key in keys:
                wanted.setdefault(key, []).append(revisit)
        self.waiting = []
        return wanted


def read_record_keys(record: ArchiveRecord) -> tuple[Key, ...]:
    """Return the keys that identify a record: its id, its address and time, its payload's digest."""
    return _read_keys(record, "WARC-Record-ID", "WARC-Target-URI", "WARC-Date")


def _follow(revisit: Revisit, by_key: dict[Key, Revisit]) -> tuple[Key, ...]:
    """Return the keys of the record that a chain of revisits leads to; none for a circle."""
    seen: set[str] = set()
    while revisit.location not in seen:
        seen.add(revisit.location)
        named = [key for key in revisit.target_keys if key[0] != "digest"]
        onward = next((by_key[key] for key in named if key in by_key), None)
        if onward is None:
            return revisit.target_keys
        # The payload is the same all along the chain.
        digests = tuple(key for key in revisit.target_keys if key[0] == "digest")
        if onward.location in seen and digests:
            return digests
        revisit = onward
    return ()


def _read_keys(
    record: ArchiveRecord, id_header: str, address_header: str, time_header: str
) -> tuple[Key, ...]:
    """Return the keys that these headers, and the digest of the payload, give."""
    keys: list[Key] = []
    if record_id := record.get_header(id_header):
        keys.append(("id", record_id))
    url, date = record.get_header(address_header), record.get_header(time_header)
    if url and date:
        keys.append(("at", url, date))
    if digest := record.get_header("WARC-Payload-Digest"):
        keys.append(("digest", digest))
    return tuple(keys)


def _read_revisit(record: ArchiveRecord, archive: str) -> Revisit:
    return Revisit(
        record.location,
        archive,
        record.get_header("WARC-Target-URI"),
        record.get_header("WARC-Date"),
        own_keys=tuple(key for key in read_record_keys(record) if key[0] != "digest"),
        target_keys=_read_keys(
            record, "WARC-Refers-To", "WARC-Refers-To-Target-URI", "WARC-Refers-To-Date"
        ),
    )
