"""Speech: the words of a block that attribute a statement, and who they attribute it to.

In: a block, and which of its tokens stand in quotation marks. Out: `Cue`s with the head of their source.
Leaves alone: what was said (`onrecord.language.reported`), pronouns, other blocks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from onrecord.language.en.cues import (
    ASK,
    FIND,
    IRREGULAR,
    QUOTE_ONLY,
    REFUSALS,
    SAY,
    SPOKEN,
    TELL,
    URGE,
)
from onrecord.language.tree import (
    is_negated,
    is_passive,
    noun_phrase,
    passive_agent,
    subject,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NOBODY = frozenset(
    ["it", "there", "that", "this", "which", "what", "who", "these", "those", "one"]
)
_PERSONAL = frozenset(["he", "she", "they", "i", "we", "you"])
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD"})
_PHRASE_TAGS = _NOUN_TAGS | {
    "DT",
    "JJ",
    "JJR",
    "JJS",
    "POS",
    "PRP$",
    "HYPH",
    "VBN",
    "$",
    "NFP",
    "AFX",
    "PDT",
}
_LINKS = frozenset({"of", "for", "from", "in", "at", "with", "on", "and", "to"})


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that attribute: tokens `first` to `last` of a block, the lemma, and who speaks.

    `head` is the source's head token, `source` its (first, last) tokens; both None where nobody is named.
    `negated`: it says that it was not said. `told` is the head of who was told.
    """

    first: int
    last: int
    lemma: str
    head: Token | None
    source: tuple[int, int] | None
    negated: bool = False
    told: Token | None = None

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
            yield from _according(doc, token.i)
        elif (lemma := cue_lemma(token)) is not None and _is_said(token):
            yield _verbal(token, lemma, quoted)


@cache
def _forms() -> dict[str, str]:
    forms: dict[str, str] = {}
    for lemma in sorted(SAY | TELL | FIND | ASK | QUOTE_ONLY | URGE):
        for form in (lemma, *inflected(lemma)):
            forms.setdefault(form, lemma)
    return forms


def inflected(lemma: str) -> tuple[str, ...]:
    """Return the inflected forms of an English verb: third person, past, participles."""
    if lemma in IRREGULAR:
        return IRREGULAR[lemma]
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    if lemma.endswith("e"):
        return third, lemma + "d", lemma[:-1] + "ing"
    return third, lemma + "ed", lemma + "ing"


def cue_lemma(token: Token) -> str | None:
    """Return the lemma of `token` if it is a verb that may attribute, else None."""
    lemma = _forms().get(token.lower_)
    if lemma is None:
        return None
    if token.tag_.startswith("VB") or token.lower_ in {"said", "says", "told", "added", "insisted"}:
        return lemma
    return None


def _is_said(token: Token) -> bool:
    """Return whether the verb tells of an act of saying: no noun's modifier, no imperative, no "to say the least"."""
    if token.dep_ in {"amod", "compound", "case"}:
        return False
    if token.tag_ == "VB":
        return token.i > 0
    return not (
        token.tag_ == "VBN"
        and token.dep_ in {"acl", "acl:relcl"}
        and not any(child.dep_.startswith("aux") for child in token.children)
        and passive_agent(token) is None
    )


def _verbal(token: Token, lemma: str, quoted: frozenset[int]) -> Cue:
    passive = is_passive(token)
    head = _speaker(token, lemma, passive=passive)
    if head is not None and (
        head.i in quoted or (head.lower_ in _NOBODY and not _is_it(head, lemma))
    ):
        head = None
    last = token.i
    after = token.i + 1
    if (
        after < len(token.doc)
        and token.doc[after].lower_ in {"out", "on"}
        and token.doc[after].dep_ in {"compound:prt", "prt"}
    ):
        last = after
    source = phrase(head, token, quoted) if head is not None else None
    return Cue(
        token.i, last, lemma, head, source, _is_denied(token), _told(token, lemma, passive=passive)
    )


def _is_it(head: Token, lemma: str) -> bool:
    """Return whether "it" can stand for a body that speaks: "it said", never "it shows that"."""
    return head.lower_ == "it" and lemma in SPOKEN


