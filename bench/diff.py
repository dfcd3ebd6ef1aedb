"""What a change of rules gains and loses: the records of two stories built from the same pages.

Run it: build the same unlabelled pages before and after the change, then
`python -m bench.diff OLD.db NEW.db [--kind quotes] [--limit 40]`, and read both lists. A record is
the same if it has the same words at the same place and the same fields.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.story import Story, open_story
from onrecord.story.schema import KINDS

_IGNORED_KEYS = {
    "id",
    "by",
    "page",
    "bytes",
    "confidence",
    "entity",
    "time",
    "as_of",
    "according_to",
}
_IGNORED_KEYS |= {"said_by", "event", "due", "parent", "steps", "embedding"}


def index_records(story: Story, kind: str) -> dict[tuple[str, ...], str]:
    """Return a line to print for each record of a kind, by the record's capture and content."""
    heads = {head.id: head.capture for head in story.heads()}
    lines = {}
    for record in story.records(kind):
        row = record.to_dict()
        fields = {key: _drop_keys(value) for key, value in row.items() if key not in _IGNORED_KEYS}
        key = (heads[row["page"]], *(f"{name}={value}" for name, value in fields.items()))
        lines[key] = _format_line(fields)
    return lines


def compare_stories(old: Story, new: Story, kind: str) -> tuple[list[str], list[str]]:
    """Return the lines lost and gained from the old story to the new one."""
    before, after = index_records(old, kind), index_records(new, kind)
    lost = [line for key, line in before.items() if key not in after]
    gained = [line for key, line in after.items() if key not in before]
    return lost, gained


def _drop_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _drop_keys(item) for key, item in value.items() if key not in _IGNORED_KEYS}
    if isinstance(value, list):
        return [_drop_keys(item) for item in value]
    return value


def _format_line(fields: dict[str, Any]) -> str:
    words = " ".join(str(fields["text"]).split())
    rest = ", ".join(f"{key}={_shorten(value)}" for key, value in _iter_shown(fields))
    return f"“{words[:140]}”  {rest}"


def _iter_shown(fields: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in fields.items():
        if key not in {"text", "start", "end"} and value not in (None, [], "", False):
            yield key, value


def _shorten(value: Any) -> str:
    if isinstance(value, dict):
        return str(value.get("text", value))[:60]
    if isinstance(value, list):
        return "[" + "; ".join(_shorten(item) for item in value) + "]"
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
            lost, gained = compare_stories(old, new, kind)
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
