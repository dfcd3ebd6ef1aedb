"""Every error onrecord raises on purpose.

```
OnRecordError
├── ConfigError            a setting or an option that can't be used
├── InputError             something given to read can't be read
│   ├── ReadError          a file or archive member: unreadable, too large, not what it says
│   └── PageError          a capture that yields no page: nothing to read in it
├── StoreError             the story file
│   ├── DamagedStory       something in it can't be read, or is not as it was written
│   ├── SchemaVersionError an older or newer story than this onrecord writes
│   └── NotFound           no such record, page or story
├── DecisionError          a correction or note that can't be taken so
├── MissingExtra           an optional part is not installed; says what to install
└── RunAborted             a run that could not go on; what was done before stays
```

Messages say what, where and what to do. `InputError.reason` is one word (`empty`, `binary`, …) that
runs count skipped captures by.
"""

from __future__ import annotations

import os


class OnRecordError(Exception):
    """Base of every error onrecord raises on purpose."""


class ConfigError(OnRecordError):
    """A setting, option or pipeline name that can't be used."""


class InputError(OnRecordError):
    """Something given to read can't be read; the run skips it and goes on.

    Args:
        reason: one short word of the kind of failure, for counting (`empty`, `binary`, `too_large`, …).
        message: one line for a person: what, where, what to do.

    """

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


class ReadError(InputError):
    """A file or a member of an archive can't be read."""


class PageError(InputError):
    """A capture was read but yields no page."""


class StoreError(OnRecordError):
    """The story file can't be used as asked."""


class DamagedStory(StoreError):
    """The story file is damaged.

    Args:
        path: of the story file.
        what: in words, what of it can't be read.

    """

    def __init__(self, path: str | os.PathLike[str], what: str) -> None:
        super().__init__(f"{path}: damaged: {what}")
        self.path = path
        self.what = what


class SchemaVersionError(StoreError):
    """The story was written by an older or newer onrecord than this one can use."""


class NotFound(StoreError):
    """There is no such record, page or story."""


class DecisionError(OnRecordError):
    """A decision (a correction, a note, a tag …) can't be taken as it was given."""


class MissingExtra(OnRecordError):
    """An optional part is not installed.

    Args:
        extra: the extra's name, as in `pip install onrecord[extra]`.
        purpose: what it is needed for.

    """

    def __init__(self, extra: str, purpose: str) -> None:
        super().__init__(f"{purpose} needs an extra: pip install 'onrecord[{extra}]'")
        self.extra = extra


class RunAborted(OnRecordError):
    """A run could not go on. What was committed before stays in the story."""
