"""`python -m onrecord` is `onrecord`."""

from __future__ import annotations

from onrecord.cli.main import main

main()
