"""Positional cues: verbs that attribute quoted words only by where they are ("“Never,” the crowd roared.").

In: a block's Doc and which of its tokens are quoted. Out: `Cue`s beside quoted words. Out of scope: verbs of saying,
which attribute anywhere (`onrecord.extract.quotes.cues.detection`).

Any verb may introduce words that somebody speaks if a colon or the comma of an attribution ties them to it; a verb of
manner or of writing may even where only its place does.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.extract.quotes.cue import Cue
from onrecord.extract.quotes.cues.colon_cues import find_colon_noun
from onrecord.extract.quotes.cues.introducing_verbs import (
    build_cue,
    find_announcing_cue,
    find_verb_before,
)
from onrecord.extract.quotes.en.function_words import NO_SPEAKER_WORDS
from onrecord.extract.quotes.en.punctuation import ANY_MARK_TOKENS, CLAUSE_END_MARKS, OPEN_END_MARKS
from onrecord.extract.quotes.en.tags import NAME_PHRASE_TAGS, SPEAKER_OPENER_TAGS
from onrecord.extract.quotes.en.verbs import NON_SPEECH_VERBS
from onrecord.extract.quotes.lexicon.positional_verbs import (
    is_base_form,
    is_manner_form,
    is_speech_form,
)
from onrecord.extract.quotes.speakers.source_patterns import find_source_phrase
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.punctuation import SENTENCE_END_MARKS
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.tag_repair import repair_tag
from onrecord.language.syntax.tag_sets import COMMON_NOUN_TAGS, TENSED_TAGS
from onrecord.language.syntax.token_span import TokenSpan
from onrecord.language.syntax.verb_group import is_passive, read_lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def iter_positional_cues(doc: Doc, quoted: frozenset[int], known: frozenset[int]) -> Iterator[Cue]:
    """Yield cues beside the quoted words of `doc`, in order of text; tokens in `known` are cues already."""
    cues: dict[int, Cue] = {}
    for span in _iter_runs(quoted):
        for cue in (_find_cue_after(doc, span, quoted), _find_cue_before(doc, span, quoted)):
            if cue is not None and cue.start not in known:
                cues[cue.start] = cue
    cue = find_announcing_cue(doc, quoted)
    if cue is not None and cue.start not in known:
        cues[cue.start] = cue
    yield from (cues[start] for start in sorted(cues))


def _iter_runs(quoted: frozenset[int]) -> Iterator[TokenSpan]:
    """Yield the runs of tokens that are quoted without a break, in order of text."""
    ordered = sorted(quoted)
    if not ordered:
        return
    start = ordered[0]
    for token, following in pairwise(ordered):
        if following != token + 1:
            yield TokenSpan(start, token + 1)
            start = following
    yield TokenSpan(start, ordered[-1] + 1)


def _find_cue_after(doc: Doc, span: TokenSpan, quoted: frozenset[int]) -> Cue | None:
    """Return the verb that attributes the quoted words from behind them, or None."""
    start = span.end
    while start < len(doc) and (doc[start].text in ANY_MARK_TOKENS or doc[start].is_space):
        start += 1
    last_character = doc[span.end - 1].text[-1:]
    is_tied = last_character == "," or (start < len(doc) and doc[start].text == ",")
    if not is_tied and last_character not in OPEN_END_MARKS:
        return None
    while start < len(doc) and doc[start].text == ",":
        start += 1
    opens = _is_at_sentence_start(doc, span.start)
    for token in doc[start : start + THRESHOLDS.positional_cue_gap]:
        if token.i in quoted or token.text in CLAUSE_END_MARKS:
            return None
        is_base = token.i == start and is_tied and opens and _is_base_before_speaker(token)
        if is_base or (token.i > start and _is_named_speech(doc, start, token)):
            return Cue(token.i, token.i + 1, token.lower_ if is_base else read_lemma(token), None)
        if token.i == start and _is_finite(token):
            return _build_initial_cue(token, quoted, opens=opens)
        if token.i > start and _is_finite(token):
            return _build_later_cue(token, start, quoted, is_tied=is_tied and opens)
    return None


def _is_base_before_speaker(token: Token) -> bool:
    """Return whether it is the bare present of a verb of saying before who says it (“…,” reply unions.), whatever its tag."""
    is_base = is_base_form(token) or token.tag_ == "VB"
    if token.tag_ in TENSED_TAGS or not is_base or token.i + 1 >= len(token.doc):
        return False
    after = get_neighbour(token)
    return after.tag_ in SPEAKER_OPENER_TAGS and after.lower_ not in NO_SPEAKER_WORDS


def _is_finite(token: Token) -> bool:
    """Return whether it is a tensed verb in the active that no relative clause holds."""
    return repair_tag(token) in TENSED_TAGS and not is_passive(token) and token.dep_ != "acl:relcl"


def _is_named_speech(doc: Doc, start: int, token: Token) -> bool:
    """Return whether the token is a form of speaking after the words of a noun phrase from `start` on."""
    if not (is_speech_form(token) or is_manner_form(token)) or _is_before_noun(token):
        return False
    words = doc[start : token.i]
    is_name = all(word.tag_ in NAME_PHRASE_TAGS or word.text == "," for word in words)
    return len(words) <= THRESHOLDS.gap_name_tokens and is_name


def _build_initial_cue(token: Token, quoted: frozenset[int], *, opens: bool) -> Cue | None:
    """Return the cue of a verb right after the quotation, if it is one of manner or a name follows it."""
    is_before_name = token.i + 1 < len(token.doc) and get_neighbour(token).tag_ == "NNP"
    if not is_manner_form(token) and not (opens and is_before_name):
        return None
    return build_cue(token, None, quoted)


def _build_later_cue(
    token: Token, start: int, quoted: frozenset[int], *, is_tied: bool
) -> Cue | None:
    """Return the cue of a verb whose subject follows the quotation, if it is one of manner or `is_tied`."""
    lemma = read_lemma(token)
    has_subject = any(child.dep_.startswith("nsubj") and child.i >= start for child in token.lefts)
    if not has_subject or lemma in NON_SPEECH_VERBS or not (is_manner_form(token) or is_tied):
        return None
    return build_cue(token, find_source_phrase(token, lemma, quoted), quoted)


def _is_before_noun(token: Token) -> bool:
    """Return whether a noun follows a word that is not tagged as a verb ("the press secretary")."""
    after = get_neighbour(token) if token.i + 1 < len(token.doc) else None
    return (
        repair_tag(token) not in TENSED_TAGS
        and after is not None
        and after.tag_ in COMMON_NOUN_TAGS
    )


def _find_cue_before(doc: Doc, span: TokenSpan, quoted: frozenset[int]) -> Cue | None:
    """Return the verb, or the noun before a colon, that introduces the quoted words, or None."""
    before = span.start - 1
    while before > 0 and (doc[before].text in ANY_MARK_TOKENS or doc[before].is_space):
        before -= 1
    if before < 1:
        return None
    cue = find_verb_before(doc, before, span, quoted)
    if cue is not None or doc[before].text != ":":
        return cue
    return find_colon_noun(doc, before, quoted)


def _is_at_sentence_start(doc: Doc, start: int) -> bool:
    """Return whether the quoted words begin their sentence: a title inside one does not."""
    before = start - 1
    while before >= 0 and (doc[before].text in ANY_MARK_TOKENS or doc[before].is_space):
        before -= 1
    if before < 0 or doc[before].text in SENTENCE_END_MARKS:
        return True
    return doc[start].is_sent_start is True
