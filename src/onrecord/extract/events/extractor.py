"""Events: who did what to whom, where, when, and whether it is stated to have happened.

In: a page's parse and its times, mentions and quotes. Out: events, each with its clause as evidence. Out of scope: comments,
states ("is", "needs"), and speech itself, which is a quote.

`status` and `negated` are read by `onrecord.language.clauses.event_status`, `type` by `onrecord.extract.events.plover`: it is the
root of the act itself, whatever its status (a planned visit is CONSULT, planned).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.extract.events.allegations import (
    Allegation,
    find_allegation,
    is_claim,
    is_police_account,
)
from onrecord.extract.events.candidate import EventCandidate
from onrecord.extract.events.candidates import iter_candidates
from onrecord.extract.events.classifiers.decisions import WordClassifier, choose_likeliest
from onrecord.extract.events.en.contexts import CONTEXT_WORDS
from onrecord.extract.events.en.nouns import FUTURE_TIME_WORDS
from onrecord.extract.events.en.verbs import HAPPENING_VERBS, HOLDING_VERBS, OCCURRENCE_VERBS
from onrecord.extract.events.encoded_roles import estimate_role, find_likeliest
from onrecord.extract.events.nominal_allegations import find_nominal_allegation
from onrecord.extract.events.quoted_events import (
    QuoteIndex,
    filter_quoted_participants,
    resolve_first_person,
    resolve_quoted_status,
)
from onrecord.extract.events.thresholds import THRESHOLDS
from onrecord.extract.events.triggers import is_disputed
from onrecord.language.clauses.circumstances import PLACE_TYPES, find_place, find_time, widen_place
from onrecord.language.clauses.mention_index import MentionIndex, index_mentions
from onrecord.language.clauses.participants import find_actors
from onrecord.language.coreference.pronoun_features import AntecedentPage
from onrecord.language.coreference.pronouns import index_page, resolve_pronoun
from onrecord.language.en.agents import FORCES_OF_NATURE
from onrecord.language.en.verbs import LIGHT_VERBS
from onrecord.language.pipeline.event_readings import (
    NO_ROOT,
    PLACE,
    SOURCE,
    find_readings,
)
from onrecord.language.syntax.dependencies import find_verb_above
from onrecord.language.syntax.dependency_labels import OBJECT_LABELS, SUBJECT_LABELS
from onrecord.language.syntax.phrases import find_clause, find_noun_phrase
from onrecord.language.syntax.verb_group import is_noun, is_verb, read_lemma
from onrecord.records import (
    Block,
    Event,
    Page,
    Parse,
    Part,
    Participant,
    Quote,
    Records,
    Time,
)
from onrecord.records.embeddings import encode_embedding
from onrecord.records.event import REAL
from onrecord.records.ids import build_content_id
from onrecord.records.page import REPORTED

if TYPE_CHECKING:
    from spacy.tokens import Token
    from spacy.vocab import Vocab

NAME = "events@8"

_TELLING_VERBS = LIGHT_VERBS | OCCURRENCE_VERBS | HAPPENING_VERBS | HOLDING_VERBS
"""Verbs that say of the event of their subject only that it took place, or is held: their time and place are its own."""
_DAY_OR_LONGER = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
"""Values of times that are a year, month or day."""


def extract(page: Page, parse: Parse, found: Records) -> Records:
    """Return the events of the page's reported zones, in the order of their triggers.

    Uses the times, mentions and quotes in `found`.
    """
    quotes = QuoteIndex(quote for quote in found.quotes if quote.speech in {"said", "asked"})
    direct = [(q.evidence.start, q.evidence.end) for q in found.quotes if q.kind == "direct"]
    antecedents = index_page(found.entities, found.mentions, parse, direct)
    builder = _EventBuilder(page, index_mentions(page, found), quotes, antecedents)
    events: dict[str, Event] = {}
    for block in parse.blocks:
        if block.zone.role in REPORTED:
            for event in builder.iter_events(block):
                events.setdefault(event.id, event)
    ordered = sorted(events.values(), key=lambda e: (e.trigger.start, e.trigger.end))
    return Records(events=tuple(ordered))


@dataclass(frozen=True, slots=True)
class _EventBuilder:
    """Builds the events of a page."""

    page: Page
    mentions: MentionIndex
    quotes: QuoteIndex
    antecedents: AntecedentPage

    def iter_events(self, block: Block) -> Iterator[Event]:
        """Yield the events of a block; the same words may give more than one."""
        contexts = _find_contexts(block)
        words = WordClassifier()
        for candidate in iter_candidates(self.mentions, self.quotes, block, words):
            yield self._build_event(candidate, block, contexts, words)

    def _build_event(
        self,
        candidate: EventCandidate,
        block: Block,
        contexts: list[tuple[int, str]],
        classifier: WordClassifier,
    ) -> Event:
        page, coding, root = self.page, candidate.coding, _find_root(candidate, classifier)
        start, end = _find_extent(block, candidate)
        words = page.part(*block.span_of(*candidate.trigger))
        quoted = self.quotes.find_quote(words)
        quote = quoted.quote if quoted is not None else None
        if quoted is not None and quoted.quote.kind == "direct":
            start, end = max(start, quoted.content.start), min(end, quoted.content.end)
        time = self._find_time(block, candidate, (start, end))
        actors = resolve_first_person(candidate.actors, quote)
        status = _read_schedule(page, candidate, time, classifier) or resolve_quoted_status(
            candidate.reading, candidate.actors, quote
        )
        allegation = _find_allegation(candidate, status)
        alleged_by = None
        if allegation is not None:
            status = "denied" if allegation.is_refuted else "alleged"
            alleged_by = self._find_accuser(block, allegation)
        elif quote is not None and status in REAL and self._is_claimed(quote, candidate):
            status, alleged_by = "alleged", _cite_source(page, quote)
        elif status == "alleged":
            alleged_by = self._find_encoded_source(block, candidate)
        return Event(
            id=build_content_id("e", page.id, words.start, words.end),
            evidence=page.evidence(start, end, NAME, _round(candidate.confidence)),
            trigger=words,
            type=root,
            mode=coding.mode if coding is not None and coding.root == root else None,
            context=_select_contexts(candidate, contexts, (start, end)),
            status=status,
            negated=_is_negated(candidate),
            actors=self._resolve_pronouns(filter_quoted_participants(actors, quoted)),
            targets=self._resolve_pronouns(filter_quoted_participants(candidate.targets, quoted)),
            place=self._find_place(block, candidate),
            time=time.id if time is not None else None,
            said_by=quote.id if quote is not None else None,
            alleged_by=alleged_by,
            kind=_find_kind(candidate.trigger[0], classifier),
            steps=_list_steps(candidate, status, classifier),
            embedding=_read_embedding(candidate),
        )

    def _resolve_pronouns(self, participants: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """Return the participants, "he" and the like with the entity that they stand for where that is likely enough."""
        return tuple(
            replace(one, entity=resolve_pronoun(self.antecedents, one.text, one.start))
            if one.entity is None
            else one
            for one in participants
        )

    def _find_time(
        self, block: Block, candidate: EventCandidate, within: tuple[int, int]
    ) -> Time | None:
        """Return the time that the event's own words depend on, or that of the verb which only says that it took place."""
        times = (find_time(self.mentions, block, t, within) for t in _list_tellers(candidate))
        return next((time for time in times if time is not None), None)

    def _find_place(self, block: Block, candidate: EventCandidate) -> Part | None:
        places = (find_place(self.mentions, block, t) for t in _list_tellers(candidate))
        found = next((place for place in places if place is not None), None)
        if found is None or not self._is_possible(block, candidate, PLACE, found):
            found = self._find_encoded_place(block, candidate)
        return None if found is None else widen_place(self.mentions, found)

    def _is_possible(self, block: Block, candidate: EventCandidate, role: str, words: Part) -> bool:
        """Return whether words that the rules propose for a role have it by the encoder too; True without an encoder."""
        span = block.tokens_in(words.start, words.end)
        chance = None if span is None else estimate_role(candidate.word, role, span)
        return chance is None or chance >= THRESHOLDS.kept_role

    def _find_encoded_place(self, block: Block, candidate: EventCandidate) -> Part | None:
        """Return the words for where the event takes place by the encoder, a name of a place or a noun ("the motorway"), or None."""
        likeliest = find_likeliest(candidate.word, PLACE)
        if likeliest is None:
            return None
        mention = self.mentions.find_mention(block.at(likeliest))
        if mention is None:
            return self._quote_phrase(block, likeliest) if is_noun(likeliest) else None
        if mention.type not in PLACE_TYPES:
            return None
        return self.page.part(mention.evidence.start, mention.evidence.end)

    def _find_encoded_source(self, block: Block, candidate: EventCandidate) -> Part | None:
        """Return the words for who alleges an event by the encoder, or None."""
        likeliest = find_likeliest(candidate.word, SOURCE)
        if likeliest is None:
            return None
        return self._quote_phrase(block, likeliest)

    def _is_claimed(self, quote: Quote, candidate: EventCandidate) -> bool:
        """Return whether a quote only claims an event: by its words or source, or as police say it of a named person's deed."""
        if is_claim(quote, self.page.text):
            return True
        if not candidate.targets and candidate.coding is None:
            return False  # "police said he died"
        people = (self.mentions.find_mention(actor.start) for actor in candidate.actors)
        is_of_person = any(mention is not None and mention.type == "person" for mention in people)
        return is_of_person and is_police_account(quote)

    def _find_accuser(self, block: Block, allegation: Allegation) -> Part | None:
        """Return the words for who alleges it, or None."""
        if allegation.source is None or allegation.is_refuted:
            return None
        return self._quote_phrase(block, allegation.source)

    def _quote_phrase(self, block: Block, head: Token) -> Part:
        return self.page.part(*block.extent_of(find_noun_phrase(head, complements="of")))


