"""Thresholds of commitments: how far words that make a time a term are looked for."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class CommitmentThresholds:
    """Bounds of the rules that read commitments."""

    plan_confidence: float = define_threshold(
        0.25,
        "0–1",
        "how sure the event of a plan must be that only a “will” without a day or speaker states",
        "measured: on the train and dev parts of our annotations .78 of such plans are right above it, .57 below",
    )
    added_binding: float = define_threshold(
        0.5,
        "0–1",
        "how likely words must bind somebody to an act that the rules leave out, by the encoder of the model `accurate`",
        "by hand: more likely than not; the dev part of our annotations has too few promises to say more",
    )
    sure_binding: float = define_threshold(
        0.9,
        "0–1",
        "how likely words must bind for a giver to count that no list knows as one who can bind himself (“the command intends”)",
        "by hand: hardly ever wrong on the dev part of our annotations",
    )
    confidence_decimals: int = define_threshold(
        2,
        "decimals",
        "how many decimals the confidence of a commitment has",
        "by hand: its error is larger than the third",
    )
    closing_mark_chars: int = define_threshold(
        2,
        "code points",
        "how far after the words of a promise the mark may be that closes a quotation begun in them",
        "law: the mark itself, with a comma or full stop before it",
    )
    term_chars: int = define_threshold(
        12,
        "characters",
        "how far before a time a word that makes it a term is looked for",
        "by hand: room for two short words (“before the end of”)",
    )


THRESHOLDS = CommitmentThresholds()
"""The table in use."""
