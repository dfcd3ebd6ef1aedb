"""`onrecord why`: the words behind a record, where they are, and how the value was read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from onrecord.cli.options import format_date, format_json, iter_marks, json_option, story_argument
from onrecord.records import Link, Undertaking
from onrecord.story import Why, open_story
from onrecord.story import explain_record as explain


@click.command("why")
@story_argument
@click.argument("record")
@json_option
def print_explanation(story: Path, record: str, *, as_json: bool) -> None:
    """Explain a record: its words, where they are, and how its value was read."""
    with open_story(story) as opened:
        row = opened.record(record)
        if isinstance(row, Link | Undertaking):
            _print_cross_page_row(row, as_json=as_json)
            return
        reason = explain(opened, record)
    if as_json:
        click.echo(format_json(reason.to_dict()))
        return
    for line in _iter_lines(reason):
        click.echo(line)


def _print_cross_page_row(row: Link | Undertaking, *, as_json: bool) -> None:
    """Print a row that spans pages: a link's features, or an undertaking's parts, each with its words."""
    values = row.to_dict()
    if not as_json:
        for line in iter_marks(row.decided, "by hand   "):
            click.echo(line)
    if as_json:
        click.echo(format_json(values))
        return
    if isinstance(row, Link):
        mark = " (candidate, to check)" if row.candidate else ""
        click.echo(f"link      {row.id}  {row.kind}{mark} {row.score:g}: {row.a} and {row.b}")
        for feature in row.features:
            click.echo(
                f"because   {feature.name} ({feature.weight:g}): “{feature.a}” and “{feature.b}”"
            )
        return
    click.echo(f"card      {row.id}  {row.name}")
    cells = [(party.role, party.cited) for party in row.parties]
    cells += [(contribution.status, contribution.cited) for contribution in row.contributions]
    cells += [("task", task.cited) for task in row.tasks]
    cells += [("phase", phase.cited) for phase in row.phases]
    for what, cited in cells:
        click.echo(f"{what:<11} “{cited.text}” ({cited.page} {cited.start}–{cited.end})")


def _iter_lines(why: Why) -> Iterator[str]:
    evidence, head = why.record.evidence, why.head
    yield f"record    {why.record.id}"
    yield f"page      {head.id}  {head.outlet or '(outlet not known)'}, {format_date(head.published)}: {head.title or head.path}"
    yield f"words     {why.before}»{evidence.text}«{why.after}"
    yield f"in text   {evidence.start}–{evidence.end} ({why.zone or 'no zone'})"
    if why.bytes:
        note = ", which draw the sheet" if why.boxes else ""
        yield f"in file   bytes {why.bytes[0]}–{why.bytes[1]} of {head.path} (sha256 {head.capture[:16]}…){note}"
    for box in why.boxes:
        yield f"on sheet  {box.sheet}, from {box.left:g}, {box.bottom:g} to {box.right:g}, {box.top:g} (points)"
    if why.original is not None:
        yield f"spelling  {why.original}"
    for step in why.steps:
        yield f"read      {step}"
    yield from iter_marks(why.record.decided, "by hand   ")
    yield from iter_marks(head.decided, "the page  ")
