"""The compiled annotations with the texts that they mark.

In: `gold.jsonl` beside this module and the texts, where the free sets are on the machine (`texts`). Out: each document's marks and its text. Out of
scope: parsing.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.annotations.texts import load_texts

GOLD = Path(__file__).with_name("gold.jsonl")


def read_rows() -> list[dict[str, Any]]:
    """Return the marks of every annotated document: its id, part, hash of its text, and layers."""
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


def iter_annotated(part: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield marks and text of the documents of a part whose texts are on the machine and as they were; others are named on standard error."""
    texts = load_texts()
    for marks in read_rows():
        text = texts.get(marks["document"])
        if marks["part"] != part or text is None:
            continue
        if hashlib.sha256(text.encode()).hexdigest() != marks["sha256"]:
            print(f"annotated: {marks['document']} is another text: left out", file=sys.stderr)
            continue
        yield marks, text
