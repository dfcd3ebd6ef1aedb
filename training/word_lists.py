"""``word_lists.toml`` in, its tables out: what invented names are made of, and which words are not names."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

WORDS: dict[str, Any] = tomllib.loads(
    (Path(__file__).parent / "word_lists.toml").read_text(encoding="utf-8")
)