def _list_tellers(candidate: EventCandidate) -> list[Token]:
    """Return the words whose times and places are the event's: its own, and a verb that only says that a noun's event took place."""
    word = candidate.verb
    verb = word.head
    if is_verb(word) or verb is word or not is_verb(verb):
        return [word]
    lemma = read_lemma(verb)
    is_held = word.dep_ in OBJECT_LABELS and lemma in LIGHT_VERBS
    is_told = word.dep_ in SUBJECT_LABELS and lemma in _TELLING_VERBS
    return [word, verb] if is_held or is_told else [word]


def _find_root(candidate: EventCandidate, words: WordClassifier) -> str | None:
    """Return the PLOVER root: the lexicon's where the classifier finds it possible and is not sure of another; else the classifier's likely one, or None."""
    listed = candidate.coding.root if candidate.coding is not None else None
    if candidate.confidence is None:
        return listed
    noun = candidate.coding.noun if candidate.coding is not None else None
    roots = words.estimate_roots(noun or candidate.trigger[0])
    likeliest = choose_likeliest(roots)
    is_likely = listed is not None and roots[listed] >= THRESHOLDS.listed_root_probability
    least = THRESHOLDS.overruling_root_probability if is_likely else THRESHOLDS.root_probability
    if likeliest.probability < least:
        return listed if is_likely else None
    if likeliest.name == NO_ROOT or (listed is None and _is_natural(candidate)):
        return None
    return likeliest.name


