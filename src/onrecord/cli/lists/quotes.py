"""`onrecord quotes`."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.lists.listing import Listing, print_records
from onrecord.cli.lists.page_filter import PageFilter, add_page_filter
from onrecord.cli.options import (
    format_one_line,
    format_referent,
    json_option,
    limit_option,
    story_argument,
    who_option,
    wrong_option,
)
from onrecord.records import Quote
from onrecord.records.quote import SOURCE_KINDS, SPEECH
from onrecord.story import Story


@click.command("quotes")
@story_argument
@add_page_filter()
@who_option
@click.option("--source", type=click.Choice(SOURCE_KINDS), help="Only sources of this kind.")
@click.option("--speech", type=click.Choice(SPEECH), help="Only what was said, asked, judged, …")
@wrong_option
@limit_option
@json_option
def list_quotes(
    story: Path,
    pages: PageFilter,
    who: str | None,
    source: str | None,
    speech: str | None,
    limit: int | None,
    *,
    as_json: bool,
) -> None:
    """List who said what, in whose words, through whom."""

    def is_wanted(quote: Quote) -> bool:
        kind = source is None or _get_source_kind(quote) == source
        return kind and (speech is None or quote.speech == speech)

    listing = Listing(
        "quotes", Quote, is_wanted, lambda opened, quote: [_format_quote(opened, quote)]
    )
    print_records(story, listing, pages=pages, who=who, limit=limit, as_json=as_json)


def _get_source_kind(quote: Quote) -> str:
    return quote.source.kind if quote.source else "unknown"


def _format_quote(story: Story, quote: Quote) -> str:
    source = "(source not known)"
    if quote.source:
        source = format_one_line(quote.source.text, 60) + format_referent(story, quote.source)
    via = "".join(f", through {part.text}" for part in quote.via)
    not_said = " (not said)" if quote.negated else ""
    speech = "" if quote.speech == "said" else f" ({quote.speech})"
    cue = f" {quote.cue.text}" if quote.cue else ""
    words = " … ".join(format_one_line(part.text) for part in quote.content)
    marked = f"“{words}”" if quote.kind == "direct" else words
    return f"{source} [{_get_source_kind(quote)}{via}]{not_said}{speech}{cue}: {marked}"
