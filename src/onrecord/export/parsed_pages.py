"""Pages parsed again, with the pipeline that their records were made with: a story keeps no parse.

In: a story seen through a selection. Out: pages with their parse and their records. Out of scope: formats.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.config import load_settings
from onrecord.errors import ConfigError, MissingExtra
from onrecord.language import Backbone, get_backbone
from onrecord.language.pipeline.backbone import ACCURATE_MODEL
from onrecord.records import Page, Parse, Record
from onrecord.story import SelectedStory
from onrecord.story.schema import KINDS

MARKED_KINDS = ("mentions", "quotes", "times", "figures", "events", "commitments")
"""Kinds of records whose words lie in what is parsed."""


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """A page, its parse, and its records by kind."""

    page: Page
    parse: Parse
    records: dict[str, list[Record]]


def iter_parsed_pages(selected: SelectedStory) -> Iterator[ParsedPage]:
    """Yield the pages wanted, parsed, with the records wanted of them.

    Raises:
        ConfigError: if the pipeline that made the story is not installed here.

    """
    backbone = find_backbone(selected)
    by_page: dict[str, dict[str, list[Record]]] = {}
    for kind in MARKED_KINDS:
        assert kind in KINDS
        if selected.selection.has_kind(kind):
            for record in selected.list_records(kind):
                by_page.setdefault(record.evidence.page, {}).setdefault(kind, []).append(record)
    for head in selected.heads.values():
        if selected.selection.has_page(head) and (by_page.get(head.id) or not _has_who(selected)):
            page = selected.story.page(head.id)
            yield ParsedPage(page, backbone.parse(page), by_page.get(head.id, {}))


def find_backbone(selected: SelectedStory) -> Backbone:
    """Return the pipeline that the story's last run names.

    Raises:
        ConfigError: if it is not installed here, or another version of it is.

    """
    runs = selected.story.runs()
    wanted = runs[-1].model if runs else ""
    tried: list[str] = []
    for name in (load_settings().model, None, ACCURATE_MODEL, wanted.partition("@")[0] or None):
        try:
            backbone = get_backbone(name)
        except (ConfigError, MissingExtra):
            continue
        if backbone.name == wanted:
            return backbone
        tried.append(backbone.name)
    raise ConfigError(
        f"{selected.story.path}: made with the pipeline {wanted or '(none)'}, which does not load here"
        f" ({', '.join(dict.fromkeys(tried))} does); name it in ONRECORD_MODEL"
    )


def _has_who(selected: SelectedStory) -> bool:
    """Return whether rows are chosen by what they say and not only by their page."""
    chosen = selected.selection
    return bool(chosen.who or chosen.texts or chosen.statuses)
