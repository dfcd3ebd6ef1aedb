"""JSON-LD scripts as values, also where they are not strict JSON.

In: the content of a script. Out: the values in it, in order. Read are what wraps a script in old pages (comments, CDATA,
an assignment), commas before a closing bracket, quotation marks escaped for HTML, and several values one after the other.
Out of scope: what the values say.

Source: JSON-LD 1.1, embedding in HTML; RFC 8259.
"""

from __future__ import annotations

import html
import json
import re
from typing import Any

from onrecord.pages.dom.thresholds import THRESHOLDS

_DECODER = json.JSONDecoder(strict=False)
_STRING = r'"(?:[^"\\]++|\\.)*+"'
_NO_JSON = re.compile(
    rf"(?P<string>{_STRING})|<!--|--!?>|(?://\s*)?<!\[CDATA\[|(?://\s*)?\]\]>|//[^\n]*+|/\*[^*]*+(?:\*(?!/)[^*]*+)*+\*/",
    re.DOTALL,
)
"""Strings, which are kept, and comments and marks of HTML, XML and JavaScript, which are not JSON."""
_TRAILING_COMMA = re.compile(rf"(?P<string>{_STRING})|,(?=[\s,]*[}}\]])", re.DOTALL)
_WRONG_ESCAPE = re.compile(r"\\(?![\"\\/bfnrtu])")
_OPENING = re.compile(r"[{\[]")
_BETWEEN_VALUES = re.compile(r"[\s;,\ufeff]*+")


def read_json_ld(script: str) -> list[Any]:
    r"""Return the values in a script, in order; from where it can't be read, none.

    Examples:
        >>> read_json_ld('<!-- {"name": "Ann",} -->')
        [{'name': 'Ann'}]
        >>> read_json_ld('{"a": 1}{"b": 2};')
        [{'a': 1}, {'b': 2}]

    """
    written = script.strip().lstrip("\ufeff")
    try:
        return [json.loads(written, strict=False)]
    except (ValueError, RecursionError):
        pass
    if '"' not in written and "&quot;" in written:
        written = html.unescape(written)
    loose = _NO_JSON.sub(_keep_string, written)
    return _read_values(_TRAILING_COMMA.sub(_keep_string, loose))


def _keep_string(match: re.Match[str]) -> str:
    return _WRONG_ESCAPE.sub("", match["string"]) if match["string"] else ""


def _read_values(written: str) -> list[Any]:
    """Return the values that stand one after the other in `written`, the first one after any words."""
    values: list[Any] = []
    start = _OPENING.search(written)
    at = start.start() if start else len(written)
    while at < len(written) and len(values) < THRESHOLDS.max_json_ld_values:
        try:
            value, end = _DECODER.raw_decode(written, at)
        except (ValueError, RecursionError):
            break
        values.append(value)
        between = _BETWEEN_VALUES.match(written, end)
        at = between.end() if between else end
    return values
