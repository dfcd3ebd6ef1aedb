"""Decisions: what people correct, confirm and note about a story, as data beside its records.

In: words of a person about records. Out: decisions, checked; which of them are in force; decisions as JSON lines. Out of
scope: where they are kept and how they are applied (`onrecord.story.decided`).
"""

from __future__ import annotations

from onrecord.decisions.decision import FIELDS, KINDS, Decision, Target, make_decision
from onrecord.decisions.json_lines import BadLine, decode_lines, encode_lines
from onrecord.decisions.standing import Standing, judge_decisions
from onrecord.decisions.wording import describe_decided, describe_decision

__all__ = [
    "FIELDS",
    "KINDS",
    "BadLine",
    "Decision",
    "Standing",
    "Target",
    "decode_lines",
    "describe_decided",
    "describe_decision",
    "encode_lines",
    "judge_decisions",
    "make_decision",
]
