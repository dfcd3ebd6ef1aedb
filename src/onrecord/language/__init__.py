"""From a page to its parse: a spaCy pipeline and what reads its trees."""

from __future__ import annotations

from onrecord.language.pipeline.backbone import Backbone, backbone_of, load_backbone

__all__ = ["Backbone", "backbone_of", "load_backbone"]
