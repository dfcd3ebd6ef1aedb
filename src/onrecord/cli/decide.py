"""`onrecord decide`: a correction, a confirmation, a note or a tag, beside the record that it is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from onrecord.cli.options import story_file_argument
from onrecord.decisions import Decision, describe_decision
from onrecord.story import find_leaving, open_story, take_decision
from onrecord.timeline import build_timeline

_HOW = (
    "--wrong, --right, --set FIELD=VALUE, --join ID, --split WHAT, --note TEXT, --tag WORD, --pin"
    " or --undo"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the options ask for: the kind of decision, its records, and its value."""

    kind: str
    ids: tuple[str, ...]
    values: dict[str, str]


_OPTIONS = (
    click.option("--wrong", is_flag=True, help="It is wrong: it leaves every list, and is kept."),
    click.option(
        "--right", is_flag=True, help="It was checked, and is right; a candidate link holds."
    ),
    click.option(
        "--set",
        "setting",
        metavar="FIELD=VALUE",
        help="Set status or day of an event, day or outlet of a page, name or type of an entity.",
    ),
    click.option(
        "--join", multiple=True, metavar="ID", help="This entity is the same; repeatable."
    ),
    click.option(
        "--split",
        multiple=True,
        metavar="WHAT",
        help="What is called so, or stands on this page (its id), is another entity; repeatable.",
    ),
    click.option("--note", metavar="TEXT", help="Add a note."),
    click.option("--tag", metavar="WORD", help="Add a tag."),
    click.option(
        "--pin", is_flag=True, help="RECORD is an ISO day: it is always among the best days."
    ),
    click.option("--undo", is_flag=True, help="RECORD is a decision's id: it no longer holds."),
    click.option(
        "--because", metavar="TEXT", default="", help="Why; needed but for a note or a tag."
    ),
    click.option(
        "--by",
        "who",
        metavar="NAME",
        envvar="ONRECORD_BY",
        help="Who decides; else the name in ONRECORD_BY.",
    ),
)


def _add_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.command("decide")
@story_file_argument
@click.argument("record")
@_add_options
def decide_record(story: Path, record: str, because: str, who: str | None, **asked: Any) -> None:
    """Correct, confirm, note or tag a record: kept beside it, with who, when and why; it can be undone."""
    wanted = _read_wanted(story, record, asked)
    decision = take_decision(
        story,
        wanted.kind,
        wanted.ids,
        who=who or "",
        reason=asked["note"] or because,
        **wanted.values,
    )
    click.echo(f"{decision.id}  {_describe(decision)}")
    _report_conflicts(story, decision)


def _read_wanted(path: Path, record: str, asked: dict[str, Any]) -> Wanted:
    """Return what the options ask for.

    Raises:
        UsageError: if they ask for nothing, or for two things at once.

    """
    kinds = [kind for kind in ("wrong", "right", "note", "tag", "pin", "undo") if asked[kind]]
    kinds += [
        kind
        for kind, option in (("set", "setting"), ("join", "join"), ("split", "split"))
        if asked[option]
    ]
    if len(kinds) != 1:
        raise click.UsageError(
            f"say one of {_HOW}" + (f", not {' and '.join(kinds)}" if kinds else "")
        )
    kind = kinds[0]
    if kind == "set":
        field, _, value = asked["setting"].partition("=")
        return Wanted(kind, (record,), {"field": field.strip(), "value": value})
    if kind == "join":
        return Wanted(kind, (record, *asked["join"]), {})
    if kind == "split":
        return Wanted(kind, _find_split(path, record, asked["split"]), {})
    if kind == "pin":
        _check_day(path, record)
        return Wanted(kind, (), {"value": record})
    return Wanted(kind, (record,), {"value": asked["tag"]} if kind == "tag" else {})


def _find_split(path: Path, record: str, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids of a split: of what stays, then of what leaves it."""
    with open_story(path) as story:
        leaving = [one for words in wanted for one in find_leaving(story, record, words)]
        members = story.entities_by_who().get(story.who_is(record), [])
        staying = [one.id for one in members if one.id not in leaving]
        stays = record if record in staying or not staying else staying[0]
    return (stays, *dict.fromkeys(leaving))


def _check_day(path: Path, day: str) -> None:
    """Raise if the timeline has no entry of a day: there would be nothing to pin.

    Raises:
        UsageError: saying so.

    """
    with open_story(path) as story:
        if not any(entry.day == day for entry in build_timeline(story)):
            raise click.UsageError(
                f"the timeline has no entry of {day!r}; see: onrecord timeline {path}"
            )


def _describe(decision: Decision) -> str:
    about = f" {' and '.join(decision.records)}" if decision.records else ""
    return f"{describe_decision(decision)}{about}, by {decision.who}"


def _report_conflicts(path: Path, decision: Decision) -> None:
    """Print on standard error which decisions of others answer the same question differently."""
    with open_story(path) as story:
        known = {standing.decision.id: standing for standing in story.decisions}
    for other in known[decision.id].conflicts:
        what = known[other].decision
        click.echo(
            f"onrecord: {what.who} decided otherwise ({describe_decision(what)}, {other}): the later one holds",
            err=True,
        )
