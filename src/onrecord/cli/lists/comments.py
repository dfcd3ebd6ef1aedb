"""`onrecord comments`: what readers replied."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.lists.listing import Listing, print_records
from onrecord.cli.lists.page_filter import PageFilter, add_page_filter
from onrecord.cli.options import (
    format_one_line,
    json_option,
    limit_option,
    story_argument,
    wrong_option,
)
from onrecord.records import Comment
from onrecord.story import Story


@click.command("comments")
@story_argument
@add_page_filter()
@click.option("--author", metavar="NAME", help="Only this author's.")
@wrong_option
@limit_option
@json_option
def list_comments(
    story: Path, pages: PageFilter, author: str | None, limit: int | None, *, as_json: bool
) -> None:
    """List readers' comments: author, time, whom they answer."""

    def is_wanted(comment: Comment) -> bool:
        return author in {None, comment.author}

    listing = Listing(
        "comments", Comment, is_wanted, lambda opened, comment: [_format_comment(opened, comment)]
    )
    print_records(story, listing, pages=pages, limit=limit, as_json=as_json)


def _format_comment(story: Story, comment: Comment) -> str:
    parent = story.record(comment.parent) if comment.parent else None
    answers = f" answers {_format_author(parent)}" if isinstance(parent, Comment) else ""
    notes = [note for note in (comment.state, "cut short" if comment.cut_short else None) if note]
    notes += ["quotes others"] if comment.quoted else []
    cut = f" [{', '.join(notes)}]" if notes else ""
    when = f" {comment.time or comment.time_text}" if comment.time or comment.time_text else ""
    words = format_one_line(comment.evidence.text)
    return f"{_format_author(comment)}{when}{answers}: {words}{cut}"


def _format_author(comment: Comment) -> str:
    return comment.author or "(author not known)"
