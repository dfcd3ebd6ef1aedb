"""`onrecord news`: what is new in a story, as lines, JSON lines or an Atom feed."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.changes import find_news, iter_news_lines, write_feed
from onrecord.cli.options import json_option, print_json, story_file_argument
from onrecord.story import open_story


@click.command("news")
@story_file_argument
@click.option(
    "--since",
    metavar="RUN|DAY",
    help="What came after this run (see `onrecord log`), or since this ISO day; else with the last run that brought a page.",
)
@click.option(
    "--feed",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write it to this file as an Atom feed.",
)
@json_option
def print_news(story: Path, since: str | None, feed: Path | None, *, as_json: bool) -> None:
    """Tell what is new: pages, what happened since, figures that moved or disagree, promises; only what is sure."""
    with open_story(story) as opened:
        news = find_news(opened, since)
        if feed is not None:
            click.echo(str(write_feed(opened, news, feed)))
            return
    if as_json:
        print_json([news.build_summary()])
        print_json(item.build_row() for item in news.items)
        return
    for line in iter_news_lines(news):
        click.echo(line)
