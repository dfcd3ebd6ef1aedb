"""`onrecord`: the entry point of the command line, its commands and its exit codes.

Exit codes: 0 done; 1 a record is wrong, or nothing given was usable; 2 bad usage, one line on standard error.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from onrecord._version import __version__
from onrecord.cli.brief import print_brief
from onrecord.cli.build import add, build
from onrecord.cli.comments import list_comments
from onrecord.cli.diff import compare_two_stories
from onrecord.cli.events import list_events
from onrecord.cli.export import export_story
from onrecord.cli.figures import list_figures
from onrecord.cli.log import print_log
from onrecord.cli.mcp import serve_mcp
from onrecord.cli.news import print_news
from onrecord.cli.promises import list_promises
from onrecord.cli.quotes import list_quotes
from onrecord.cli.receipt import save_receipt
from onrecord.cli.search import search_story
from onrecord.cli.serve import serve_story
from onrecord.cli.show import show_story
from onrecord.cli.timeline import print_timeline
from onrecord.cli.times import list_times
from onrecord.cli.undertakings import list_undertakings
from onrecord.cli.verify import verify_story
from onrecord.cli.who import list_entities
from onrecord.cli.why import print_explanation
from onrecord.errors import OnRecordError

COMMANDS = (
    build,
    add,
    show_story,
    list_quotes,
    list_times,
    list_figures,
    list_events,
    print_timeline,
    list_promises,
    list_undertakings,
    list_entities,
    list_comments,
    search_story,
    print_explanation,
    verify_story,
    export_story,
    print_brief,
    serve_story,
    serve_mcp,
    print_news,
    compare_two_stories,
    print_log,
    save_receipt,
)


class _CommandGroup(click.Group):
    """The commands; it is no error if what reads their output closes the pipe."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command named in the arguments."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _discard_output()
            ctx.exit(0)
        return result


def _discard_output() -> None:
    """Send further output to the null device, so that Python prints no error when it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(cls=_CommandGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="onrecord")
def run_command() -> None:
    """Put a long-running story on the record: every line opens the exact words behind it."""


for command in COMMANDS:
    run_command.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code."""
    try:
        code = run_command.main(args=arguments, prog_name="onrecord", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        sys.exit(2)
    except click.ClickException as error:
        sys.exit(_print_failure(error.format_message()))
    except click.Abort:
        sys.exit(_print_failure("stopped; what was done stays in the story"))
    except OnRecordError as error:
        sys.exit(_print_failure(str(error)))
    except OSError as error:
        _discard_output()
        sys.exit(_print_failure(f"{error.filename or 'output'}: {error.strerror}"))
    sys.exit(code if isinstance(code, int) else 0)


def _print_failure(message: str) -> int:
    click.echo(f"onrecord: {' '.join(message.split())}", err=True)
    return 2
