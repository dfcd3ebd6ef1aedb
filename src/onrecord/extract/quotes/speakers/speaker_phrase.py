"""Voice: who does a verb of saying, and the words that name them.

In: a verb in a Doc, and which of its tokens are quoted. Out: the source's head and its (first, last) tokens. Out of
scope: which verbs attribute (`onrecord.extract.quotes.cues.detection`), pronouns, other blocks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.quotes.en.attitudes import ISSUES
from onrecord.extract.quotes.lexicon.cue_verbs import cue_lemma
from onrecord.extract.quotes.speakers.adjacent_phrases import name_over_commas, phrase_between
from onrecord.extract.quotes.speakers.animacy import may_hold
from onrecord.extract.quotes.speakers.coordinated_cues import leading_verb
from onrecord.extract.quotes.speakers.descriptions import (
    end_of_name,
    end_of_sentence,
    through_description,
)
from onrecord.extract.quotes.speakers.fronted_subjects import people_before
from onrecord.extract.quotes.speakers.postposed_attributions import trailing
from onrecord.extract.quotes.speakers.shallow_chunks import (
    cleaned,
    in_dateline,
    is_day,
    is_nobody,
    opens_told,
    stop_at,
    with_apposition,
    with_description,
    without_day,
)
from onrecord.extract.quotes.speakers.shallow_subjects import subject_before
from onrecord.language.en.cues import SPOKEN, TELL
from onrecord.language.en.function_words import SUBJECT_RELATIVES
from onrecord.language.en.roles import DOCUMENTS, PERSON_ROLES
from onrecord.language.syntax.dependencies import find_subject
from onrecord.language.syntax.dependency_labels import (
    DIRECT_OBJECT_LABELS,
    MODIFIER_CLAUSE_LABELS,
    NOUN_CLAUSE_LABELS,
    RELATIVE_CLAUSE_LABELS,
)
from onrecord.language.syntax.obliques import find_passive_agent
from onrecord.language.syntax.phrases import find_noun_phrase
from onrecord.language.syntax.tag_sets import (
    FINITE_TAGS,
    FUNCTION_WORD_TAGS,
    MODAL_OR_ADVERB_TAGS,
    PAST_FORM_TAGS,
    PROPER_NOUN_TAGS,
    TENSED_TAGS,
)
from onrecord.language.syntax.verb_group import is_passive, read_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_AUXILIARY = frozenset({"has", "have", "had", "is", "are", "was", "were", "been"})
_STOPS = frozenset({".", "?", "!", "“", '"', "”", ";"})
_ISSUED = 8
"""Tokens between "issued" and "saying" in "issued a short statement on Monday saying"."""
_SAID = 12
"""Tokens from a verb of saying to the participle that goes on ("said in a statement on Monday, adding")."""
_IN_ROLE = frozenset({"NN", "NNP", "NNPS", "JJ", "HYPH", "POS", "DT"})
"""Tags of the words of a role before a name."""
_NAMING = frozenset({"nmod", "flat", "compound", "nmod:desc", "nsubj", "appos"})
_PLAIN = 14
"""Tokens after the head that may describe it up to its verb ("published last week by the group")."""


def voice(token: Token, lemma: str, quoted: frozenset[int]) -> tuple[Token, tuple[int, int]] | None:
    """Return head and (first, last) tokens of who does the active verb `token`, or None where nobody is named."""
    found = speaker_phrase(token, lemma, quoted, passive=False)
    if found is None:
        return None
    head, _ = found
    nobody = is_nobody(head) and head.lower_ != "it"
    return None if nobody or head.i in quoted or not head.text.strip() else found


def speaker_phrase(
    token: Token, lemma: str, quoted: frozenset[int], *, passive: bool
) -> tuple[Token, tuple[int, int]] | None:
    """Return head and (first, last) tokens of who does the verb, if any, also where they may be nobody ("it", "there")."""
    if (told := trailing(token)) is not None and not passive:
        return told
    leads = None if passive else leading_verb(token)
    if leads is not None and not is_passive(leads):
        return speaker_phrase(leads, read_lemma(leads), quoted, passive=False)
    head = _speaker(token, lemma, passive=passive)
    if not passive and (people := people_before(token, head, quoted)) is not None:
        return people
    if not passive and (
        head is None or head.tag_ not in PROPER_NOUN_TAGS | {"PRP"} or _is_doing(head)
    ):
        named = name_over_commas(token.doc, token.i, quoted)
        if named is not None and not (head is not None and _is_office_of(head, token, named[1][0])):
            return named  # but "Nevada's governor, Ann Hale, said" begins with the office
    slipped = is_root_slip(token)
    apart = head is not None and head.left_edge.tag_ == "WP$" and token.nbor(-1).text == ","
    if head is not None and not passive and (apart or is_day(head) or in_dateline(head, token)):
        head = None if token.tag_ != "VBG" else _of_whole(token)
    if slipped or (head is None and not passive and token.tag_ in TENSED_TAGS):
        return subject_before(token.doc, token.i, quoted)
    if head is None and lemma in SPOKEN | TELL and not passive and _adds_to_verb(token):
        return subject_before(token.doc, token.head.i, quoted)
    return (head, phrase(head, token, quoted)) if head is not None else None


def _is_office_of(head: Token, verb: Token, first: int) -> bool:
    """Return whether a name at `first` only tells more of the head: "Students from the hall in Bath, Maryland, said"."""
    people = head.tag_ == "NNS" and head.head == verb and may_hold(head)
    return head.i == first - 2 or (people and head.i < first)


def _adds_to_verb(token: Token) -> bool:
    """Return whether a participle after a comma goes on with a finite verb ("wrote to them, telling them …")."""
    after_comma = token.tag_ == "VBG" and token.dep_ == "advcl" and token.nbor(-1).text == ","
    return after_comma and token.head.i < token.i and token.head.tag_ in FINITE_TAGS


def is_root_slip(token: Token) -> bool:
    """Return whether a participle must be its sentence's verb: after a comma, where no other verb is finite."""
    if token.tag_ != "VBN" or token.dep_ not in NOUN_CLAUSE_LABELS or token.i == 0:
        return False
    root = token.sent.root
    beside = token.head.dep_ in {"appos", "list"} and token.head.head == root
    return (
        (token.head == root or beside)
        and token.nbor(-1).text == ","
        and root.tag_.startswith("NN")
        and not any(child.dep_ in {"cop", "aux"} for child in root.children)
    )


