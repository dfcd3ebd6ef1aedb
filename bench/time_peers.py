"""Finds times by another library, in an interpreter where that library is installed.

Run by `bench.times`: `python bench/time_peers.py NAME`, NAME being `load_dateparser` or `load_recognizers`. In:
JSON lines {text, day} on standard input. Out: a JSON list [[start, end, type, value] …] a line, then
the seconds it took. Ends with 3 where the library is not there. Imports nothing of onrecord.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

Row = list[Any]
_SENTENCE = re.compile(r"\S(?:.(?!(?<=[.!?]) [A-Z“\"`])|\n(?!\s*\n))*.?")
_TYPES = {"date": "DATE", "daterange": "DATE", "duration": "DURATION", "set": "SET"}


def load_dateparser() -> Callable[[str, datetime], list[Row]]:
    """Return the finder of `dateparser.search`."""
    from dateparser.search import search_dates  # type: ignore[import-untyped,unused-ignore]

    def find(text: str, day: datetime) -> list[Row]:
        found, position = [], 0
        settings = {"RELATIVE_BASE": day}
        for words, moment in search_dates(text, languages=["en"], settings=settings) or []:
            start = text.find(words, position)
            if start >= 0:
                position = start + len(words)
                found.append([start, position, "DATE", moment.date().isoformat()])
        return found

    return find


def load_recognizers() -> Callable[[str, datetime], list[Row]]:
    """Return the finder of Recognizers-Text; it reads sentence by sentence, else it joins lists."""
    from recognizers_date_time import (  # type: ignore[import-not-found,unused-ignore]
        Culture,
        recognize_datetime,
    )

    def find(text: str, day: datetime) -> list[Row]:
        found = []
        for sentence in _SENTENCE.finditer(text):
            for row in recognize_datetime(sentence[0], Culture.English, reference=day):
                values = (row.resolution or {}).get("values") or []
                if values:
                    start = sentence.start()
                    found.append([start + row.start, start + row.end + 1, *_read_timex(values[0])])
        return found

    return find


def _read_timex(value: dict[str, str]) -> tuple[str, str | None]:
    """Return type and TIMEX3 value: what it resolved to, where its TIMEX3 is open."""
    timex: str | None = value.get("timex")
    if timex and timex.startswith("XXXX") and value.get("value"):
        timex = value["value"].replace(" ", "T")
    if timex and timex.startswith("(") and value.get("start"):
        timex = f"{value['start']}/{value.get('end', '')}".replace(" ", "T")
    return _TYPES.get(value["type"], "TIME"), timex


def main() -> Iterator[str]:
    """Yield a line for each line of standard input, then the seconds."""
    try:
        find = {"dateparser": load_dateparser, "recognizers": load_recognizers}[sys.argv[1]]()
    except ImportError:
        sys.exit(3)
    find("Two days ago, on 3 March 2016.", datetime.fromisoformat("2016-03-16"))
    seconds = 0.0
    for line in sys.stdin:
        case = json.loads(line)
        begun = time.process_time()
        try:
            rows = find(case["text"], datetime.fromisoformat(case["day"]))
        except (AttributeError, IndexError, KeyError, TypeError, ValueError, OverflowError):
            rows = []  # The library's own errors on odd input: nothing is found.
        seconds += time.process_time() - begun
        yield json.dumps(rows)
    yield json.dumps(seconds)


if __name__ == "__main__":
    for written in main():
        print(written)
