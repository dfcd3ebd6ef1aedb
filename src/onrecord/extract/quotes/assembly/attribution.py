"""Attribution: which cue, if any, attributes words in quotation marks.

In: quoted words and the cues of their blocks. Out: the attribution that stands after, before, or in the
paragraph before them. Out of scope: words reported without marks (`onrecord.extract.quotes.content.complement_clauses`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.quotes.assembly.block_context import Attribution, BlockContext
from onrecord.extract.quotes.assembly.source_gap import (
    extend_over_gap,
    extend_over_title,
)
from onrecord.extract.quotes.cue import Cue
from onrecord.extract.quotes.en.function_words import BE_FORMS
from onrecord.extract.quotes.en.punctuation import (
    COMMA_OR_COLON,
    QUOTE_END_MARKS,
    SENTENCE_END_MARKS,
    TIED_END_MARKS,
)
from onrecord.extract.quotes.en.tags import (
    NEW_SENTENCE_TAGS,
    PRONOUN_OR_PLURAL_NAME_TAGS,
    TITLE_TAGS,
)
from onrecord.extract.quotes.en.verbs import ANONYMITY_VERBS, READ_OR_SAY
from onrecord.extract.quotes.marks.quotation_marks import DOUBLE
from onrecord.extract.quotes.marks.quoted_spans import QuotedSpan
from onrecord.extract.quotes.marks.scare_quotes import is_like_title
from onrecord.extract.quotes.speakers.adjacent_phrases import find_phrase_after, find_phrase_before
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.cues import ASK, ASKED_FIRST, NAMING, TELL
from onrecord.language.en.roles import DOCUMENTS
from onrecord.language.syntax.tag_sets import COMMON_NOUN_TAGS
from onrecord.records import Block

if TYPE_CHECKING:
    from spacy.tokens import Token

_SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b[MDSJ][rst])(?<!\bMrs)(?<!\b(?:Sen|Rep|Gov|Gen|Rev|Col|Sgt))(?<!\b(?:Lt|No))[.!?](?:\s|$)"
)
_WORD = re.compile(r"\w+")
_CLAUSE_JOINER = re.compile(r"[\s,”\"’']*(?:and|but|while|when|which|where|because|although|so)\b")
"""Words that join another clause to one with a name in marks (They played “Bread and Roses”, and Hale said nothing)."""
_WAS_HOW = re.compile(r"[”\"’']?,? (?:is|was) how\b")
"""“It was a miracle” was how Ann Hale put it."""
_NEW_SENTENCE_OPENER = re.compile(
    r"[\s”\"'’]*(?:But|And|Yet|So|Then|Later|Still|Reluctantly|Meanwhile|Instead)\b"
)


def find_attribution(
    quoted: QuotedSpan, scenes: Sequence[BlockContext], text: str
) -> Attribution | None:
    """Return what attributes `quoted`: after it, before it, or ending the paragraph before it."""
    return (
        _find_after(quoted, scenes[quoted.last], text)
        or _find_before(quoted, scenes[quoted.first], text)
        or _find_in_paragraph_before(quoted, scenes, text)
    )


def find_announcement(index: int, scenes: Sequence[BlockContext], text: str) -> Attribution | None:
    """Return what attributes the whole of block `index`, as in "The ministry added:" before it."""
    if index == 0:
        return None
    scene = scenes[index - 1]
    end = scene.block.zone.end
    if not text[scene.block.start : end].rstrip().endswith(":"):
        return None
    for cue in reversed(scene.cues_beside_quotes):
        made = _resolve_initial_verb(_build_attribution(scene.block, cue, None))
        if made is None or made.span is None:
            continue
        gap = text[made.end : end].rstrip().rstrip(":")
        if len(_WORD.findall(gap)) <= THRESHOLDS.words_after_cue and not _SENTENCE_END.search(gap):
            return made
    return None


def _find_after(quoted: QuotedSpan, scene: BlockContext, text: str) -> Attribution | None:
    asked = scene.block.doc[_find_sentence_start(scene.block, quoted.end)].lower_ in ASKED_FIRST
    for cue in () if asked else scene.cues_beside_quotes:
        if scene.block.at(scene.block.doc[cue.first]) < quoted.end:
            continue
        made = _build_attribution(scene.block, cue, quoted.end)
        if made is None:
            continue
        if made.start < quoted.end or _is_far(made) or _is_agentless_passive(scene.block, cue):
            return None
        made = extend_over_title(made, quoted.end)
        if _is_tied(quoted, text):
            made = extend_over_gap(made, quoted.end)
        gap = text[quoted.end : made.start]
        ended = text[quoted.parts[-1][0] : quoted.parts[-1][1]].rstrip()[-1:] in SENTENCE_END_MARKS
        if (
            _SENTENCE_END.search(gap)
            or (ended and _NEW_SENTENCE_OPENER.match(gap))
            or _CLAUSE_JOINER.match(gap)
        ):
            return None
        if len(_WORD.findall(gap)) > THRESHOLDS.words_before_cue and not _WAS_HOW.match(gap):
            continue
        ends = text[quoted.parts[-1][0] : quoted.parts[-1][1]].rstrip()[-1:]
        if ends == "." and not gap.strip(" \n"):
            # A full stop inside the marks ends the quotation: what follows attributes another.
            told = text[made.start].islower() or cue.first < (made.span or (0, 0))[0]
            return made if told or _is_sentence_final(scene.block, cue) else None
        told_on = ended and _is_before_new_sentence(scene.block, quoted.end)
        brings_next = _is_before_other_quote(scene.block, cue)
        if (told_on or brings_next) and (led := _find_before(quoted, scene, text)):
            return led
        return None if told_on and brings_next else made
    return None


def _is_agentless_passive(block: Block, cue: Cue) -> bool:
    """Return whether the verb is a passive without who did it (“Harbour Lights,” the film, was shown twice)."""
    doc, before = block.doc, cue.first - 1
    while before > 0 and doc[before].tag_ == "RB":
        before -= 1
    passive = doc[cue.first].tag_ == "VBN" and doc[before].lower_ in BE_FORMS
    return passive and (cue.head is None or cue.head.i < cue.first)


def _is_tied(quoted: QuotedSpan, text: str) -> bool:
    """Return whether a comma or the end of a sentence parts the words from what follows them."""
    last = text[quoted.parts[-1][0] : quoted.parts[-1][1]].rstrip()[-1:]
    return last in TIED_END_MARKS or text[quoted.end : quoted.end + 1] == ","


def _is_far(made: Attribution) -> bool:
    """Return whether more than its group stands between the source and its verb ("I had prepared a statement to read")."""
    if made.span is None or made.span[1] >= made.cue.first or made.cue.is_prepositional:
        return False
    doc, verb = made.block.doc, made.cue.first
    between = doc[made.span[1] + 1 : verb]
    to = doc[verb].tag_ == "VB" and any(token.tag_ == "TO" for token in between)
    return to and any(token.tag_ in COMMON_NOUN_TAGS for token in between)


def _is_before_new_sentence(block: Block, place: int) -> bool:
    """Return whether a pronoun or article with a capital follows `place`: a new sentence (“Why?” She answered that …)."""
    after = next(
        (token for token in block.doc if block.at(token) >= place and token.is_alpha), None
    )
    return after is not None and after.text.istitle() and after.tag_ in NEW_SENTENCE_TAGS


def _is_sentence_final(block: Block, cue: Cue) -> bool:
    """Return whether nothing follows the verb: “It is late.” Ann Hale said."""
    after = block.doc[cue.last + 1 : cue.last + 2]
    return not after or after.text in {".", "\n"}


def _is_before_other_quote(block: Block, cue: Cue) -> bool:
    """Return whether the verb brings in other words in marks ("“Is it late?” She answered, “No”")."""
    after = [token.text for token in block.doc[cue.last + 1 : cue.last + 3]]
    return len(after) > 1 and after[0] in COMMA_OR_COLON and after[1][:1] in DOUBLE


def _find_before(quoted: QuotedSpan, scene: BlockContext, text: str) -> Attribution | None:
    for cue in reversed(scene.cues_beside_quotes):
        if scene.block.at(scene.block.doc[cue.last]) >= quoted.start or _is_request_for_anonymity(
            scene, cue
        ):
            continue
        made = _resolve_initial_verb(_build_attribution(scene.block, cue, None))
        if made is None or made.end > quoted.start:
            continue
        gap = text[made.end : quoted.start].strip()
        words = len(_WORD.findall(gap))
        introduced = gap.endswith((":", ","))
        if _SENTENCE_END.search(gap) or any(mark in gap for mark in DOUBLE):
            return None
        if cue.is_prepositional:
            return made if introduced and not words else None
        if introduced and words <= THRESHOLDS.words_after_cue:
            return made
        shown = cue.lemma in READ_OR_SAY and not words and _is_inscription(made.head, cue)
        bare = words <= 1 and cue.lemma not in NAMING and not is_like_title(quoted, text)
        bare = bare or shown or _has_only_addressee_between(quoted, cue, scene.block, text)
        return made if bare and made.span is not None else None
    return None


def _is_inscription(head: Token | None, cue: Cue) -> bool:
    """Return whether what reads so is a thing, on which words stand ("A sign reads “Keep out”")."""
    if head is None or head.tag_ != "NN" or head.doc[head.i + 1].tag_ == "VBG":
        return False
    return cue.lemma == "read" or head.lemma_.lower() in DOCUMENTS


def _is_request_for_anonymity(scene: BlockContext, cue: Cue) -> bool:
    """Return whether it is the "asked" of "a docker, who asked not to be named"."""
    after = scene.block.doc[cue.last + 1 : cue.last + 4]
    return cue.lemma in ANONYMITY_VERBS and [t.lower_ for t in after] == [
        "not",
        "to",
        "be",
    ]


def _has_only_addressee_between(quoted: QuotedSpan, cue: Cue, block: Block, text: str) -> bool:
    """Return whether nothing but who was told or asked stands between the verb and a whole sentence in marks."""
    if cue.lemma not in TELL | ASK or not text[quoted.parts[0][0]].isupper():
        return False
    between = [
        t
        for t in block.doc[cue.last + 1 :]
        if block.at(t) < quoted.start and t.text[:1] not in DOUBLE
    ]
    whole = text[quoted.parts[-1][0] : quoted.parts[-1][1]].rstrip()[-1:] in QUOTE_END_MARKS
    people = all(t.tag_ in TITLE_TAGS | PRONOUN_OR_PLURAL_NAME_TAGS for t in between)
    return whole and people and 0 < len(between) <= THRESHOLDS.addressee_tokens


def _resolve_initial_verb(made: Attribution | None) -> Attribution | None:
    """Return the attribution, with the name after a verb that opens its sentence ("Continued Hale: “…")."""
    if made is None or made.span is not None:
        return made
    doc, cue = made.block.doc, made.cue
    if doc[cue.first].is_sent_start is not True or not doc[cue.last].nbor().text.istitle():
        return made
    found = find_phrase_after(doc, cue.last + 1)
    if found is None:
        return made
    start, end = made.block.span_of(doc[cue.first], doc[found[1][1]])
    return replace(made, head=found[0], span=found[1], start=start, end=end)


def _find_sentence_start(block: Block, place: int) -> int:
    """Return the first token of the sentence that holds the code point before `place`."""
    held = next((token for token in reversed(block.doc) if block.at(token) < place), block.doc[0])
    return int(held.sent.start)


def _find_in_paragraph_before(
    quoted: QuotedSpan, scenes: Sequence[BlockContext], text: str
) -> Attribution | None:
    block = scenes[quoted.first].block
    if text[block.start : quoted.start].strip():
        return None
    return find_announcement(quoted.first, scenes, text)


def _build_attribution(block: Block, cue: Cue, quote_end: int | None) -> Attribution | None:
    """Return the attribution of `cue`; where the parse names no source, by the words beside the verb."""
    head, span = cue.head, cue.source
    if quote_end is not None and (span is None or block.at(block.doc[span[0]]) < quote_end):
        beside = _find_adjacent_source(block, cue, quote_end)
        if beside is None:
            return None
        head, span = beside
    edges = [cue.first, cue.last, *(span or ())]
    start, end = block.span_of(block.doc[min(edges)], block.doc[max(edges)])
    return Attribution(block, cue, head, span, start, end)


def _find_adjacent_source(
    block: Block, cue: Cue, quote_end: int
) -> tuple[Token, tuple[int, int]] | None:
    """Return head and tokens of the phrase between a quotation and its verb, or else after the verb."""
    doc = block.doc
    first = next((token.i for token in doc if block.at(token) >= quote_end), len(doc))
    while first < cue.first and not doc[first].is_alpha and not doc[first].is_digit:
        first += 1
    if first == cue.first:
        after = next((t.i for t in doc[cue.last + 1 :] if not t.is_space), len(doc))
        told_on = after < len(doc) and doc[after].lower_ == "that"
        return None if told_on else find_phrase_after(doc, after)
    if doc[cue.first].tag_ == "VBG":
        return None  # no participle has its speaker right before it ("…” of old, and telling the crew")
    found = find_phrase_before(doc, first, cue.first)
    if found is None and cue.first - first <= 3 and doc[first].text[:1].isupper():
        # The parse took the name for something else: the words themselves are the source.
        return doc[cue.first - 1], (first, cue.first - 1)
    return found
