"""Filters by page that lists of records share: one page, an outlet, days of publication.

In: options of a command. Out: one `PageFilter` for all of them. Out of scope: filters by what a record says.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

import click

from onrecord.cli.options import check_days, outlet_option, page_option
from onrecord.story import PageHead, Selection, Story
from onrecord.story.selection import find_outlet


@dataclass(frozen=True, slots=True)
class PageFilter:
    """What is asked of a record's page; None asks nothing.

    Attributes:
        page: id. outlet: name, in any case of letters.
        start, end: first and last day of publication, ISO 8601, may be partial.

    """

    page: str | None = None
    outlet: str | None = None
    start: str | None = None
    end: str | None = None

    def select(self, story: Story) -> Callable[[PageHead], bool]:
        """Return the function that says whether a page fits.

        Raises:
            NotFound: if the story has no such page or outlet.
            BadParameter: if a day is none.

        """
        check_days(self.start, self.end)
        selection = Selection(
            pages=frozenset([story.head(self.page).id] if self.page else []),
            outlets=frozenset([find_outlet(story, self.outlet)] if self.outlet else []),
            start=self.start,
            end=self.end,
        )
        return selection.has_page


_FROM = click.option(
    "--from", "start", metavar="DAY", help="Published from this day on (ISO, may be partial)."
)
_TO = click.option(
    "--to", "end", metavar="DAY", help="Published up to this day (ISO, may be partial)."
)


def add_page_filter(
    *, with_days: bool = True
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return the decorator that gives a command these options, and what is given as its argument `pages`.

    Args:
        with_days: without it there is no --from and --to: the command has its own of these names.

    """

    def wrap(command: Callable[..., None]) -> Callable[..., None]:
        @wraps(command)
        def run(*, page: str | None, outlet: str | None, **options: object) -> None:
            days = {name: options.pop(name) for name in ("start", "end") if with_days}
            command(pages=PageFilter(page, outlet, **days), **options)  # type: ignore[arg-type]

        for option in (*((_TO, _FROM) if with_days else ()), outlet_option, page_option):
            run = option(run)
        return run

    return wrap
