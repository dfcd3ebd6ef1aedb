"""Open speech: verbs that attribute quoted words only by where they stand ("“Never,” the crowd roared.").

In: a block's Doc and which of its tokens are quoted. Out: `Cue`s beside quoted words. Out of scope: verbs of saying,
which attribute anywhere (`onrecord.extract.quotes.cues.detection`).

Any verb may bring in words somebody speaks if a colon or the comma of an attribution ties them to it; a verb of
manner or of writing may even where only its place does.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.extract.quotes.cue import Cue
from onrecord.extract.quotes.cues.colon_cues import find_colon_noun
from onrecord.extract.quotes.en.frames import CLAUSE_VERBS
from onrecord.extract.quotes.en.function_words import PARTICLES
from onrecord.extract.quotes.en.labels import COPULA_OR_AUXILIARY_LABELS
from onrecord.extract.quotes.en.punctuation import (
    CLAUSE_END_MARKS,
    COMMA_OR_COLON,
    OPEN_END_MARKS,
    SENTENCE_END_MARKS,
)
from onrecord.extract.quotes.en.tags import MISTAGGED_VERB_TAGS, NAME_PHRASE_TAGS
from onrecord.extract.quotes.en.verbs import (
    ISSUING_VERBS,
    MANNER_VERBS,
    NON_SPEECH_VERBS,
    UNCHANGED_PAST_VERBS,
)
from onrecord.extract.quotes.lexicon.cue_verbs import inflect_cue_verb
from onrecord.extract.quotes.speakers.animacy import is_animate_or_document
from onrecord.extract.quotes.speakers.shallow_subjects import find_shallow_subject
from onrecord.extract.quotes.speakers.speaker_phrase import find_speaker_phrase
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.cues import ASK, SAY, TELL
from onrecord.language.en.inflections import inflect_verb, load_irregular_forms
from onrecord.language.en.roles import DOCUMENTS
from onrecord.language.syntax.dependencies import is_negated, is_passive, read_lemma, repair_tag
from onrecord.language.syntax.tag_sets import BASE_OR_GERUND_TAGS, COMMON_NOUN_TAGS, TENSED_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MARKS = frozenset("“”„‟\"«»‹›‘’'`") | {"``", "''"}


def iter_positional_cues(doc: Doc, quoted: frozenset[int], taken: frozenset[int]) -> Iterator[Cue]:
    """Yield cues beside the quoted words of `doc`, in order of text; tokens `taken` are cues already."""
    found: dict[int, Cue] = {}
    for first, last in _iter_runs(quoted):
        for cue in (
            _find_cue_after(doc, first, last, quoted),
            _find_cue_before(doc, first, last, quoted),
        ):
            if cue is not None and cue.first not in taken:
                found[cue.first] = cue
    if (cue := _find_announcing_cue(doc, quoted)) is not None and cue.first not in taken:
        found[cue.first] = cue
    yield from (found[index] for index in sorted(found))


@cache
def _list_manner_forms() -> frozenset[str]:
    verbs = MANNER_VERBS | CLAUSE_VERBS["said"]
    irregular = {form for form, lemma in load_irregular_forms().items() if lemma in verbs}
    return frozenset({form for lemma in verbs for form in inflect_verb(lemma)} | irregular)


@cache
def _list_speech_forms() -> frozenset[str]:
    """Return past and third person of verbs of saying, whatever a tagger makes of them."""
    verbs = SAY | TELL | ASK | {"disagree"}
    forms = {
        form for lemma in verbs for form in inflect_cue_verb(lemma) if not form.endswith("ing")
    }
    return frozenset(forms)


@cache
def _list_base_forms() -> frozenset[str]:
    """Return verbs of saying and of manner as they stand in a dictionary, but for those whose past is the same."""
    bases = {lemma.partition("_")[0] for lemma in SAY | TELL | ASK | MANNER_VERBS}
    return frozenset(bases - UNCHANGED_PAST_VERBS)


def _iter_runs(quoted: frozenset[int]) -> Iterator[tuple[int, int]]:
    ordered = sorted(quoted)
    edges = [index for index, (a, b) in enumerate(pairwise(ordered)) if b != a + 1]
    first = 0
    for edge in (*edges, len(ordered) - 1):
        if ordered:
            yield ordered[first], ordered[edge]
        first = edge + 1


def _find_cue_after(doc: Doc, first: int, last: int, quoted: frozenset[int]) -> Cue | None:
    begin = last + 1
    while begin < len(doc) and (doc[begin].text in _MARKS or doc[begin].is_space):
        begin += 1
    tied = doc[last].text[-1:] == "," or (begin < len(doc) and doc[begin].text == ",")
    if not (tied or doc[last].text[-1:] in OPEN_END_MARKS):
        return None
    while begin < len(doc) and doc[begin].text == ",":
        begin += 1
    opens = _is_at_sentence_start(doc, first)
    for token in doc[begin : begin + THRESHOLDS.positional_cue_gap]:
        if token.i in quoted or token.text in CLAUSE_END_MARKS:
            return None
        named = token.i > begin and _is_after_name(doc, begin, token) and not _is_before_noun(token)
        speaks = token.lower_ in _list_speech_forms() or token.lower_ in _list_manner_forms()
        finite = repair_tag(token) in TENSED_TAGS or (named and speaks)
        slips = is_passive(token) or token.dep_ == "acl:relcl"
        if not finite or (slips and not (named and speaks)):
            continue
        manner = token.lower_ in _list_manner_forms()
        if token.i == begin:
            named_after = token.i + 1 < len(doc) and doc[token.i + 1].tag_ == "NNP"
            return _build_cue(token, None, manner=manner or (opens and named_after))
        if named and speaks:
            return Cue(token.i, token.i, read_lemma(token), None, None)
        subject = any(c.dep_.startswith("nsubj") and c.i >= begin for c in token.lefts)
        if not subject or read_lemma(token) in NON_SPEECH_VERBS or not (manner or (tied and opens)):
            return None
        return _build_cue(token, find_speaker_phrase(token, read_lemma(token), quoted), manner=True)
    return None


def _is_after_name(doc: Doc, begin: int, token: Token) -> bool:
    """Return whether only a noun's phrase stands from `begin` to `token`, by its words."""
    words = doc[begin : token.i]
    named = all(word.tag_ in NAME_PHRASE_TAGS or word.text == "," for word in words)
    return len(words) <= THRESHOLDS.gap_name_tokens and named


