"""`onrecord decisions`: what people decided about a story, to read, to hand on, and to take over from another copy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from onrecord.cli.options import (
    format_one_line,
    json_option,
    print_json,
    report_no_rows,
    story_file_argument,
)
from onrecord.cli.thresholds import THRESHOLDS
from onrecord.decisions import (
    KINDS,
    BadLine,
    Decision,
    Standing,
    decode_lines,
    describe_decision,
    encode_lines,
)
from onrecord.errors import ReadError, StoreError
from onrecord.story import Story, open_story, replay_decisions

NOTHING_REPLAYED = 1
"""Exit code where no line of a file to replay is a decision."""


@click.command("decisions")
@story_file_argument
@click.option("--on", "record", metavar="ID", help="Only those about this record.")
@click.option("--kind", type=click.Choice(KINDS), help="Only decisions of this kind.")
@click.option("--by", "who", metavar="NAME", help="Only those of this person.")
@click.option(
    "--export",
    "exported",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write them as JSON lines, for another copy of the story.",
)
@click.option(
    "--replay",
    "replayed",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Take over the decisions of such a file.",
)
@json_option
def list_decisions(
    story: Path,
    record: str | None,
    kind: str | None,
    who: str | None,
    exported: Path | None,
    replayed: Path | None,
    *,
    as_json: bool,
) -> int:
    """List what people decided: what holds, what was undone, what is in conflict, and what the story no longer has."""
    if replayed is not None:
        return _replay(story, replayed)
    with open_story(story) as opened:
        wanted = [
            standing
            for standing in opened.decisions
            if _is_wanted(opened, standing, record=record, kind=kind, who=who)
        ]
        if exported is not None:
            _export(story, exported, [standing.decision for standing in wanted])
        elif as_json:
            print_json(build_row(opened, standing) for standing in wanted)
        else:
            for standing in wanted:
                for line in _iter_lines(opened, standing):
                    click.echo(line)
            if not wanted:
                report_no_rows("decisions", len(opened.decisions))
    return 0


def build_row(story: Story, standing: Standing) -> dict[str, Any]:
    """Return a decision as one JSON line, with what became of it in this story."""
    ident = standing.decision.id
    return standing.to_dict() | {
        "here": list(story.corrections.located.get(ident, ())),
        "gone": [target.id for target in story.corrections.gone.get(ident, ())],
    }


def _is_wanted(
    story: Story, standing: Standing, *, record: str | None, kind: str | None, who: str | None
) -> bool:
    decision = standing.decision
    about = {*decision.records, *story.corrections.located.get(decision.id, ())}
    return (
        (record is None or record in about)
        and kind in {None, decision.kind}
        and (who is None or who.casefold() == decision.who.casefold())
    )


def _iter_lines(story: Story, standing: Standing) -> Iterator[str]:
    decision = standing.decision
    about = " ".join(story.corrections.located.get(decision.id, decision.records))
    what = " ".join(filter(None, (describe_decision(decision), about)))
    state = ""
    if standing.undone is not None:
        state = f" [undone by {standing.undone}]"
    elif standing.replaced is not None:
        state = f" [replaced by {standing.replaced}]"
    why = f": {format_one_line(decision.reason)}" if decision.reason else ""
    yield f"{decision.id}  {decision.at[:16]}  {decision.who}  {what}{state}{why}"
    for target in decision.targets:
        if target.text is not None:
            yield f"    on: “{_show_words(target.text)}”"
    for other in standing.conflicts:
        yield f"    in conflict with {other}: the later one holds"
    for target in story.corrections.gone.get(decision.id, ()):
        yield f"    gone: {target.id} is no longer in the story; the decision is kept, and does nothing"


def _show_words(text: str) -> str:
    """Return words of a record on one line; a file from elsewhere may hold characters that act on a terminal."""
    return "".join(
        char if char.isprintable() else "\ufffd"
        for char in format_one_line(text, THRESHOLDS.words_shown)
    )


def _export(story: Path, output: Path, decisions: list[Decision]) -> None:
    if output.exists() and output.samefile(story):
        raise StoreError(f"{output}: is the story itself; name another file")
    try:
        output.write_text("".join(encode_lines(decisions)), encoding="utf-8")
    except OSError as error:
        raise StoreError(f"{output}: can't be written ({error.strerror})") from error
    click.echo(f"{len(decisions)} decision(s) written to {output}", err=True)


def _replay(story: Path, given: Path) -> int:
    decisions: list[Decision] = []
    if not given.is_file():
        raise ReadError("unreadable", f"{given}: is no file of decisions")
    try:
        with given.open("rb") as file:
            for item in decode_lines(file):
                if isinstance(item, BadLine):
                    click.echo(
                        f"onrecord: {given}:{item.number}: {item.problem}; passed over", err=True
                    )
                else:
                    decisions.append(item)
    except OSError as error:
        raise ReadError("unreadable", f"{given}: can't be read ({error.strerror})") from error
    if not decisions:
        click.echo(f"onrecord: {given}: there is no decision in it", err=True)
        return NOTHING_REPLAYED
    done = replay_decisions(story, decisions)
    click.echo(f"{len(done.added)} new, {done.known} already there")
    for ident in done.gone:
        click.echo(
            f"onrecord: {ident}: what it is about is not in this story; it is kept, and does nothing",
            err=True,
        )
    for first, second in done.conflicts:
        click.echo(f"onrecord: {first} and {second} disagree; the later one holds", err=True)
    return 0
