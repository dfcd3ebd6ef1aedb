"""`onrecord figures`."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.options import (
    checked_page,
    json_option,
    limit_option,
    one_line,
    page_option,
    print_json,
    story_argument,
)
from onrecord.records import Figure
from onrecord.story import open_story


@click.command()
@story_argument
@page_option
@click.option("--what", metavar="WORD", help="Only figures of what holds this word.")
@click.option("--unit", metavar="UNIT", help="Only figures in this unit (GBP, %, kilometre …).")
@limit_option
@json_option
def figures(
    story: Path,
    page: str | None,
    what: str | None,
    unit: str | None,
    limit: int | None,
    *,
    as_json: bool,
) -> None:
    """List how many of what, with hedge and unit."""
    with open_story(story) as opened:
        found = [
            figure
            for figure in opened.records("figures", page=checked_page(opened, page))
            if isinstance(figure, Figure) and _fits(figure, what, unit)
        ][:limit]
        if as_json:
            print_json(figure.to_dict() for figure in found)
            return
        for figure in found:
            click.echo(_line(figure))


def _fits(figure: Figure, what: str | None, unit: str | None) -> bool:
    words = figure.what.text.casefold() if figure.what else ""
    return (what is None or what.casefold() in words) and (unit is None or figure.unit == unit)


def _line(figure: Figure) -> str:
    if figure.value is not None:
        value = f"{figure.value:,.10g}"
    else:
        low, high = (
            "?" if bound is None else f"{bound:,.10g}" for bound in (figure.low, figure.high)
        )
        value = f"{low}–{high}"
    hedge = f"{figure.hedge} " if figure.hedge else ""
    unit = f" {figure.unit}" if figure.unit else ""
    what = one_line(figure.what.text, 80) if figure.what else "(what is counted is not known)"
    return f"{figure.id}  {hedge}{value}{unit}  {what}  “{one_line(figure.evidence.text, 60)}”"
