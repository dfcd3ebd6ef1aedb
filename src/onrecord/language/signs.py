"""Signs: what the words around and inside one name say of what it names.

In: the first and last token of a name. Out: (type, weight) pairs; negative weights speak against a type. Leaves
alone: how signs of many mentions are put together (`onrecord.language.agreement`), and what lists know.

Weights are set by hand in steps of a half: 0.5 a leaning, 1 as much as a tagger's reading, 2 a clear sign, 3 and more
what hardly misleads ("the town of X", "X, a Danish company").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.language.en.cues import MEDIA, SAY, TELL
from onrecord.language.en.name_signs import (
    BODY_DEEDS,
    BODY_HEADS,
    BODY_KINDS,
    GONE_TO,
    GOODS,
    HEADS_OF_BODIES,
    HEADS_OF_PLACES,
    HIS_OR_HER,
    MADE_BY,
    PERSON_HEADS,
    PLACE_HEADS,
    PLACE_KINDS,
    PRODUCT_KINDS,
    RULE,
    THING_HEADS,
    WEAPON_KINDS,
)
from onrecord.language.en.names import (
    CENTRES,
    COMPANY_WORDS,
    FACILITY_WORDS,
    LEADING_OPERATION_WORDS,
    MIND_VERBS,
    MISSION_WORDS,
    ORGANISATION_WORDS,
    PARTICLES,
    PLACES_OF,
    STATES_SHORT,
    WITHIN,
)
from onrecord.language.en.product_words import MODEL_ENDS
from onrecord.language.en.roles import PERSON_ROLES
from onrecord.language.given_names import is_given_name
from onrecord.language.names import is_state_code, known
from onrecord.language.offices import is_role

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Sign = tuple[str, float]
_KINDS = (
    ("organisation", BODY_KINDS),
    ("place", PLACE_KINDS),
    ("product", PRODUCT_KINDS),
)
_BEFORE = (
    ("organisation", BODY_KINDS),
    ("place", PLACE_KINDS),
    ("product", WEAPON_KINDS | {"app", "browser", "console", "drug", "smartphone"}),
)
_SURNAME_STARTS = ("Mc", "Mac", "De", "Di", "Da", "Du", "La", "Le", "Fitz", "Van", "Von", "St")
"""Beginnings after which a surname may go on with a capital."""
_MOST_WORDS = 7
"""Words after a comma in which the head of an apposition is looked for."""
_LOOSE = frozenset({"to", "from", "at", "for", "of", "through", "via"})
_PHRASE = frozenset(
    {"JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "VBN", "VBG", "HYPH", "CD", "POS", "AFX", "CC"}
)


def signs_inside(name: list[str]) -> Iterator[Sign]:
    """Yield what the words of a name say by themselves; `name` are its words without points and suffixes."""
    if not name:
        return
    first, last = name[0], name[-1]
    several = len(name) > 1
    if several and last in ORGANISATION_WORDS | MEDIA:
        yield "organisation", 3
    elif several and last in FACILITY_WORDS - CENTRES:
        yield "facility", 3
    elif several and last in CENTRES:
        yield "facility", 1.5
    elif several and first in PLACES_OF and name[1] == "of":
        yield "place", 3
    elif several and last in COMPANY_WORDS:
        yield "organisation", 1.5
    if is_given_name(first) and not (
        several and last in ORGANISATION_WORDS | FACILITY_WORDS | MEDIA
    ):
        entry = known(first)
        town = entry is not None and entry.type == "place"
        yield "person", (0.5 if town else 1.5) if several else 0.7
    if first in MISSION_WORDS | LEADING_OPERATION_WORDS:
        yield "organisation", 1
        yield "person", -3
    if any(len(part) == 1 and part.isalpha() for part in name[1:-1]):
        yield "person", 2
    if any(part in PARTICLES for part in name[1:-1]):
        yield "person", 1
    if not several and (entry := known(first)) is not None and entry.standing == "second":
        yield "place", 1
    if not several and first.isupper() and len(first) > 1:
        yield "organisation", 0.5
        yield "person", -1.5
    if any(part[0] in "ie" and part[1:2].isupper() for part in name):
        yield "product", 3
    if several and last in MODEL_ENDS:
        yield "product", 1.5
        yield "person", -1
    if not several and _is_coined(first):
        yield "person", -2
        yield "organisation", 0.5
    if any(map(str.isdigit, last)) or (several and any(part.isdigit() for part in name)):
        yield "product", 1
        yield "person", -2


def _is_coined(word: str) -> bool:
    """Return whether capitals stand inside `word` as in no surname: "DeepMind", "GPCRs", not "McKay", "O'Hara"."""
    inner = [at for at in range(2, len(word)) if word[at].isupper() and word[at - 1].isalpha()]
    if not inner or word.isupper():
        return False
    return not any(word.startswith(start) and inner == [len(start)] for start in _SURNAME_STARTS)


def signs_around(first: Token, last: Token) -> Iterator[Sign]:
    """Yield what stands beside the name from token `first` to token `last` says."""
    doc = first.doc
    before = doc[first.i - 1] if first.i else None
    after = doc[last.i + 1] if last.i + 1 < len(doc) else None
    owned = after is not None and after.tag_ == "POS"
    if owned:
        yield from _of_owned(doc, last.i + 2)
    elif after is not None and not after.is_punct:
        yield from _of_head(after)
    if before is not None:
        yield from _of_before(
            doc, before, bare=not owned and _is_bare(after), ends=owned or _is_bare(after)
        )
        yield from _of_example(before)
    yield from _of_apposition(doc, last.i + 1)
    yield from _of_deed(last, after)
    yield from _of_pronoun(last)


def _of_owned(doc: Doc, index: int) -> Iterator[Sign]:
    """Yield what "X's …" says by the head of the phrase."""
    head = _head_from(doc, index)
    if head is None:
        return
    low = head.lower_
    if low in PERSON_HEADS:
        yield "person", 1
    elif low in BODY_HEADS:
        yield "organisation", 1.5
    elif low in PLACE_HEADS:
        yield "place", 0.5


def _head_from(doc: Doc, index: int) -> Token | None:
    """Return the last noun of the phrase that begins at `index`."""
    head = None
    for token in doc[index : index + _MOST_WORDS]:
        if token.tag_ not in _PHRASE and token.tag_ not in {"NNS", "DT", "PRP$"}:
            break
        if token.tag_ in {"NN", "NNS", "NNP", "NNPS"}:
            head = token
    return head


def _of_head(after: Token) -> Iterator[Sign]:
    """Yield what the noun straight after a name says: "X shares", "X province", "X smartphones"."""
    low = after.lower_
    if after.tag_ not in {"NN", "NNS"} and low != "ceo":
        return
    if low in THING_HEADS or after.lemma_.lower() in THING_HEADS:
        yield "product", 1 if after.lemma_.lower() in GOODS else 2
    elif low in BODY_HEADS:
        yield "organisation", 1.5
        yield "person", -1
    elif low in PLACE_HEADS:
        yield "place", 1.5
    elif low in RULE:
        yield "person", 1
    elif low in PERSON_ROLES or low.rstrip("s") in PERSON_ROLES:
        yield "person", -1
        yield "organisation", 0.3
    else:
        yield "person", -0.5  # "a Fabergé egg": things are named after people, but rarely


def _of_before(doc: Doc, before: Token, *, bare: bool, ends: bool) -> Iterator[Sign]:
    """Yield what the word before says; `bare` if nothing goes on with the name, `ends` if at most "'s" does."""
    low = before.lower_
    if low == "of" and before.i > 0:
        yield from _of_whole(doc[before.i - 1], bare=bare)
    if is_role(before) and low not in {"chief", "general"}:
        yield "person", 3
        return
    if before.text == "," and before.i > 0 and bare and is_role(doc[before.i - 1]):
        yield "person", 1.5
    elif before.tag_ in {"NN", "NNP"} and before.text != before.text.upper():
        for type_, kinds in _BEFORE:
            if low in kinds:
                yield type_, 2
                return
    if low in WITHIN:
        yield ("place", 1.5) if bare else ("place", 0.5)
        if bare:
            yield "person", -1
    elif low in _LOOSE and bare:
        yield "place", 0.3
    elif low == "the" and ends and before.i > 0 and before.nbor(-1).lower_ in WITHIN:
        yield "place", 0.5
        yield "person", -1.5
    elif low == "the" and ends and before.i > 0 and before.nbor(-1).lower_ in _LOOSE:
        yield "facility", 0.5
        yield "person", -1.5
    elif low in {"the", "a", "an"} and ends:
        yield "person", -1.5
        yield "place", -0.5
        yield "organisation", 0.5 if low == "the" else 0
    elif low in {"mr", "mrs", "ms", "dr"}:
        yield "person", 2
    elif low in {"said", "says"} and before.i > 0 and before.nbor(-1).is_punct and ends:
        yield "person", 1.5
    elif low == "by" and bare:
        yield "person", 0.3
        yield "organisation", 0.2


def _of_whole(noun: Token, *, bare: bool) -> Iterator[Sign]:
    """Yield what the noun in "the town of X", "manager of X" says of X."""
    kind = noun.lemma_.lower()
    if kind in {"version", "copy", "user"}:
        yield "product", 2
    elif kind in PLACE_KINDS:
        yield "place", 3
    elif kind in HEADS_OF_BODIES and bare:
        yield "organisation", 1
        yield "person", -1
    elif kind in HEADS_OF_PLACES and bare:
        yield "place", 1
        yield "person", -1


def _is_bare(after: Token | None) -> bool:
    """Return whether the name ends its phrase: no noun goes on with it."""
    return after is None or after.tag_[:2] not in {"NN", "JJ", "VB"} or after.tag_ in {"VBD", "VBZ"}


def _of_example(before: Token) -> Iterator[Sign]:
    """Yield what the noun says of which the name is an example: "apps such as X", "companies like X"."""
    doc, at = before.doc, before.i
    if before.lower_ == "as" and at > 1 and doc[at - 1].lower_ == "such":
        at -= 1
    elif before.lower_ not in {"like", "including"}:
        return
    kind = doc[at - 1] if at else None
    if kind is not None and kind.text == "," and at > 1:
        kind = doc[at - 2]
    if kind is None or kind.tag_ != "NNS":
        return
    lemma = kind.lemma_.lower()
    if lemma in PERSON_ROLES:
        yield "person", 2
        return
    for type_, kinds in _KINDS:
        if lemma in kinds:
            yield type_, 2
            yield "person", -1


def _of_pronoun(last: Token) -> Iterator[Sign]:
    """Yield what a pronoun later in the sentence says of its subject: "X …, he said", "X and its"."""
    if not last.dep_.startswith("nsubj"):
        return
    for token in last.doc[last.i + 1 : last.sent.end]:
        if token.lower_ in HIS_OR_HER:
            yield "person", 0.7
            return
        if token.lower_ in {"its", "itself"}:
            yield "organisation", 0.5
            yield "person", -0.5
            return
        if token.tag_ == "NNP" and token.text[:1].isupper():
            return  # somebody else's, perhaps


def _of_apposition(doc: Doc, index: int) -> Iterator[Sign]:
    """Yield what ", a Danish company" and ", who" after a name say."""
    if index + 1 >= len(doc) or doc[index].text not in {",", "—", "–", "("}:
        return
    opening = doc[index + 1]
    if opening.lower_ in {"who", "whose"}:
        yield "person", 2
    if opening.tag_ == "CD" and index + 2 < len(doc) and doc[index + 2].text in {",", ")"}:
        if opening.text.isdigit() and len(opening.text) == 2:
            yield "person", 2
        return
    if doc[index].text == "," and _is_state(doc, index + 1):
        yield "place", 2.5
        return
    if opening.tag_ not in {"DT", "PRP$"}:
        return
    head = _head_from(doc, index + 2)
    if head is None:
        return
    low = head.lemma_.lower() if head.tag_ in {"NNS", "NN"} else head.lower_
    if is_role(head):
        yield "person", 2
        return
    if low == "tank" and head.i and head.nbor(-1).lower_ == "think":
        low = "think-tank"
    for type_, kinds in _KINDS:
        if low in kinds:
            yield type_, 3
            return


def _is_state(doc: Doc, index: int) -> bool:
    """Return whether a state or country stands at `index` by itself: "Kent, Ohio", "Kent, OH"."""
    text = doc[index].text
    after = doc[index + 1] if index + 1 < len(doc) else None
    if text in STATES_SHORT or text + "." in STATES_SHORT:
        return True
    if is_state_code(text):
        return True
    entry = known(text)
    alone = after is None or after.is_punct or after.tag_ in {"VBD", "VBZ", "IN", "CC"}
    return alone and entry is not None and entry.key.startswith(("state:", "country:"))


def _of_deed(last: Token, after: Token | None) -> Iterator[Sign]:
    """Yield what the verb says of which the name is subject or object."""
    if after is not None and after.lower_ in {"who", "whose"}:
        yield "person", 2
    verb = last.head
    lemma = verb.lemma_.lower()
    joined = any(child.dep_ == "conj" for child in last.children)
    plural = after is not None and after.lower_ in {"have", "are", "were"}
    if plural and last.dep_ == "nsubj" and not joined:
        yield "organisation", 1.5  # "Norwich have signed"
        yield "person", -1
    speaks = after is not None and after.lower_ in {"said", "says", "told", "added", "tweeted"}
    if speaks or (last.dep_.startswith("nsubj") and lemma in SAY | TELL):
        yield "person", 0.6
        yield "organisation", 0.5
    elif last.dep_ == "nsubj" and lemma in MIND_VERBS:
        yield "person", 1
    elif last.dep_ == "nsubj" and lemma in BODY_DEEDS:
        yield "organisation", 0.5
    elif last.dep_ in {"obj", "dobj", "nsubj:pass", "nsubjpass"} and lemma in MADE_BY:
        yield "product", 0.5
        yield "person", -0.5
    elif last.dep_ in {"obj", "dobj"} and lemma in GONE_TO:
        yield "facility", 0.7
