"""Nominal cues: nouns and adjectives that attribute ("his call for", "voiced concern about", "is confident that").

In: a block's Doc and which of its tokens are quoted. Out: `AttitudeMatch`. Out of scope: nouns without anybody whose
word they are, and verbs (`onrecord.extract.quotes.attitudes.private_states`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.extract.quotes.attitudes.adjective_cues import (
    is_in_favour,
    match_adjective,
    match_stance,
)
from onrecord.extract.quotes.attitudes.attitude_match import AttitudeMatch
from onrecord.extract.quotes.content.clause_boundaries import trim_spans
from onrecord.extract.quotes.content.phrase_boundaries import cut_before_addition, has_content
from onrecord.extract.quotes.cue import Cue
from onrecord.extract.quotes.en.adjectives import HEARSAY_ADVERBS
from onrecord.extract.quotes.en.function_words import (
    AGENT_PREPOSITIONS,
    ASKED_OPENERS,
    IN_OF_OR_FOR,
    PRESENT_OR_PAST_BE,
    QUESTION_OPENERS,
    THAT_OR_WHETHER,
)
from onrecord.extract.quotes.en.labels import NOUN_OPENER_LABELS
from onrecord.extract.quotes.en.nouns import (
    ATTITUDE_NOUNS,
    HEARSAY_NOUNS,
    NOUNS_WITH_NOMINAL_TO,
    PARTISAN_NOUNS,
    TAKE_NOUNS,
)
from onrecord.extract.quotes.en.tags import PERSON_OR_PEOPLE_LABELS
from onrecord.extract.quotes.en.verbs import (
    GIVING_VERBS,
    ISSUING_VERBS,
    LIGHT_VERBS,
    SUPPORT_GIVING_VERBS,
)
from onrecord.extract.quotes.lexicon.factuality import is_refuted, is_rejected
from onrecord.extract.quotes.speakers.animacy import is_animate, is_animate_or_document
from onrecord.extract.quotes.speakers.speaker_phrase import find_speaker_phrase
from onrecord.language.en.cues import ASKED_FIRST, WORDS_OF
from onrecord.language.syntax.dependencies import is_negated, is_passive, read_lemma, repair_tag
from onrecord.language.syntax.dependency_labels import DIRECT_OBJECT_LABELS, POSSESSIVE_LABELS
from onrecord.language.syntax.tag_sets import (
    ADJECTIVE_OR_PARTICIPLE_TAGS,
    COMMON_NOUN_TAGS,
    FINITE_TAGS,
    PAST_FORM_TAGS,
    PROPER_NOUN_TAGS,
    RELATIVE_PRONOUN_TAGS,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def iter_nominal_cues(doc: Doc, quoted: frozenset[int]) -> Iterator[AttitudeMatch]:
    """Yield what nouns and adjectives of `doc` ascribe to somebody, in order of text."""
    for token in doc:
        if token.i in quoted:
            continue
        tag, low = token.tag_, token.lower_
        if tag in COMMON_NOUN_TAGS:
            found = _match_noun(doc, token, quoted)
        elif tag in ADJECTIVE_OR_PARTICIPLE_TAGS and low not in ASKED_FIRST:
            found = match_adjective(doc, token, quoted)
        elif low in ASKED_FIRST and tag in PAST_FORM_TAGS:
            found = _match_initial_asked(doc, token)
        elif low == "against" or (low == "of" and is_in_favour(doc, token.i)):
            found = match_stance(doc, token, quoted)
        elif low in HEARSAY_ADVERBS:
            found = _match_hearsay_adverb(doc, token, quoted)
        else:
            continue
        if found is not None:
            yield found


def _match_noun(doc: Doc, noun: Token, quoted: frozenset[int]) -> AttitudeMatch | None:
    lemma = noun.lemma_.lower()
    if lemma in HEARSAY_NOUNS and (found := _match_hearsay_noun(doc, noun, lemma)) is not None:
        return found
    if lemma in PARTISAN_NOUNS and (found := _match_partisan_noun(doc, noun, quoted)) is not None:
        return found
    if lemma in WORDS_OF and (found := _match_in_view_of(doc, noun)) is not None:
        return found
    if lemma not in ATTITUDE_NOUNS or noun.dep_ == "compound":
        return None
    speech, opens = ATTITUDE_NOUNS[lemma]
    if (found := _match_copular_clause(doc, noun, speech)) is not None:
        return found
    told = _find_noun_complement(doc, noun, opens)
    if told is None:
        return None
    last, span = told
    whose = (
        _find_possessor(doc, noun)
        or _find_light_verb_subject(noun, quoted, speech)
        or _find_by_phrase(noun, last)
    )
    if whose is None:
        return None
    first, head, source, negated = whose
    if not (is_animate_or_document(head) if speech == "said" else is_animate(head)):
        return None
    spans = trim_spans(doc, (span,))
    if (
        not spans
        or source[0] <= spans[0][0] <= source[1]
        or spans[0][0] <= source[0] <= spans[0][1]
    ):
        return None
    return AttitudeMatch(Cue(first, last, lemma, head, source, negated, None, speech), spans)


def _match_in_view_of(doc: Doc, noun: Token) -> AttitudeMatch | None:
    """Return the sentence that "In his view," opens, or None."""
    first, owner = noun.left_edge.i, _find_possessor(doc, noun)
    begins = doc[first].lower_ == "in" and doc[first].is_sent_start and noun.i + 1 < len(doc)
    if owner is None or not begins or doc[noun.i + 1].text != "," or not is_animate(owner[1]):
        return None
    span = (noun.i + 2, noun.sent.end - 1)
    if not any(token.tag_ in FINITE_TAGS for token in doc[span[0] : span[1]]):
        return None
    cue = Cue(owner[0], noun.i, noun.lemma_, owner[1], owner[2], speech="believed")
    return AttitudeMatch(cue, trim_spans(doc, (span,)))


def _match_copular_clause(doc: Doc, noun: Token, speech: str) -> AttitudeMatch | None:
    """Return the clause of "Her hope is that the road will open", or None."""
    owner = _find_possessor(doc, noun)
    be = noun.i + 1
    if owner is None or be + 1 >= len(doc) or doc[be].lower_ not in PRESENT_OR_PAST_BE:
        return None
    that = doc[be + 1]
    if that.lower_ != "that" or that.dep_ != "mark" or not is_animate_or_document(owner[1]):
        return None
    spans = trim_spans(
        doc,
        ((that.i + 1, cut_before_addition(doc, that.i, max(that.head.right_edge.i, that.i + 1))),),
    )
    return AttitudeMatch(
        Cue(owner[0], be, noun.lemma_, owner[1], owner[2], False, None, speech), spans
    )


def _match_partisan_noun(doc: Doc, noun: Token, quoted: frozenset[int]) -> AttitudeMatch | None:
    """Return what somebody "is a critic of", or None."""
    be = next((child for child in noun.lefts if child.dep_ == "cop"), None)
    after = noun.i + 1
    if be is None or after >= len(doc) or doc[after].lower_ not in IN_OF_OR_FOR:
        return None
    thing = next((child for child in noun.rights if child.dep_ == "nmod"), None)
    heard = find_speaker_phrase(noun, noun.lemma_, quoted)
    if thing is None or heard is None or thing.left_edge.i != after or not is_animate(heard[0]):
        return None
    spans = trim_spans(doc, ((after + 1, cut_before_addition(doc, after, thing.right_edge.i)),))
    if heard[1][1] >= be.i or not has_content(doc, spans):
        return None
    return AttitudeMatch(
        Cue(be.i, after, noun.lemma_, *heard, is_negated(noun), None, "judged"), spans
    )


def _match_hearsay_noun(doc: Doc, noun: Token, lemma: str) -> AttitudeMatch | None:
    """Return what a noun says by nobody who is named: "reports that …", or None where it has an owner."""
    if noun.dep_ == "ROOT" or any(child.dep_.startswith("nsubj") for child in noun.lefts):
        return None  # a verb taken for a noun
    if is_rejected(noun):
        return None  # "rejected claims that": no assertion of its own
    told = _find_noun_complement(doc, noun, frozenset({"that"}))
    owned = any(child.dep_ in POSSESSIVE_LABELS for child in noun.lefts)
    lent = noun.dep_ in DIRECT_OBJECT_LABELS and read_lemma(noun.head) in LIGHT_VERBS
    if told is None or owned or lent or any(child.dep_ == "nmod" for child in noun.rights):
        return None
    negated = any(left.lower_ == "no" for left in noun.lefts)
    spans = trim_spans(doc, (told[1],))
    if is_refuted(noun, told[1][1]):
        return None
    cue = Cue(
        noun.i, noun.i, lemma, None, None, negated, None, ATTITUDE_NOUNS.get(lemma, ("said",))[0]
    )
    return AttitudeMatch(cue, spans) if has_content(doc, spans) else None


def _match_hearsay_adverb(doc: Doc, word: Token, quoted: frozenset[int]) -> AttitudeMatch | None:
    """Return the clause of "reportedly": said by nobody who is named."""
    verb = word.head
    subject = next((child for child in verb.lefts if child.dep_.startswith("nsubj")), None)
    if (
        subject is None
        or subject.tag_ in RELATIVE_PRONOUN_TAGS
        or word.i > verb.i
        or subject.i > word.i
        or not repair_tag(verb).startswith("VB")
    ):
        return None
    last = cut_before_addition(doc, verb.i, verb.right_edge.i)
    spans = trim_spans(doc, ((subject.left_edge.i, word.i - 1), (word.i + 1, last)))
    if any(token in quoted for first, end in spans for token in range(first, end + 1)):
        return None
    return AttitudeMatch(Cue(word.i, word.i, word.lower_, None, None), spans)


def _match_initial_asked(doc: Doc, word: Token) -> AttitudeMatch | None:
    """Return what somebody was asked: "Asked whether it would close, she …"."""
    after = word.i + 1
    opens = word.is_sent_start or doc[word.i - 1].text in ASKED_OPENERS
    if not opens or after >= len(doc) or doc[after].lower_ not in QUESTION_OPENERS:
        return None
    comma = next((t.i for t in doc[after : word.sent.end] if t.text == ","), None)
    if comma is None or word.dep_ == "amod":
        return None
    first = after if doc[after].lower_ != "about" else after + 1
    spans = trim_spans(doc, ((first, comma - 1),))
    return AttitudeMatch(Cue(word.i, first - 1, "ask", None, None, speech="asked"), spans)


def _find_noun_complement(
    doc: Doc, noun: Token, opens: frozenset[str]
) -> tuple[int, tuple[int, int]] | None:
    """Return the cue's last token and the span of what the noun is about, or None."""
    after = noun.i + 1
    if after >= len(doc):
        return None
    word = doc[after + (doc[after].lower_ == "not" and after + 1 < len(doc))]
    low = word.lower_
    if low not in opens or word.dep_ not in NOUN_OPENER_LABELS:
        return None
    head = word.head
    if head.i <= word.i or (word.i > after and word.tag_ != "TO"):
        return None
    end = cut_before_addition(doc, after + 1, max(head.right_edge.i, head.i))
    if low in THAT_OR_WHETHER:
        return (noun.i, (after + (low == "that"), end)) if word.dep_ == "mark" else None
    if low == "to" and word.tag_ == "TO" and head.tag_.startswith("VB"):
        return noun.i, (after, end)
    if low == "to" and noun.lemma_.lower() not in NOUNS_WITH_NOMINAL_TO:
        return None
    return after, (after + 1, end)


