"""onrecord puts a long-running story on the record.

The public functions and the records; nothing else is a stable interface. See `docs/reference/python.md`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from onrecord._version import __version__
from onrecord.errors import (
    ConfigError,
    DamagedStory,
    DecisionError,
    InputError,
    MissingExtra,
    NotFound,
    OnRecordError,
    PageError,
    ReadError,
    RunAborted,
    SchemaVersionError,
    StoreError,
)
from onrecord.lazy_names import add_lazy_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from onrecord.records import (
        Comment,
        Commitment,
        Entity,
        Event,
        Evidence,
        Figure,
        Link,
        Mention,
        Page,
        Part,
        Quote,
        Records,
        Skipped,
        Span,
        Time,
        Undertaking,
        Zone,
    )
    from onrecord.story import Mismatch, Story

__all__ = [
    "Comment",
    "Commitment",
    "ConfigError",
    "DamagedStory",
    "DecisionError",
    "Entity",
    "Event",
    "Evidence",
    "Figure",
    "InputError",
    "Link",
    "Mention",
    "MissingExtra",
    "NotFound",
    "OnRecordError",
    "Page",
    "PageError",
    "Part",
    "Quote",
    "ReadError",
    "Records",
    "RunAborted",
    "SchemaVersionError",
    "Skipped",
    "Span",
    "StoreError",
    "Time",
    "Undertaking",
    "Zone",
    "__version__",
    "add",
    "build",
    "extract",
    "open_story",
    "page_from_html",
    "page_from_text",
    "read_pages",
    "verify",
]

_RECORDS = """Comment Commitment Entity Event Evidence Figure Link Mention Page Part Quote Records Skipped Span Time Undertaking
  Zone""".split()
add_lazy_names(__name__, dict.fromkeys(_RECORDS, "onrecord.records"), keep=("extract",))


def page_from_html(
    data: bytes, *, url: str | None = None, published: str | date | None = None
) -> Page:
    """Return the page of saved HTML.

    Args:
        data: the saved bytes; their encoding is detected.
        url: where it was saved from, if known.
        published: ISO 8601 text, a date or a datetime; overrules what the page says.

    Raises:
        PageError: if there is nothing to read in it.

    """
    from onrecord import pages

    return pages.page_from_html(data, url=url, published=published)


def page_from_text(
    text: str,
    *,
    url: str | None = None,
    published: str | date | None = None,
    outlet: str | None = None,
    flat: bool = False,
) -> Page:
    r"""Return the page of a text.

    Args:
        text: the words; paragraphs are separated by blank lines.
        url, published, outlet: what is known of it.
        flat: False: `text` is the article's body as it is. True: it is a flattened page, in which
            zones and the thread are to be found.

    Raises:
        PageError: if there is nothing to read in it.

    Examples:
        >>> page_from_text("It rained.\n\nIt stopped.").zones[1]
        Zone(role='body', start=12, end=23)

    """
    from onrecord import pages

    return pages.page_from_text(text, url=url, published=published, outlet=outlet, flat=flat)


def read_pages(
    paths: Iterable[str | Path], *, manifest: Path | None = None
) -> Iterator[Page | Skipped]:
    """Yield the pages of files, folders and archives, and a `Skipped` with the reason for each capture that yields none."""
    from onrecord.config import load_settings
    from onrecord.pages import make_page
    from onrecord.readers import read
    from onrecord.records import Skipped

    settings = load_settings()
    for item in read(paths, manifest=manifest, settings=settings):
        if isinstance(item, Skipped):
            yield item
            continue
        try:
            yield make_page(item, settings=settings)
        except PageError as error:
            yield Skipped(item.path, error.reason, str(error), item.sha256)


def extract(page: Page, *, model: str | None = None) -> Records:
    """Return the records of `page`: .entities .mentions .quotes .times .figures .events .commitments.

    Args:
        page: from `page_from_html`, `page_from_text` or `read_pages`.
        model: an installed spaCy pipeline's name or folder, loaded once; None is the one that `ONRECORD_MODEL`
            names, else `accurate` where its runtime is installed, else `small`.

    Raises:
        ConfigError: if `model` is no pipeline.

    """
    from onrecord.config import load_settings
    from onrecord.extract import extract as extract_parsed
    from onrecord.language import choose_model, get_backbone

    backbone = get_backbone(choose_model(model or load_settings().model))
    return extract_parsed(page, backbone.parse(page))


def build(
    paths: Iterable[str | Path],
    story: str | Path,
    *,
    manifest: Path | None = None,
    model: str | None = None,
    workers: int = 1,
) -> Story:
    """Create the story at `story` from saved pages, or continue it, and return it opened to read.

    Raises:
        ConfigError, StoreError, RunAborted: see `onrecord.errors`; what was done before stays.

    """
    from onrecord import run

    options = run.RunOptions(manifest=manifest, model=model, workers=workers)
    run.build(paths, Path(story), options)
    return open_story(story)


def add(
    story: str | Path,
    paths: Iterable[str | Path],
    *,
    manifest: Path | None = None,
    model: str | None = None,
    workers: int = 1,
) -> Story:
    """Add saved pages to the story at `story`, and return it opened to read; pages it has are not processed again.

    Raises:
        NotFound: if there is no such story; otherwise as `build`.

    """
    from onrecord import run

    options = run.RunOptions(manifest=manifest, model=model, workers=workers)
    run.add(Path(story), paths, options)
    return open_story(story)


def open_story(path: str | Path) -> Story:
    """Return the story at `path`, opened read-only.

    Raises:
        NotFound, StoreError, SchemaVersionError: see `onrecord.errors`.

    """
    from onrecord.story import open_story as open_read_only

    return open_read_only(path)


def verify(story: Story) -> Iterator[Mismatch]:
    """Yield every record whose words are not in its page's text and saved bytes; none if all is well."""
    from onrecord.story import verify as slice_again

    return slice_again(story)
