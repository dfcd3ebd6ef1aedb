"""`onrecord`: the command line's entry, its commands and its exit codes.

Exit codes: 0 done; 1 found wrong, or nothing usable in what was given; 2 bad usage, one clear line on stderr.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from onrecord._version import __version__
from onrecord.cli.build import add, build
from onrecord.cli.comments import comments
from onrecord.cli.events import events
from onrecord.cli.export import export
from onrecord.cli.figures import figures
from onrecord.cli.promises import promises
from onrecord.cli.quotes import quotes
from onrecord.cli.search import search
from onrecord.cli.serve import serve
from onrecord.cli.show import show
from onrecord.cli.timeline import timeline
from onrecord.cli.times import times
from onrecord.cli.undertakings import undertakings
from onrecord.cli.verify import verify
from onrecord.cli.who import who
from onrecord.cli.why import why
from onrecord.errors import OnRecordError

COMMANDS = (
    build,
    add,
    show,
    quotes,
    times,
    figures,
    events,
    timeline,
    promises,
    undertakings,
    who,
    comments,
    search,
    why,
    verify,
    export,
    serve,
)


class _Commands(click.Group):
    """The commands; a reader of our output that goes away is no error."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was asked for."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _drop_output()
            ctx.exit(0)
        return result


def _drop_output() -> None:
    """Let what is still to be printed go nowhere, so that Python's end prints no error of its own."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="onrecord")
def cli() -> None:
    """Put a long-running story on the record: every line opens the exact words behind it."""


for command in COMMANDS:
    cli.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code."""
    try:
        code = cli.main(args=arguments, prog_name="onrecord", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        sys.exit(2)
    except click.ClickException as error:
        sys.exit(_fail(error.format_message()))
    except click.Abort:
        sys.exit(_fail("stopped; what was done stays in the story"))
    except OnRecordError as error:
        sys.exit(_fail(str(error)))
    except OSError as error:
        _drop_output()
        sys.exit(_fail(f"{error.filename or 'output'}: {error.strerror}"))
    sys.exit(code if isinstance(code, int) else 0)


def _fail(message: str) -> int:
    click.echo(f"onrecord: {' '.join(message.split())}", err=True)
    return 2
