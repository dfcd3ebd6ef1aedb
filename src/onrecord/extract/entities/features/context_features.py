"""Features of the context of a name: of all that stands around one mention of it.

In: a name's span. Out: names of features, as a person reads them in `onrecord why`. Out of scope: what a feature weighs
(`onrecord.extract.entities.features.weights`), how the features of many mentions are summed
(`onrecord.extract.entities.classification.type_evidence`), and what name lists hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.extract.entities.features.adjacent_features import (
    find_features_after,
    find_features_before,
)
from onrecord.extract.entities.features.apposition_features import (
    find_apposition_features,
    find_example_features,
)
from onrecord.extract.entities.features.predicate_features import find_predicate_features

if TYPE_CHECKING:
    from spacy.tokens import Span


def find_context_features(name: Span) -> Iterator[str]:
    """Yield the features of the words around `name`: after it, before it, in apposition to it, and its predicate's."""
    yield from find_features_after(name)
    yield from find_features_before(name)
    yield from find_example_features(name)
    yield from find_apposition_features(name)
    yield from find_predicate_features(name)
