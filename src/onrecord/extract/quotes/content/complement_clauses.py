"""Reported words: the clause that says what was said, without quotation marks or with some inside.

In: a cue in a Doc. Out: (first, last) token spans of the content. Out of scope: who said it, and words wholly
in quotation marks (`onrecord.extract.quotes.marks.quoted_spans`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.extract.quotes.content.clause_boundaries import cut_short, grown, kept, with_not
from onrecord.extract.quotes.content.parentheticals import around_according, as_said, parenthetical
from onrecord.extract.quotes.content.shallow_content import STRONG, of_relative, rest_of_sentence
from onrecord.extract.quotes.cue import Cue, Spans
from onrecord.extract.quotes.en.time_words import TIME_WORDS
from onrecord.extract.quotes.lexicon.supposed import is_supposed
from onrecord.extract.quotes.speakers.coordinated_cues import up_to_second
from onrecord.extract.quotes.speakers.postposed_attributions import told_before, trailing
from onrecord.language.en.cues import (
    ASK,
    BARE,
    CONTENT_MARKS,
    EXPLAIN,
    FIND,
    PLEDGE,
    QUOTE_ONLY,
    TELL,
    URGE,
    WEAK,
)
from onrecord.language.syntax.dependency_labels import COMPLEMENT_OR_PARATAXIS_LABELS
from onrecord.language.syntax.tag_sets import FINITE_TAGS, RELATIVE_PRONOUN_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_FAR = 25
_NOUN_WORDS = frozenset(
    {"DT", "CD", "JJ", "JJR", "NN", "NNS", "NNP", "NNPS", "PRP$", "$", "VBN", "RB", "POS", "HYPH"}
)
_WHEN = frozenset(
    {"tonight", "quarter", "time", "once", "tomorrow", "earlier", "later", "ago", "again"}
)
_ASIDE_MARKS = frozenset({",", "–", "—", "-", "--"})


def reported(doc: Doc, cue: Cue, others: Sequence[Cue]) -> Spans:
    """Return what `cue` reports as token spans in order of text; empty where it reports no clause.

    Args:
        doc: the block's Doc.
        cue: a cue of it.
        others: all cues of the Doc; a clause with a cue and a source of its own ends the content.

    """
    if cue.according:
        return around_according(doc, cue)
    verb = doc[cue.first]
    if is_supposed(verb):
        return ()
    if around := as_said(doc, verb, cue):
        return kept(doc, around)
    if relative := of_relative(doc, cue):
        return kept(doc, relative)
    if cue.source is not None and trailing(verb) == (cue.head, cue.source):
        return kept(doc, (told_before(doc, verb, cue.source[0]),))
    spans = _that_clause(doc, cue, others) or _clause(doc, verb, cue) or _infinitive(doc, verb, cue)
    if spans and _is_reduced(doc, verb, cue, spans):
        return ()
    if spans:
        spans = cut_short(doc, grown(doc, spans, verb), cue, others)
        return kept(doc, _within_relative(doc, verb, up_to_second(doc, verb, spans)))
    if around := kept(doc, parenthetical(doc, cue)):
        return around
    return kept(doc, up_to_second(doc, verb, _rest_of_sentence(doc, cue, others)))


def _within_relative(doc: Doc, verb: Token, spans: Spans) -> Spans:
    """Return the spans, the last ended where the verb's relative clause does ("Bell, who said he saw it, resigned")."""
    opens = next(
        (t for t in verb.lefts if t.tag_ in RELATIVE_PRONOUN_TAGS and t.dep_.startswith("nsubj")),
        None,
    )
    if opens is None or opens.i == 0 or doc[opens.i - 1].text != ",":
        return spans
    first, last = spans[-1]
    for index in range(first + 1, last):
        if doc[index].text == "," and doc[index + 1].tag_ in FINITE_TAGS:
            return (*spans[:-1], (first, index - 1))
    return spans


