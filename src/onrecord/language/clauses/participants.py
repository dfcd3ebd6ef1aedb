"""Who takes part in an event, where and when: from tokens of a clause to participants, places and times.

In: a page's block, its mentions and times. Out: participants with the entity they name, if one is known.
Out of scope: what kind of event it is.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.language.en.agents import PLACES, PRONOUNS, is_agent_word
from onrecord.language.en.modals import NOUN_GOVERNORS
from onrecord.language.syntax.dependencies import (
    find_clausal_complement,
    find_objects,
    find_subject,
)
from onrecord.language.syntax.dependency_labels import (
    CASE_OR_MARKER_LABELS,
    NON_FINITE_DEPENDENT_LABELS,
    POSSESSIVE_LABELS,
    PREMODIFIER_OR_CASE_LABELS,
)
from onrecord.language.syntax.obliques import find_obliques, find_passive_agent
from onrecord.language.syntax.phrases import (
    NounComplements,
    find_conjuncts,
    find_counted_noun,
    find_noun_phrase,
)
from onrecord.language.syntax.tag_sets import PLACE_LABELS, PROPER_NOUN_TAGS
from onrecord.language.syntax.verb_group import (
    is_nominal,
    is_passive,
    is_proper,
    is_verb,
    read_tense,
)
from onrecord.records import Block, Mention, Page, Part, Participant, Records, Time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

_LOCATIVE = frozenset(
    "in at to into near from across inside outside around throughout on over along through within"
    " towards toward off beyond above ".split()
) | {"out of", "north of", "south of", "east of", "west of"}
_NOBODY = frozenset({"there", "what", "which", "that", "this", "who", "whom", "those", "these"})
_SOME_OF_THEM = frozenset(
    "one two three four five six seven eight nine ten dozens hundreds thousands others both many some"
    " several".split()
)
"""Words that stand for people already told of, or counted."""
_NO_WHEN = frozenset({"SET", "DURATION"})
_NOT_WHEN = frozenset({"after", "since", "before", "until", "till", "following", "from", "than"})
"""Prepositions whose time is not that of the event."""
_MEASURES = frozenset({"vote", "votes", "percent", "margin", "majority", "%", "point", "points"})
"""Nouns after a passive's "by" that tell by how much, not by whom."""
_COMMA = 2
"""Code points between a noun and the name set beside it."""
_INTO = frozenset({"in", "to", "into", "at", "near", "across"})
_NUMERIC = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
_PLACE_TYPES = frozenset({"place", "facility"})


@dataclass(frozen=True, slots=True)
class MentionIndex:
    """What of a page is known before its events: mentions and times, found by position."""

    page: Page
    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]
    times: tuple[Time, ...]
    names: frozenset[str]

    def find_mention(self, position: int) -> Mention | None:
        """Return the mention that holds code point `position`, or None."""
        index = bisect_right(self.starts, position) - 1
        for mention in self.mentions[max(0, index - 2) : index + 1]:
            if mention.evidence.start <= position < mention.evidence.end:
                return mention
        return None

    def is_time(self, position: int) -> bool:
        """Return whether code point `position` stands in a time expression."""
        # Times stand in order of text and hardly overlap: those of a long page are not all looked at.
        last = bisect_right(self.times, position, key=lambda time: time.evidence.start)
        return any(position < t.evidence.end for t in self.times[max(0, last - 3) : last])


def index_mentions(page: Page, found: Records) -> MentionIndex:
    """Return the cast of `page`: what `found` holds of mentions and times, in order of text."""
    mentions = tuple(sorted(found.mentions, key=lambda m: (m.evidence.start, m.evidence.end)))
    names = frozenset(m.evidence.text for m in mentions if m.type != "law")
    times = tuple(sorted(found.times, key=lambda time: time.evidence.start))
    return MentionIndex(page, mentions, tuple(m.evidence.start for m in mentions), times, names)


def build_participants(
    cast: MentionIndex, block: Block, nouns: Iterable[Token], *, complements: NounComplements = "of"
) -> tuple[Participant, ...]:
    """Return the participants headed by `nouns` and what is joined to them, each once, in order.

    `complements` is that of `dependencies.noun_phrase`.
    """
    heads = {token.i: token for noun in nouns for token in find_conjuncts(noun)}
    kept = [heads[i] for i in sorted(heads) if _takes_part(cast, block, heads[i])]
    return tuple(_participant(cast, block, noun, complements) for noun in kept)