def _speaker(token: Token, lemma: str, *, passive: bool) -> Token | None:
    if passive:
        return passive_agent(token)
    subjects = {"nsubj", "nsubj:outer", "expl"} if lemma in SPOKEN else {"nsubj", "nsubj:outer"}
    own = next((child for child in token.children if child.dep_ in subjects), None)
    if own is not None and own.lower_ not in {"who", "which", "that"}:
        return own
    return subject(token)


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


def _according(doc: Doc, index: int) -> Iterator[Cue]:
    head = _first_noun(doc, index + 2)
    if head is None:
        return
    first, last = noun_phrase(head, complements="all")
    yield Cue(
        index,
        index + 1,
        "according to",
        head,
        (min(max(first.i, index + 2), head.i), _stop(doc, last.i, index)),
    )


def _stop(doc: Doc, last: int, first: int) -> int:
    """Return `last`, moved back before the first comma, so that no clause is taken along."""
    for index in range(first + 2, last):
        if doc[index].text in {",", ";", ":"} and doc[index].tag_ != "HYPH":
            return index - 1
    return last


def _first_noun(doc: Doc, index: int) -> Token | None:
    """Return the head of the noun phrase that begins at `index`: the last noun before anything else."""
    head: Token | None = None
    for token in doc[index : index + 12]:
        if token.tag_ in _NOUN_TAGS:
            head = token
        elif token.tag_ == "POS":
            head = None
        elif token.tag_ not in _PHRASE_TAGS:
            break
    return head


def phrase(head: Token, verb: Token, quoted: frozenset[int]) -> tuple[int, int]:
    """Return the (first, last) tokens of a source's phrase: with what belongs to it and an apposition.

    It never reaches into quotation marks, nor to or over the verb.
    """
    left, right = noun_phrase(head, conjuncts=True, complements="all")
    first, last = left.i, right.i
    last = _with_apposition(head, last)
    low, high = (0, verb.i - 1) if head.i < verb.i else (verb.i + 1, len(head.doc) - 1)
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
    return _clean(head, first, last)


def _with_apposition(head: Token, last: int) -> int:
    for child in head.children:
        if child.dep_ == "appos" and child.i > head.i and last < child.i <= last + 8:
            _, right = noun_phrase(child, complements="all")
            return max(last, right.i)
    return last


def _clean(head: Token, first: int, last: int) -> tuple[int, int]:
    doc = head.doc
    while first < head.i and (doc[first].is_punct or doc[first].tag_ in {"RB", "CC", "IN", "TO"}):
        first += 1
    while last > head.i and (
        doc[last].is_punct or doc[last].tag_ in {"RB", "CC", "IN", "TO", "DT"}
    ):
        last -= 1
    return min(first, head.i), max(last, head.i)


def phrase_before(doc: Doc, first: int, verb: int) -> tuple[Token, tuple[int, int]] | None:
    """Return (head, span) of the noun phrase between token `first` and the verb at `verb`, or None.

    For the words between a quotation and its verb, where a parse of the whole sentence may slip.
    """
    begin, end = first, verb - 1
    while begin <= end and (
        doc[begin].is_punct or (doc[begin].tag_ in {"RB", "CC", "IN"} and doc[begin].i == first)
    ):
        begin += 1
    while end >= begin and (
        doc[end].is_punct or doc[end].tag_ in {"RB", "MD"} or doc[end].tag_.startswith("VB")
    ):
        end -= 1
    if end < begin:
        return None
    head = _first_noun(doc, begin)
    nobody = head is None or head.i > end or (head.lower_ in _NOBODY and not _is_it(head, "say"))
    return None if nobody or head is None else (head, (begin, end))


def phrase_after(doc: Doc, first: int) -> tuple[Token, tuple[int, int]] | None:
    """Return (head, span) of the noun phrase that begins at token `first`, after "said", or None."""
    head = _first_noun(doc, first)
    if head is None or head.lower_ in _NOBODY:
        return None
    _, right = noun_phrase(head, complements="all", conjuncts=True)
    last = max(head.i, right.i)
    last = _with_apposition(head, _stop(doc, last, first - 2) if last > head.i else last)
    return head, _clean(head, first, last)


def is_personal(token: Token) -> bool:
    """Return whether `token` is a personal pronoun that stands for a speaker."""
    return token.lower_ in _PERSONAL
