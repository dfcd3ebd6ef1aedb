"""Settings, parsed in one place: defaults, then `ONRECORD_…` variables of the environment.

In: the environment. Out: a frozen `Settings`. Leaves alone: the command line, which overrules both.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.errors import ConfigError

DEFAULT_MAX_BYTES = 100_000_000
DEFAULT_MAX_CHARS = 1_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set.

    Attributes:
        model: name or folder of a spaCy pipeline; None is the one shipped. `ONRECORD_MODEL`.
        max_bytes: files larger than this are skipped as `too_large`. `ONRECORD_MAX_BYTES`.
        max_chars: pages of more text than this are skipped as `too_long`. `ONRECORD_MAX_CHARS`.

    """

    model: str | None = None
    max_bytes: int = DEFAULT_MAX_BYTES
    max_chars: int = DEFAULT_MAX_CHARS


def load_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Return the settings of `environ` (default: the process's own) over the defaults.

    Raises:
        ConfigError: if a value can't be read.

    """
    environ = os.environ if environ is None else environ
    return Settings(
        model=environ.get("ONRECORD_MODEL") or None,
        max_bytes=_positive(environ, "ONRECORD_MAX_BYTES", DEFAULT_MAX_BYTES),
        max_chars=_positive(environ, "ONRECORD_MAX_CHARS", DEFAULT_MAX_CHARS),
    )


def _positive(environ: Mapping[str, str], name: str, default: int) -> int:
    written = environ.get(name)
    if not written:
        return default
    if not written.isdecimal() or int(written) == 0:
        raise ConfigError(f"{name}={written!r} is not a whole number above 0; unset it or mend it")
    return int(written)
