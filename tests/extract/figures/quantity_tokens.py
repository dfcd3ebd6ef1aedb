"""The first quantity of a text with its tokens, as the readers of figures take it."""

from __future__ import annotations

from spacy.tokens import Span

from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.parsing.scan import find_quantities
from onrecord.language import Backbone


def find_quantity(backbone: Backbone, text: str) -> tuple[Quantity, Span]:
    """Return the first quantity of `text` and its tokens."""
    quantity = find_quantities(text)[0]
    tokens = backbone.nlp(text).char_span(quantity.start, quantity.end, alignment_mode="expand")
    assert tokens is not None
    return quantity, tokens
