"""JSON that may stand in a web page: a page's words in it can end no script and open no tag.

In: plain values. Out: JSON text. Out of scope: JSON lines, which keep every character as it is.

Source: HTML Living Standard, "Restrictions for contents of script elements".
"""

from __future__ import annotations

import json
from typing import Any, BinaryIO

_ESCAPES = str.maketrans(
    {
        "<": "\\u003c",
        ">": "\\u003e",
        "&": "\\u0026",
        "\u2028": "\\u2028",
        "\u2029": "\\u2029",
    }
)


def format_json(value: Any) -> str:
    """Return `value` as JSON without `<`, `>` and `&`, which are written as escapes."""
    return json.dumps(value, ensure_ascii=False, indent=1).translate(_ESCAPES)


def write_json(value: Any, stream: BinaryIO) -> None:
    """Write `value` to `stream` as UTF-8."""
    stream.write(format_json(value).encode("utf-8", "replace") + b"\n")
