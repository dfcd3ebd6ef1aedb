"""`onrecord comments`: what readers replied."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.options import (
    checked_page,
    json_option,
    limit_option,
    one_line,
    page_option,
    print_json,
    story_argument,
)
from onrecord.records import Comment
from onrecord.story import open_story


@click.command()
@story_argument
@page_option
@click.option("--author", metavar="NAME", help="Only this author's.")
@limit_option
@json_option
def comments(
    story: Path, page: str | None, author: str | None, limit: int | None, *, as_json: bool
) -> None:
    """List readers' comments: author, time, whom they answer."""
    with open_story(story) as opened:
        found = [
            comment
            for comment in opened.records("comments", page=checked_page(opened, page))
            if isinstance(comment, Comment) and author in {None, comment.author}
        ][:limit]
    if as_json:
        print_json(comment.to_dict() for comment in found)
        return
    authors = {comment.id: comment.author or "(author not known)" for comment in found}
    for comment in found:
        answers = (
            f" answers {authors.get(comment.parent, comment.parent)}" if comment.parent else ""
        )
        cut = " [cut short]" if comment.cut_short else ""
        when = f" {comment.time or comment.time_text}" if comment.time or comment.time_text else ""
        click.echo(
            f"{comment.id}  {authors[comment.id]}{when}{answers}: {one_line(comment.evidence.text)}{cut}"
        )
