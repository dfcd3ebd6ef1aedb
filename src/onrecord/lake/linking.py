"""Links over a lake, written as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from onrecord.lake.spread import Cluster


def link_lake(folder: Path, cluster: Cluster) -> Iterator[str]:
    """Make the links of the lake anew, and yield a line on each kind."""
    del folder, cluster
    yield from ()
