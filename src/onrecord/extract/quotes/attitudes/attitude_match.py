"""Ascription: what words other than a clause of reported speech ascribe to somebody.

In: nothing. Out: the type of what `ascribed`, `passive_cues`, `nominal_cues` and `quality_cues` find. Out of scope: finding it.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.extract.quotes.cue import Cue, TokenSpans


@dataclass(frozen=True, slots=True)
class AttitudeMatch:
    """A cue with the spans of what it ascribes to its source, as (first, last) tokens in order of text."""

    cue: Cue
    spans: TokenSpans