def _is_reduced(doc: Doc, verb: Token, cue: Cue, spans: Spans) -> bool:
    """Return whether it is "Video showing the crash was released": the clause's verb is the sentence's own."""
    if verb.tag_ != "VBG" or cue.source is None or cue.source[1] != verb.i - 1:
        return False
    if any(child.lower_ in CONTENT_MARKS for child in doc[verb.i + 1 : verb.i + 2]):
        return False
    held = {index for first, last in spans for index in range(first, last + 1)}
    return not any(token.tag_ in FINITE_TAGS and token.i not in held for token in verb.sent)


def _rest_of_sentence(doc: Doc, cue: Cue, others: Sequence[Cue]) -> Spans:
    spans = rest_of_sentence(doc, cue)
    return cut_short(doc, spans, cue, others) if spans else ()


def _that_clause(doc: Doc, cue: Cue, others: Sequence[Cue]) -> Spans:
    if cue.lemma in QUOTE_ONLY - {"boast"} and cue.lemma not in {"demand", "ask", "read"}:
        return ()
    sentence = doc[cue.first].sent
    stop = min(sentence.end, cue.last + 1 + _FAR)
    stop = min([stop, *(other.first for other in others if other.first > cue.last)])
    for index in range(_after_aside(doc, cue, stop), stop):
        token = doc[index]
        if (
            token.lower_ == "that"
            and token.tag_ in {"IN", "WDT", "DT"}
            and _opens_clause(doc, index, cue)
        ):
            return ((index + 1, _up_to_predicate(doc, _end(doc, token, index))),)
        if token.tag_ in FINITE_TAGS or token.text in {":", ";", "“", '"', "”"}:
            break
    return ()


def _after_aside(doc: Doc, cue: Cue, stop: int) -> int:
    """Return the index after an aside in dashes or commas right after the cue, if "that" follows it."""
    first = cue.last + 1
    if first < stop and doc[first].text in _ASIDE_MARKS:
        for index in range(first + 1, stop - 1):
            if doc[index].text == doc[first].text and doc[index + 1].lower_ == "that":
                return index + 1
    return first


def _up_to_predicate(doc: Doc, last: int) -> int:
    """Return `last`, or the end of its sentence where a finite verb follows that the clause must be of.

    "that the units trained so far had fought": a parse may end the clause at "far".
    """
    end = doc[last].sent.end - 1
    after = last + 1
    while after < end and doc[after].tag_ == "RB":
        after += 1
    return end if after < end and doc[after].tag_ in FINITE_TAGS else last


def _opens_clause(doc: Doc, index: int, cue: Cue) -> bool:
    """Return whether "that" at `index` opens a clause, and is no "that day" or "the man that came"."""
    token = doc[index]
    if index + 1 >= len(doc):
        return False
    if token.tag_ in {"IN", "WDT"} and token.dep_ == "mark":
        return True
    if token.tag_ == "IN" and (index == cue.last + 1 or cue.lemma in STRONG):
        return True
    return index == cue.last + 1 and token.dep_ == "mark"


def _end(doc: Doc, mark: Token, index: int) -> int:
    """Return the last token of the clause that `mark` opens."""
    head, sentence = mark.head, doc[index].sent
    if head.i <= index or mark.dep_ != "mark":
        return sentence.end - 1
    last = head.right_edge.i
    while last + 2 < sentence.end and _adds_that(doc, last + 1):
        more = next(token for token in doc[last + 1 : sentence.end] if token.lower_ == "that")
        last = max(more.head.right_edge.i, more.i) if more.dep_ == "mark" else sentence.end - 1
    return min(last, sentence.end - 1)


def _adds_that(doc: Doc, index: int) -> bool:
    words = [token.lower_ for token in doc[index : index + 3] if token.text != ","]
    return words[:1] in (["and"], ["but"], ["or"]) and words[1:2] == ["that"]


