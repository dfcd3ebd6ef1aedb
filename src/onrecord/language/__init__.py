"""From a page to its parse: a spaCy pipeline and what reads its trees."""

from __future__ import annotations

from onrecord.language.pipeline.backbone import Backbone, get_backbone, load_backbone

__all__ = ["Backbone", "get_backbone", "load_backbone"]