def _is_natural(candidate: EventCandidate) -> bool:
    """Return whether a force of nature does it: it assaults and coerces nobody."""
    actors = find_actors(candidate.verb) if is_verb(candidate.verb) else []
    return any(noun.lemma_.lower() in FORCES_OF_NATURE for noun in actors)


def _find_kind(word: Token, words: WordClassifier) -> str | None:
    """Return the plain kind of the event that a word denotes, or None where none is likely."""
    kind = words.decide_kind(word)
    return kind.name if kind.probability >= THRESHOLDS.kind_probability else None


def _list_steps(candidate: EventCandidate, status: str, words: WordClassifier) -> tuple[str, ...]:
    """Return what spoke most for an event and for its status by the classifiers, a line each; nothing where a rule alone decided."""
    if candidate.confidence is None:
        return ()
    reasons = {
        "for an event": words.list_event_reasons(candidate.verb),
        "for its status": words.list_status_reasons(candidate.verb, status),
    }
    shown = {name: found[: THRESHOLDS.reasons] for name, found in reasons.items() if found}
    return tuple(
        f"{name}: {', '.join(f'{feature} {weight:+.1f}' for feature, weight in found)}"
        for name, found in shown.items()
    )


def _read_embedding(candidate: EventCandidate) -> str | None:
    """Return the embedding of the word that denotes the event, as a record keeps it; None where the pipeline has no encoder of events."""
    readings = find_readings(candidate.word.doc)
    return None if readings is None else encode_embedding(readings.get_embedding(candidate.word))


