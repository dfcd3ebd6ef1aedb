"""Attribution: which cue, if any, attributes words in quotation marks.

In: quoted words and the cues of their blocks. Out: the attribution that stands after, before, or in the
paragraph before them. Leaves alone: words reported without marks (`onrecord.language.reported`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.language.en.cues import ASKED_FIRST, NAMING
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
_TITLE = frozenset({"NN", "NNP", "NNPS", "JJ", "DT", "POS", "PRP$", "HYPH", "NNS", "VBN"})
_OWNED = frozenset({"’s", "'s", "’", "'"})
_NAME_OF_WORK = 7
"""Words that a name of a work has at most."""
_ROLE_WORDS = 4
"""Words of a role that signs a headline (“We will not pay” – harbour mayor)."""
_HEAD_LABEL = re.compile(r"(?:^|\s[-–—]\s*|[.!?]\s+)([^:.!?“\"‘–—]{3,60}):\s*$")

_SIGNED = re.compile(r"^\s*[-–—]{1,2}\s*([^.!?“”\"]{3,90})\.?\s*$")


@dataclass(frozen=True, slots=True)
class Scene:
    """A block with which of its tokens are quoted, and its cues in order.

    `spoken` are its cues with the verbs that attribute only beside quoted words.
    """

    block: Block
    quoted: frozenset[int]
    cues: tuple[Cue, ...]
    spoken: tuple[Cue, ...]


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
    for cue in reversed(scene.spoken):
        made = _told_first(_made(scene.block, cue, None))
        if made is None or made.span is None:
            continue
        gap = text[made.end : end].rstrip().rstrip(":")
        if len(_WORD.findall(gap)) <= _BEFORE_WORDS and not _STOP.search(gap):
            return made
    return None


def _after(quoted: Quoted, scene: Scene, text: str) -> Attribution | None:
    asked = scene.block.doc[_sentence_start(scene.block, quoted.end)].lower_ in ASKED_FIRST
    for cue in () if asked else scene.spoken:
        if scene.block.at(scene.block.doc[cue.first]) < quoted.end:
            continue
        made = _made(scene.block, cue, quoted.end)
        if made is None:
            continue
        if made.start < quoted.end:
            return None
        made = _with_title(made, quoted.end)
        gap = text[quoted.end : made.start]
        if _STOP.search(gap):
            return None
        if len(_WORD.findall(gap)) > _AFTER_WORDS:
            continue
        ends = text[quoted.parts[-1][0] : quoted.parts[-1][1]].rstrip()[-1:]
        if ends == "." and not gap.strip(" \n"):
            # A full stop inside the marks ends the quotation: what follows attributes another.
            told = text[made.start].islower() or cue.first < (made.span or (0, 0))[0]
            return made if told or _ends_sentence(scene.block, cue) else None
        if _brings_next(scene.block, cue) and (asked_before := _before(quoted, scene, text)):
            return asked_before
        return made
    return None


def _ends_sentence(block: Block, cue: Cue) -> bool:
    """Return whether nothing follows the verb: “It is late.” Ann Hale said."""
    after = block.doc[cue.last + 1 : cue.last + 2]
    return not after or after.text in {".", "\n"}


def _brings_next(block: Block, cue: Cue) -> bool:
    """Return whether the verb brings in other words in marks ("“Is it late?” She answered, “No”")."""
    after = [token.text for token in block.doc[cue.last + 1 : cue.last + 3]]
    return len(after) > 1 and after[0] in {",", ":"} and after[1][:1] in DOUBLE


def _with_title(made: Attribution, quote_end: int) -> Attribution:
    """Return the attribution with the nouns right after the quotation that its source lacks ("manager Ann Hale")."""
    if made.span is None or made.span[0] > made.cue.first:
        return made
    doc, first = made.block.doc, made.span[0]
    if (named := _name_before(made.block, first, quote_end)) is not None:
        start = made.block.at(doc[named[0]])
        return replace(made, head=doc[named[1]], span=(named[0], made.span[1]), start=start)
    while (
        first > 0
        and (doc[first - 1].tag_ in _TITLE or _is_age(doc[first]))
        and made.block.at(doc[first - 1]) >= quote_end
    ):
        first -= 1
    reaches = first > 0 and made.block.at(doc[first - 1]) < quote_end
    if first == made.span[0] or not (reaches or doc[first - 1].is_punct):
        return made
    span = (first, made.span[1])
    return replace(made, span=span, start=made.block.at(doc[first]))


def _name_before(block: Block, first: int, quote_end: int) -> tuple[int, int] | None:
    """Return the (first, last) tokens of a name between the quotation and a comma before token `first`, or None.

    “…,” Ann Hale, the harbour master, said: a parse may take what follows the comma for who speaks.
    """
    doc, last = block.doc, first - 2
    if last < 1 or doc[first - 1].text != "," or doc[last].tag_ != "NNP" or _is_age(doc[first]):
        return None
    begin = last
    while begin > 0 and doc[begin - 1].tag_ == "NNP" and block.at(doc[begin - 1]) >= quote_end:
        begin -= 1
    reaches = begin > 0 and block.at(doc[begin - 1]) < quote_end <= block.at(doc[begin])
    return (begin, last) if reaches and begin < last else None


def _is_age(token: Token) -> bool:
    """Return whether it is an age after a name, or the comma before one ("Ann Hale, 46, said")."""
    if token.text == ",":
        return bool(token.nbor().tag_ == "CD")
    return bool(token.tag_ == "CD" and token.nbor(-1).text == ",")


def _before(quoted: Quoted, scene: Scene, text: str) -> Attribution | None:
    for cue in reversed(scene.spoken):
        if scene.block.at(scene.block.doc[cue.last]) >= quoted.start:
            continue
        made = _told_first(_made(scene.block, cue, None))
        if made is None or made.end > quoted.start:
            continue
        gap = text[made.end : quoted.start].strip()
        words = len(_WORD.findall(gap))
        introduced = gap.endswith((":", ","))
        if _STOP.search(gap) or any(mark in gap for mark in DOUBLE):
            return None
        if cue.according:
            return made if introduced and not words else None
        if introduced and words <= _BEFORE_WORDS:
            return made
        bare = words <= 1 and cue.lemma not in NAMING and not _is_title(quoted, text)
        return made if bare and made.span is not None else None
    return None


def _told_first(made: Attribution | None) -> Attribution | None:
    """Return the attribution, with the name after a verb that opens its sentence ("Continued Hale: “…")."""
    if made is None or made.span is not None:
        return made
    doc, cue = made.block.doc, made.cue
    if doc[cue.first].is_sent_start is not True or not doc[cue.last].nbor().text.istitle():
        return made
    found = phrase_after(doc, cue.last + 1)
    if found is None:
        return made
    start, end = made.block.span_of(doc[cue.first], doc[found[1][1]])
    return replace(made, head=found[0], span=found[1], start=start, end=end)


def names_work(quoted: Quoted, scene: Scene, text: str) -> bool:
    """Return whether the words name a programme, a book or a movement inside a sentence (said on “Morning Harbour”)."""
    doc, block = scene.block.doc, scene.block
    before = next((t for t in reversed(doc) if block.at(t) < quoted.start and t.is_alpha), None)
    words = _WORD.findall(text[quoted.parts[0][0] : quoted.parts[-1][1]])
    long = [word for word in words if len(word) > 3 or word[0].isupper()]
    if before is None or not words or not all(word[0].isupper() for word in long):
        return False
    between = text[block.at(before) + len(before.text) : quoted.start].strip(" ")
    ends = text[quoted.parts[-1][0] : quoted.parts[-1][1]].rstrip()[-1:]
    the = before.lower_ == "the" and ends != ","
    leads = between in _OWNED or (not between and (before.tag_ == "IN" or the))
    return len(words) <= _NAME_OF_WORK and ends not in {"!", "?"} and leads


def _sentence_start(block: Block, place: int) -> int:
    """Return the first token of the sentence that holds the code point before `place`."""
    held = next((token for token in reversed(block.doc) if block.at(token) < place), block.doc[0])
    return int(held.sent.start)


def _is_title(quoted: Quoted, text: str) -> bool:
    """Return whether the words look like a title or a word set apart, rather than something said."""
    words = _WORD.findall(text[quoted.parts[0][0] : quoted.parts[-1][1]])
    long = [word for word in words if len(word) > 3 or word[0].isupper()]
    ended = text[quoted.parts[-1][0] : quoted.parts[-1][1]].rstrip()[-1:] in {".", "!", "?", ","}
    return (len(words) < 3 and not ended) or (
        len(words) < 10 and all(word[0].isupper() for word in long)
    )


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
        after = next((t.i for t in doc[cue.last + 1 :] if not t.is_space), len(doc))
        told_on = after < len(doc) and doc[after].lower_ == "that"
        return None if told_on else phrase_after(doc, after)
    if doc[cue.first].tag_ == "VBG":
        return None  # no participle has its speaker right before it ("…” of old, and telling the crew")
    found = phrase_before(doc, first, cue.first)
    if found is None and cue.first - first <= 3 and doc[first].text[:1].isupper():
        # The parse took the name for something else: the words themselves are the source.
        return doc[cue.first - 1], (first, cue.first - 1)
    return found


def labelled(quoted: Quoted, scene: Scene, text: str) -> tuple[int, int] | None:
    """Return the (first, last) tokens of a headline's label: "Minister: “We will stay”", or None."""
    block = scene.block
    if (signed := _signed(block, quoted, text)) is not None:
        return signed
    match = _HEAD_LABEL.search(text[block.start : quoted.start])
    if match is None:
        return _name_before_colon(block, quoted, text)
    span = block.doc.char_span(match.start(1), match.end(1), alignment_mode="contract")
    if span is None:
        return None
    lemma = span.root.lemma_.lower()
    named = span.root.tag_ in {"NNP", "NNPS"} or lemma in PERSON_ROLES or lemma in DOCUMENTS
    return (span.start, span.end - 1) if named else _name_before_colon(block, quoted, text)


