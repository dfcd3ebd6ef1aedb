"""Voice: who does a verb of saying, and the words that name them.

In: a verb in a Doc, and which of its tokens are quoted. Out: the source's head and its (first, last) tokens. Out of
scope: which verbs attribute (`onrecord.extract.quotes.cues.detection`), pronouns, other blocks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.quotes.en.function_words import AUXILIARIES
from onrecord.extract.quotes.en.labels import (
    APPOSITION_OR_LIST_LABELS,
    AUXILIARY_OR_COPULA_LABELS,
    NAME_LABELS,
    NOUN_MODIFIER_LABELS,
    SOURCE_SUBJECT_LABELS,
)
from onrecord.extract.quotes.en.punctuation import CUE_BREAK_MARKS, PHRASE_BREAK_MARKS
from onrecord.extract.quotes.en.tags import (
    COORDINATOR_OR_RELATIVE_TAGS,
    MODAL_OR_RELATIVE_TAGS,
    MODIFIER_OPENER_TAGS,
    NAME_OR_PLURAL_TAGS,
    ROLE_TAGS,
)
from onrecord.extract.quotes.en.verbs import ISSUING_VERBS
from onrecord.extract.quotes.lexicon.cue_verbs import find_cue_lemma
from onrecord.extract.quotes.speakers.adjacent_phrases import (
    find_name_over_commas,
    find_phrase_between,
)
from onrecord.extract.quotes.speakers.animacy import is_animate
from onrecord.extract.quotes.speakers.coordinated_cues import find_leading_verb
from onrecord.extract.quotes.speakers.descriptions import (
    extend_over_description,
    find_description_limit,
    find_name_end,
)
from onrecord.extract.quotes.speakers.fronted_subjects import find_fronted_people
from onrecord.extract.quotes.speakers.postposed_attributions import find_postposed_source
from onrecord.extract.quotes.speakers.shallow_chunks import (
    cut_at_comma,
    extend_over_apposition,
    extend_over_modifiers,
    is_content_that,
    is_day,
    is_in_dateline,
    is_nobody,
    trim_day,
    trim_phrase,
)
from onrecord.extract.quotes.speakers.shallow_subjects import find_shallow_subject
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.cues import SPOKEN, TELL
from onrecord.language.en.function_words import SUBJECT_RELATIVES
from onrecord.language.en.roles import DOCUMENTS, PERSON_ROLES
from onrecord.language.syntax.dependencies import (
    find_noun_phrase,
    find_passive_agent,
    find_subject,
    is_passive,
    read_lemma,
)
from onrecord.language.syntax.dependency_labels import (
    DIRECT_OBJECT_LABELS,
    MODIFIER_CLAUSE_LABELS,
    NOUN_CLAUSE_LABELS,
    RELATIVE_CLAUSE_LABELS,
)
from onrecord.language.syntax.tag_sets import (
    FINITE_TAGS,
    FUNCTION_WORD_TAGS,
    MODAL_OR_ADVERB_TAGS,
    PAST_FORM_TAGS,
    PROPER_NOUN_TAGS,
    TENSED_TAGS,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_speaker_phrase(
    token: Token, lemma: str, quoted: frozenset[int]
) -> tuple[Token, tuple[int, int]] | None:
    """Return head and (first, last) tokens of who does the active verb `token`, or None where nobody is named."""
    found = match_source_patterns(token, lemma, quoted, passive=False)
    if found is None:
        return None
    head, _ = found
    nobody = is_nobody(head) and head.lower_ != "it"
    return None if nobody or head.i in quoted or not head.text.strip() else found


def match_source_patterns(
    token: Token, lemma: str, quoted: frozenset[int], *, passive: bool
) -> tuple[Token, tuple[int, int]] | None:
    """Return head and (first, last) tokens of who does the verb, if any, also where they may be nobody ("it", "there")."""
    if (told := find_postposed_source(token)) is not None and not passive:
        return told
    leads = None if passive else find_leading_verb(token)
    if leads is not None and not is_passive(leads):
        return match_source_patterns(leads, read_lemma(leads), quoted, passive=False)
    head = _find_subject_head(token, lemma, passive=passive)
    if not passive and (people := find_fronted_people(token, head, quoted)) is not None:
        return people
    if not passive and (
        head is None or head.tag_ not in PROPER_NOUN_TAGS | {"PRP"} or _is_initial_participle(head)
    ):
        named = find_name_over_commas(token.doc, token.i, quoted)
        if named is not None and not (
            head is not None and _is_described_by(head, token, named[1][0])
        ):
            return named  # but "Nevada's governor, Ann Hale, said" begins with the office
    slipped = is_mistagged_root(token)
    apart = head is not None and head.left_edge.tag_ == "WP$" and token.nbor(-1).text == ","
    if head is not None and not passive and (apart or is_day(head) or is_in_dateline(head, token)):
        head = None if token.tag_ != "VBG" else _find_sentence_subject(token)
    if slipped or (head is None and not passive and token.tag_ in TENSED_TAGS):
        return find_shallow_subject(token.doc, token.i, quoted)
    if head is None and lemma in SPOKEN | TELL and not passive and _is_participle_adjunct(token):
        return find_shallow_subject(token.doc, token.head.i, quoted)
    return (head, find_phrase_span(head, token, quoted)) if head is not None else None


def _is_described_by(head: Token, verb: Token, first: int) -> bool:
    """Return whether a name at `first` only tells more of the head: "Students from the hall in Bath, Maryland, said"."""
    people = head.tag_ == "NNS" and head.head == verb and is_animate(head)
    return head.i == first - 2 or (people and head.i < first)


def _is_participle_adjunct(token: Token) -> bool:
    """Return whether a participle after a comma goes on with a finite verb ("wrote to them, telling them …")."""
    after_comma = token.tag_ == "VBG" and token.dep_ == "advcl" and token.nbor(-1).text == ","
    return after_comma and token.head.i < token.i and token.head.tag_ in FINITE_TAGS


def is_mistagged_root(token: Token) -> bool:
    """Return whether a participle must be its sentence's verb: after a comma, where no other verb is finite."""
    if token.tag_ != "VBN" or token.dep_ not in NOUN_CLAUSE_LABELS or token.i == 0:
        return False
    root = token.sent.root
    beside = token.head.dep_ in APPOSITION_OR_LIST_LABELS and token.head.head == root
    return (
        (token.head == root or beside)
        and token.nbor(-1).text == ","
        and root.tag_.startswith("NN")
        and not any(child.dep_ in AUXILIARY_OR_COPULA_LABELS for child in root.children)
    )


