"""Speech: the words of a block that attribute a statement, and who they attribute it to.

In: a block, and which of its tokens stand in quotation marks. Out: `Cue`s with the head of their source.
Leaves alone: what was said (`onrecord.language.reported`), pronouns, other blocks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.language.cue_verbs import cue_lemma
from onrecord.language.en.attitudes import ISSUES
from onrecord.language.en.cues import ASK, REFUSALS, SPOKEN, TELL, URGE, WORDS_OF
from onrecord.language.en.roles import DOCUMENTS
from onrecord.language.subject_words import subject_before
from onrecord.language.tree import (
    is_negated,
    is_passive,
    lemma_of,
    noun_phrase,
    passive_agent,
    subject,
)
from onrecord.language.wording import (
    by_words,
    cleaned,
    first_noun,
    in_dateline,
    is_day,
    is_nobody,
    opens_told,
    stop_at,
    with_apposition,
    with_description,
    without_day,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_AUXILIARY = frozenset({"has", "have", "had", "is", "are", "was", "were", "been"})
_STOPS = frozenset({".", "?", "!", "“", '"', "”", ";"})
_AMOUNTS = frozenset({"less", "more", "little", "much", "nothing", "something", "anything", "lot"})
_ISSUED = 8
"""Tokens between "issued" and "saying" in "issued a short statement on Monday saying"."""
_SAID = 12
"""Tokens from a verb of saying to the participle that goes on ("said in a statement on Monday, adding")."""
_PLAIN = 14
"""Tokens after the head that may describe it up to its verb ("published last week by the group")."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that attribute: tokens `first` to `last` of a block, the lemma, and who speaks.

    `head` is the source's head token, `source` its (first, last) tokens; both None where nobody is named.
    `negated`: it says that it was not said. `told` is the head of who was told. `speech` is one of
    `onrecord.records.quote.SPEECH`.
    """

    first: int
    last: int
    lemma: str
    head: Token | None
    source: tuple[int, int] | None
    negated: bool = False
    told: Token | None = None
    speech: str = "said"

    @property
    def according(self) -> bool:
        """Whether it is a preposition ("according to"), which attributes its whole sentence."""
        return self.lemma == "according to"


def cues_in(doc: Doc, quoted: frozenset[int]) -> Iterator[Cue]:
    """Yield the cues of `doc` in order of text, none in quotation marks.

    Verbs without anybody who speaks are left out, unless the source may stand around quoted words.
    """
    for token in doc:
        if token.i in quoted:
            continue
        if (
            token.lower_ == "according"
            and token.i + 2 < len(doc)
            and doc[token.i + 1].lower_ == "to"
        ):
            yield from _according(doc, token.i, token.i + 1)
        elif token.lower_ == "in" and (last := _in_the_words_of(doc, token.i)) is not None:
            yield from _according(doc, token.i, last)
        elif (lemma := cue_lemma(token)) is not None and _is_said(token):
            yield _verbal(token, lemma, quoted)


def _is_said(token: Token) -> bool:
    """Return whether the verb tells of an act of saying: no noun's modifier, no imperative, no "to say the least"."""
    if token.dep_ in {"amod", "compound", "case"} and token.tag_ != "VBD":
        return False
    if token.tag_ == "VB":
        return token.i > 0 and not is_left_to_say(token)
    if _is_root_slip(token):
        return True
    return not (
        token.tag_ == "VBN"
        and token.dep_ in {"acl", "acl:relcl"}
        and not any(child.dep_.startswith("aux") for child in token.children)
        and passive_agent(token) is None
    )


def is_left_to_say(token: Token) -> bool:
    """Return whether it is "had less to say about it": of how much was said, not of what."""
    before = [word.lower_ for word in token.doc[max(0, token.i - 2) : token.i]]
    return before[1:] == ["to"] and before[0] in _AMOUNTS


def _is_root_slip(token: Token) -> bool:
    """Return whether a participle must be its sentence's verb: after a comma, where no other verb is finite."""
    if token.tag_ != "VBN" or token.dep_ not in {"acl", "acl:relcl"} or token.i == 0:
        return False
    root = token.sent.root
    beside = token.head.dep_ in {"appos", "list"} and token.head.head == root
    return (
        (token.head == root or beside)
        and token.nbor(-1).text == ","
        and root.tag_.startswith("NN")
        and not any(child.dep_ in {"cop", "aux"} for child in root.children)
    )


def voice(token: Token, lemma: str, quoted: frozenset[int]) -> tuple[Token, tuple[int, int]] | None:
    """Return head and (first, last) tokens of who does the active verb `token`, or None where nobody is named."""
    found = _voice(token, lemma, quoted, passive=False)
    if found is None:
        return None
    head, _ = found
    nobody = is_nobody(head) and head.lower_ != "it"
    return None if nobody or head.i in quoted or not head.text.strip() else found


