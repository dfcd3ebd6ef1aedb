"""The reading room under load: requests a second, waiting times and the server's own seconds, view by view.

Run it: `python -m bench.load STORY [--readers N] [--seconds S] [--views NAME…]`; `python -m bench.multiplied` makes a large story. A server is started on
loopback in a process of its own; the readers are threads of this one, each with a connection that stays open. They ask for other pages, filters and words each
time (`--same`: for the same). What a core can do is read off the server's own seconds, which other work on the machine makes little longer.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import quote

from onrecord.story import open_story

Choose = Callable[[random.Random], str]
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Load:
    """What came of one view: requests and answers other than 200, seconds of the wall and of the server, milliseconds of each request."""

    requests: int
    failed: int
    seconds: float
    server_seconds: float
    waits: list[float]

    def describe(self) -> str:
        """Return the measures as cells of a table."""
        slow = quantiles(self.waits, n=20)[-1] if len(self.waits) > 1 else self.waits[0]
        of_core = self.requests / max(self.server_seconds, 1 / _TICKS)
        kilobytes = f"{self.failed} failed" if self.failed else ""
        return f"{of_core:7.0f} {self.requests / self.seconds:7.0f} {median(self.waits):8.1f} {slow:8.1f} {max(self.waits):8.1f} {kilobytes}"


def repeat_address(address: str) -> Choose:
    """Return a function that chooses this address."""
    return lambda _: address


def list_addresses(story_path: Path) -> dict[str, Choose]:
    """Return view → a function that chooses an address of it."""
    with open_story(story_path) as story:
        pages = [row["id"] for row in story.rows("SELECT id FROM pages ORDER BY id")]
        quotes = [row["id"] for row in story.rows("SELECT id FROM quotes ORDER BY id LIMIT 20000")]
        events = [row["id"] for row in story.rows("SELECT id FROM events ORDER BY id LIMIT 20000")]
        people = [row["id"] for row in story.rows("SELECT id FROM who ORDER BY mentions DESC LIMIT 2000")]  # fmt: skip
        threads = [row["page"] for row in story.rows("SELECT DISTINCT page FROM comments LIMIT 500")]  # fmt: skip
        text = " ".join(row["text"] for row in story.rows("SELECT text FROM passages LIMIT 400"))
    words = sorted({word for word in text.split() if word.isalpha() and len(word) > 3})

    def choose_sheet(path: str, most: int) -> Choose:
        return lambda chance: f"{path}?page={chance.randint(1, most)}"

    def choose_of(template: str, values: list[str]) -> Choose:
        return lambda chance: template.format(quote(chance.choice(values)))

    views: dict[str, Choose] = {
        "front": repeat_address("/"),
        "pages": choose_sheet("/pages", 200),
        "page": choose_of("/pages/{}", pages),
        "original": choose_of("/pages/{}/original", pages),
        "timeline": choose_sheet("/timeline", 200),
        "events": choose_sheet("/events", 200),
        "quotes": choose_sheet("/quotes", 200),
        "quotes_of_kind": lambda chance: f"/quotes?kind=direct&page={chance.randint(1, 200)}",
        "figures": choose_sheet("/figures", 50),
        "times": choose_sheet("/times", 200),
        "promises": choose_sheet("/promises", 50),
        "undertakings": choose_sheet("/undertakings", 5),
        "who": choose_sheet("/who", 50),
        "one": choose_of("/who/{}", people),
        "copies": choose_sheet("/copies", 5),
        "threads": repeat_address("/threads"),
        "skipped": repeat_address("/skipped"),
        "record": choose_of("/r/{}", quotes + events),
        "search": choose_of("/search?q={}", words),
        "static": repeat_address("/static/room.css"),
    }
    return views | ({"thread": choose_of("/threads/{}", threads)} if threads else {})


@contextmanager
def serve(story: Path) -> Iterator[tuple[int, int]]:
    """Serve a story in a process of its own; yields its port and process id."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "onrecord", "serve", str(story), "--port", str(port)]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        for _ in range(600):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield port, process.pid
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)


def measure(port: int, process: int, choose: Choose, readers: int, seconds: float) -> Load:
    """Return what `readers` at once get in so many seconds."""
    waits: list[float] = []
    failed: list[int] = []
    until = time.monotonic() + seconds

    def read(seed: int) -> None:
        chance = random.Random(seed)
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        while not waits or time.monotonic() < until:
            began = time.perf_counter()
            connection.request("GET", choose(chance))
            answer = connection.getresponse()
            answer.read()
            waits.append(1000 * (time.perf_counter() - began))
            if answer.status != http.client.OK:
                failed.append(answer.status)
        connection.close()

    began, began_server = time.monotonic(), read_cpu_seconds(process)
    threads = [threading.Thread(target=read, args=(seed,)) for seed in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    spent = time.monotonic() - began
    return Load(len(waits), len(failed), spent, read_cpu_seconds(process) - began_server, waits)


def read_cpu_seconds(process: int) -> float:
    """Return how many seconds of a processor a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def read_peak_bytes(process: int) -> int:
    """Return the most memory that a process has held."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    return 0


def main() -> None:
    """Read the arguments and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("story", type=Path)
    parser.add_argument("--readers", type=int, default=16)
    parser.add_argument("--seconds", type=float, default=4.0)
    parser.add_argument("--views", nargs="*")
    parser.add_argument("--same", action="store_true")
    given = parser.parse_args()
    views = list_addresses(given.story)
    with serve(given.story) as (port, process):
        print("view             first ms   a core  a second  median ms  p95 ms  max ms")
        for name in given.views or views:
            choose = views[name]
            if given.same:
                choose = repeat_address(choose(random.Random(0)))
            first = measure(port, process, choose, 1, 0.0001)
            load = measure(port, process, choose, given.readers, given.seconds)
            print(f"{name:16} {first.waits[0]:8.0f} {load.describe()}", flush=True)
        print(f"server: {read_peak_bytes(process) / 1e6:,.0f} MB at most")


if __name__ == "__main__":
    main()
