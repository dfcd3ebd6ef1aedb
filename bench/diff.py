"""What a change of rules gains and loses: the records of two stories built from the same pages.

Run it: build the same unlabelled pages before and after the change, then
`python -m bench.diff OLD.db NEW.db [--kind quotes] [--limit 40]`, and read both lists. A record is
the same if it has the same words at the same place and says the same of them.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.story import Story, open_story
from onrecord.story.schema import KINDS

_NOT_SAID = {"id", "by", "page", "bytes", "confidence", "entity", "time", "as_of", "according_to"}
_NOT_SAID |= {"said_by", "event", "due", "parent", "steps"}


def said(story: Story, kind: str) -> dict[tuple[str, ...], str]:
    """Return each record of a kind as what it says → a line for a person."""
    heads = {head.id: head.capture for head in story.heads()}
    lines = {}
    for record in story.records(kind):
        row = record.to_dict()
        told = {key: _bare(value) for key, value in row.items() if key not in _NOT_SAID}
        key = (heads[row["page"]], *(f"{name}={value}" for name, value in told.items()))
        lines[key] = _line(told)
    return lines


def differences(old: Story, new: Story, kind: str) -> tuple[list[str], list[str]]:
    """Return the lines lost and gained from the old story to the new one."""
    before, after = said(old, kind), said(new, kind)
    lost = [line for key, line in before.items() if key not in after]
    gained = [line for key, line in after.items() if key not in before]
    return lost, gained


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _bare(item) for key, item in value.items() if key not in _NOT_SAID}
    if isinstance(value, list):
        return [_bare(item) for item in value]
    return value


def _line(told: dict[str, Any]) -> str:
    words = " ".join(str(told["text"]).split())
    rest = ", ".join(f"{key}={_short(value)}" for key, value in _worth(told))
    return f"“{words[:140]}”  {rest}"


def _worth(told: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in told.items():
        if key not in {"text", "start", "end"} and value not in (None, [], "", False):
            yield key, value


def _short(value: Any) -> str:
    if isinstance(value, dict):
        return str(value.get("text", value))[:60]
    if isinstance(value, list):
        return "[" + "; ".join(_short(item) for item in value) + "]"
    return str(value)[:60]


def main() -> None:
    """Print what was lost and gained."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("--kind", choices=sorted(KINDS), action="append")
    parser.add_argument("--limit", type=int, default=40)
    given = parser.parse_args()
    totals: Counter[str] = Counter()
    with open_story(given.old) as old, open_story(given.new) as new:
        for kind in given.kind or KINDS:
            lost, gained = differences(old, new, kind)
            totals["lost"] += len(lost)
            totals["gained"] += len(gained)
            print(f"{kind}: {len(lost)} lost, {len(gained)} gained")
            for sign, lines in (("-", lost), ("+", gained)):
                for line in lines[: given.limit]:
                    print(f"  {sign} {line}")
                if len(lines) > given.limit:
                    print(f"  {sign} … and {len(lines) - given.limit} more")
    print(f"all: {totals['lost']} lost, {totals['gained']} gained")


if __name__ == "__main__":
    main()