def _voice(
    token: Token, lemma: str, quoted: frozenset[int], *, passive: bool
) -> tuple[Token, tuple[int, int]] | None:
    head = _speaker(token, lemma, passive=passive)
    slipped = _is_root_slip(token)
    apart = head is not None and head.left_edge.tag_ == "WP$" and token.nbor(-1).text == ","
    if head is not None and not passive and (apart or is_day(head) or in_dateline(head, token)):
        head = None if token.tag_ != "VBG" else _of_whole(token)
    if slipped or (head is None and not passive and token.tag_ in {"VBD", "VBZ", "VBP"}):
        return subject_before(token.doc, token.i, quoted)
    if head is None and lemma in SPOKEN | TELL and not passive and _adds_to_verb(token):
        return subject_before(token.doc, token.head.i, quoted)
    return (head, phrase(head, token, quoted)) if head is not None else None


def _adds_to_verb(token: Token) -> bool:
    """Return whether a participle after a comma goes on with a finite verb ("wrote to them, telling them …")."""
    after_comma = token.tag_ == "VBG" and token.dep_ == "advcl" and token.nbor(-1).text == ","
    return after_comma and token.head.i < token.i and token.head.tag_ in _FINITE


def _verbal(token: Token, lemma: str, quoted: frozenset[int]) -> Cue:
    passive = is_passive(token) and not (_lacks_auxiliary(token) or _has_said(token, lemma))
    head, source = _voice(token, lemma, quoted, passive=passive) or (None, None)
    nobody = head is not None and is_nobody(head) and not _is_it(head, lemma)
    if (inverted := _inverted(token, lemma)) is not None:
        head, source = inverted
        nobody = False
    if nobody or (head is not None and (head.i in quoted or not head.text.strip())):
        head = source = None
    last = token.i
    after = token.i + 1
    if (
        after < len(token.doc)
        and token.doc[after].lower_ in {"out", "on"}
        and token.doc[after].dep_ in {"compound:prt", "prt"}
    ):
        last = after
    speech = "asked" if lemma in ASK | URGE else "said"
    told = _told(token, lemma, passive=passive)
    return Cue(token.i, last, lemma, head, source, _is_denied(token), told, speech)


def _inverted(token: Token, lemma: str) -> tuple[Token, tuple[int, int]] | None:
    """Return the name after a verb that a comma parts from what was said ("It went well, says Ann Hale."), or None."""
    doc, last = token.doc, token.i
    if lemma not in SPOKEN or token.i < 2 or doc[token.i - 1].text != ",":
        return None
    while last + 1 < len(doc) and doc[last + 1].tag_ in {"NNP", "NNPS"}:
        last += 1
    ends = last + 1 >= len(doc) or doc[last + 1].text in {",", "."}
    if last == token.i or not ends or is_day(doc[last]):
        return None
    stop = next((t.i for t in doc[last + 1 : token.sent.end] if t.text in _STOPS), token.sent.end)
    return doc[last], (token.i + 1, by_words(doc, last, stop))


def _lacks_auxiliary(token: Token) -> bool:
    """Return whether a "passive" participle has a subject and no auxiliary: it is a past tense."""
    has_subject = any(child.dep_.startswith("nsubj") for child in token.lefts)
    return has_subject and not any(child.dep_.startswith("aux") for child in token.lefts)


def _has_said(token: Token, lemma: str) -> bool:
    """Return whether it is "he's said", a perfect: nobody is said himself."""
    before = token.nbor(-1) if token.i else None
    if lemma not in SPOKEN or before is None or before.lower_ not in {"'s", "’s"}:
        return False
    return before.i > 0 and before.nbor(-1).tag_ in {"PRP", "NNP"}


def _is_it(head: Token, lemma: str) -> bool:
    """Return whether "it" can stand for a body that speaks: "it said", never "it shows that"."""
    return head.lower_ == "it" and lemma in SPOKEN


def _speaker(token: Token, lemma: str, *, passive: bool) -> Token | None:
    if passive:
        return passive_agent(token)
    subjects = {"nsubj", "nsubj:outer", "nsubj:pass", "nsubjpass"}
    subjects |= {"expl"} if lemma in SPOKEN else set()
    # Of two, the nearer is the speaker: "The road, officials say, …" may give both to "say".
    own = next((child for child in reversed(list(token.lefts)) if child.dep_ in subjects), None)
    own = own or next((child for child in token.rights if child.dep_ in subjects), None)
    if own is not None and own.lower_ not in {"who", "which", "that"}:
        return own
    if (asker := _asker(token)) is not None:
        return asker
    if token.tag_ == "VBG" and token.dep_ in {"acl", "advcl"}:
        return issuer(token) or _of_whole(token) or subject(token) or _of_saying(token)
    return subject(token) or (_of_saying(token) if token.tag_ == "VBG" else None)


def _asker(token: Token) -> Token | None:
    """Return who asks in "urged them to leave, saying …": the participle after the comma is no more of theirs."""
    verb = token.head
    parted = token.tag_ == "VBG" and token.i > 0 and token.nbor(-1).text == ","
    asked = verb.dep_ == "xcomp" and any(left.tag_ == "TO" for left in verb.lefts)
    return subject(verb.head) if parted and token.dep_ == "advcl" and asked else None