def is_agent(cast: MentionIndex, block: Block, noun: Token) -> bool:
    """Return whether `noun` names or stands for people or a body that can act."""
    if noun.lower_ in PRONOUNS or (is_proper(noun) and noun.ent_type_ not in _NUMERIC):
        return True
    mention = cast.find_mention(block.at(noun))
    if mention is not None and mention.type != "law":
        return True
    if noun.text in cast.names and noun.is_title:  # named elsewhere on the page
        return True
    noun = find_counted_noun(noun)
    if noun.lower_ in _SOME_OF_THEM:
        return True
    if noun.tag_ == "NNPS" or _holds_mention(cast, block, noun):
        return True
    return is_nominal(noun) and is_agent_word(noun.lower_, noun.lemma_.lower())


def _holds_mention(cast: MentionIndex, block: Block, noun: Token) -> bool:
    """Return whether a name stands before the noun in its phrase ("the Pentagon forum")."""
    return any(
        child.tag_ in PROPER_NOUN_TAGS and cast.find_mention(block.at(child)) is not None
        for child in noun.lefts
        if child.dep_ in {"compound", "nmod", "nmod:poss", "poss", "amod", "nmod:desc"}
    )


def find_actors(verb: Token) -> list[Token]:
    """Return the heads of who does what `verb` tells, without conjuncts."""
    noun = find_passive_agent(verb) if is_passive(verb) else find_subject(verb)
    if noun is not None and noun.lemma_.lower() in _MEASURES:
        return []
    if noun is None and _is_adjectival(verb):
        noun = find_subject(verb)
    if noun is not None and noun.lemma_.lower() in NOUN_GOVERNORS:
        owners = [c for c in noun.lefts if c.dep_ in POSSESSIVE_LABELS and c.tag_ != "PRP$"]
        noun = owners[0] if owners else noun
    return [noun] if noun is not None and not _is_expletive(noun, verb) else []


def find_undergoers(verb: Token) -> list[Token]:
    """Return the heads of whom or what `verb` is done to, without conjuncts."""
    found = find_objects(verb)
    subject = find_subject(verb) if is_passive(verb) and not _is_adjectival(verb) else None
    if subject is None or _is_expletive(subject, verb):
        return found
    return [subject, *found]


def _is_adjectival(verb: Token) -> bool:
    """Return whether a passive tells what its subject does ("is committed to")."""
    return verb.lower_ in {"committed", "determined", "prepared"} and is_passive(verb)


def _is_expletive(noun: Token, verb: Token) -> bool:
    if noun.lower_ != "it":
        return noun.dep_ == "expl" or noun.lower_ == "there"
    clause = find_clausal_complement(verb)
    return clause is not None and (is_passive(verb) or clause.dep_ == "ccomp")


def find_place(cast: MentionIndex, block: Block, verb: Token) -> Part | None:
    """Return where the event takes place: the place named with a preposition of place, or None."""
    fallback: Part | None = None
    for words, noun in _locatives(verb):
        if not {words, words.split(" ")[-1]} & _LOCATIVE or cast.is_time(block.at(noun)):
            continue
        phrase = find_noun_phrase(noun, complements="none")
        part = cast.page.part(*block.extent_of(phrase))
        mention = cast.find_mention(block.at(noun))
        if (mention is not None and mention.type in _PLACE_TYPES) or noun.ent_type_ in PLACE_LABELS:
            return part
        if fallback is None and noun.lemma_.lower() in PLACES:
            fallback = part
    return fallback or _deep_place(cast, block, verb)


def _deep_place(cast: MentionIndex, block: Block, verb: Token) -> Part | None:
    """Return a named place after the verb that a parser hung on a noun in between, or None."""
    for token in verb.subtree:
        if token.i < verb.i or token.dep_ not in {"nmod", "pobj"}:
            continue
        mention = cast.find_mention(block.at(token))
        if mention is None or mention.type not in _PLACE_TYPES:
            continue
        cases = {child.lower_ for child in token.lefts if child.dep_ == "case"} | {
            token.head.lower_
        }
        between = [t for t in token.ancestors if t.i > verb.i and is_verb(t)]
        if not _INTO.isdisjoint(cases) and not between:
            return cast.page.part(mention.evidence.start, mention.evidence.end)
    return None


