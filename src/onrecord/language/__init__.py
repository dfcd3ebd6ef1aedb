"""From a page to its parse: the spaCy pipeline, and functions that read its trees."""

from __future__ import annotations

from onrecord.language.pipeline.backbone import Backbone, get_backbone, load_backbone

__all__ = ["Backbone", "get_backbone", "load_backbone"]
