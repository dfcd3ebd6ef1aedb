"""`onrecord`: the entry point of the command line, its commands and its exit codes.

Exit codes: 0 done; 1 a record is wrong, or nothing given was usable; 2 bad usage, one line on standard error.
A command's module is imported when the command is run: `--version` and `--help` import none.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import click

from onrecord.cli.edge import discard_output, end_with_one_line, prepare_streams


@dataclass(frozen=True, slots=True)
class LazyCommand:
    """A command of the command line: where it is defined, and its line in `onrecord --help`."""

    module: str
    function: str
    help: str


COMMANDS = {
    "build": LazyCommand("build", "build", "Build a story from saved pages."),
    "add": LazyCommand("build", "add", "Add saved pages to a story."),
    "lake": LazyCommand("lake", "make", "Read very many pages into a lake of Parquet files."),
    "open": LazyCommand("serve", "open_lake", "Read a lake in a browser."),
    "show": LazyCommand("show", "show_story", "Show what is in a story and what was skipped."),
    "quotes": LazyCommand("lists.quotes", "list_quotes", "List who said what, in whose words."),
    "times": LazyCommand("lists.times", "list_times", "List the days and times that are named."),
    "figures": LazyCommand("lists.figures", "list_figures", "List the figures, with what they count."),
    "events": LazyCommand("lists.events", "list_events", "List who did what to whom."),
    "timeline": LazyCommand("timeline", "print_timeline", "Show what happened, day by day."),
    "promises": LazyCommand("lists.promises", "list_promises", "List the promises and what became of them."),
    "undertakings": LazyCommand("lists.undertakings", "list_undertakings", "Show missions, programmes and deals."),
    "who": LazyCommand("lists.who", "list_entities", "List people, organisations and places."),
    "comments": LazyCommand("lists.comments", "list_comments", "List readers' comments."),
    "search": LazyCommand("search", "search_story", "Search the story's words."),
    "why": LazyCommand("why", "print_explanation", "Show why a record is in the story."),
    "verify": LazyCommand("verify", "verify_story", "Check everything stored against what was drawn."),
    "decide": LazyCommand("decide", "decide_record", "Correct, confirm or note a record, by hand."),
    "decisions": LazyCommand("decisions", "list_decisions", "List what people decided."),
    "repair": LazyCommand("repair", "repair_story", "Save what is whole of a damaged story."),
    "export": LazyCommand("export", "export_story", "Write the story for other tools."),
    "brief": LazyCommand("brief", "print_brief", "Write a brief to read and print."),
    "serve": LazyCommand("serve", "serve_story", "Read the story in a browser."),
    "mcp": LazyCommand("mcp", "serve_mcp", "Serve the story to an assistant that must cite."),
    "news": LazyCommand("news", "print_news", "Tell what new pages changed."),
    "diff": LazyCommand("diff", "compare_two_stories", "Compare two stories."),
    "log": LazyCommand("log", "print_log", "Show every run: what was read, with what, what failed."),
    "receipt": LazyCommand("receipt", "save_receipt", "Write a record as a file that anyone can check."),
}  # fmt: skip
"""The commands in the order of `onrecord --help`."""


class _CommandGroup(click.Group):
    """The commands; it is no error if what reads their output closes the pipe."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, its module imported."""
        del ctx
        return load_command(cmd_name) if cmd_name in COMMANDS else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, command.help) for name, command in COMMANDS.items()])

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Read the arguments; `--help` and `--version` print here."""
        try:
            return super().make_context(*args, **extra)
        except BrokenPipeError:
            discard_output()
            sys.exit(0)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command named in the arguments."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            discard_output()
            ctx.exit(0)
        return result


def load_command(name: str) -> click.Command:
    """Return the command of that name, its module imported."""
    lazy = COMMANDS[name]
    command: click.Command = getattr(import_module(f"onrecord.cli.{lazy.module}"), lazy.function)
    return command


def _show_versions(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    """Print the versions and end, where they are asked for."""
    if not asked or ctx.resilient_parsing:
        return
    from onrecord.cli.versions import describe_versions

    click.echo(describe_versions())
    ctx.exit()


@click.group(cls=_CommandGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_versions,
    help="Show the versions of the program, its models and the libraries that run them.",
)
def run_command() -> None:
    """Put a long-running story on the record: every line opens the exact words behind it."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code."""
    prepare_streams()
    code: Any = 0
    with end_with_one_line():
        code = run_command.main(args=arguments, prog_name="onrecord", standalone_mode=False)
    sys.exit(code if isinstance(code, int) else 0)