def _signed(block: Block, quoted: Quoted, text: str) -> tuple[int, int] | None:
    """Return the tokens of a name that signs the quotation after a dash ("“…” — Ann Hale, engineer"), or None."""
    match = _SIGNED.match(text[quoted.end : block.zone.end])
    if match is None:
        return None
    start = quoted.end - block.start
    span = block.doc.char_span(
        start + match.start(1), start + match.end(1), alignment_mode="contract"
    )
    if span is None:
        return None
    alone = not text[block.start : quoted.start].strip()
    role = alone and len(span) <= _ROLE_WORDS and span.root.lemma_.lower() in PERSON_ROLES
    return (span.start, span.end - 1) if span[0].tag_ == "NNP" or role else None


def _name_before_colon(block: Block, quoted: Quoted, text: str) -> tuple[int, int] | None:
    """Return the tokens of a name right before the colon before the quotation ("It did not surprise Ann Hale: “…")."""
    doc = block.doc
    last = next((t.i for t in reversed(doc) if block.at(t) < quoted.start and t.text == ":"), 0) - 1
    if last < 1 or text[block.at(doc[last + 1]) + 1 : quoted.start].strip():
        return None
    first = last + 1
    while first > 0 and doc[first - 1].tag_ in {"NNP", "NNPS"}:
        first -= 1
    return (first, last) if last > first else None