def _speaker(token: Token, lemma: str, *, passive: bool) -> Token | None:
    if passive:
        return find_passive_agent(token)
    subjects = {"nsubj", "nsubj:outer", "nsubj:pass", "nsubjpass"}
    subjects |= {"expl"} if lemma in SPOKEN else set()
    # Of two, the nearer is the speaker: "The road, officials say, …" may give both to "say".
    own = next((child for child in reversed(list(token.lefts)) if child.dep_ in subjects), None)
    own = own or next((child for child in token.rights if child.dep_ in subjects), None)
    if own is not None and own.lower_ not in SUBJECT_RELATIVES:
        return own
    if (asker := _asker(token)) is not None:
        return asker
    if token.tag_ == "VBG" and token.dep_ in MODIFIER_CLAUSE_LABELS:
        return issuer(token) or _of_whole(token) or find_subject(token) or _of_saying(token)
    return find_subject(token) or (_of_saying(token) if token.tag_ == "VBG" else None)


def _asker(token: Token) -> Token | None:
    """Return who asks in "urged them to leave, saying …": the participle after the comma is no more of theirs."""
    verb = token.head
    parted = token.tag_ == "VBG" and token.i > 0 and token.nbor(-1).text == ","
    asked = verb.dep_ == "xcomp" and any(left.tag_ == "TO" for left in verb.lefts)
    return find_subject(verb.head) if parted and token.dep_ == "advcl" and asked else None


def _of_saying(token: Token) -> Token | None:
    """Return the subject of the verb of saying before a participle's comma (“…,” he said, adding that …), or None."""
    doc = token.doc
    if token.i == 0 or token.nbor(-1).text != ",":
        return None
    for before in reversed(doc[max(token.sent.start, token.i - _SAID) : token.i - 1]):
        if before.text in _STOPS or before.tag_ in {"MD", "WP", "WDT"}:
            return None
        if before.tag_ in TENSED_TAGS:
            return find_subject(before) if cue_lemma(before) in SPOKEN | TELL else None
    return None


def _of_whole(token: Token) -> Token | None:
    """Return the subject of the sentence for a participle a comma parts off ("… left the hall, saying that …")."""
    root = token.sent.root
    parted = token.i > 0 and token.nbor(-1).text == "," and token.dep_ == "acl"
    tells = root.tag_.startswith("VB") or any(child.dep_ == "cop" for child in root.lefts)
    return find_subject(root) if parted and root.i < token.i and tells else None


def issuer(token: Token) -> Token | None:
    """Return who issued the words that say ("the army issued a statement saying"), or None."""
    noun = token.head
    verb = noun.head
    lent = (
        noun.dep_ in DIRECT_OBJECT_LABELS
        and read_lemma(verb) in ISSUES
        and token.i - verb.i <= _ISSUED
    )
    return find_subject(verb) if lent and noun.lemma_.lower() in DOCUMENTS else None


