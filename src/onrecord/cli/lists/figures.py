"""`onrecord figures`."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.lists.listing import Listing, print_records
from onrecord.cli.lists.page_filter import PageFilter, add_page_filter
from onrecord.cli.options import (
    format_one_line,
    json_option,
    limit_option,
    story_argument,
    wrong_option,
)
from onrecord.records import Figure
from onrecord.story.amounts import describe_amount


@click.command("figures")
@story_argument
@add_page_filter()
@click.option("--what", metavar="WORD", help="Only figures of what holds this word.")
@click.option("--unit", metavar="UNIT", help="Only figures in this unit (GBP, %, kilometre …).")
@wrong_option
@limit_option
@json_option
def list_figures(
    story: Path,
    pages: PageFilter,
    what: str | None,
    unit: str | None,
    limit: int | None,
    *,
    as_json: bool,
) -> None:
    """List how many of what, with hedge and unit."""

    def is_wanted(figure: Figure) -> bool:
        return _is_wanted(figure, what, unit)

    listing = Listing("figures", Figure, is_wanted, lambda _, figure: [_format_figure(figure)])
    print_records(story, listing, pages=pages, limit=limit, as_json=as_json)


def _is_wanted(figure: Figure, what: str | None, unit: str | None) -> bool:
    words = figure.what.text.casefold() if figure.what else ""
    return (what is None or what.casefold() in words) and (unit is None or figure.unit == unit)


def _format_figure(figure: Figure) -> str:
    what = (
        format_one_line(figure.what.text, 80) if figure.what else "(what is counted is not known)"
    )
    return f"{describe_amount(figure)}  {what}  “{format_one_line(figure.evidence.text, 60)}”"
