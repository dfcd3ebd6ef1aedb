"""From a page to its parse: the spaCy pipeline, and functions that read its trees."""

from __future__ import annotations

from onrecord.language.pipeline.backbone import (
    SMALL_MODEL,
    Backbone,
    choose_model,
    get_backbone,
    load_backbone,
)

__all__ = ["SMALL_MODEL", "Backbone", "choose_model", "get_backbone", "load_backbone"]
