"""English times before, at or after publication at no stated distance: "now", "recently", "the weeks ahead".

In: matches of the patterns here with their context. Out: readings with the values of TIMEX3 for them
(`PAST_REF`, `PRESENT_REF`, `FUTURE_REF`). Out of scope: times at a stated distance (`deictics`, `offsets`).
"""

from __future__ import annotations

import re

from onrecord.extract.times.en.lexicon.calendar import VAGUE_REFERENCES
from onrecord.extract.times.timex.context import TimexContext
from onrecord.extract.times.timex.reading import (
    TimexReading,
    explain,
    find_span,
    resolve_from_publication,
)
from onrecord.extract.times.timex.rules import build_rule
from onrecord.language.numerals import build_alternation


def _read_ahead(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "the weeks ahead", "in the years to come": after publication, at a distance that is not stated."""
    value = "FUTURE_REF" if context.published else None
    step = f"{match['unit']} not counted after publication"
    return (resolve_from_publication(match, value, context, step),)


def _read_vague_reference(match: re.Match[str], context: TimexContext) -> tuple[TimexReading, ...]:
    """Read "now", "recently", "the future": before, at or after publication, and no more."""
    words = " ".join(match["words"].lower().split())
    if re.search("P|F", match["words"][1:]):
        return ()  # Part of a title.
    if words in {"the past", "the future"} and _is_noun_phrase(context):
        return ()
    if words == "now" and re.match(r"\s?(?:that\b|,? (?:then|now)\b)", context.after):
        return ()
    anchor = "published" if context.published else None
    value, step = VAGUE_REFERENCES[words], explain("no day is stated")
    return (TimexReading(*find_span(match, "words"), "DATE", value, anchor, derivation=step),)


def _is_noun_phrase(context: TimexContext) -> bool:
    """Return whether "the past", "the future" is part of a longer phrase ("the past tense", "the future of the firm")."""
    if not re.match(r" (?!and|or|but|when|as|that)\w", context.after):
        return False
    is_before_noun = context.tag_after[:1] in {"N", "J", "C"}
    return is_before_noun or bool(re.match(r" (?:of|leader|king|tense)\b", context.after))


RULES = (
    build_rule(
        "ahead",
        {"the"},
        r"the (?P<unit>days|weeks|months|years|decades) (?:(?:immediately )?ahead(?! of)|to come)",
        _read_ahead,
        required={"ahead", "come"},
    ),
    build_rule(
        "fuzzy",
        {*(words.split()[0] for words in VAGUE_REFERENCES), "the", "in"},
        rf"(?:in (?=the (?:past|recent|near|fores|fut)))?(?P<words>{build_alternation(VAGUE_REFERENCES)})",
        _read_vague_reference,
        required={words.split()[-1] for words in VAGUE_REFERENCES},
    ),
)
