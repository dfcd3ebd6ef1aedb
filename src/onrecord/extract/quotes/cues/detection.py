"""Cue detection: the words of a block that attribute a statement, and who they attribute it to.

In: a block's Doc, and which of its tokens are in quotation marks. Out: `Cue`s with their source. Out of scope: what was said
(`onrecord.extract.quotes.content.complement_clauses`), whom a pronoun stands for, other blocks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.extract.quotes import pattern_names
from onrecord.extract.quotes.cue import Cue, SourcePhrase
from onrecord.extract.quotes.en.function_words import (
    AMOUNT_WORDS,
    NAME_FOLLOWERS,
    OUT_OR_ON,
    TO_OR_TOLD,
)
from onrecord.extract.quotes.en.nouns import FINDING_NOUNS
from onrecord.extract.quotes.en.tags import PRONOUN_OR_NAME_TAGS
from onrecord.extract.quotes.en.verbs import POSTPOSED_NOUN_FORMS, REFUSAL_FORMS
from onrecord.extract.quotes.lexicon.cue_verbs import find_cue_lemma
from onrecord.extract.quotes.lexicon.factuality import is_claim_noun
from onrecord.extract.quotes.lexicon.hypotheticals import is_done_by_nobody
from onrecord.extract.quotes.speakers.descriptions import (
    extend_over_description,
    find_description_limit,
)
from onrecord.extract.quotes.speakers.postposed_attributions import find_postposed_source
from onrecord.extract.quotes.speakers.shallow_chunks import (
    cut_at_comma,
    extend_over_modifiers,
    find_chunk_head,
    is_day,
    is_no_source,
)
from onrecord.extract.quotes.speakers.source_patterns import (
    is_mistagged_root,
    match_source_patterns,
)
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.attribution_cues import ASK, REFUSALS, SPOKEN, TELL, URGE, WORDS_OF
from onrecord.language.en.punctuation import POSSESSIVE_CLITICS
from onrecord.language.syntax.dependencies import find_subject
from onrecord.language.syntax.dependency_labels import (
    NOUN_CLAUSE_LABELS,
    OBJECT_LABELS,
    PARTICLE_LABELS,
    PREMODIFIER_OR_CASE_LABELS,
)
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.obliques import find_passive_agent
from onrecord.language.syntax.phrases import find_noun_phrase
from onrecord.language.syntax.tag_sets import PROPER_NOUN_TAGS, RELATIVE_PRONOUN_TAGS
from onrecord.language.syntax.token_span import TokenSpan
from onrecord.language.syntax.verb_group import is_negated, is_passive

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def iter_cues(doc: Doc, quoted: frozenset[int]) -> Iterator[Cue]:
    """Yield the cues of `doc` outside quotation marks, in order of text; a verb may have no source."""
    for token in doc:
        if token.i in quoted:
            continue
        preposition_end = _find_preposition_end(doc, token.i)
        if preposition_end is not None:
            yield from _iter_prepositional_cues(doc, token.i, preposition_end)
        elif (lemma := find_cue_lemma(token)) is not None and _is_act_of_saying(token):
            yield _build_verbal_cue(token, lemma, quoted)
        elif _is_mistagged_postposed_verb(token):
            yield _build_verbal_cue(token, token.lower_, quoted)


def _is_mistagged_postposed_verb(token: Token) -> bool:
    is_form = token.lower_ in POSTPOSED_NOUN_FORMS and token.tag_ == "NN"
    return is_form and find_postposed_source(token) is not None


def _is_act_of_saying(token: Token) -> bool:
    """Return whether the verb is an act of saying: no noun's modifier, no imperative, no "to say the least"."""
    if token.dep_ in PREMODIFIER_OR_CASE_LABELS and token.tag_ != "VBD":
        return False
    if is_claim_noun(token):
        return False
    if token.tag_ == "VB":
        return token.i > 0 and not is_amount_to_say(token)
    if is_mistagged_root(token) or find_postposed_source(token) is not None:
        return True
    return not (
        token.tag_ == "VBN"
        and token.dep_ in NOUN_CLAUSE_LABELS
        and not any(child.dep_.startswith("aux") for child in token.children)
        and find_passive_agent(token) is None
    )


def is_amount_to_say(token: Token) -> bool:
    """Return whether it is the verb of "had less to say about it": how much was said, not what."""
    before = [word.lower_ for word in token.doc[max(0, token.i - 2) : token.i]]
    return before[1:] == ["to"] and before[0] in AMOUNT_WORDS


def _build_verbal_cue(token: Token, lemma: str, quoted: frozenset[int]) -> Cue:
    doc, end = token.doc, token.i + 1
    passive = is_passive(token) and not (
        _is_mistagged_participle(token) or _is_contracted_perfect(token, lemma)
    )
    source = _find_verbal_source(token, lemma, quoted, passive=passive)
    if end < len(doc) and doc[end].lower_ in OUT_OR_ON and doc[end].dep_ in PARTICLE_LABELS:
        end += 1
    speech = "asked" if lemma in ASK | URGE else "said"
    addressee = _find_addressee(token, lemma, passive=passive)
    return Cue(token.i, end, lemma, source, _is_denied(token, quoted), addressee, speech)


def _find_verbal_source(
    token: Token, lemma: str, quoted: frozenset[int], *, passive: bool
) -> SourcePhrase | None:
    """Return who does the verb, outside quotation marks, or None; "it" only where a body may speak."""
    source = _find_inverted_subject(token, lemma)
    if source is None:
        source = match_source_patterns(token, lemma, quoted, passive=passive)
        if (
            source is not None
            and is_no_source(source.head)
            and not _is_speaking_it(source.head, lemma)
        ):
            return None
    if source is None or source.head.i in quoted or not source.head.text.strip():
        return None
    return source