def _round(confidence: float | None) -> float | None:
    return None if confidence is None else round(confidence, THRESHOLDS.confidence_decimals)


def _find_allegation(candidate: EventCandidate, status: str) -> Allegation | None:
    """Return by whom an event is alleged, or None: only what is said to be real can be, or what somebody is accused of."""
    find = find_allegation if is_verb(candidate.verb) else find_nominal_allegation
    allegation = find(candidate.verb)
    if allegation is None or status in REAL:
        return allegation
    is_accused = status == "possible" and allegation.is_accusation
    return allegation if is_accused else None


def _cite_source(page: Page, quote: Quote) -> Part | None:
    return None if quote.source is None else page.part(quote.source.start, quote.source.end)


def _find_extent(block: Block, candidate: EventCandidate) -> tuple[int, int]:
    """Return where the clause of an event, with its trigger, starts and ends in the page's text."""
    word = candidate.verb
    verb = word if is_verb(word) else find_verb_above(word) or word
    clause = find_clause(verb)
    first = min(clause[0], candidate.trigger[0], key=lambda token: token.i)
    last = max(clause[-1], candidate.trigger[1], key=lambda token: token.i)
    return block.span_of(first, last)


def _is_negated(candidate: EventCandidate) -> bool:
    """Return whether the event's own clause states that it did not or will not take place.

    What somebody denies ("denied that troops had left") has no negation of its own.
    """
    return candidate.reading.negated and not is_disputed(candidate.verb)


def _read_schedule(
    page: Page, candidate: EventCandidate, time: Time | None, words: WordClassifier
) -> str | None:
    """Return `planned` for a present tense whose time lies ahead ("arrives next week"), or None."""
    if time is None or not is_verb(candidate.verb):
        return None
    reading = words.read_status(candidate.verb)
    if reading.status != "ongoing" or reading.governor is not None:
        return None
    if not FUTURE_TIME_WORDS.isdisjoint(time.evidence.text.lower().split()):
        return "planned"
    if page.published is None or time.value is None or not _DAY_OR_LONGER.fullmatch(time.value):
        return None
    return "planned" if time.value > page.published.value[: len(time.value)] else None


def _find_contexts(block: Block) -> list[tuple[int, str]]:
    """Return the PLOVER contexts that the words of a block denote, each with its word's code point."""
    contexts = _hash_contexts(block.doc.vocab)
    found = []
    for token in block.doc:
        context = contexts.get(token.lemma) or contexts.get(token.lower)
        if context is not None:
            found.append((block.at(token), context))
    return found


@lru_cache(maxsize=THRESHOLDS.cached_vocabularies)
def _hash_contexts(vocab: Vocab) -> dict[int, str]:
    """Return the words that denote PLOVER contexts by their numbers in a vocabulary."""
    return {vocab.strings.add(word): context for word, context in CONTEXT_WORDS.items()}


def _select_contexts(
    candidate: EventCandidate, contexts: list[tuple[int, str]], extent: tuple[int, int]
) -> tuple[str, ...]:
    """Return the contexts of an event: those of its type, then those of the words of its clause."""
    coded = candidate.coding.contexts if candidate.coding is not None else ()
    in_clause = (context for position, context in contexts if extent[0] <= position < extent[1])
    return tuple(dict.fromkeys((*coded, *in_clause)))[: THRESHOLDS.contexts]
