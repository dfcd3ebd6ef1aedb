"""Reported words: the clause that says what was said, without quotation marks or with some inside.

In: a cue in a Doc. Out: (first, last) token spans of the content. Out of scope: who said it, and words wholly
in quotation marks (`onrecord.extract.quotes.marks.quoted_spans`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.extract.quotes.content.clause_boundaries import (
    cut_before_other_cues,
    extend_over_dependents,
    extend_over_negation,
    trim_spans,
)
from onrecord.extract.quotes.content.parentheticals import (
    find_around_according_to,
    find_around_as_clause,
    find_around_parenthetical,
)
from onrecord.extract.quotes.content.shallow_content import (
    find_rest_of_sentence,
    find_split_relative_clause,
)
from onrecord.extract.quotes.cue import Cue, TokenSpans
from onrecord.extract.quotes.en.function_words import ON_OR_UPON, WHETHER_OR_IF
from onrecord.extract.quotes.en.labels import INFINITIVE_LABELS
from onrecord.extract.quotes.en.nouns import LATER_TIME_WORDS
from onrecord.extract.quotes.en.punctuation import (
    ASIDE_MARKS,
    CLAUSE_MARKS,
    COMMA_OR_SEMICOLON,
    PHRASE_BREAK_MARKS,
)
from onrecord.extract.quotes.en.tags import (
    COMPLEMENTISER_TAGS,
    LOST_NOUN_PHRASE_TAGS,
    NOUN_OR_PRONOUN_PREFIXES,
    THAT_TAGS,
)
from onrecord.extract.quotes.en.time_words import TIME_WORDS
from onrecord.extract.quotes.en.verbs import (
    BE_OR_HAVE,
    CLAUSAL_SAY_VERBS,
    CLAUSE_QUOTE_VERBS,
    REQUEST_OR_WARN_VERBS,
)
from onrecord.extract.quotes.lexicon.hypotheticals import is_hypothetical
from onrecord.extract.quotes.speakers.coordinated_cues import cut_before_coordinated_cue
from onrecord.extract.quotes.speakers.postposed_attributions import (
    find_postposed_content,
    find_postposed_source,
)
from onrecord.extract.quotes.thresholds import THRESHOLDS
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


def find_reported_content(doc: Doc, cue: Cue, others: Sequence[Cue]) -> TokenSpans:
    """Return what `cue` reports as token spans in order of text; empty where it reports no clause.

    Args:
        doc: the block's Doc.
        cue: a cue of it.
        others: all cues of the Doc; a clause with a cue and a source of its own ends the content.

    """
    if cue.is_prepositional:
        return find_around_according_to(doc, cue)
    verb = doc[cue.first]
    if is_hypothetical(verb):
        return ()
    if around := find_around_as_clause(doc, verb, cue):
        return trim_spans(doc, around)
    if relative := find_split_relative_clause(doc, cue):
        return trim_spans(doc, relative)
    if cue.source is not None and find_postposed_source(verb) == (cue.head, cue.source):
        return trim_spans(doc, (find_postposed_content(doc, verb, cue.source[0]),))
    spans = (
        _find_that_clause(doc, cue, others)
        or _find_bare_clause(doc, verb, cue)
        or _find_infinitive(doc, verb, cue)
    )
    if spans and _is_reduced_relative(doc, verb, cue, spans):
        return ()
    if spans:
        spans = cut_before_other_cues(doc, extend_over_dependents(doc, spans, verb), cue, others)
        return trim_spans(
            doc,
            _cut_at_relative_clause_end(doc, verb, cut_before_coordinated_cue(doc, verb, spans)),
        )
    if around := trim_spans(doc, find_around_parenthetical(doc, cue)):
        return around
    return trim_spans(
        doc, cut_before_coordinated_cue(doc, verb, _find_shallow_content(doc, cue, others))
    )


def _cut_at_relative_clause_end(doc: Doc, verb: Token, spans: TokenSpans) -> TokenSpans:
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


def _is_reduced_relative(doc: Doc, verb: Token, cue: Cue, spans: TokenSpans) -> bool:
    """Return whether it is "Video showing the crash was released": the clause's verb is the sentence's own."""
    if verb.tag_ != "VBG" or cue.source is None or cue.source[1] != verb.i - 1:
        return False
    if any(child.lower_ in CONTENT_MARKS for child in doc[verb.i + 1 : verb.i + 2]):
        return False
    held = {index for first, last in spans for index in range(first, last + 1)}
    return not any(token.tag_ in FINITE_TAGS and token.i not in held for token in verb.sent)


def _find_shallow_content(doc: Doc, cue: Cue, others: Sequence[Cue]) -> TokenSpans:
    spans = find_rest_of_sentence(doc, cue)
    return cut_before_other_cues(doc, spans, cue, others) if spans else ()


def _find_that_clause(doc: Doc, cue: Cue, others: Sequence[Cue]) -> TokenSpans:
    if cue.lemma in QUOTE_ONLY - {"boast"} and cue.lemma not in CLAUSE_QUOTE_VERBS:
        return ()
    sentence = doc[cue.first].sent
    stop = min(sentence.end, cue.last + 1 + THRESHOLDS.that_gap)
    stop = min([stop, *(other.first for other in others if other.first > cue.last)])
    for index in range(_skip_aside(doc, cue, stop), stop):
        token = doc[index]
        if (
            token.lower_ == "that"
            and token.tag_ in THAT_TAGS
            and _is_complementiser(doc, index, cue)
        ):
            return ((index + 1, _extend_to_predicate(doc, _find_clause_end(doc, token, index))),)
        if token.tag_ in FINITE_TAGS or token.text in PHRASE_BREAK_MARKS:
            break
    return ()


def _skip_aside(doc: Doc, cue: Cue, stop: int) -> int:
    """Return the index after an aside in dashes or commas right after the cue, if "that" follows it."""
    first = cue.last + 1
    if first < stop and doc[first].text in ASIDE_MARKS:
        for index in range(first + 1, stop - 1):
            if doc[index].text == doc[first].text and doc[index + 1].lower_ == "that":
                return index + 1
    return first


def _extend_to_predicate(doc: Doc, last: int) -> int:
    """Return `last`, or the end of its sentence where a finite verb follows that the clause must be of.

    "that the units trained so far had fought": a parse may end the clause at "far".
    """
    end = doc[last].sent.end - 1
    after = last + 1
    while after < end and doc[after].tag_ == "RB":
        after += 1
    return end if after < end and doc[after].tag_ in FINITE_TAGS else last


def _is_complementiser(doc: Doc, index: int, cue: Cue) -> bool:
    """Return whether "that" at `index` opens a clause, and is no "that day" or "the man that came"."""
    token = doc[index]
    if index + 1 >= len(doc):
        return False
    if token.tag_ in COMPLEMENTISER_TAGS and token.dep_ == "mark":
        return True
    if token.tag_ == "IN" and (index == cue.last + 1 or cue.lemma in CLAUSAL_SAY_VERBS):
        return True
    return index == cue.last + 1 and token.dep_ == "mark"


def _find_clause_end(doc: Doc, mark: Token, index: int) -> int:
    """Return the last token of the clause that `mark` opens."""
    head, sentence = mark.head, doc[index].sent
    if head.i <= index or mark.dep_ != "mark":
        return sentence.end - 1
    last = head.right_edge.i
    while last + 2 < sentence.end and _is_coordinated_that(doc, last + 1):
        more = next(token for token in doc[last + 1 : sentence.end] if token.lower_ == "that")
        last = max(more.head.right_edge.i, more.i) if more.dep_ == "mark" else sentence.end - 1
    return min(last, sentence.end - 1)


def _is_coordinated_that(doc: Doc, index: int) -> bool:
    words = [token.lower_ for token in doc[index : index + 3] if token.text != ","]
    return words[:1] in (["and"], ["but"], ["or"]) and words[1:2] == ["that"]


def _find_bare_clause(doc: Doc, verb: Token, cue: Cue) -> TokenSpans:
    """Return the clause that completes the verb without "that": "insisted the plan would stand"."""
    passed = max(cue.last, cue.source[1] if cue.source else 0)
    for child in verb.rights:
        opens = doc[child.left_edge.i]
        asked = child.dep_ == "advcl" and cue.lemma in ASK and opens.lower_ in WHETHER_OR_IF
        if not (asked or child.dep_ in COMPLEMENT_OR_PARATAXIS_LABELS) or opens.i <= passed:
            continue
        if child.dep_ == "xcomp" and not (_is_question(opens) or _has_subject(child)):
            continue
        if _is_question(opens):
            if doc[opens.i - 1].text == ",":  # "said Ann Hale, who has four children"
                continue
            if cue.lemma in ASK | EXPLAIN or cue.negated or opens.lower_ in WHETHER_OR_IF:
                return ((opens.i, child.right_edge.i),)
            continue
        if not _has_subject(child):
            continue
        if child.dep_ == "parataxis" and (
            cue.lemma not in BARE or doc[child.left_edge.i - 1].text in COMMA_OR_SEMICOLON
        ):
            continue
        if cue.lemma in (WEAK | QUOTE_ONLY) and cue.lemma not in BARE:
            continue
        first = _skip_addressee(cue, _extend_over_lost_nouns(doc, cue, opens.i))
        opener = doc[first].lower_ == "that" and doc[first].dep_ == "mark"
        return ((first + opener, child.right_edge.i),)
    return ()


def _extend_over_lost_nouns(doc: Doc, cue: Cue, first: int) -> int:
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
        token.tag_ in LOST_NOUN_PHRASE_TAGS and token.lower_ not in TIME_WORDS | LATER_TIME_WORDS
        for token in gap
    )
    return gap[0].i if nouns and gap[0].tag_ != "RB" else first


def _skip_addressee(cue: Cue, first: int) -> int:
    if (
        cue.addressee is not None
        and cue.first < cue.addressee.i
        and cue.addressee.left_edge.i <= first <= cue.addressee.i
    ):
        return cue.addressee.i + 1
    return first


def _is_question(token: Token) -> bool:
    return token.lower_ in CONTENT_MARKS and token.lower_ != "that"


def _has_subject(verb: Token) -> bool:
    return any(child.dep_.startswith(("nsubj", "expl", "csubj")) for child in verb.children)


def _find_infinitive(doc: Doc, verb: Token, cue: Cue) -> TokenSpans:
    """Return the infinitive of a promise or a request: "vowed to stay", "urged Norland to withdraw"."""
    if cue.lemma in FIND and (judged := _find_object_infinitive(doc, cue)):
        return judged
    if cue.lemma not in PLEDGE | URGE | TELL | REQUEST_OR_WARN_VERBS:
        return ()
    if cue.lemma == "call" and doc[min(verb.i + 1, len(doc) - 1)].lower_ not in ON_OR_UPON:
        return ()
    for child in verb.rights:
        if child.dep_ not in INFINITIVE_LABELS:
            continue
        mark = next(
            (left for left in child.lefts if left.lower_ == "to" and left.tag_ == "TO"), None
        )
        if mark is None:
            continue
        if cue.lemma in PLEDGE or any(
            doc[index].tag_[:2] in NOUN_OR_PRONOUN_PREFIXES for index in range(cue.last + 1, mark.i)
        ):
            return ((extend_over_negation(doc, mark.i), child.right_edge.i),)
    return ()


def _find_object_infinitive(doc: Doc, cue: Cue) -> TokenSpans:
    """Return what was found of something: "judged a third of them to be unfit"."""
    sentence = doc[cue.first].sent
    for index in range(cue.last + 2, sentence.end - 1):
        if doc[index].tag_ in FINITE_TAGS or doc[index].text in CLAUSE_MARKS:
            if "relcl" in doc[index].dep_ or "relcl" in doc[index].head.dep_:
                continue
            return ()
        if doc[index].lower_ == "to" and doc[index + 1].lower_ in BE_OR_HAVE:
            return ((cue.last + 1, sentence.end - 1),)
    return ()
