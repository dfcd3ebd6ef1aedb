"""Where the measuring data is: `ONRECORD_BENCH_DATA`, or the folder beside the project."""

from __future__ import annotations

import os
import sys
from pathlib import Path

BESIDE = Path(__file__).parents[2] / "shared"


def find_data_folder(name: str) -> Path | None:
    """Return the folder of one data set, or None after saying that it is not there."""
    root = Path(os.environ.get("ONRECORD_BENCH_DATA", BESIDE / "data"))
    folder = root / name
    if folder.is_dir():
        return folder
    print(f"{name}: data not there: skipped, not passed", file=sys.stderr)
    return None