def _of_saying(token: Token) -> Token | None:
    """Return the subject of the verb of saying before a participle's comma (“…,” he said, adding that …), or None."""
    doc = token.doc
    if token.i == 0 or token.nbor(-1).text != ",":
        return None
    for before in reversed(doc[max(token.sent.start, token.i - _SAID) : token.i - 1]):
        if before.text in _STOPS or before.tag_ in {"MD", "WP", "WDT"}:
            return None
        if before.tag_ in {"VBD", "VBZ", "VBP"}:
            return subject(before) if cue_lemma(before) in SPOKEN | TELL else None
    return None


def _of_whole(token: Token) -> Token | None:
    """Return the subject of the sentence for a participle a comma parts off ("… left the hall, saying that …")."""
    root = token.sent.root
    parted = token.i > 0 and token.nbor(-1).text == "," and token.dep_ == "acl"
    tells = root.tag_.startswith("VB") or any(child.dep_ == "cop" for child in root.lefts)
    return subject(root) if parted and root.i < token.i and tells else None


def issuer(token: Token) -> Token | None:
    """Return who issued the words that say ("the army issued a statement saying"), or None."""
    noun = token.head
    verb = noun.head
    lent = noun.dep_ in {"obj", "dobj"} and lemma_of(verb) in ISSUES and token.i - verb.i <= _ISSUED
    return subject(verb) if lent and noun.lemma_.lower() in DOCUMENTS else None


def _told(token: Token, lemma: str, *, passive: bool) -> Token | None:
    """Return the head of who was told: the object of "told", or the noun after "to"."""
    if passive:
        return subject(token)
    for child in token.rights:
        if lemma in TELL and child.dep_ in {"obj", "dobj", "iobj", "dative"}:
            return child
        if child.dep_.startswith(("obl", "nmod")) and any(
            case.lower_ in {"to", "told"} for case in child.lefts
        ):
            return child
    return None


def _is_denied(token: Token) -> bool:
    """Return whether it is said that it was not said: "did not say", "declined to say"."""
    if is_negated(token):
        return True
    before = token.nbor(-1) if token.i else None
    if token.tag_ != "VB" or before is None:
        return False
    governor = token.head
    return governor.lemma_.lower() in REFUSALS or (
        token.i > 1
        and token.nbor(-2).lower_
        in {"declined", "refused", "declines", "refuses", "declining", "refusing", "failed"}
    )


def _in_the_words_of(doc: Doc, index: int) -> int | None:
    """Return the last token of "in the words of" and its like at `index`, or None."""
    words = [token.lower_ for token in doc[index : index + 4]]
    fits = words[:2] == ["in", "the"] and words[3:] == ["of"] and words[2] in WORDS_OF
    return index + 3 if fits else None


def _according(doc: Doc, index: int, end: int) -> Iterator[Cue]:
    head = first_noun(doc, end + 1)
    if head is None:
        return
    first, last = noun_phrase(head, complements="all")
    source = (min(max(first.i, end + 1), head.i), stop_at(doc, last.i, index))
    yield Cue(index, end, "according to", head, source)


def phrase(head: Token, verb: Token, quoted: frozenset[int]) -> tuple[int, int]:
    """Return the (first, last) tokens of a source's phrase: with what belongs to it and an apposition.

    It never reaches into quotation marks, nor to or over the verb.
    """
    left, right = noun_phrase(head, conjuncts=True, complements="all")
    first, last = left.i, right.i
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
        left, _ = noun_phrase(taken)
        return cleaned(taken, first if first <= taken.i else left.i, taken.i)
    if head.i < verb.i:
        last = _named_after(_described(head, last, verb, quoted), verb)
    last = with_description(head, last, _until(head, verb, quoted))
    last = max(head.i, without_day(head.doc, first, last))
    if head.i > verb.i and head.tag_ in {"NNP", "NNPS"}:
        last = by_words(head.doc, last, _until(head, verb, quoted))
    return cleaned(head, first, last)


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
        verbal = token.tag_ in {"VBN", "VBD"} and token.dep_ in {"amod", "acl", "compound"}
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
        if doc[index].tag_ in _FINITE and doc[index].dep_ not in {"acl:relcl", "relcl"}:
            return index - 1
    between = doc[last + 1 : verb.i]
    stop = verb.i - 1
    while stop > last and (doc[stop].tag_ in {"RB", "MD"} or doc[stop].lower_ in _AUXILIARY):
        stop -= 1
    plain = not any(
        token.tag_ in _FINITE | {"WP", "WDT", "CC"} or token.is_punct or token.i in quoted
        for token in doc[last + 1 : stop + 1]
    )
    opens = len(between) > 1 and doc[last + 1].tag_ in {"VBN", "VBG", "JJ", "IN"}
    return stop if plain and opens and stop - last <= _PLAIN else last
