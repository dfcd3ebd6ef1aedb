"""Towns after the noun of an office, body or part that towns have: "the council of Brackwell", "the bishop of Velford".

In: a Doc. Out: `NameSpan`s of type place, where the tagger may have none. Out of scope: what else the page says of the name:
the feature `noun_of.town_noun` speaks for a place in the sum over all mentions.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.extract.entities.en.boundary_words import NOT_LAST_NAMES
from onrecord.extract.entities.en.feature_words import SETTLEMENT_NOUNS
from onrecord.extract.entities.features.adjacent_features import is_town_noun
from onrecord.language.en.names import CALENDAR, NOT_NAMES, ORGANISATION_WORDS
from onrecord.language.names.gazetteer import look_up_name
from onrecord.language.names.name_span import NameSpan
from onrecord.language.syntax.capitalisation import is_capitalised, is_title_case

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def find_town_names(doc: Doc) -> Iterator[NameSpan]:
    """Yield the lone names right after "of" and such a noun in lower case."""
    if is_title_case(doc):
        return
    for noun in doc[:-2]:
        if not (is_town_noun(noun) or noun.text in SETTLEMENT_NOUNS):
            continue
        name = doc[noun.i + 2]
        if doc[noun.i + 1].lower_ == "of" and _may_name_town(name):
            yield NameSpan(name.i, name.i + 1, name.text, "place", "parsed")


def _may_name_town(token: Token) -> bool:
    if not (token.is_alpha and is_capitalised(token)) or token.is_upper:
        return False
    if token.text in CALENDAR | ORGANISATION_WORDS | NOT_LAST_NAMES or token.lower_ in NOT_NAMES:
        return False
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    goes_on = after is not None and is_capitalised(after) and after.is_alpha
    return not goes_on and look_up_name(token.text) is None
