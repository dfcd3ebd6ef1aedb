"""A lake measured: pages × workers × time, bytes a page, and its links beside those of `build`.

Run it: `python -m bench.lake [PATH…] [--pages N] [--model NAME] [--workers N…]`. Without paths it writes web archives of the first N pages of
`pages/wcxb_dev.tar.xz` in the data folder (`ONRECORD_BENCH_DATA`, or `../shared/data` beside the project). Time is of the wall, and of the
processor where this process did all of the work; other load on the machine makes it longer.
"""

from __future__ import annotations

import argparse
import os
import tarfile
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from bench.data import find_data_folder
from onrecord import run
from onrecord.lake.linking import link_lake
from onrecord.lake.making import LakeOptions, make_lake
from onrecord.lake.spread import Cluster
from onrecord.records import Link
from onrecord.story import open_story
from onrecord.story.lake.layout import SHARD_TABLES, LakeFolder

PAGES_PER_ARCHIVE = 25


def write_crawl(data: Path, folder: Path, most: int) -> None:
    """Write the first pages of the data as web archives."""
    for number, pages in enumerate(_iter_groups(data / "wcxb_dev.tar.xz", most)):
        stream = BytesIO()
        writer = WARCWriter(stream, gzip=True)
        for name, html in pages:
            headers = StatusAndHeaders(
                "200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1"
            )
            record = writer.create_warc_record(
                f"https://crawl.example/{name}",
                "response",
                payload=BytesIO(html),
                http_headers=headers,
            )
            writer.write_record(record)
        (folder / f"crawl-{number:03d}.warc.gz").write_bytes(stream.getvalue())


def _iter_groups(archive: Path, most: int) -> Iterator[list[tuple[str, bytes]]]:
    group: list[tuple[str, bytes]] = []
    taken = 0
    with tarfile.open(archive) as members:
        for member in members:
            stream = members.extractfile(member) if member.name.endswith(".html") else None
            if stream is None or taken == most:
                continue
            group.append((member.name, stream.read()))
            taken += 1
            if len(group) == PAGES_PER_ARCHIVE:
                yield group
                group = []
    if group:
        yield group


def measure_lake(paths: list[Path], folder: Path, model: str, workers: int) -> None:
    """Make a lake and print what it took."""
    is_archived = any(any(path.glob("*.warc.gz")) for path in paths)
    shard_files = 1 if is_archived else PAGES_PER_ARCHIVE
    options = LakeOptions(model=model, cluster=Cluster(workers), shard_files=shard_files)
    begun, used = time.monotonic(), time.process_time()
    report = make_lake(paths, folder, options)
    wall, cpu = time.monotonic() - begun, time.process_time() - used
    begun, used = time.monotonic(), time.process_time()
    kinds = list(link_lake(folder, options.cluster))
    link_wall, link_cpu = time.monotonic() - begun, time.process_time() - used
    pages = max(1, report.pages)
    own = f" {cpu / pages:7.3f} CPU s a page" if workers == 1 else ""
    print(
        f"{report.pages} pages, {workers} workers: read {wall:7.1f} s{own}; linked {link_wall:6.1f} s",
        end="",
    )
    print(f" {link_cpu / pages:7.3f} CPU s a page" if workers == 1 else "", flush=True)
    if workers == 1:
        print("; ".join(" ".join(kind.split()) for kind in kinds))
        _print_bytes(LakeFolder(folder), pages)


def _print_bytes(lake: LakeFolder, pages: int) -> None:
    sizes = {
        table: sum(path.stat().st_size for path in lake.shards.glob(f"*/{table}.parquet"))
        for table in SHARD_TABLES
    }
    linked = sum(path.stat().st_size for path in lake.linked.iterdir())
    for table, size in {**sizes, "linked": linked}.items():
        print(f"  {table:<12} {size / pages:9.0f} bytes a page")
    print(f"  {'all':<12} {(sum(sizes.values()) + linked) / pages:9.0f} bytes a page", flush=True)


def compare_links(paths: list[Path], lake: Path, story: Path, model: str) -> None:
    """Build a story of the same pages, and print what links the lake lacks and has besides."""
    begun = time.monotonic()
    run.build(paths, story, run.RunOptions(model=model))
    print(f"build, one process: {time.monotonic() - begun:.1f} s, {story.stat().st_size:,} bytes")
    built, found = _list_links(story), _list_links(lake)
    for kind in sorted({*built, *found}):
        ours, theirs = found[kind], built[kind]
        both = ours.keys() & theirs.keys()
        same = sum(ours[pair] == theirs[pair] for pair in both)
        print(
            f"  {kind:<14} build {len(theirs):6}  lake {len(ours):6}  in both {len(both):6}"
            f"  the same to the last feature {same:6}"
        )


def _list_links(path: Path) -> dict[str, dict[tuple[str, str, bool], Link]]:
    links: dict[str, dict[tuple[str, str, bool], Link]] = defaultdict(dict)
    with open_story(path) as story:
        for link in story.links():
            links[link.kind][link.a, link.b, link.candidate] = link
    return links


def main() -> None:
    """Print the measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--model", default=os.environ.get("ONRECORD_MODEL") or "small")
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2])
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        paths = given.paths
        if not paths:
            data = find_data_folder("pages")
            if data is None:
                return
            paths = [Path(made) / "crawl"]
            paths[0].mkdir()
            write_crawl(data, paths[0], given.pages)
        print(f"model {given.model}")
        for workers in given.workers:
            measure_lake(paths, Path(made) / f"lake-{workers}", given.model, workers)
        compare_links(
            paths, Path(made) / f"lake-{given.workers[0]}", Path(made) / "s.db", given.model
        )


if __name__ == "__main__":
    main()
