"""Reported words: the clause that says what was said, without quotation marks or with some inside.

In: a cue in a Doc. Out: (first, last) token spans of the content. Leaves alone: who said it, and words wholly
in quotation marks (`onrecord.language.quotation`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.language.clause_ends import Spans, cut_short, grown, kept, with_not
from onrecord.language.en.cues import (
    ASK,
    ASKED_FIRST,
    BARE,
    CONTENT_MARKS,
    EXPLAIN,
    FIND,
    PLEDGE,
    QUOTE_ONLY,
    SAY,
    TELL,
    URGE,
    WEAK,
)
from onrecord.language.plain_reports import FINITE, STRONG, of_relative, rest_of_sentence
from onrecord.language.speech import Cue

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_FAR = 25
_ASIDE_MARKS = frozenset({",", "–", "—", "-", "--"})


def reported(doc: Doc, cue: Cue, others: Sequence[Cue]) -> Spans:
    """Return what `cue` reports as token spans in order of text; empty where it reports no clause.

    Args:
        doc: the block's Doc.
        cue: a cue of it.
        others: all cues of the Doc; a clause with a cue and a source of its own ends the content.

    """
    if cue.according:
        return _around(doc, cue)
    verb = doc[cue.first]
    if around := _as_said(doc, verb, cue):
        return kept(doc, around)
    if relative := of_relative(doc, cue):
        return kept(doc, relative)
    spans = _that_clause(doc, cue, others) or _clause(doc, verb, cue) or _infinitive(doc, verb, cue)
    if spans and _is_reduced(doc, verb, cue, spans):
        return ()
    if spans:
        return kept(doc, cut_short(doc, grown(doc, spans, verb), cue, others))
    return kept(doc, _parenthetical(doc, cue)) or kept(doc, _rest_of_sentence(doc, cue, others))


def _is_reduced(doc: Doc, verb: Token, cue: Cue, spans: Spans) -> bool:
    """Return whether it is "Video showing the crash was released": the clause's verb is the sentence's own."""
    if verb.tag_ != "VBG" or cue.source is None or cue.source[1] != verb.i - 1:
        return False
    if any(child.lower_ in CONTENT_MARKS for child in doc[verb.i + 1 : verb.i + 2]):
        return False
    held = {index for first, last in spans for index in range(first, last + 1)}
    return not any(token.tag_ in FINITE and token.i not in held for token in verb.sent)


def _as_said(doc: Doc, verb: Token, cue: Cue) -> Spans:
    """Return the sentence around "as the minister noted", set off by commas, or ()."""
    mark = next((c for c in verb.lefts if c.lower_ == "as" and c.dep_ in {"mark", "advmod"}), None)
    sentence = verb.sent
    if (
        mark is None
        or cue.source is None
        or cue.negated
        or verb.dep_ not in {"advcl", "acl", "dep"}
        or any(child.dep_ in {"ccomp", "xcomp"} for child in verb.rights)
    ):
        return ()
    last = max(cue.last, cue.source[1])
    comma = next((t.i for t in doc[last + 1 : sentence.end] if t.text in {",", "–", "—"}), None)
    if mark.i == sentence.start or (
        mark.i == sentence.start + 1 and doc[sentence.start].tag_ == "CC"
    ):
        return ((comma + 1, sentence.end - 1),) if comma is not None and comma - last < 8 else ()
    if doc[mark.i - 1].text not in {",", "–", "—"}:
        return ()
    before = (sentence.start, mark.i - 2)
    return (
        (before, (comma + 1, sentence.end - 1))
        if comma is not None and comma - last < 8
        else (before,)
    )


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
        if token.tag_ in FINITE or token.text in {":", ";", "“", '"', "”"}:
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
    return end if after < end and doc[after].tag_ in FINITE else last


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
        if not (asked or child.dep_ in {"ccomp", "parataxis", "xcomp"}) or opens.i <= passed:
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
        first = _after_told(cue, opens.i)
        opener = doc[first].lower_ == "that" and doc[first].dep_ == "mark"
        return ((first + opener, child.right_edge.i),)
    return ()


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
        if doc[index].tag_ in FINITE or doc[index].text in {",", ";", ":"}:
            if "relcl" in doc[index].dep_ or "relcl" in doc[index].head.dep_:
                continue
            return ()
        if doc[index].lower_ == "to" and doc[index + 1].lower_ in {"be", "have"}:
            return ((cue.last + 1, sentence.end - 1),)
    return ()


def _parenthetical(doc: Doc, cue: Cue) -> Spans:
    """Return the sentence around ", officials say," or before ", said the ministry."."""
    if cue.lemma in TELL | URGE | QUOTE_ONLY and cue.lemma != "tell":
        return ()
    sentence = doc[cue.first].sent
    thing = cue.head is None or not (cue.head.tag_.startswith("PRP") or cue.head.tag_ == "NNP")
    if cue.source is None or (cue.lemma in FIND - SAY and thing):
        return ()
    begin, end = min(cue.first, cue.source[0]), max(cue.last, cue.source[1])
    while (begin > sentence.start and doc[begin - 1].tag_ in {"MD", "RB"}) or (
        begin > sentence.start and doc[begin - 1].tag_.startswith("VB")
    ):
        begin -= 1
    after = _skip_adverbial(doc, end + 1, sentence.end)
    ends = after >= sentence.end or doc[after].text in {".", ",", ";", "–", "—", ")", "?"}
    if begin <= sentence.start or doc[begin - 1].text != "," or not ends:
        return ()
    goes_on = after < sentence.end - 2 and doc[after].text == ","
    goes_on = goes_on and doc[after + 1].tag_ not in {"WP", "WDT", "WP$", "VBG"}
    splits = goes_on and (doc[after + 1].tag_ in FINITE | {"VBN"} or _then_clause(doc, cue, after))
    if not splits and not any(token.tag_ in FINITE for token in doc[sentence.start : begin]):
        return ()
    if doc[sentence.start].lower_ in ASKED_FIRST and doc[sentence.start].tag_ in {"VBN", "VBD"}:
        return ()  # "Asked whether it would, he said …": that was asked of him
    before = (sentence.start, begin - 2)
    return (before, (after + 1, sentence.end - 1)) if goes_on else (before,)


def _then_clause(doc: Doc, cue: Cue, comma: int) -> bool:
    """Return whether a clause begins after the comma: "In several towns, officials say, the pumps have failed"."""
    opens = doc[comma + 1]
    return (
        cue.lemma in STRONG | {"note", "suggest", "explain", "warn"}
        and opens.tag_ in {"PRP", "DT", "NNP", "NNS", "NN", "JJ", "PRP$", "EX", "CD"}
        and any(token.tag_ in FINITE for token in doc[opens.i : opens.sent.end])
    )


def _skip_adverbial(doc: Doc, index: int, stop: int) -> int:
    """Return the index after "on Monday", "in a statement", "yesterday", "at the time"."""
    while index < stop and index < len(doc):
        token = doc[index]
        if token.text in {",", ".", ";", "–", "—", "?", ")"}:
            return index
        if token.tag_ in FINITE or token.tag_ in {"WDT", "WP", "CC"}:
            return index
        index += 1
    return index


def _around(doc: Doc, cue: Cue) -> Spans:
    """Return the sentence that "according to …" stands in, without it."""
    assert cue.source is not None
    sentence = doc[cue.first].sent
    after = cue.source[1] + 1
    while after < sentence.end and doc[after].text != "," and doc[after].tag_ not in FINITE:
        after += 1
    if all(
        token.tag_ in {"CC", "RB"} or token.is_punct for token in doc[sentence.start : cue.first]
    ):
        return kept(doc, ((after, sentence.end - 1),))
    before = (sentence.start, cue.first - 1)
    rest = (
        (after + 1, sentence.end - 1) if after < sentence.end and doc[after].text == "," else None
    )
    return kept(doc, (before, rest) if rest is not None and rest[0] <= rest[1] else (before,))
