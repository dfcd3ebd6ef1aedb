"""Keys of triggers: by which events are compared whatever their inflection.

In: a trigger's words. Out: stems. Out of scope: which events are one.
"""

from __future__ import annotations

from onrecord.link.comparison.text_keys import split_words, stem
from onrecord.link.en.verbs import LIGHT_VERB_STEMS


def build_trigger_key(trigger: str) -> str:
    """Return the stem of a trigger's verb with its particles; "" for a light verb."""
    words = split_words(trigger)
    verb = find_trigger_verb(trigger)
    return " ".join([verb, *words[1:]]) if verb else ""


def find_trigger_verb(trigger: str) -> str:
    """Return the stem of a trigger's first word; "" for a light verb, and where there is none."""
    words = split_words(trigger)
    verb = stem(words[0]) if words else ""
    return "" if verb in LIGHT_VERB_STEMS else verb