def _is_before_noun(token: Token) -> bool:
    """Return whether a noun follows what a tagger takes for no verb ("the press secretary")."""
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    return (
        repair_tag(token) not in TENSED_TAGS
        and after is not None
        and after.tag_ in COMMON_NOUN_TAGS
    )


def _find_cue_before(doc: Doc, first: int, last: int, quoted: frozenset[int]) -> Cue | None:
    end = first - 1
    while end > 0 and (doc[end].text in _MARKS or doc[end].is_space):
        end -= 1
    if end < 1:
        return None
    told = _find_verb_before(doc, end, (first, last), quoted)
    return told or (find_colon_noun(doc, end, quoted) if doc[end].text == ":" else None)


def _find_verb_before(
    doc: Doc, end: int, words: tuple[int, int], quoted: frozenset[int]
) -> Cue | None:
    """Return the verb that brings in the quoted `words` after the colon or comma, or alone, at token `end`."""
    first, last = words
    if (
        doc[end].lower_ in _list_speech_forms() | _list_manner_forms()
        and repair_tag(doc[end]) not in BASE_OR_GERUND_TAGS
    ):
        heard = find_shallow_subject(doc, end, quoted)
        fits = heard is not None and is_animate_or_document(heard[0])
        return Cue(end, end, read_lemma(doc[end]), *heard) if heard is not None and fits else None
    if doc[end].text not in COMMA_OR_COLON:
        return None
    if (slip := _find_mistagged_verb(doc, end - 1, quoted)) is not None:
        return slip
    colon = doc[end].text == ":"
    if colon and (last - first < 2 or not doc[first].text[:1].isupper()):
        return None
    for token in reversed(
        list(doc[max(doc[end].sent.start, end - THRESHOLDS.positional_cue_gap) : end])
    ):
        if token.i in quoted or token.text in CLAUSE_END_MARKS or token.text in _MARKS:
            return None
        speaks = (
            repair_tag(token) in TENSED_TAGS | {"VBG"}
            or (token.i == end - 1 and _is_mistagged_past(token))
        ) and token.lower_ in _list_manner_forms()
        if not speaks and not (
            colon and repair_tag(token) in TENSED_TAGS and read_lemma(token) not in NON_SPEECH_VERBS
        ):
            continue
        if is_passive(token) or token.dep_ in COPULA_OR_AUXILIARY_LABELS:
            continue
        heard = find_speaker_phrase(token, read_lemma(token), quoted)
        return (
            _build_cue(token, heard, manner=True)
            if heard is not None and is_animate_or_document(heard[0])
            else None
        )
    return None


