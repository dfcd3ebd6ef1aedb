"""Obliques: the prepositional phrases of a verb or noun, with UD or ClearNLP labels, and the agent of a passive.

In: spaCy tokens of a parse. Out: the words of prepositions, and nouns. Out of scope: what the prepositions mean.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.en.nouns import TIME_NOUNS
from onrecord.language.syntax.phrases import has_case
from onrecord.language.syntax.verb_group import is_passive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token


def find_passive_agent(verb: Token) -> Token | None:
    """Return the noun after "by" of a passive `verb`, or None."""
    for child in verb.children:
        if child.dep_ == "agent":
            return next((noun for noun in child.children if noun.dep_ == "pobj"), None)
        if child.tag_ == "CD":  # "by 2034"
            continue
        if child.lemma_.lower() in TIME_NOUNS:  # "by the time he was shot", "by the end of May"
            continue
        if child.dep_ == "obl:agent":
            return child
        if child.dep_.startswith(("obl", "nmod")) and is_passive(verb):
            agent = _find_noun_after_by(child)
            if agent is not None:
                return agent
    return None


def _find_noun_after_by(oblique: Token) -> Token | None:
    """Return an oblique with "by", or the noun with "by" that a parser attached to the end of its phrase; or None."""
    if has_case(oblique, "by"):
        return oblique
    inner = [noun for noun in oblique.rights if noun.dep_ == "nmod" and has_case(noun, "by")]
    if inner and inner[-1].right_edge.i == oblique.right_edge.i:
        return inner[-1]
    return None


def find_obliques(verb: Token) -> list[tuple[str, Token]]:
    """Return (preposition, noun) of the phrases that depend on `verb`, in text order, without the agent of a passive.

    Prepositions are in lower case, several joined by spaces ("out of"); a noun without one has "".
    """
    agent = find_passive_agent(verb)
    obliques = list(iter_obliques(verb))
    return [(words, noun) for words, noun in obliques if agent is None or noun.i != agent.i]


def iter_obliques(verb: Token) -> Iterator[tuple[str, Token]]:
    """Yield (preposition, noun) as `find_obliques` returns them, with the agent of a passive."""
    for child in verb.children:
        if child.dep_.startswith(("obl", "nmod")):
            cases = (case for case in child.lefts if case.dep_ == "case")
            words = [word.lower_ for case in cases for word in _expand_fixed_phrase(case)]
            yield " ".join(words), child
        elif child.dep_ == "prep":
            yield from _iter_prepositional_objects(child, [])
        elif child.dep_ == "npadvmod":
            yield "", child


def _expand_fixed_phrase(word: Token) -> list[Token]:
    """Return `word` and the rest of a fixed phrase that it heads ("because of")."""
    return [word, *(child for child in word.rights if child.dep_ == "fixed")]


def _iter_prepositional_objects(
    preposition: Token, before: list[str]
) -> Iterator[tuple[str, Token]]:
    words = [*before, preposition.lower_]
    for child in preposition.children:
        if child.dep_ == "pobj":
            yield " ".join(words), child
        elif child.dep_ == "prep":
            yield from _iter_prepositional_objects(child, words)