def _find_subject_head(token: Token, lemma: str, *, passive: bool) -> Token | None:
    if passive:
        return find_passive_agent(token)
    subjects = SOURCE_SUBJECT_LABELS
    subjects |= {"expl"} if lemma in SPOKEN else set()
    # Of two, the nearer is the speaker: "The road, officials say, …" may give both to "say".
    own = next((child for child in reversed(list(token.lefts)) if child.dep_ in subjects), None)
    own = own or next((child for child in token.rights if child.dep_ in subjects), None)
    if own is not None and own.lower_ not in SUBJECT_RELATIVES:
        return own
    if (asker := _find_asker(token)) is not None:
        return asker
    if token.tag_ == "VBG" and token.dep_ in MODIFIER_CLAUSE_LABELS:
        return (
            find_issuer(token)
            or _find_sentence_subject(token)
            or find_subject(token)
            or _find_subject_of_cue_before(token)
        )
    return find_subject(token) or (
        _find_subject_of_cue_before(token) if token.tag_ == "VBG" else None
    )


def _find_asker(token: Token) -> Token | None:
    """Return who asks in "urged them to leave, saying …": the participle after the comma is no more of theirs."""
    verb = token.head
    parted = token.tag_ == "VBG" and token.i > 0 and token.nbor(-1).text == ","
    asked = verb.dep_ == "xcomp" and any(left.tag_ == "TO" for left in verb.lefts)
    return find_subject(verb.head) if parted and token.dep_ == "advcl" and asked else None


