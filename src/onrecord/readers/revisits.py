"""Revisits of web archives: records that say a page was as it had been, and which record that was.

In: revisits as archives are read, and the archives. Out: for each revisit the record it refers to,
wherever in the same input that stands, found by a second reading; or that there is none. Out of
scope: what is made of the record (`warc`).

Source: WARC 1.1, section 6.7 and annex; a revisit names its record by id, by address and time, or by the
digest of its payload. A revisit that refers to a revisit is followed to the end; a circle has none.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.readers.archives import ArchiveRecord, WebArchive

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Revisit:
    """A revisit: where it stands, its address and time, the keys it goes by and those it refers to."""

    location: str
    archive: str
    url: str | None
    date: str | None
    own_keys: tuple[Key, ...]
    target_keys: tuple[Key, ...]


@dataclass(slots=True)
class Revisits:
    """Revisits that wait for what they refer to, and the archives it may stand in; at most `most` wait."""

    max_waiting: int = 0
    waiting: list[Revisit] = field(default_factory=list)
    archives: list[WebArchive] = field(default_factory=list)
    lost_counts: Counter[str] = field(default_factory=Counter)

    def add(self, found: ArchiveRecord, archive: str) -> None:
        """Note a revisit; one that says of nothing where it was, or one too many, is lost."""
        revisit = _revisit(found, archive)
        if revisit.target_keys and len(self.waiting) < self.max_waiting:
            self.waiting.append(revisit)
        else:
            self.lost_counts[archive] += 1

    def resolve_targets(self) -> dict[Key, list[Revisit]]:
        """Return the revisits by each key of the record they end at; circles are lost."""
        by_key = {key: revisit for revisit in self.waiting for key in revisit.own_keys}
        wanted: dict[Key, list[Revisit]] = {}
        for revisit in self.waiting:
            ends = self._ends(revisit, by_key)
            if not ends:
                self.lost_counts[revisit.archive] += 1
            for key in ends:
                wanted.setdefault(key, []).append(revisit)
        self.waiting = []
        return wanted

    def _ends(self, revisit: Revisit, by_key: dict[Key, Revisit]) -> tuple[Key, ...]:
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


def read_record_keys(found: ArchiveRecord) -> tuple[Key, ...]:
    """Return the keys a record of an archive goes by: its id, its address and time, its payload's digest."""
    return _keys(found, "WARC-Record-ID", "WARC-Target-URI", "WARC-Date")


def _keys(found: ArchiveRecord, id_: str, address: str, time: str) -> tuple[Key, ...]:
    """Return the keys that headers `id_`, `address` with `time`, and the payload's digest give."""
    keys: list[Key] = []
    if record_id := found.get_header(id_):
        keys.append(("id", record_id))
    url, date = found.get_header(address), found.get_header(time)
    if url and date:
        keys.append(("at", url, date))
    if digest := found.get_header("WARC-Payload-Digest"):
        keys.append(("digest", digest))
    return tuple(keys)


def _revisit(found: ArchiveRecord, archive: str) -> Revisit:
    refers = _keys(found, "WARC-Refers-To", "WARC-Refers-To-Target-URI", "WARC-Refers-To-Date")
    own = tuple(key for key in read_record_keys(found) if key[0] != "digest")
    return Revisit(
        found.location,
        archive,
        found.get_header("WARC-Target-URI"),
        found.get_header("WARC-Date"),
        own,
        refers,
    )
