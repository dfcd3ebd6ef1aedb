"""`onrecord verify`: compares everything stored with its seals, with the pages' text and with the saved bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from onrecord.cli.options import StoryFile, json_option, print_json
from onrecord.custody import WRONG, check_receipt, count_proofs
from onrecord.errors import StoreError
from onrecord.story import Mismatch, Story, open_story
from onrecord.story import verify as verify_records
from onrecord.story.schema import KINDS

FOUND_WRONG = 1
"""Exit code where a record's words are not in its page."""


@click.command("verify")
@click.argument(
    "story",
    metavar="STORY|CAPTURE",
    required=False,
    type=StoryFile(path_type=Path, dir_okay=False),
)
@click.option(
    "--receipt",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Check this receipt instead, with the saved page or archive given, or with neither.",
)
@json_option
def verify_story(story: Path | None, receipt: Path | None, *, as_json: bool) -> int:
    """Check everything stored: words against text and saved bytes, rows against their seals; exit 1 and list what is wrong. With --receipt, check one record's receipt without the story."""
    if receipt is not None:
        return _verify_receipt(receipt, story, as_json=as_json)
    if story is None:
        raise click.UsageError("name a story, or a receipt with --receipt FILE")
    with open_story(story) as opened:
        mismatches = list(verify_records(opened))
        if as_json:
            print_json(mismatch.to_dict() for mismatch in mismatches)
        else:
            for line in (*map(_format_mismatch, mismatches), *_iter_summary(opened, mismatches)):
                click.echo(line)
    return FOUND_WRONG if mismatches else 0


def _format_mismatch(wrong: Mismatch) -> str:
    page = f" in {wrong.page}" if wrong.page else ""
    return f"{wrong.id}{page}: {wrong.where} has {wrong.found!r}, not {wrong.expected!r}"


def _iter_summary(story: Story, mismatches: Sequence[Mismatch]) -> Iterator[str]:
    """Yield how much was looked at, and what the seals say or can't say."""
    try:
        counts, chain, runs = story.counts(), story.chain(), story.runs()
        proofs = count_proofs(story)
    except StoreError as error:
        yield f"{len(mismatches)} wrong; not everything could be looked at: {error}"
        return
    if chain is None:
        yield "not sealed, as an earlier version wrote it: whether values, links or counts were changed can't be told"
    else:
        if runs and runs[-1].finished is None:
            yield "the last run was stopped: what was skipped, and under which paths, is sealed once it has ended"
        yield f"seal {chain}"
    if proofs:
        told = ", ".join(f"{number} {outcome}" for outcome, number in proofs.items())
        yield f"digests that web archives note of their pages, when they were read: {told}"
    records = sum(counts[kind] for kind in KINDS)
    yield f"{records} records of {counts['pages']} pages sliced again: {len(mismatches)} wrong"


def _verify_receipt(receipt: Path, capture: Path | None, *, as_json: bool) -> int:
    """Print what of a receipt holds; return the exit code."""
    checks = check_receipt(receipt, capture)
    if as_json:
        print_json(check.build_row() for check in checks)
    else:
        for check in checks:
            click.echo(f"{check.outcome:<12} {check.what:<16} {check.detail}")
    return FOUND_WRONG if any(check.outcome == WRONG for check in checks) else 0
