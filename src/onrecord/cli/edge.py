"""The edge of the command line: standard streams as they are given, and every failure as one line.

In: the process's streams; an error of any kind. Out: streams that can be written to; one line on standard error and an
exit code. Out of scope: what commands print.

With `ONRECORD_DEBUG` set, a fault of onrecord's own, or a damaged story, also shows the traceback.
"""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from onrecord.errors import DamagedStory, OnRecordError

DEBUG_VARIABLE = "ONRECORD_DEBUG"


def prepare_streams() -> None:
    """Open the null device for standard streams that are closed, and write characters that a terminal lacks as escapes.

    Without that, the next file to be opened would take a closed stream's place, and what is printed would go into it.
    Standard output that is closed ends the command: its results would be lost.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDONLY if number == 0 else os.O_WRONLY)
    if sys.stderr is None:
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    if sys.stdout is None:
        sys.exit(_print_failure("standard output is closed; send it to a file: > FILE"))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


@contextmanager
def end_with_one_line() -> Iterator[None]:
    """Run the block; whatever it raises ends the process with one line on standard error and an exit code."""
    try:
        yield
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        sys.exit(2)
    except click.ClickException as error:
        sys.exit(_print_failure(error.format_message()))
    except (click.Abort, KeyboardInterrupt):
        sys.exit(_print_failure("stopped; what was done stays in the story"))
    except DamagedStory as error:
        from onrecord.story.damage import describe_survivors

        _print_traceback(error)
        sys.exit(_print_failure(f"{error}; {describe_survivors(Path(error.path))}"))
    except OnRecordError as error:
        sys.exit(_print_failure(str(error)))
    except OSError as error:
        discard_output()
        sys.exit(_print_failure(f"{error.filename or 'output'}: {error.strerror or error}"))
    except MemoryError:
        sys.exit(_print_failure("there is not enough memory for it; what was done stays"))
    except Exception as error:  # noqa: BLE001 - the edge: nothing may end in a traceback
        _print_traceback(error)
        sys.exit(_print_failure(_describe_fault(error)))


def discard_output() -> None:
    """Send further output to the null device, so that Python prints no error when it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _describe_fault(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    where = f" at {frames[-1].name}:{frames[-1].lineno}" if frames else ""
    return (
        f"a fault of onrecord's own ({type(error).__name__}{where}); please report it,"
        f" with what {DEBUG_VARIABLE}=1 prints"
    )


def _print_traceback(error: Exception) -> None:
    if os.environ.get(DEBUG_VARIABLE):
        traceback.print_exception(error)


def _print_failure(message: str) -> int:
    click.echo(f"onrecord: {' '.join(message.split())}", err=True)
    return 2
