"""Where the data and the tools of the benches are: `ONRECORD_BENCH_DATA`, or the folder beside the project."""

from __future__ import annotations

import os
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

BESIDE = Path(__file__).parents[2] / "shared"


def find_data_folder(name: str) -> Path | None:
    """Return the folder of one data set, or None after saying that it is not there."""
    root = Path(os.environ.get("ONRECORD_BENCH_DATA", BESIDE / "data"))
    folder = root / name
    if folder.is_dir():
        return folder
    print(f"{name}: data not there: skipped, not passed", file=sys.stderr)
    return None


def load_tool(name: str) -> ModuleType | None:
    """Return the tool `name` in the folder beside the data as a module, or None where it is not there."""
    data = Path(os.environ.get("ONRECORD_BENCH_DATA", BESIDE / "data"))
    for root in (data.parent, BESIDE):
        path = root / "tools" / f"{name}.py"
        spec = spec_from_file_location(name, path)
        if path.is_file() and spec and spec.loader:
            module = module_from_spec(spec)
            spec.loader.exec_module(module)
            return module
    return None
