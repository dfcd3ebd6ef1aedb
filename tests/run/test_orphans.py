"""Workers end with the run that started them, however it ended, and leave its caller's pipes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import EXAMPLES

MOST_SECONDS = 60
"""How long a test waits for what takes two seconds on a machine with nothing else to do."""

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")


def list_descendants(process: int) -> set[int]:
    """Return the processes below `process`."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, _, rest = stat.read_text().rpartition(")")
        except OSError:  # it ended meanwhile
            continue
        parents[int(name.split()[0])] = int(rest.split()[1])
    found = {process}
    while grown := {child for child, parent in parents.items() if parent in found} - found:
        found |= grown
    return found - {process}


def is_alive(process: int) -> bool:
    try:
        stat = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"


@pytest.mark.parametrize(
    ("sent", "at_work"), [(signal.SIGKILL, True), (signal.SIGTERM, True), (signal.SIGHUP, False)]
)
def test_workers_end_with_their_run(sent: signal.Signals, at_work: bool, tmp_path: Path) -> None:
    saved = tmp_path / "saved"
    saved.mkdir()
    words = (EXAMPLES / "pages").glob("*.txt")
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(words))
    for number in range(60):
        (saved / f"{number}.txt").write_text(f"Report {number}\n\n{text}", encoding="utf-8")
    command = [sys.executable, "-m", "onrecord", "build", saved, "-o", tmp_path / "s.db"]
    with subprocess.Popen(
        [*map(str, command), "--workers", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONWARNINGS": "ignore"},
    ) as process:
        until = time.monotonic() + MOST_SECONDS
        workers: set[int] = set()
        while len(workers) < 3 or (at_work and not _has_pages(tmp_path / "s.db")):
            assert process.poll() is None, "it ended before a signal was sent"
            assert time.monotonic() < until
            time.sleep(0.05)
            workers = list_descendants(process.pid)
        process.send_signal(sent)
        try:
            process.communicate(timeout=MOST_SECONDS)  # until the pipes' other ends are closed
            until = time.monotonic() + MOST_SECONDS
            while any(map(is_alive, workers)):
                assert time.monotonic() < until, "workers outlive their run"
                time.sleep(0.05)
        finally:
            for worker in filter(is_alive, workers):
                os.kill(worker, signal.SIGKILL)


def _has_pages(story: Path) -> bool:
    wal = story.with_name(f"{story.name}-wal")
    return wal.exists() and wal.stat().st_size > 200_000
