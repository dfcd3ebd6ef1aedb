"""Tokens of names in marks: a nickname is one token with the name before it, a mark one with the word beside it.

In: a pipeline and a text. Out: its Doc before tagging, in which "Maria “Mimi”" and "“Duke”" are tokens that tagger, parser and
recogniser read like "Maria" and "Duke"; after tagging, each name with a nickname as one person. Out of scope: which names those
are (`onrecord.language.names.marked_names`).

A pipeline that was not trained on such names cuts them at the marks, and gives the words after them to somebody else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.language.names.marked_names import find_names_gone_by, find_nickname_runs

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

_PERSON_LABELS = ("PER", "PERSON")
"""Labels of persons, of which a pipeline has one."""


def tokenise(nlp: Language, text: str) -> Doc:
    """Return the Doc of `text`, untagged, with the tokens of names in marks joined."""
    doc = nlp.make_doc(text)
    pieces = list(_iter_pieces(doc, text))
    if not pieces:
        return doc
    with doc.retokenize() as retokenizer:
        for piece, read_as in pieces:
            if len(piece) > 1:
                _read_like(nlp, piece.text, read_as)
                retokenizer.merge(piece, attrs={"NORM": read_as.norm_})
    return doc


def join_nickname_runs(doc: Doc) -> None:
    """Make each name with a nickname in marks one person among the named entities of `doc`, in place."""
    runs = find_nickname_runs(doc.text)
    if not runs:
        return
    label = next((e.label_ for e in doc.ents if e.label_ in _PERSON_LABELS), _PERSON_LABELS[0])
    spans = (
        doc.char_span(run.start, run.end, label=label, alignment_mode="expand") for run in runs
    )
    names = [span for span in spans if span is not None]
    others = [
        entity
        for entity in doc.ents
        if not any(entity.start < name.end and name.start < entity.end for name in names)
    ]
    doc.ents = sorted((*others, *names), key=lambda entity: entity.start)


def _iter_pieces(doc: Doc, text: str) -> Iterator[tuple[Span, Token]]:
    """Yield the stretches that become one token each, and the token that each is read like."""
    for run in find_nickname_runs(text):
        marked = doc.char_span(run.nickname_start, run.nickname_end, alignment_mode="expand")
        if marked is not None and marked.start:
            yield doc[marked.start - 1 : marked.end], doc[marked.start - 1]
    for _, start, end in find_names_gone_by(text):
        marked = doc.char_span(start, end)
        if marked is None or len(marked) < len("“A”"):
            continue
        first, last = marked.start, marked.end - 1
        if len(marked) == len("“A”"):
            yield marked, doc[first + 1]
            continue
        yield doc[first : first + 2], doc[first + 1]
        yield doc[last - 1 : last + 1], doc[last - 1]


def _read_like(nlp: Language, joined: str, token: Token) -> None:
    """Give the joined token the features of form that `token` has, which the models read."""
    lexeme = nlp.vocab[joined]
    lexeme.norm_, lexeme.shape_ = token.norm_, token.shape_
    lexeme.prefix_, lexeme.suffix_, lexeme.lower_ = token.prefix_, token.suffix_, token.lower_
