"""Thresholds of coreference: how far back, among how many, and how sure."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class CoreferenceThresholds:
    """Where an antecedent is looked for, and when one is taken."""

    antecedent_chars: int = define_threshold(
        700,
        "code points",
        "how far before a pronoun the entity that it stands for may be named last",
        "by hand: some five sentences of news",
    )
    candidates: int = define_threshold(
        6,
        "entities",
        "how many entities named before a pronoun are considered",
        "by hand: more were never the right one in the train part of our annotations",
    )
    paragraph_gap: int = define_threshold(
        3,
        "code points",
        "how far apart blocks may be that follow each other",
        "by hand: the breaks between paragraphs",
    )
    antecedent_probability: float = define_threshold(
        0.8,
        "0–1",
        "how likely an entity must be what a pronoun stands for",
        "measured: on the dev part of our annotations nine in ten are right",
    )


THRESHOLDS = CoreferenceThresholds()