def _find_subject_of_cue_before(token: Token) -> Token | None:
    """Return the subject of the verb of saying before a participle's comma (“…,” he said, adding that …), or None."""
    doc = token.doc
    if token.i == 0 or token.nbor(-1).text != ",":
        return None
    for before in reversed(
        doc[max(token.sent.start, token.i - THRESHOLDS.participle_gap) : token.i - 1]
    ):
        if before.text in CUE_BREAK_MARKS or before.tag_ in MODAL_OR_RELATIVE_TAGS:
            return None
        if before.tag_ in TENSED_TAGS:
            return find_subject(before) if find_cue_lemma(before) in SPOKEN | TELL else None
    return None


def _find_sentence_subject(token: Token) -> Token | None:
    """Return the subject of the sentence for a participle a comma parts off ("… left the hall, saying that …")."""
    root = token.sent.root
    parted = token.i > 0 and token.nbor(-1).text == "," and token.dep_ == "acl"
    tells = root.tag_.startswith("VB") or any(child.dep_ == "cop" for child in root.lefts)
    return find_subject(root) if parted and root.i < token.i and tells else None


def find_issuer(token: Token) -> Token | None:
    """Return who issued the words that say ("the army issued a statement saying"), or None."""
    noun = token.head
    verb = noun.head
    lent = (
        noun.dep_ in DIRECT_OBJECT_LABELS
        and read_lemma(verb) in ISSUING_VERBS
        and token.i - verb.i <= THRESHOLDS.issued_gap
    )
    return find_subject(verb) if lent and noun.lemma_.lower() in DOCUMENTS else None


def find_phrase_span(head: Token, verb: Token, quoted: frozenset[int]) -> tuple[int, int]:
    """Return the (first, last) tokens of a source's phrase: with what belongs to it and an apposition.

    It never reaches into quotation marks, nor to or over the verb.
    """
    whole = find_noun_phrase(head, conjuncts=True, complements="all")
    first, last = whole.start, whole.end - 1
    last = extend_over_apposition(head, last)
    low, high = (
        (0, verb.i - 1) if head.i < verb.i else (verb.i + 1, _find_limit(head, verb, quoted) - 1)
    )
    first, last = max(first, low), min(last, high)
    while first < head.i and first in quoted:
        first += 1
    for index in range(head.i, first - 1, -1):
        if index in quoted or head.doc[index].text in PHRASE_BREAK_MARKS:
            first = index + 1
            break
    for index in range(head.i, last + 1):
        if index in quoted or head.doc[index].text in PHRASE_BREAK_MARKS:
            last = index - 1
            break
    if head.i < verb.i and (taken := _find_noun_before_lost_verb(head, first)) is not None:
        own = find_noun_phrase(taken)
        return trim_phrase(taken, first if first <= taken.i else own.start, taken.i)
    if head.i < verb.i:
        last = _extend_over_name(_limit_to_description(head, last, verb, quoted), verb)
        first = _extend_over_role(head, first) if head.i - 1 not in quoted else first
        named = (
            find_phrase_between(head.doc, first, verb.i) if head.tag_ in PROPER_NOUN_TAGS else None
        )
        last = max(last, named[1][1]) if named is not None else last
    elif head.tag_ in PROPER_NOUN_TAGS:
        last = max(head.i, cut_at_comma(head.doc, last, head.i - 1))
    last = extend_over_modifiers(head, last, _find_limit(head, verb, quoted))
    if (
        head.tag_ in PROPER_NOUN_TAGS
    ):  # "Ann Hale gestured, then leaned in and said": a verb a tagger took for a participle
        told = (token.i - 1 for token in head.doc[head.i + 1 : last + 1] if _is_finite_root(token))
        last = next(told, last)
    last = max(head.i, trim_day(head.doc, first, last))
    if head.i > verb.i and head.tag_ in PROPER_NOUN_TAGS:
        last = max(last, extend_over_description(head.doc, *_find_name_and_limit(head, quoted)))
    return trim_phrase(head, first, last)