def _find_possessor(doc: Doc, noun: Token) -> tuple[int, Token, tuple[int, int], bool] | None:
    """Return the cue's first token, head and tokens of whose word it is, and no negation: "his call"."""
    for child in noun.lefts:
        if child.dep_ != "nmod:poss":
            continue
        last = child.right_edge.i
        while last > child.i and doc[last].tag_ == "POS":
            last -= 1
        return child.right_edge.i + 1, child, (child.left_edge.i, last), False
    return None


def _find_light_verb_subject(
    noun: Token, quoted: frozenset[int], speech: str
) -> tuple[int, Token, tuple[int, int], bool] | None:
    """Return the same for the subject of a verb that lends one to the noun: "voiced concern"."""
    verb = noun.head
    if (
        noun.dep_ not in DIRECT_OBJECT_LABELS
        or read_lemma(verb) not in LIGHT_VERBS
        or is_passive(verb)
    ):
        return None
    if not repair_tag(verb).startswith("VB") or noun.i - verb.i > 6:
        return None
    if (
        noun.lemma_ == "support"
        and read_lemma(verb) in SUPPORT_GIVING_VERBS
        and not _has_personal_subject(verb, quoted)
    ):
        return None
    if read_lemma(verb) == "take" and noun.lemma_.lower() not in TAKE_NOUNS:
        return None
    if speech != "said" and read_lemma(verb) in ISSUING_VERBS - GIVING_VERBS:
        return None  # "released support for older phones" is no opinion
    heard = find_speaker_phrase(verb, read_lemma(verb), quoted)
    if heard is None:
        return None
    head, source = heard
    no = any(left.lower_ == "no" for left in noun.lefts)
    return verb.i, head, source, is_negated(verb) or no


def _has_personal_subject(verb: Token, quoted: frozenset[int]) -> bool:
    """Return whether a person or people do it: "the phone offers support for" is no opinion."""
    heard = find_speaker_phrase(verb, read_lemma(verb), quoted)
    head = heard[0] if heard is not None else None
    if head is None or head.tag_ not in PROPER_NOUN_TAGS:
        return head is not None and is_animate(head)
    return head.ent_type_ in PERSON_OR_PEOPLE_LABELS


def _find_by_phrase(noun: Token, last: int) -> tuple[int, Token, tuple[int, int], bool] | None:
    """Return the same for who is named with "by" or "from" ("calls by the union for …"), or None."""
    for child in noun.rights:
        by = next((left for left in child.lefts if left.lower_ in AGENT_PREPOSITIONS), None)
        if child.dep_ == "nmod" and by is not None and child.i > last:
            return noun.i, child, (by.i + 1, child.right_edge.i), False
    return None
