"""`onrecord verify`: compares every record's words with the page's text and the saved bytes."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.options import json_option, print_json
from onrecord.custody import WRONG, check_receipt, count_proofs
from onrecord.story import open_story
from onrecord.story import verify as verify_records
from onrecord.story.schema import KINDS

FOUND_WRONG = 1
"""Exit code where a record's words are not in its page."""


@click.command("verify")
@click.argument(
    "story",
    metavar="STORY|CAPTURE",
    required=False,
    type=click.Path(path_type=Path, dir_okay=False),
)
@click.option(
    "--receipt",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Check this receipt instead, with the saved page or archive given, or with neither.",
)
@json_option
def verify_story(story: Path | None, receipt: Path | None, *, as_json: bool) -> int:
    """Re-slice every record's evidence; exit 1 and list any mismatch. With --receipt, check one record's receipt without the story."""
    if receipt is not None:
        return _verify_receipt(receipt, story, as_json=as_json)
    if story is None:
        raise click.UsageError("name a story, or a receipt with --receipt FILE")
    with open_story(story) as opened:
        mismatches = list(verify_records(opened))
        counts, proofs = opened.counts(), count_proofs(opened)
    if as_json:
        print_json(mismatch.to_dict() for mismatch in mismatches)
    else:
        for wrong in mismatches:
            click.echo(
                f"{wrong.id} in {wrong.page}: {wrong.where} has {wrong.found!r}, not {wrong.expected!r}"
            )
        if proofs:
            told = ", ".join(f"{number} {outcome}" for outcome, number in proofs.items())
            click.echo(
                f"digests that web archives note of their pages, when they were read: {told}"
            )
        records = sum(counts[kind] for kind in KINDS)
        click.echo(
            f"{records} records of {counts['pages']} pages sliced again: {len(mismatches)} wrong"
        )
    return FOUND_WRONG if mismatches else 0


def _verify_receipt(receipt: Path, capture: Path | None, *, as_json: bool) -> int:
    """Print what of a receipt holds; return the exit code."""
    checks = check_receipt(receipt, capture)
    if as_json:
        print_json(check.build_row() for check in checks)
    else:
        for check in checks:
            click.echo(f"{check.outcome:<12} {check.what:<16} {check.detail}")
    return FOUND_WRONG if any(check.outcome == WRONG for check in checks) else 0