def phrase(head: Token, verb: Token, quoted: frozenset[int]) -> tuple[int, int]:
    """Return the (first, last) tokens of a source's phrase: with what belongs to it and an apposition.

    It never reaches into quotation marks, nor to or over the verb.
    """
    whole = find_noun_phrase(head, conjuncts=True, complements="all")
    first, last = whole.start, whole.end - 1
    last = with_apposition(head, last)
    low, high = (0, verb.i - 1) if head.i < verb.i else (verb.i + 1, _until(head, verb, quoted) - 1)
    first, last = max(first, low), min(last, high)
    while first < head.i and first in quoted:
        first += 1
    for index in range(head.i, first - 1, -1):
        if index in quoted or head.doc[index].text in {"“", '"', "”", ";", ":"}:
            first = index + 1
            break
    for index in range(head.i, last + 1):
        if index in quoted or head.doc[index].text in {"“", '"', "”", ";", ":"}:
            last = index - 1
            break
    if head.i < verb.i and (taken := _verb_inside(head, first)) is not None:
        own = find_noun_phrase(taken)
        return cleaned(taken, first if first <= taken.i else own.start, taken.i)
    if head.i < verb.i:
        last = _named_after(_described(head, last, verb, quoted), verb)
        first = _with_role(head, first) if head.i - 1 not in quoted else first
        named = phrase_between(head.doc, first, verb.i) if head.tag_ in PROPER_NOUN_TAGS else None
        last = max(last, named[1][1]) if named is not None else last
    elif head.tag_ in PROPER_NOUN_TAGS:
        last = max(head.i, stop_at(head.doc, last, head.i - 1))
    last = with_description(head, last, _until(head, verb, quoted))
    if (
        head.tag_ in PROPER_NOUN_TAGS
    ):  # "Ann Hale gestured, then leaned in and said": a verb a tagger took for a participle
        told = (token.i - 1 for token in head.doc[head.i + 1 : last + 1] if _is_main(token))
        last = next(told, last)
    last = max(head.i, without_day(head.doc, first, last))
    if head.i > verb.i and head.tag_ in PROPER_NOUN_TAGS:
        last = max(last, through_description(head.doc, *_name_end(head, quoted)))
    return cleaned(head, first, last)


def _is_main(token: Token) -> bool:
    return token.dep_ == "ROOT" and token.tag_ in FINITE_TAGS


def _is_doing(head: Token) -> bool:
    """Return whether it is a participle with a sentence's capital ("Commenting on the vote, Ann Hale said")."""
    opens = head.is_sent_start is True and head.i + 1 < len(head.doc)
    return opens and head.lower_.endswith("ing") and head.nbor().tag_ in FUNCTION_WORD_TAGS


def _name_end(head: Token, quoted: frozenset[int]) -> tuple[int, int]:
    """Return the last token of the name that `head` opens, and the token before which its description ends."""
    last = end_of_name(head)
    return last, end_of_sentence(head.doc, last, quoted)


def _with_role(head: Token, first: int) -> int:
    """Return `first`, moved back over a role a parse cut from the name ("Harbour Board chair Ann Hale said")."""
    doc, begin = head.doc, first
    before = doc[first - 1] if first > head.sent.start else None
    if head.tag_ != "NNP" or before is None or is_day(before):
        return first
    named = before.tag_ == "NNP" and before.dep_ in _NAMING
    if not named and not (before.tag_ == "NN" and before.lemma_ in PERSON_ROLES):
        return first
    while begin > head.sent.start and (
        doc[begin - 1].tag_ in _IN_ROLE or (named and doc[begin - 1].lower_ == "of")
    ):
        begin -= 1
    return begin


def _until(head: Token, verb: Token, quoted: frozenset[int]) -> int:
    """Return the token before which a description of `head` must end: its verb, a mark or the sentence's end."""
    stop = verb.i if head.i < verb.i else head.sent.end
    told = head.i > verb.i
    ends = (i for i in range(head.i, stop) if i in quoted or (told and opens_told(head.doc[i])))
    return next(ends, stop)


def _verb_inside(head: Token, first: int) -> Token | None:
    """Return the noun before a verb that a parse took for a modifier ("The FRM denied blame, saying"), or None."""
    for token in head.doc[max(1, first) : head.i]:
        before = token.nbor(-1)
        verbal = token.tag_ in PAST_FORM_TAGS and token.dep_ in {"amod", "acl", "compound"}
        if verbal and before.tag_ in {"NNP", "NNS"} and not token.nbor().is_punct:
            return before
    return None


def _named_after(last: int, verb: Token) -> int:
    """Return `last`, or the end of a name in commas between it and the verb ("The mayor, Ann Hale, said")."""
    doc, end = verb.doc, verb.i - 1
    if not (last + 2 <= end <= last + 8 and doc[last + 1].text == doc[end].text == ","):
        return last
    inside = doc[last + 2 : end]
    return end - 1 if len(inside) and all(word.text[:1].isupper() for word in inside) else last


def _described(head: Token, last: int, verb: Token, quoted: frozenset[int]) -> int:
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
        doc[stop].tag_ in MODAL_OR_ADVERB_TAGS or doc[stop].lower_ in _AUXILIARY
    ):
        stop -= 1
    plain = not any(
        token.tag_ in FINITE_TAGS | {"WP", "WDT", "CC"} or token.is_punct or token.i in quoted
        for token in doc[last + 1 : stop + 1]
    )
    opens = len(between) > 1 and doc[last + 1].tag_ in {"VBN", "VBG", "JJ", "IN"}
    return stop if plain and opens and stop - last <= _PLAIN else last
