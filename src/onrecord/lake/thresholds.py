"""Thresholds of lakes: how large a shard is, how often a page may end its process, how links are looked for in parts."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class LakeThresholds:
    """Bounds of how a lake is read and linked."""

    shard_files: int = define_threshold(
        500,
        "files",
        "files that one shard reads at most, unless it is said otherwise",
        "by hand: a minute or two of work, so that a run that is killed loses little",
    )
    shard_bytes: int = define_threshold(
        1_000_000_000,
        "bytes",
        "bytes of files after which a shard is full; one larger file is a shard by itself",
        "by hand: web archives are written in files of about this size",
    )
    deaths: int = define_threshold(
        2,
        "deaths",
        "how often a worker process may end while it is on one page before the page is skipped",
        "by hand: once may be the system's lack of memory, caused by another",
    )
    retries: int = define_threshold(
        20,
        "tries",
        "how often a shard whose worker process ended is begun again in one run",
        "limit: a shard with ten pages that end their process still comes to its end",
    )
    object_store_bytes: int = define_threshold(
        80_000_000,
        "bytes",
        "memory that Ray sets aside for what tasks hand to each other, where Ray is started here",
        "limit: a little above the least that Ray takes; tasks hand over names and counts alone",
    )
    worker_bytes: int = define_threshold(
        2_000_000_000,
        "bytes",
        "memory that the joins of one of several workers take before they spill to the disk",
        "limit: DuckDB's own bound is most of the machine's memory, for each process",
    )
    small_rows: int = define_threshold(
        5_000,
        "rows",
        "rows of records in one row group of a Parquet file",
        "by hand: a page's records are read without reading much else",
    )
    large_rows: int = define_threshold(
        100,
        "rows",
        "rows of pages or saved originals in one row group of a Parquet file",
        "limit: memory; a row may be megabytes",
    )
    batch_pairs: int = define_threshold(
        2_000,
        "pairs",
        "pairs of pages or events that are compared at a time",
        "limit: memory, whatever the size of the lake",
    )
    batch_events: int = define_threshold(
        500,
        "events",
        "events that are compared with earlier ones at a time",
        "limit: memory, whatever the size of the lake; their candidates are a few thousand",
    )
    batch_pages: int = define_threshold(
        200,
        "pages",
        "pages whose records are in memory at a time where links are made",
        "limit: memory, whatever the size of the lake",
    )
    ambiguous_names: int = define_threshold(
        8,
        "names",
        "things that a short name may stand for, above which only so many of them are looked at: it is ambiguous all the same",
        "limit: a short name is joined only where it can refer to one thing",
    )


THRESHOLDS = LakeThresholds()
"""The table in use."""
