"""Speech: the words of a block that attribute a statement, and who they attribute it to.

In: a block, and which of its tokens stand in quotation marks. Out: `Cue`s with the head of their source.
Out of scope: what was said (`onrecord.extract.quotes.content.complement_clauses`), pronouns, other blocks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.extract.quotes.cue import Cue
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
from onrecord.extract.quotes.speakers.postposed_attributions import (
    find_postposed_source,
)
from onrecord.extract.quotes.speakers.shallow_chunks import (
    cut_at_comma,
    extend_over_modifiers,
    find_chunk_head,
    is_day,
    is_nobody,
)
from onrecord.extract.quotes.speakers.speaker_phrase import is_mistagged_root, match_source_patterns
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.cues import ASK, REFUSALS, SPOKEN, TELL, URGE, WORDS_OF
from onrecord.language.en.punctuation import POSSESSIVE_CLITICS
from onrecord.language.syntax.dependencies import (
    find_noun_phrase,
    find_passive_agent,
    find_subject,
    is_negated,
    is_passive,
)
from onrecord.language.syntax.dependency_labels import (
    NOUN_CLAUSE_LABELS,
    OBJECT_LABELS,
    PARTICLE_LABELS,
    PREMODIFIER_OR_CASE_LABELS,
)
from onrecord.language.syntax.tag_sets import PROPER_NOUN_TAGS, RELATIVE_PRONOUN_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def iter_cues(doc: Doc, quoted: frozenset[int]) -> Iterator[Cue]:
    """Yield the cues of `doc` in order of text, none in quotation marks.

    Verbs without anybody who speaks are left out, unless the source may stand around quoted words.
    """
    for token in doc:
        if token.i in quoted:
            continue
        low = token.lower_
        if low == "according" and token.i + 2 < len(doc) and doc[token.i + 1].lower_ == "to":
            yield from _iter_prepositional_cues(doc, token.i, token.i + 1)
        elif low == "in" and (last := _match_in_the_words_of(doc, token.i)) is not None:
            yield from _iter_prepositional_cues(doc, token.i, last)
        elif (lemma := find_cue_lemma(token)) is not None and _is_act_of_saying(token):
            yield _build_verbal_cue(token, lemma, quoted)
        elif (
            low in POSTPOSED_NOUN_FORMS
            and token.tag_ == "NN"
            and find_postposed_source(token) is not None
        ):
            yield _build_verbal_cue(token, low, quoted)


def _is_act_of_saying(token: Token) -> bool:
    """Return whether the verb tells of an act of saying: no noun's modifier, no imperative, no "to say the least"."""
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
    """Return whether it is "had less to say about it": of how much was said, not of what."""
    before = [word.lower_ for word in token.doc[max(0, token.i - 2) : token.i]]
    return before[1:] == ["to"] and before[0] in AMOUNT_WORDS


def _build_verbal_cue(token: Token, lemma: str, quoted: frozenset[int]) -> Cue:
    passive = is_passive(token) and not (
        _is_mistagged_participle(token) or _is_contracted_perfect(token, lemma)
    )
    head, source = match_source_patterns(token, lemma, quoted, passive=passive) or (None, None)
    nobody = head is not None and is_nobody(head) and not _is_speaking_it(head, lemma)
    if (inverted := _find_inverted_subject(token, lemma)) is not None:
        head, source = inverted
        nobody = False
    if nobody or (head is not None and (head.i in quoted or not head.text.strip())):
        head = source = None
    last = token.i
    after = token.i + 1
    if (
        after < len(token.doc)
        and token.doc[after].lower_ in OUT_OR_ON
        and token.doc[after].dep_ in PARTICLE_LABELS
    ):
        last = after
    speech = "asked" if lemma in ASK | URGE else "said"
    told = _find_addressee(token, lemma, passive=passive)
    return Cue(token.i, last, lemma, head, source, _is_denied(token), told, speech)


def _find_inverted_subject(token: Token, lemma: str) -> tuple[Token, tuple[int, int]] | None:
    """Return the name after a verb that a comma parts from what was said ("It went well, says Ann Hale."), or None."""
    doc, last = token.doc, token.i
    if lemma not in SPOKEN or token.i < 2 or doc[token.i - 1].text != ",":
        return None
    while last + 1 < len(doc) and doc[last + 1].tag_ in PROPER_NOUN_TAGS:
        last += 1
    ends = last + 1 >= len(doc) or doc[last + 1].lower_ in NAME_FOLLOWERS
    if last == token.i or not ends or is_day(doc[last]):
        return None
    return doc[last], (
        token.i + 1,
        extend_over_description(doc, last, find_description_limit(doc, last)),
    )