def _find_inverted_subject(token: Token, lemma: str) -> SourcePhrase | None:
    """Return the name after a verb that a comma separates from what was said ("It went well, says Ann Hale."), or None."""
    doc, start = token.doc, token.i + 1
    if lemma not in SPOKEN or token.i < 2 or doc[token.i - 1].text != ",":
        return None
    end = start
    while end < len(doc) and doc[end].tag_ in PROPER_NOUN_TAGS:
        end += 1
    is_closed = end >= len(doc) or doc[end].lower_ in NAME_FOLLOWERS
    if end == start or not is_closed or is_day(doc[end - 1]):
        return None
    head = doc[end - 1]
    end = extend_over_description(doc, end, find_description_limit(doc, end))
    return SourcePhrase(head, TokenSpan(start, end), pattern_names.INVERTED_SUBJECT)


def _is_mistagged_participle(token: Token) -> bool:
    """Return whether a "passive" participle has a subject and no auxiliary: it is a past tense."""
    has_subject = any(child.dep_.startswith("nsubj") for child in token.lefts)
    return has_subject and not any(child.dep_.startswith("aux") for child in token.lefts)


def _is_contracted_perfect(token: Token, lemma: str) -> bool:
    """Return whether it is "he's said", a perfect: nobody is said himself."""
    before = get_neighbour(token, -1) if token.i else None
    if lemma not in SPOKEN or before is None or before.lower_ not in POSSESSIVE_CLITICS:
        return False
    return before.i > 0 and get_neighbour(before, -1).tag_ in PRONOUN_OR_NAME_TAGS


def _is_speaking_it(head: Token, lemma: str) -> bool:
    """Return whether "it" may stand for a body that speaks: "it said", never "it shows that"."""
    return head.lower_ == "it" and lemma in SPOKEN


def _find_addressee(token: Token, lemma: str, *, passive: bool) -> Token | None:
    """Return the head of who was addressed: the object of "told", the noun after "to", or None."""
    if passive:
        return find_subject(token)
    for child in token.rights:
        if lemma in TELL and child.dep_ in OBJECT_LABELS:
            return child
        if child.dep_.startswith(("obl", "nmod")) and any(
            case.lower_ in TO_OR_TOLD for case in child.lefts
        ):
            return child
    return None


def _is_denied(token: Token, quoted: frozenset[int]) -> bool:
    """Return whether the words outside quotation marks say that nothing was said: "did not say", "declined to say"."""
    if is_negated(token, quoted) or is_done_by_nobody(token):
        return True
    before = get_neighbour(token, -1) if token.i else None
    if token.tag_ != "VB" or before is None:
        return False
    governor = token.head
    return governor.lemma_.lower() in REFUSALS or (
        token.i > 1 and get_neighbour(token, -2).lower_ in REFUSAL_FORMS
    )


def _find_preposition_end(doc: Doc, index: int) -> int | None:
    """Return the end of "according to", or of "in the words of" and its like, that begins at `index`, or None."""
    low = doc[index].lower_
    if low == "according":
        return index + 2 if index + 2 < len(doc) and doc[index + 1].lower_ == "to" else None
    if low != "in":
        return None
    words = [token.lower_ for token in doc[index + 1 : index + 4]]
    is_phrase = words[:1] == ["the"] and words[2:] == ["of"] and words[1] in WORDS_OF
    return index + 4 if is_phrase else None


def _iter_prepositional_cues(doc: Doc, start: int, end: int) -> Iterator[Cue]:
    """Yield the cue of the preposition at tokens `start` to `end` with the noun phrase after it, if there is one."""
    head = find_chunk_head(doc, end) or _find_finding_noun(doc, end)
    if head is None:
        return
    phrase = find_noun_phrase(head, complements="all")
    source_end = cut_at_comma(doc, end, phrase.end)
    if start > doc[start].sent.start + 1:  # "“…,” according to Ann Hale, a lawyer in Ottery."
        limit = find_description_limit(doc, head.i + 1)
        source_end = max(source_end, extend_over_description(doc, source_end, limit))
    source_start = min(max(phrase.start, end), _find_name_start(doc, end, head.i))
    span = TokenSpan(source_start, _extend_over_description(head, source_end))
    yield Cue(start, end, "according to", SourcePhrase(head, span, pattern_names.PREPOSITIONAL))


def _find_finding_noun(doc: Doc, index: int) -> Token | None:
    """Return the token at `index` if it is a noun for a finding that is tagged as a verb ("according to modelling by …")."""
    is_finding = index < len(doc) and doc[index].lower_ in FINDING_NOUNS
    return doc[index] if is_finding else None


def _extend_over_description(head: Token, end: int) -> int:
    """Return `end`, or the end of what describes the head after it; over a comma only before another ("Ann Hale, who leads, …")."""
    doc, limit = head.doc, head.sent.end
    extended = extend_over_modifiers(head, end, limit)
    if end + 2 < limit and doc[end].text == "," and doc[end + 1].tag_ in RELATIVE_PRONOUN_TAGS:
        inside = doc[end + 2 : min(limit, end + THRESHOLDS.according_relative_tokens)]
        return next((token.i for token in inside if token.text == ","), extended)
    return end if any(token.text == "," for token in doc[end:extended]) else extended


def _find_name_start(doc: Doc, start: int, head: int) -> int:
    """Return where the run of capitalised names that ends at `head` begins, `start` at the earliest ("according to General Ann Hale")."""
    name_start = head
    while name_start > start and doc[name_start - 1].tag_ in PROPER_NOUN_TAGS:
        name_start -= 1
    return name_start
