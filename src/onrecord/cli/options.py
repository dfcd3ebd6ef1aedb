"""Options and output that several commands share."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from onrecord.decisions import describe_decided
from onrecord.errors import NotFound
from onrecord.records import Dated, Decided, Entity, Participant, Source
from onrecord.records.shortening import cut_text
from onrecord.story import PageHead, Story
from onrecord.story.participant_descriptions import describe_participant, is_pronoun
from onrecord.story.selection import is_iso_day

WRONG = "onrecord.wrong"
"""Key under which `--wrong` is kept in a command's context."""


class StoryFile(click.Path):
    """The path of a story file; of a lake it is said how a story file is made of it."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path, or end the command with what to do."""
        from onrecord.story.lake.layout import LakeFolder

        if LakeFolder(Path(value)).about.is_file():
            cut = f"onrecord build --from {value} -o STORY"
            self.fail(f"{value} is a lake, which is only read; cut a story file: {cut}", param, ctx)
        return super().convert(value, param, ctx)


manifest_option = click.option(
    "--manifest",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="CSV or JSON lines that state url, outlet, title, published … of pages.",
)
description_option = click.option(
    "--description", metavar="TEXT", help="What it is about, in a sentence or two."
)
story_argument = click.argument("story", type=click.Path(path_type=Path))
"""A story file, or the folder of a lake."""
story_file_argument = click.argument("story", type=StoryFile(path_type=Path, dir_okay=False))
"""A story file alone: for what writes to it, and for what only a file has."""
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON lines.")
page_option = click.option("--page", metavar="ID", help="Only this page's.")
who_option = click.option(
    "--who",
    metavar="NAME",
    help="Only those of this entity: a name as `onrecord who` lists it, or an id.",
)
from_option = click.option(
    "--from", "start", metavar="DAY", help="From this day on (ISO, may be partial)."
)
to_option = click.option("--to", "end", metavar="DAY", help="Up to this day (ISO, may be partial).")
wrong_option = click.option(
    "--wrong",
    is_flag=True,
    expose_value=False,
    callback=lambda context, _, value: context.meta.update({WRONG: value}),
    help="Only those marked wrong by hand, which no other list has.",
)
"""`print_records` reads it from the context."""
outlet_option = click.option("--outlet", metavar="NAME", help="Only what this outlet published.")
limit_option = click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most N.")


def print_json(rows: Iterable[dict[str, Any]]) -> None:
    """Print each row as one JSON line."""
    for row in rows:
        click.echo(format_json(row))


def format_json(row: dict[str, Any]) -> str:
    r"""Return a row as one JSON line, in ASCII with `\u` escapes where standard output is no UTF-8."""
    encoding = (sys.stdout.encoding or "utf-8").lower().replace("-", "")
    return json.dumps(row, ensure_ascii=not encoding.startswith("utf"))


def report_no_rows(what: str, in_story: int) -> None:
    """Print on standard error that a list has no row; `in_story` is how many the whole story has."""
    why = (
        f"none of the story's {in_story:,} is what was asked for"
        if in_story
        else "the story has none"
    )
    click.echo(f"onrecord: no {what} found: {why}", err=True)


def check_days(*given: str | None) -> None:
    """Raise if one of `given` is not an ISO day, month or year.

    Raises:
        BadParameter: its message says how a day is written.

    """
    for day in given:
        if day is not None and not is_iso_day(day):
            raise click.BadParameter(f"{day!r} is no ISO day; write 2019, 2019-05 or 2019-05-03")


def find_entity_id(story: Story, name: str | None) -> str | None:
    """Return the story-wide entity's id for a name or id, None for None.

    Raises:
        NotFound: if the story has no entity of that name.

    """
    if name is None:
        return None
    wanted = name.casefold()
    entities = story.who()
    named = [entity for entity in entities if _is_named(entity, wanted)]
    if not named:
        raise NotFound(f"{story.path}: nobody is named {name!r}; see: onrecord who {story.path}")
    return named[0].id


def format_publication_day(head: PageHead) -> str:
    """Return a page's publication day for a list, or what is known."""
    return format_date(head.published)


def format_date(dated: Dated | None) -> str:
    """Return a date of a page, cut to the day, or `undated`."""
    return dated.value[:10] if dated else "undated"


def format_referent(story: Story, named: Source | Participant) -> str:
    """Return ` = NAME` where the words ("she", "the ministry") refer to an entity of another name."""
    if named.entity is None:
        return ""
    entity = story.record(named.entity)
    if not isinstance(entity, Entity) or entity.type == "role":
        return ""
    words = named.text.casefold()
    known = any(form.casefold() in words for form in entity.names)
    return "" if known else f" = {entity.name}"


def format_participant(story: Story, participant: Participant, length: int) -> str:
    """Return a participant on one line: its words and, where these are others, the name of its entity."""
    record = story.record(participant.entity) if participant.entity is not None else None
    entity = record if isinstance(record, Entity) else None
    words = format_one_line(describe_participant(participant, entity), length)
    return words if is_pronoun(participant.text) else words + format_referent(story, participant)


def iter_marks(marks: Iterable[Decided], indent: str = "    ") -> Iterator[str]:
    """Yield a line for each mark of what people decided about a record."""
    for mark in marks:
        yield f"{indent}{describe_decided(mark)}"


def format_one_line(text: str, length: int = 160) -> str:
    """Return `text` on one line, cut at `length` characters."""
    return cut_text(" ".join(text.split()), length)


def _is_named(entity: Entity, wanted: str) -> bool:
    return entity.id == wanted or any(form.casefold() == wanted for form in entity.names)