def _is_mistagged_participle(token: Token) -> bool:
    """Return whether a "passive" participle has a subject and no auxiliary: it is a past tense."""
    has_subject = any(child.dep_.startswith("nsubj") for child in token.lefts)
    return has_subject and not any(child.dep_.startswith("aux") for child in token.lefts)


def _is_contracted_perfect(token: Token, lemma: str) -> bool:
    """Return whether it is "he's said", a perfect: nobody is said himself."""
    before = token.nbor(-1) if token.i else None
    if lemma not in SPOKEN or before is None or before.lower_ not in POSSESSIVE_CLITICS:
        return False
    return before.i > 0 and before.nbor(-1).tag_ in PRONOUN_OR_NAME_TAGS


def _is_speaking_it(head: Token, lemma: str) -> bool:
    """Return whether "it" can stand for a body that speaks: "it said", never "it shows that"."""
    return head.lower_ == "it" and lemma in SPOKEN


def _find_addressee(token: Token, lemma: str, *, passive: bool) -> Token | None:
    """Return the head of who was told: the object of "told", or the noun after "to"."""
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


def _is_denied(token: Token) -> bool:
    """Return whether it is said that it was not said: "did not say", "declined to say"."""
    if is_negated(token) or is_done_by_nobody(token):
        return True
    before = token.nbor(-1) if token.i else None
    if token.tag_ != "VB" or before is None:
        return False
    governor = token.head
    return governor.lemma_.lower() in REFUSALS or (
        token.i > 1 and token.nbor(-2).lower_ in REFUSAL_FORMS
    )


def _match_in_the_words_of(doc: Doc, index: int) -> int | None:
    """Return the last token of "in the words of" and its like at `index`, or None."""
    words = [token.lower_ for token in doc[index : index + 4]]
    fits = words[:2] == ["in", "the"] and words[3:] == ["of"] and words[2] in WORDS_OF
    return index + 3 if fits else None


def _iter_prepositional_cues(doc: Doc, index: int, end: int) -> Iterator[Cue]:
    head = find_chunk_head(doc, end + 1) or _find_finding_noun(doc, end + 1)
    if head is None:
        return
    phrase = find_noun_phrase(head, complements="all")
    until = cut_at_comma(doc, phrase.end - 1, index)
    if index > doc[index].sent.start + 1:  # "“…,” according to Ann Hale, a lawyer in Ottery."
        until = max(until, extend_over_description(doc, until, find_description_limit(doc, head.i)))
    source = (
        min(max(phrase.start, end + 1), _find_name_start(doc, end + 1, head.i)),
        _extend_over_description(head, until),
    )
    yield Cue(index, end, "according to", head, source)


def _find_finding_noun(doc: Doc, index: int) -> Token | None:
    """Return the token at `index` if it is a noun for a finding that a tagger takes for a verb ("according to modelling by …")."""
    held = index < len(doc) and doc[index].lower_ in FINDING_NOUNS
    return doc[index] if held else None


def _extend_over_description(head: Token, last: int) -> int:
    """Return `last`, or the end of what describes the head after it; over a comma only before another ("Ann Hale, who leads, …")."""
    doc, stop = head.doc, head.sent.end
    end = extend_over_modifiers(head, last, stop)
    if (
        last + 3 < stop
        and doc[last + 1].text == ","
        and doc[last + 2].tag_ in RELATIVE_PRONOUN_TAGS
    ):
        ends = (
            t.i
            for t in doc[last + 3 : min(stop, last + THRESHOLDS.according_relative_tokens)]
            if t.text == ","
        )
        return next(ends, end + 1) - 1
    if not any(token.text == "," for token in doc[last + 1 : end + 1]):
        return end
    return last


def _find_name_start(doc: Doc, first: int, head: int) -> int:
    """Return where the run of capitals that ends at `head` begins, not before `first` ("according to General Ann Hale")."""
    begin = head
    while begin > first and doc[begin - 1].tag_ in PROPER_NOUN_TAGS:
        begin -= 1
    return begin
