"""`onrecord why`: the words behind a record, where they stand, and how the value was read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from onrecord.cli.options import json_option, shown_date, story_argument
from onrecord.story import Why, open_story
from onrecord.story import why as explain


@click.command()
@story_argument
@click.argument("record")
@json_option
def why(story: Path, record: str, *, as_json: bool) -> None:
    """Tell why a record stands."""
    with open_story(story) as opened:
        reason = explain(opened, record)
    if as_json:
        click.echo(json.dumps(reason.to_dict(), ensure_ascii=False))
        return
    for line in _lines(reason):
        click.echo(line)


def _lines(why: Why) -> Iterator[str]:
    evidence, head = why.record.evidence, why.head
    yield f"record    {why.record.id}"
    yield f"page      {head.id}  {head.outlet or '(outlet not known)'}, {shown_date(head.published)}: {head.title or head.path}"
    yield f"words     {why.before}»{evidence.text}«{why.after}"
    yield f"in text   {evidence.start}–{evidence.end} ({why.zone or 'no zone'})"
    if why.bytes:
        yield f"in file   bytes {why.bytes[0]}–{why.bytes[1]} of {head.path} (sha256 {head.capture[:16]}…)"
        yield f"spelling  {why.original}"
    for step in why.steps:
        yield f"read      {step}"
