"""What `onrecord --version` says: the program's version, the models that ship with it, Python, and the libraries that run the models.

In: installed files. Out: lines of text. Out of scope: the versions that a story was made with, which its runs record (`onrecord log`). No model is
loaded, and no library that is named is imported.
"""

from __future__ import annotations

import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from onrecord._version import __version__

_MODELS = Path(__file__).parents[1] / "language" / "models"
_LIBRARIES = {
    "spacy": "no page can be read without it",
    "onnxruntime": "--model accurate needs it: pip install 'onrecord[accurate]'",
}
"""Libraries that run the models, each with what is missing without it."""


def describe_versions() -> str:
    """Return the program's version in the first line, then what else decides."""
    libraries = ", ".join(_describe_library(name, lack) for name, lack in _LIBRARIES.items())
    return "\n".join(
        (
            f"onrecord, version {__version__}",
            f"models: {', '.join(_iter_models())}",
            f"Python {platform.python_version()}, {libraries}",
        )
    )


def _iter_models() -> Iterator[str]:
    """Yield name and version of each model that ships: the heading of its card."""
    for card in sorted(_MODELS.glob("*/CARD.md")):
        with card.open(encoding="utf-8") as lines:
            yield lines.readline().removeprefix("# ").strip()


def _describe_library(name: str, lack: str) -> str:
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return f"{name} is not installed ({lack})"
