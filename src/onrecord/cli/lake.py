"""`onrecord lake`: pages of many shards into a folder of Parquet files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import description_option, manifest_option
from onrecord.errors import ConfigError
from onrecord.story import open_story

if TYPE_CHECKING:
    from onrecord.lake.making import LakeOptions

SHARDS_FAILED = 1
"""Exit code where a shard came to nothing, or no page could be used."""


@click.command("lake")
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option(
    "-o",
    "--output",
    "folder",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="The lake's folder, to create or to continue.",
)
@manifest_option
@click.option("--title", metavar="TEXT", help="What the lake is called.")
@description_option
@click.option(
    "--model", metavar="NAME", help="accurate, small, or a spaCy pipeline's name or folder."
)
@click.option(
    "--workers",
    type=int,
    default=1,
    show_default=True,
    help="Processes; more than one are run by Ray.",
)
@click.option("--ray-address", metavar="ADDRESS", help="A Ray cluster that runs already.")
@click.option("--shard-files", type=int, metavar="N", help="Files that one shard reads at most.")
@click.option("--no-links", is_flag=True, help="Leave linking to a later run.")
def make(  # noqa: PLR0913, PLR0917 - a command takes its options as arguments
    paths: tuple[str, ...],
    folder: Path,
    manifest: Path | None,
    title: str | None,
    description: str | None,
    model: str | None,
    workers: int,
    ray_address: str | None,
    shard_files: int | None,
    *,
    no_links: bool,
) -> int:
    """Read very many saved pages into a lake: Parquet files in shards, read and linked by several processes; without PATHs it is only linked, where pages came since or the rules changed.

    Run it again after it was stopped: shards that are whole are left as they are.
    """
    from onrecord.lake.linking import link_lake
    from onrecord.lake.making import LakeOptions
    from onrecord.lake.spread import Cluster, start_cluster
    from onrecord.lake.thresholds import THRESHOLDS

    if not paths and not folder.is_dir():
        raise ConfigError(f"{folder}: there is no lake to link; name the pages to read")
    cluster = Cluster(workers, ray_address)
    options = LakeOptions(
        manifest, model, cluster, shard_files or THRESHOLDS.shard_files, title, description
    )
    with start_cluster(cluster):
        failed = _read_shards(paths, folder, options) if paths else 0
        for line in () if no_links else link_lake(folder, cluster):
            click.echo(line)
    with open_story(folder) as lake:
        counts = lake.counts()
        skipped = sum(item.count for item in lake.skipped())
    click.echo(f"{counts['pages']} pages, {skipped} skipped; see: onrecord show {folder}")
    return SHARDS_FAILED if failed or not counts["pages"] else 0


def _read_shards(paths: tuple[str, ...], folder: Path, options: LakeOptions) -> int:
    """Read the pages, tell what was done, and return how many shards failed."""
    from onrecord.lake.making import make_lake

    report = make_lake(paths, folder, options)
    click.echo(
        f"{report.shards_new} shards new with {report.pages} pages, {report.shards_same} already there"
    )
    for shard, why in report.failed:
        click.echo(f"onrecord: shard {shard} came to nothing: {why}; run it again", err=True)
    return len(report.failed)
