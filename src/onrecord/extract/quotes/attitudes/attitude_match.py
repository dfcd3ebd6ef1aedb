"""Attitude matches: a cue of attitude with what it attributes to its source.

In: nothing. Out: `AttitudeMatch`, which the finders of private states, passives, nouns and adjectives share. Out of scope:
finding them.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.extract.quotes.cue import Cue, TokenSpans


@dataclass(frozen=True, slots=True)
class AttitudeMatch:
    """A cue, and the tokens of what it attributes to its source, in order of text."""

    cue: Cue
    spans: TokenSpans
