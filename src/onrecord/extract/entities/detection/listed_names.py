"""Names that name lists hold: the gazetteer's, and states abbreviated after a town's name.

In: a Doc. Out: `NameSpan`s. Out of scope: people, whom no list holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.extract.entities.en.boundary_words import (
    CHAMBERS,
    HYPHENS_AND_EN_DASH,
    LED_OR_BACKED,
)
from onrecord.language.en.demonyms import AMBIGUOUS_DEMONYMS
from onrecord.language.en.names import OCCASION_WORDS, STATE_ABBREVIATIONS
from onrecord.language.names.gazetteer import (
    GazetteerEntry,
    find_known_names,
    is_state_code,
    resolve_state,
)
from onrecord.language.names.name_span import NameSpan, Origin
from onrecord.language.syntax.capitalisation import (
    is_capitalised,
    is_sentence_initial,
    read_doc_text,
)
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.tag_sets import PERSON_LABELS

if TYPE_CHECKING:
    from spacy.tokens import Doc

_STATE = re.compile(r",\s+(?:[A-Z]{2}\b|(?:[A-Z][a-z]*\.)+)")
"""A comma and an abbreviation; most texts have none, and are searched no further."""


def find_listed_names(doc: Doc) -> Iterator[NameSpan]:
    """Yield the names of `doc` that the gazetteer holds and that the words beside them do not rule out."""
    starts = {token.idx: token.i for token in doc}
    ends = {token.idx + len(token): token.i + 1 for token in doc}
    text = read_doc_text(doc)
    for start_char, end_char, entry in find_known_names(text):
        start, end = starts.get(start_char), ends.get(end_char)
        if start is None or end is None:
            continue
        if is_led_by(doc, end) or _is_ruled_out(doc, start, end, entry):
            continue
        origin: Origin = "ambiguous" if entry.certainty == "ambiguous" else "listed"
        yield NameSpan(start, end, text[start_char:end_char], entry.type, origin, entry.key)


def is_led_by(doc: Doc, end: int) -> bool:
    """Return whether the name that ends before token `end` is the first half of "US-led", which mentions nobody."""
    after = doc[end : end + 2]
    return (
        len(after) == 2
        and after[0].text in HYPHENS_AND_EN_DASH
        and after[1].lower_ in LED_OR_BACKED
    )


def _is_ruled_out(doc: Doc, start: int, end: int, entry: GazetteerEntry) -> bool:
    """Return whether the words beside a listed name of one word show that it is part of another name, or a word."""
    if end - start > 1:
        return False
    token = doc[start]
    after = doc[end] if end < len(doc) else None
    if token.text in AMBIGUOUS_DEMONYMS and entry.type == "group":
        return is_sentence_initial(token) or (after is not None and is_capitalised(after))
    if token.text in CHAMBERS and (not start or doc[start - 1].lower_ != "the"):
        return True
    if after is not None and after.text in OCCASION_WORDS:
        return True  # "Stanley Cup"
    beside = [doc[index] for index in (start - 1, end) if 0 <= index < len(doc)]
    if entry.certainty == "ambiguous":
        return token.ent_type_ in PERSON_LABELS or any(
            other.tag_ == "NNP" and other.text[0].isupper() for other in beside
        )
    return (
        entry.type == "place"
        and token.ent_type_ in PERSON_LABELS
        and any(other.ent_type_ in PERSON_LABELS for other in beside)
    )


def find_abbreviated_states(doc: Doc) -> Iterator[NameSpan]:
    """Yield states as news abbreviates them after a town's name ("Dorvan, Calif.", "Dorvan, MA")."""
    if _STATE.search(read_doc_text(doc)) is None:
        return
    for token in doc[2:]:
        if token.text not in STATE_ABBREVIATIONS and not is_state_code(token.text):
            continue
        comma, town = get_neighbour(token, -1), get_neighbour(token, -2)
        if comma.text == "," and is_capitalised(town) and town.is_alpha:
            key = resolve_state(token.text)
            yield NameSpan(token.i, token.i + 1, token.text, "place", "pattern", key)