def _clause(doc: Doc, verb: Token, cue: Cue) -> Spans:
    """Return the clause that completes the verb without "that": "insisted the plan would stand"."""
    passed = max(cue.last, cue.source[1] if cue.source else 0)
    for child in verb.rights:
        opens = doc[child.left_edge.i]
        asked = child.dep_ == "advcl" and cue.lemma in ASK and opens.lower_ in {"whether", "if"}
        if not (asked or child.dep_ in COMPLEMENT_OR_PARATAXIS_LABELS) or opens.i <= passed:
            continue
        if child.dep_ == "xcomp" and not (_is_question(opens) or _has_subject(child)):
            continue
        if _is_question(opens):
            if doc[opens.i - 1].text == ",":  # "said Ann Hale, who has four children"
                continue
            if cue.lemma in ASK | EXPLAIN or cue.negated or opens.lower_ in {"whether", "if"}:
                return ((opens.i, child.right_edge.i),)
            continue
        if not _has_subject(child):
            continue
        if child.dep_ == "parataxis" and (
            cue.lemma not in BARE or doc[child.left_edge.i - 1].text in {",", ";"}
        ):
            continue
        if cue.lemma in (WEAK | QUOTE_ONLY) and cue.lemma not in BARE:
            continue
        first = _after_told(cue, _from_noun(doc, cue, opens.i))
        opener = doc[first].lower_ == "that" and doc[first].dep_ == "mark"
        return ((first + opener, child.right_edge.i),)
    return ()


def _from_noun(doc: Doc, cue: Cue, first: int) -> int:
    """Return `first`, or where nouns right after the verb begin that a parse left out ("said 45 million set aside for …")."""
    gap = doc[cue.last + 1 : first]
    if (
        not len(gap)
        or doc[first].lower_ == "that"
        or cue.lemma in TELL
        or (cue.source and cue.source[1] > cue.last)
    ):
        return first
    nouns = all(
        token.tag_ in _NOUN_WORDS and token.lower_ not in TIME_WORDS | _WHEN for token in gap
    )
    return gap[0].i if nouns and gap[0].tag_ != "RB" else first


def _after_told(cue: Cue, first: int) -> int:
    if (
        cue.told is not None
        and cue.first < cue.told.i
        and cue.told.left_edge.i <= first <= cue.told.i
    ):
        return cue.told.i + 1
    return first


def _is_question(token: Token) -> bool:
    return token.lower_ in CONTENT_MARKS and token.lower_ != "that"


def _has_subject(verb: Token) -> bool:
    return any(child.dep_.startswith(("nsubj", "expl", "csubj")) for child in verb.children)


def _infinitive(doc: Doc, verb: Token, cue: Cue) -> Spans:
    """Return the infinitive of a promise or a request: "vowed to stay", "urged Norland to withdraw"."""
    if cue.lemma in FIND and (judged := _judged(doc, cue)):
        return judged
    if cue.lemma not in PLEDGE | URGE | TELL | {"ask", "warn", "call"}:
        return ()
    if cue.lemma == "call" and doc[min(verb.i + 1, len(doc) - 1)].lower_ not in {"on", "upon"}:
        return ()
    for child in verb.rights:
        if child.dep_ not in {"xcomp", "ccomp", "advcl"}:
            continue
        mark = next(
            (left for left in child.lefts if left.lower_ == "to" and left.tag_ == "TO"), None
        )
        if mark is None:
            continue
        if cue.lemma in PLEDGE or any(
            doc[index].tag_[:2] in {"NN", "PR"} for index in range(cue.last + 1, mark.i)
        ):
            return ((with_not(doc, mark.i), child.right_edge.i),)
    return ()


def _judged(doc: Doc, cue: Cue) -> Spans:
    """Return what was found of something: "judged a third of them to be unfit"."""
    sentence = doc[cue.first].sent
    for index in range(cue.last + 2, sentence.end - 1):
        if doc[index].tag_ in FINITE_TAGS or doc[index].text in {",", ";", ":"}:
            if "relcl" in doc[index].dep_ or "relcl" in doc[index].head.dep_:
                continue
            return ()
        if doc[index].lower_ == "to" and doc[index + 1].lower_ in {"be", "have"}:
            return ((cue.last + 1, sentence.end - 1),)
    return ()
