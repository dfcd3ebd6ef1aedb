"""The first code of `onrecord`: it imports the command line, and Ctrl-C meanwhile ends the process without a traceback.

In: the process's arguments. Out: what `onrecord.cli.main` does. Out of scope: everything else; this module imports nothing large.
"""

from __future__ import annotations

import signal


def main() -> None:
    """Import the command line and run it."""
    handler = signal.signal(signal.SIGINT, signal.SIG_DFL)
    from onrecord.cli.main import main as run_command_line

    signal.signal(signal.SIGINT, handler)
    run_command_line()