def _is_finite_root(token: Token) -> bool:
    return token.dep_ == "ROOT" and token.tag_ in FINITE_TAGS


def _is_initial_participle(head: Token) -> bool:
    """Return whether it is a participle with a sentence's capital ("Commenting on the vote, Ann Hale said")."""
    opens = head.is_sent_start is True and head.i + 1 < len(head.doc)
    return opens and head.lower_.endswith("ing") and head.nbor().tag_ in FUNCTION_WORD_TAGS


def _find_name_and_limit(head: Token, quoted: frozenset[int]) -> tuple[int, int]:
    """Return the last token of the name that `head` opens, and the token before which its description ends."""
    last = find_name_end(head)
    return last, find_description_limit(head.doc, last, quoted)


def _extend_over_role(head: Token, first: int) -> int:
    """Return `first`, moved back over a role a parse cut from the name ("Harbour Board chair Ann Hale said")."""
    doc, begin = head.doc, first
    before = doc[first - 1] if first > head.sent.start else None
    if head.tag_ != "NNP" or before is None or is_day(before):
        return first
    named = before.tag_ == "NNP" and before.dep_ in NAME_LABELS
    if not named and not (before.tag_ == "NN" and before.lemma_ in PERSON_ROLES):
        return first
    while begin > head.sent.start and (
        doc[begin - 1].tag_ in ROLE_TAGS or (named and doc[begin - 1].lower_ == "of")
    ):
        begin -= 1
    return begin


def _find_limit(head: Token, verb: Token, quoted: frozenset[int]) -> int:
    """Return the token before which a description of `head` must end: its verb, a mark or the sentence's end."""
    stop = verb.i if head.i < verb.i else head.sent.end
    told = head.i > verb.i
    ends = (
        i for i in range(head.i, stop) if i in quoted or (told and is_content_that(head.doc[i]))
    )
    return next(ends, stop)


def _find_noun_before_lost_verb(head: Token, first: int) -> Token | None:
    """Return the noun before a verb that a parse took for a modifier ("The FRM denied blame, saying"), or None."""
    for token in head.doc[max(1, first) : head.i]:
        before = token.nbor(-1)
        verbal = token.tag_ in PAST_FORM_TAGS and token.dep_ in NOUN_MODIFIER_LABELS
        if verbal and before.tag_ in NAME_OR_PLURAL_TAGS and not token.nbor().is_punct:
            return before
    return None


def _extend_over_name(last: int, verb: Token) -> int:
    """Return `last`, or the end of a name in commas between it and the verb ("The mayor, Ann Hale, said")."""
    doc, end = verb.doc, verb.i - 1
    if not (last + 2 <= end <= last + 8 and doc[last + 1].text == doc[end].text == ","):
        return last
    inside = doc[last + 2 : end]
    return end - 1 if len(inside) and all(word.text[:1].isupper() for word in inside) else last


def _limit_to_description(head: Token, last: int, verb: Token, quoted: frozenset[int]) -> int:
    """Return `last`, cut before a finite verb, or moved up to the verb where words before it describe the head.

    "A report published last week by the group found that": all of it is the source's.
    """
    doc = head.doc
    for index in range(head.i + 1, last + 1):
        if doc[index].tag_ in FINITE_TAGS and doc[index].dep_ not in RELATIVE_CLAUSE_LABELS:
            return index - 1
    between = doc[last + 1 : verb.i]
    stop = verb.i - 1
    while stop > last and (
        doc[stop].tag_ in MODAL_OR_ADVERB_TAGS or doc[stop].lower_ in AUXILIARIES
    ):
        stop -= 1
    plain = not any(
        token.tag_ in FINITE_TAGS | COORDINATOR_OR_RELATIVE_TAGS
        or token.is_punct
        or token.i in quoted
        for token in doc[last + 1 : stop + 1]
    )
    opens = len(between) > 1 and doc[last + 1].tag_ in MODIFIER_OPENER_TAGS
    return stop if plain and opens and stop - last <= THRESHOLDS.modifier_gap else last