def find_time(
    cast: MentionIndex, block: Block, verb: Token, within: tuple[int, int]
) -> Time | None:
    """Return the time of the event: the one that hangs on its verb, or on what governs it; or None.

    Args:
        cast: the page's times.
        block: the block of `verb`.
        verb: the word that tells the event.
        within: code points of the clause, beyond which no time is looked for.
    """
    chain = _chain(verb)
    governed = verb.dep_ != "conj"
    best: tuple[int, int, Time] | None = None
    for time in cast.times:
        if not within[0] <= time.evidence.start < within[1] or time.type in _NO_WHEN:
            continue
        rank = _attachment(block, time, chain)
        if rank is None or (rank and governed and time.evidence.start < block.at(verb)):
            continue
        key = (rank, abs(time.evidence.start - block.at(verb)), time)
        if best is None or key[:2] < best[:2]:
            best = key
    return best[2] if best is not None else None


def _attachment(block: Block, time: Time, chain: list[int]) -> int | None:
    """Return how near to the event's verb a time hangs (0 nearest), or None if it is another's."""
    span = block.tokens_in(time.evidence.start, time.evidence.end)
    if span is None:
        return None
    token = span.root
    previous = token
    for ancestor in (token, *token.ancestors):
        if ancestor.i in chain:
            return None if _is_not_when(previous) else 2 * chain.index(ancestor.i)
        previous = ancestor
        if is_verb(ancestor) and ancestor.dep_ not in PREMODIFIER_OR_CASE_LABELS:
            return None
    return None


def _is_not_when(phrase: Token) -> bool:
    """Return whether a phrase of a verb tells what it came after or lasted from, not when it was."""
    return phrase.lower_ in _NOT_WHEN or any(
        child.dep_ in CASE_OR_MARKER_LABELS and child.lower_ in _NOT_WHEN for child in phrase.lefts
    )


def _chain(verb: Token) -> list[int]:
    """Return the positions of `verb` and of the verbs whose time is also its own."""
    chain = [verb.i]
    token = verb
    while token.dep_ in NON_FINITE_DEPENDENT_LABELS and token.head != token:
        if token.dep_ == "advcl" and read_tense(token) is not None and token.tag_ != "VBN":
            break
        token = token.head
        chain.append(token.i)
    chain.extend(child.i for child in verb.children if child.dep_ == "xcomp")
    return chain


def _takes_part(cast: MentionIndex, block: Block, noun: Token) -> bool:
    if noun.lower_ in _NOBODY or noun.tag_.startswith(("VB", "RB", "IN")) or noun.is_punct:
        return False
    return not cast.is_time(block.at(noun)) and not noun.is_space


def _participant(
    cast: MentionIndex, block: Block, noun: Token, complements: NounComplements
) -> Participant:
    start, end = block.extent_of(find_noun_phrase(noun, complements=complements))
    mention = cast.find_mention(block.at(noun))
    if mention is not None:
        start = min(start, mention.evidence.start)
        end = max(end, mention.evidence.end)
    name = _apposed_name(cast, block, noun, end) if mention is None else None
    if name is not None:
        mention, end = name, name.evidence.end
    entity = mention.entity if mention is not None else None
    return Participant(cast.page.text[start:end], start, end, entity)


def _apposed_name(cast: MentionIndex, block: Block, noun: Token, end: int) -> Mention | None:
    """Return the name set beside a noun ("the then minister, Ana Dahl"), or None."""
    for child in noun.rights:
        if child.dep_ == "appos" and is_proper(child):
            mention = cast.find_mention(block.at(child))
            if mention is not None and 0 < mention.evidence.start - end <= _COMMA:
                return mention
    return None


def _locatives(verb: Token) -> Iterator[tuple[str, Token]]:
    yield from find_obliques(verb)
    for noun in find_objects(verb):
        if noun.i > verb.i:
            yield from find_obliques(noun)
