"""Versions of all that decides what is read of a page, and how a run that failed says so.

In: the pipeline's name; an exception. Out: name → version; one line. Out of scope: where they are stored.
"""

from __future__ import annotations

import platform

from onrecord._version import __version__
from onrecord.errors import OnRecordError
from onrecord.extract import EXTRACTORS
from onrecord.link import LINK_NAME
from onrecord.pages import PAGES_NAME
from onrecord.run.library_versions import DECIDING_LIBRARIES, find_versions

_LIBRARIES = tuple(sorted((*DECIDING_LIBRARIES, "brotli", "pypdf", "warcio", "zstandard")))
"""Libraries another version of which may read another thing of the same page."""


def list_versions(model: str) -> dict[str, str]:
    """Return the versions of onrecord, its parts, the pipeline, Python and the libraries that decide, by name.

    Args:
        model: the pipeline's `name@version`.
    """
    ours = (PAGES_NAME, *(name for name, _ in EXTRACTORS), LINK_NAME, model)
    parts = dict(name.rsplit("@", 1) for name in ours)
    python = {"python": platform.python_version(), "platform": platform.platform(terse=True)}
    return {"onrecord": __version__, **parts, **python, **find_versions(_LIBRARIES)}


def describe_failure(error: BaseException) -> str:
    """Return in one line why a run ended before its time."""
    if isinstance(error, OnRecordError):
        return " ".join(str(error).split())
    if isinstance(error, KeyboardInterrupt):
        return "stopped by a person"
    return f"{type(error).__name__}: {' '.join(str(error).split())}"
