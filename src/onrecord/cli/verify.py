"""`onrecord verify`: compares every record's words with the page's text and the saved bytes."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.options import json_option, print_json, story_argument
from onrecord.story import open_story
from onrecord.story import verify as verify_records
from onrecord.story.schema import KINDS

FOUND_WRONG = 1
"""Exit code where a record's words are not in its page."""


@click.command("verify")
@story_argument
@json_option
def verify_story(story: Path, *, as_json: bool) -> int:
    """Re-slice every record's evidence; exit 1 and list any mismatch."""
    with open_story(story) as opened:
        mismatches = list(verify_records(opened))
        counts = opened.counts()
    if as_json:
        print_json(mismatch.to_dict() for mismatch in mismatches)
    else:
        for wrong in mismatches:
            click.echo(
                f"{wrong.id} in {wrong.page}: {wrong.where} has {wrong.found!r}, not {wrong.expected!r}"
            )
        records = sum(counts[kind] for kind in KINDS)
        click.echo(
            f"{records} records of {counts['pages']} pages sliced again: {len(mismatches)} wrong"
        )
    return FOUND_WRONG if mismatches else 0
