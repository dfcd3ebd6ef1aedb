"""`onrecord build` and `onrecord add`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from onrecord import run
from onrecord.changes import find_news, iter_news_lines
from onrecord.changes.thresholds import THRESHOLDS as CHANGE_THRESHOLDS
from onrecord.cli.options import description_option, manifest_option, story_file_argument
from onrecord.cli.show import describe_skipped, iter_summary_lines
from onrecord.cli.thresholds import THRESHOLDS
from onrecord.errors import StoreError
from onrecord.records import Skipped
from onrecord.records.skipping import NO_MANIFEST
from onrecord.story import Story, open_story

_READING_OPTIONS = ("manifest", "model", "workers", "engine")
"""Options that say how pages are read."""
NOTHING_USABLE = 1
"""Exit code where no page could be used."""


def _add_run_options(command: Callable[..., Any]) -> Callable[..., Any]:
    options = (
        manifest_option,
        click.option("--title", metavar="TEXT", help="What the story is called."),
        description_option,
        click.option(
            "--model",
            metavar="NAME",
            help="accurate (the default where onnxruntime is installed), small (faster), or a spaCy pipeline's name or folder.",
        ),
        click.option("--workers", type=int, default=1, show_default=True, help="Processes."),
        click.option(
            "--engine",
            type=click.Choice(sorted(run.ENGINES)),
            default="local",
            show_default=True,
            help="What runs the steps.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.command()
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option(
    "-o",
    "--output",
    "story",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The story file to create, or to continue.",
)
@click.option(
    "--from",
    "lake",
    metavar="DIR",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Cut the story out of a lake (`onrecord lake`) instead of reading pages.",
)
@click.option(
    "--where",
    "wheres",
    multiple=True,
    metavar="FIELD=VALUE",
    help="With --from, only pages that fit: who, outlet, from, to, page or text. May be given again.",
)
@_add_run_options
def build(
    paths: tuple[str, ...], story: Path, lake: Path | None, wheres: tuple[str, ...], **options: Any
) -> int:
    """Build a story from saved pages: files, folders, globs, archives, @lists; `-` reads stdin."""
    chosen = run.RunOptions(**options)
    if (lake is None) != bool(paths):
        raise click.UsageError("name either the pages to read or, with --from, a lake")
    if lake is None:
        if wheres:
            raise click.UsageError("--where chooses pages of a lake: name it with --from")
        _tell_model(chosen)
        return _print_report(run.build(paths, story, chosen), story)
    _refuse_reading_options()
    from onrecord.lake.cut import cut_story

    return _print_report(cut_story(lake, wheres, story, chosen), story)


@click.command()
@story_file_argument
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@_add_run_options
def add(story: Path, paths: tuple[str, ...], **options: Any) -> int:
    """Add saved pages to a story; pages it has already are not processed again."""
    chosen = run.RunOptions(**options)
    _tell_model(chosen)
    return _print_report(run.add(story, paths, chosen), story)


def _refuse_reading_options() -> None:
    """Refuse options of reading where a story is cut out of a lake, whose pages were read when it was made.

    Raises:
        UsageError: if one was given.

    """
    context = click.get_current_context()
    for name in _READING_OPTIONS:
        if context.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            raise click.UsageError(
                f"--{name} says how pages are read; those of a lake were: leave it out, or give it to onrecord lake"
            )


def _tell_model(options: run.RunOptions) -> None:
    """Say that the small model reads, where nobody chose one and the runtime of the better one is not installed."""
    if run.is_short_of_runtime(options):
        click.echo(
            "reading with the model small; accurate finds more and errs less:"
            " pip install 'onrecord[accurate]'",
            err=True,
        )


def _print_report(report: run.RunReport, path: Path) -> int:
    skipped = sum(item.count for item in report.skipped)
    if report.usable == 0 and len(report.skipped) == 1:
        click.echo(f"onrecord: nothing usable: {report.skipped[0].message}", err=True)
        return NOTHING_USABLE
    _print_skipped([item for item in report.skipped if item.reason != NO_MANIFEST])
    if report.usable == 0 and not skipped:
        click.echo("onrecord: nothing usable: there is no page in what was given", err=True)
        return NOTHING_USABLE
    if report.usable == 0:
        see = f"; see: onrecord show {path}" if path.exists() else "; no story was made"
        click.echo(f"onrecord: nothing usable in what was given, {skipped} skipped{see}", err=True)
        return NOTHING_USABLE
    again = f"{report.pages_again} made again, " if report.pages_again else ""
    there = f"{report.pages_same} already there"
    click.echo(f"{report.pages_new} new, {again}{there}, {skipped} skipped")
    with open_story(path) as story:
        for line in iter_summary_lines(story):
            click.echo(line)
        gone = len(story.corrections.gone)
        _print_news(story, report)
    if gone:
        click.echo(
            f"onrecord: {gone} decision(s) are about what is no longer in the story; they are kept; see: onrecord decisions {path}",
            err=True,
        )
    unstated = next((item for item in report.skipped if item.reason == NO_MANIFEST), None)
    if unstated is not None:
        click.echo(f"onrecord: nothing usable in the manifest: {unstated.message}", err=True)
    return 0


def _print_news(story: Story, report: run.RunReport) -> None:
    """Print what the run's new pages changed, where the story had pages before."""
    had_pages = story.rows("SELECT 1 FROM pages WHERE run < ? LIMIT 1", (report.run,))
    if had_pages and report.pages_new:
        try:
            news = find_news(story, f"{report.run - 1}")
        except StoreError as error:  # the pages are in the story all the same
            click.echo(f"onrecord: what is new can't be told: {error}", err=True)
            return
        more = f"onrecord news {story.path}"
        click.echo()
        for line in iter_news_lines(news, most=CHANGE_THRESHOLDS.shown_after_run, more=more):
            click.echo(line)


def _print_skipped(skipped: Sequence[Skipped]) -> None:
    shown = THRESHOLDS.skipped_shown
    for item in skipped[:shown]:
        click.echo(f"skipped ({item.reason}): {item.message}", err=True)
    if len(skipped) > shown:
        counts = Counter(item.reason for item in skipped[shown:])
        click.echo(f"… and {len(skipped) - shown} more skipped{describe_skipped(counts)}", err=True)
