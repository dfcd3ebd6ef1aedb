"""Attribution: which cue, if any, attributes words in quotation marks.

In: quoted words and the cues of their blocks. Out: the attribution that stands after, before, or in the
paragraph before them. Leaves alone: words reported without marks (`onrecord.language.reported`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.language.en.cues import NAMING
from onrecord.language.en.roles import DOCUMENTS, PERSON_ROLES
from onrecord.language.marks import DOUBLE
from onrecord.language.quotation import Quoted
from onrecord.language.speech import Cue
from onrecord.language.wording import phrase_after, phrase_before
from onrecord.records import Block

if TYPE_CHECKING:
    from spacy.tokens import Token

_STOP = re.compile(r"[.!?](?:\s|$)")
_WORD = re.compile(r"\w+")
_AFTER_WORDS = 1
"""Words that may stand between a closing mark and its attribution ("then", "also")."""
_BEFORE_WORDS = 14
"""Words that may stand between an attribution and the colon or comma before a quotation ("in a statement on Monday")."""
_HEAD_LABEL = re.compile(r"^([^:“\"‘']{3,60}):\s*(?=[“\"‘'])")


@dataclass(frozen=True, slots=True)
class Scene:
    """A block with which of its tokens are quoted, and its cues in order."""

    block: Block
    quoted: frozenset[int]
    cues: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue in a block with its source's head and tokens, and its extent in the page's text."""

    block: Block
    cue: Cue
    head: Token | None
    span: tuple[int, int] | None
    start: int
    end: int


def attribution_of(quoted: Quoted, scenes: Sequence[Scene], text: str) -> Attribution | None:
    """Return what attributes `quoted`: after it, before it, or ending the paragraph before it."""
    return (
        _after(quoted, scenes[quoted.last], text)
        or _before(quoted, scenes[quoted.first], text)
        or _in_paragraph_before(quoted, scenes, text)
    )


def announced(index: int, scenes: Sequence[Scene], text: str) -> Attribution | None:
    """Return what attributes the whole of block `index`, as in "The ministry added:" before it."""
    if index == 0:
        return None
    scene = scenes[index - 1]
    end = scene.block.zone.end
    if not text[scene.block.start : end].rstrip().endswith(":"):
        return None
    for cue in reversed(scene.cues):
        made = _made(scene.block, cue, None)
        if made is None or made.span is None:
            continue
        gap = text[made.end : end].rstrip().rstrip(":")
        if len(_WORD.findall(gap)) <= _BEFORE_WORDS and not _STOP.search(gap):
            return made
    return None


def _after(quoted: Quoted, scene: Scene, text: str) -> Attribution | None:
    for cue in scene.cues:
        if cue.according or scene.block.at(scene.block.doc[cue.first]) < quoted.end:
            continue
        made = _made(scene.block, cue, quoted.end)
        if made is None:
            continue
        if made.start < quoted.end:
            return None
        gap = text[quoted.end : made.start]
        if _STOP.search(gap) or len(_WORD.findall(gap)) > _AFTER_WORDS:
            return None
        ends = text[quoted.parts[-1][0] : quoted.parts[-1][1]].rstrip()[-1:]
        if ends == "." and not gap.strip(" \n"):
            # A full stop inside the marks ends the quotation: what follows attributes another.
            return (
                made if text[made.start].islower() or cue.first < (made.span or (0, 0))[0] else None
            )
        return made
    return None


def _before(quoted: Quoted, scene: Scene, text: str) -> Attribution | None:
    for cue in reversed(scene.cues):
        if scene.block.at(scene.block.doc[cue.last]) >= quoted.start:
            continue
        made = _made(scene.block, cue, None)
        if made is None or made.end > quoted.start:
            continue
        gap = text[made.end : quoted.start].strip()
        words = len(_WORD.findall(gap))
        introduced = gap.endswith((":", ","))
        if _STOP.search(gap) or any(mark in gap for mark in DOUBLE) or cue.according:
            return None
        if introduced and words <= _BEFORE_WORDS:
            return made
        bare = words <= 1 and cue.lemma not in NAMING and not _is_title(quoted, text)
        return made if bare and made.span is not None else None
    return None


def _is_title(quoted: Quoted, text: str) -> bool:
    """Return whether the words look like a title or a word set apart, rather than something said."""
    words = _WORD.findall(text[quoted.parts[0][0] : quoted.parts[-1][1]])
    long = [word for word in words if len(word) > 3 or word[0].isupper()]
    return len(words) < 3 or (len(words) < 10 and all(word[0].isupper() for word in long))


def _in_paragraph_before(quoted: Quoted, scenes: Sequence[Scene], text: str) -> Attribution | None:
    block = scenes[quoted.first].block
    if text[block.start : quoted.start].strip():
        return None
    return announced(quoted.first, scenes, text)


def _made(block: Block, cue: Cue, quote_end: int | None) -> Attribution | None:
    """Return the attribution of `cue`; where the parse names no source, by the words beside the verb."""
    head, span = cue.head, cue.source
    if quote_end is not None and (span is None or block.at(block.doc[span[0]]) < quote_end):
        beside = _beside(block, cue, quote_end)
        if beside is None:
            return None
        head, span = beside
    edges = [cue.first, cue.last, *(span or ())]
    start, end = block.span_of(block.doc[min(edges)], block.doc[max(edges)])
    return Attribution(block, cue, head, span, start, end)


def _beside(block: Block, cue: Cue, quote_end: int) -> tuple[Token, tuple[int, int]] | None:
    """Return head and tokens of the phrase between a quotation and its verb, or else after the verb."""
    doc = block.doc
    first = next((token.i for token in doc if block.at(token) >= quote_end), len(doc))
    while first < cue.first and not doc[first].is_alpha and not doc[first].is_digit:
        first += 1
    if first == cue.first:
        return phrase_after(doc, cue.last + 1)
    found = phrase_before(doc, first, cue.first)
    if found is None and cue.first - first <= 3 and doc[first].text[:1].isupper():
        # The parse took the name for something else: the words themselves are the source.
        return doc[cue.first - 1], (first, cue.first - 1)
    return found


def labelled(quoted: Quoted, scene: Scene, text: str) -> tuple[int, int] | None:
    """Return the (first, last) tokens of a headline's label: "Minister: “We will stay”", or None."""
    block = scene.block
    match = _HEAD_LABEL.match(text[block.start : block.zone.end])
    if match is None or block.start + match.end() != quoted.start:
        return None
    span = block.doc.char_span(match.start(1), match.end(1), alignment_mode="contract")
    if span is None:
        return None
    lemma = span.root.lemma_.lower()
    named = span.root.tag_ in {"NNP", "NNPS"} or lemma in PERSON_ROLES or lemma in DOCUMENTS
    return (span.start, span.end - 1) if named else None