def _find_announcing_cue(doc: Doc, quoted: frozenset[int]) -> Cue | None:
    """Return a verb of saying right before the colon that ends its paragraph ("The captain echoed:")."""
    last = next((token.i for token in reversed(doc) if not token.is_space), 0)
    if last < 2 or doc[last].text != ":" or last - 1 in quoted:
        return None
    if (slip := _find_mistagged_verb(doc, last - 1, quoted)) is not None:
        return slip
    if (issued := _find_issuing_verb(doc, last, quoted)) is not None:
        return issued
    verb = doc[last - 1]
    heard = (
        find_speaker_phrase(verb, read_lemma(verb), quoted)
        if repair_tag(verb) in TENSED_TAGS
        else None
    )
    told = (
        heard is not None
        and verb.lower_ in _list_manner_forms()
        and is_animate_or_document(heard[0])
    )
    return _build_cue(verb, heard, manner=True) if told else find_colon_noun(doc, last, quoted)


def _find_issuing_verb(doc: Doc, colon: int, quoted: frozenset[int]) -> Cue | None:
    """Return the verb of putting out words that end their sentence ("The mayor released the following statement:")."""
    for token in reversed(list(doc[doc[colon].sent.start : colon])):
        if token.i in quoted or repair_tag(token) not in TENSED_TAGS:
            continue
        words = {word.lemma_.lower() for word in doc[token.i + 1 : colon] if word.tag_[:2] == "NN"}
        heard = find_speaker_phrase(token, read_lemma(token), quoted)
        if read_lemma(token) not in ISSUING_VERBS or not words & DOCUMENTS or heard is None:
            return None
        return _build_cue(token, heard, manner=True) if is_animate_or_document(heard[0]) else None
    return None


def _find_mistagged_verb(doc: Doc, index: int, quoted: frozenset[int]) -> Cue | None:
    """Return a verb of saying right before a colon or comma that a tagger took for a noun ("Article 9 affirms: “…")."""
    if doc[index].lower_ in PARTICLES and index:
        index -= 1  # "he shot back:"
    word = doc[index]
    if word.tag_ == "NN" and word.lower_ in _list_base_forms():
        return None  # "at one point,"
    if (
        word.lower_ not in _list_speech_forms() | _list_manner_forms()
        or index in quoted
        or not word.is_lower
    ):
        return None
    if repair_tag(word) not in MISTAGGED_VERB_TAGS or is_passive(word):
        return None
    heard = find_shallow_subject(doc, index, quoted)
    return Cue(index, index, read_lemma(word), *heard) if heard is not None else None


def _is_mistagged_past(token: Token) -> bool:
    """Return whether a participle without an auxiliary, joined to another verb, must be a past tense."""
    joined = token.tag_ == "VBN" and token.dep_ == "conj"
    return joined and not any(
        child.dep_.startswith("aux") for child in (*token.lefts, *token.head.lefts)
    )


def _build_cue(
    token: Token, heard: tuple[Token, tuple[int, int]] | None, *, manner: bool
) -> Cue | None:
    if not manner:
        return None
    after = token.i + 1
    last = token.i
    if (
        after < len(token.doc)
        and token.doc[after].lower_ in PARTICLES
        and token.doc[after].head == token
    ):
        last = after
    head, source = heard if heard is not None else (None, None)
    return Cue(token.i, last, read_lemma(token), head, source, is_negated(token))


def _is_at_sentence_start(doc: Doc, first: int) -> bool:
    """Return whether the quoted words begin their sentence: a title inside one does not."""
    before = first - 1
    while before >= 0 and (doc[before].text in _MARKS or doc[before].is_space):
        before -= 1
    return before < 0 or doc[before].text in SENTENCE_END_MARKS or doc[first].is_sent_start is True
