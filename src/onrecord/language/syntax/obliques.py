"""Prepositional phrases of a verb, with UD or ClearNLP labels, and the agent of a passive.

In: spaCy tokens of a parse. Out: prepositions and nouns. Out of scope: what the prepositions mean.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.syntax.phrases import has_case
from onrecord.language.syntax.verb_group import is_passive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token


def find_passive_agent(verb: Token) -> Token | None:
    """Return the noun after "by" of a passive `verb`, or None."""
    for child in verb.children:
        if child.dep_ == "agent":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
        if child.tag_ == "CD":  # "by 2034"
            continue
        if child.dep_ == "obl:agent":
            return child
        if child.dep_.startswith(("obl", "nmod")) and is_passive(verb):
            if has_case(child, "by"):
                return child
            inner = [noun for noun in child.rights if noun.dep_ == "nmod" and has_case(noun, "by")]
            if inner and inner[-1].right_edge.i == child.right_edge.i:
                return inner[-1]
    return None


def find_obliques(verb: Token) -> list[tuple[str, Token]]:
    """Return (preposition words, noun) of the phrases that hang on `verb`, in order of text.

    Prepositions are lower-case and joined by spaces ("out of"); a bare noun has "". The agent of a
    passive is left out.
    """
    agent = find_passive_agent(verb)
    found = list(iter_obliques(verb))
    return [(words, noun) for words, noun in found if agent is None or noun.i != agent.i]


def iter_obliques(verb: Token) -> Iterator[tuple[str, Token]]:
    """Yield (preposition words, noun) as `find_obliques`, the agent of a passive among them."""
    for child in verb.children:
        if child.dep_.startswith(("obl", "nmod")):
            words = [c.lower_ for c in child.lefts if c.dep_ == "case" for c in _fixed(c)]
            yield " ".join(words), child
        elif child.dep_ == "prep":
            yield from _prepositional(child, [])
        elif child.dep_ == "npadvmod":
            yield "", child


def _fixed(word: Token) -> list[Token]:
    return [word, *(child for child in word.rights if child.dep_ == "fixed")]


def _prepositional(preposition: Token, before: list[str]) -> Iterator[tuple[str, Token]]:
    words = [*before, preposition.lower_]
    for child in preposition.children:
        if child.dep_ == "pobj":
            yield " ".join(words), child
        elif child.dep_ == "prep":
            yield from _prepositional(child, words)
