"""The peer of `bench.quotes`: textacy's direct quotations, given our parse.

In: a parse. Out: direct quotes as tokens of the page. textacy needs coarse tags and lemmas, which our pipeline
does not set: they come from its fine tags and our forms of verbs.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from onrecord.language.syntax.verb_group import read_lemma

if TYPE_CHECKING:
    from onrecord.records import Block, Parse

Spans = list[tuple[int, int]]


def is_textacy_installed() -> bool:
    """Return whether textacy can be imported."""
    return importlib.util.find_spec("textacy") is not None


def find_by_textacy(parse: Parse) -> Iterator[tuple[Spans, Spans, Spans]]:
    """Yield (source, cue, content) spans of the page's text; a paragraph that it cannot handle yields none."""
    from textacy.extract.triples import direct_quotations  # type: ignore[import-not-found]

    for block in parse.blocks:
        for token in block.doc:
            coarse = "VERB" if token.tag_.startswith("VB") else "NOUN"
            token.pos_ = "PUNCT" if token.is_punct else coarse
            if token.tag_.startswith("VB"):
                token.lemma_ = read_lemma(token)
        try:
            found = list(direct_quotations(block.doc))
        except ValueError:  # an odd number of marks
            continue
        for one in found:
            yield (
                _list_spans(block, one.speaker),
                _list_spans(block, one.cue),
                _list_spans(block, one.content),
            )


def _list_spans(block: Block, tokens: Any) -> Spans:
    return [block.span_of(token, token) for token in tokens]
