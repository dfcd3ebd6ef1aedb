"""Settings, parsed in one place: defaults, then `ONRECORD_…` variables of the environment.

In: the environment. Out: a frozen `Settings`. Out of scope: the command line, which overrules both.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.errors import ConfigError

DEFAULT_MAX_BYTES = 100_000_000
DEFAULT_MAX_CHARS = 1_000_000
DEFAULT_MAX_PARSED = 20_000_000
DEFAULT_MAX_SHEETS = 2_000
DEFAULT_MAX_SECONDS = 60
DEFAULT_MAX_REVISITS = 100_000


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set.

    Attributes:
        model: name or folder of a spaCy pipeline; None is `accurate` where its runtime is
            installed, else `small`. `ONRECORD_MODEL`.
        max_bytes: files larger than this are skipped as `too_large`. `ONRECORD_MAX_BYTES`.
        max_chars: pages of more text than this are skipped as `too_long`. `ONRECORD_MAX_CHARS`.
        max_parsed: bytes of what has to be parsed whole before a page of it is known: HTML, a feed, a line of
            JSON, a list of paths, a web archive's contents. `ONRECORD_MAX_PARSED`.
        max_sheets: PDFs of more sheets than this are skipped as `too_long`. `ONRECORD_MAX_SHEETS`.
        max_seconds: of the processor's time that a page may take in all. One that takes more to be made is skipped as
            `too_slow`; one whose parse or extraction takes more is in the story without what is then missing, and the step at which
            it was broken off is told. `ONRECORD_MAX_SECONDS`.
        max_revisits: revisit records of archives that are kept until the end of the input, when their pages are looked
            up; more are counted as `revisit`. `ONRECORD_MAX_REVISITS`.

    """

    model: str | None = None
    max_bytes: int = DEFAULT_MAX_BYTES
    max_chars: int = DEFAULT_MAX_CHARS
    max_parsed: int = DEFAULT_MAX_PARSED
    max_sheets: int = DEFAULT_MAX_SHEETS
    max_seconds: int = DEFAULT_MAX_SECONDS
    max_revisits: int = DEFAULT_MAX_REVISITS


def load_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Return the settings of `environ` (default: the process's own) over the defaults.

    Raises:
        ConfigError: if a value can't be read.

    """
    environ = os.environ if environ is None else environ
    return Settings(
        model=environ.get("ONRECORD_MODEL") or None,
        max_bytes=_read_positive_integer(environ, "ONRECORD_MAX_BYTES", DEFAULT_MAX_BYTES),
        max_chars=_read_positive_integer(environ, "ONRECORD_MAX_CHARS", DEFAULT_MAX_CHARS),
        max_parsed=_read_positive_integer(environ, "ONRECORD_MAX_PARSED", DEFAULT_MAX_PARSED),
        max_sheets=_read_positive_integer(environ, "ONRECORD_MAX_SHEETS", DEFAULT_MAX_SHEETS),
        max_seconds=_read_positive_integer(environ, "ONRECORD_MAX_SECONDS", DEFAULT_MAX_SECONDS),
        max_revisits=_read_positive_integer(environ, "ONRECORD_MAX_REVISITS", DEFAULT_MAX_REVISITS),
    )


def _read_positive_integer(environ: Mapping[str, str], name: str, default: int) -> int:
    written = environ.get(name)
    if not written:
        return default
    if not written.isdecimal() or int(written) == 0:
        raise ConfigError(f"{name}={written!r} is not a whole number above 0; unset it or mend it")
    return int(written)
