"""Which words tell an event: verbs of acting, told of somebody, and nouns said to be expected.

In: a verb of a parse, its coding and its reading. Out: whether it tells an event, and whom it is done to.
Out of scope: states, saying, and what only a noun names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.events.en.event_nouns import ANNOUNCED_NOUNS, CLASSES, EVENT_NOUNS
from onrecord.extract.events.plover import Coding
from onrecord.language.clauses.modality import read_status
from onrecord.language.clauses.participants import MentionIndex, find_undergoers, is_agent
from onrecord.language.clauses.verb_status import StatusReading
from onrecord.language.en.modals import BARE_INFINITIVE_VERBS
from onrecord.language.en.verbs import (
    CHANGE_VERBS,
    DENIAL_VERBS,
    OCCURRENCE_VERBS,
    PHASE_VERBS,
    REPORTING_VERBS,
    STATIVE_VERBS,
    TARGET_PREPOSITIONS,
)
from onrecord.language.syntax.dependencies import (
    find_clausal_complement,
    find_objects,
    find_subject,
    is_swallowed,
)
from onrecord.language.syntax.dependency_labels import COMPLEMENT_CLAUSE_LABELS, SUBJECT_LABELS
from onrecord.language.syntax.obliques import find_obliques, find_passive_agent
from onrecord.language.syntax.particles import find_particle
from onrecord.language.syntax.phrases import find_conjuncts
from onrecord.language.syntax.tag_sets import AMOUNT_TAGS, PROPER_NOUN_TAGS
from onrecord.language.syntax.verb_group import (
    find_modal,
    is_infinitive,
    is_negated,
    is_noun,
    is_passive,
    is_progressive,
    is_verb,
    list_auxiliary_lemmas,
    read_lemma,
    read_tense,
)
from onrecord.records import Block

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOT_TOLD = frozenset(
    {"aux", "aux:pass", "auxpass", "cop", "amod", "compound", "case", "mark", "fixed"}
)
_SPEECH_ROOTS = frozenset({"ACCUSE", "AGREE", "REJECT", "REQUEST", "THREATEN", "YIELD", "SUPPORT"})
_DONE_BY_THINGS = frozenset({"ASSAULT", "COERCE", "SANCTION"})
"""Roots that a law or a weapon brings about."""
_MUTUAL = frozenset({"CONSULT", "COOPERATE", "SUPPORT"})
"""Roots that need somebody to be told: "conditions are met" is no meeting."""
_LIKE_PREPOSITIONS = frozenset(
    "amid following including according regarding concerning depending given based".split()
)
_GOING = frozenset({"come", "go"})
_PUTTING = frozenset({"put", "place", "set"})
_UNDERTAKINGS = frozenset(
    "work construction building training trial election mission course voting excavation production"
    " evacuation operation campaign fighting hearing court school project programme program mediation".split()
)
_UNTOLD = STATIVE_VERBS | REPORTING_VERBS
_EXPECTED = frozenset(
    {"expected", "scheduled", "planned", "awaited", "due", "set", "slated", "promised"}
)


@dataclass(frozen=True, slots=True)
class Scene:
    """A verb that may tell an event, where it stands."""

    cast: MentionIndex
    block: Block
    verb: Token
    coding: Coding | None

    def has_agent(self, noun: Token) -> bool:
        """Return whether `noun` stands for somebody who can act."""
        return is_agent(self.cast, self.block, noun)


def may_tell(token: Token) -> bool:
    """Return whether `token` is a verb of a clause of its own."""
    if not is_verb(token) or not token.is_alpha or token.lower_ in _LIKE_PREPOSITIONS:
        return False
    if token.dep_ in _NOT_TOLD:
        return is_swallowed(token)
    return not _is_mistagged(token)


def is_eventive(verb: Token, coding: Coding | None) -> bool:
    """Return whether `verb` tells an act of its own: no state, no saying, no mere phase of another."""
    lemma = read_lemma(verb)
    complement = find_clausal_complement(verb)
    if lemma == "decide" and complement is not None and read_tense(complement) is not None:
        return True
    if lemma in PHASE_VERBS and complement is not None and read_lemma(complement) not in _UNTOLD:
        refuses = coding is not None and coding.root == "REJECT"
        return refuses or (lemma == "help" and bool(find_objects(verb)))
    if lemma in _PUTTING and _is_figure_given(verb):
        return False
    if coding is not None and not (lemma == "call" and _is_naming(verb)):
        spoken = lemma in REPORTING_VERBS and coding.root in _SPEECH_ROOTS
        return lemma not in REPORTING_VERBS or spoken or coding.score > 1
    if lemma in _GOING and complement is None and _goes_somewhere(verb):
        return True
    if lemma == "keep" and find_objects(verb):
        return read_tense(verb) == "future" or find_modal(verb) is not None
    if lemma == "call" and _is_naming(verb):
        return False
    begun = lemma in OCCURRENCE_VERBS and complement is None and not find_objects(verb)
    return lemma not in STATIVE_VERBS | REPORTING_VERBS | PHASE_VERBS or begun


def is_state(verb: Token, reading: StatusReading) -> bool:
    """Return whether a passive tells a state ("we are doomed")."""
    present = reading.status == "ongoing" and reading.governor is None
    agentless = is_passive(verb) and find_passive_agent(verb) is None
    return present and agentless and not is_progressive(verb)


def is_disputed(verb: Token) -> bool:
    """Return whether somebody denies what `verb` tells ("denied that troops had left"); "did not" is no such denial."""
    for token in (verb, *verb.ancestors):
        if token is not verb and read_lemma(token) in DENIAL_VERBS and is_verb(token):
            return True
        if is_negated(token) or token.dep_ not in {
            "ccomp",
            "xcomp",
            "conj",
            "acl",
            "acl:relcl",
            "advcl",
        }:
            return False
    return False


def is_acted(scene: Scene, doers: list[Token], targets: list[Token]) -> bool:
    """Return whether somebody acts or undergoes: what keeps "prices hit a high" out."""
    if any(scene.has_agent(noun) for head in doers for noun in find_conjuncts(head)):
        return True
    if any(noun.lower_ == "it" for noun in doers) and _it_acts(scene):
        return True
    begun = read_lemma(scene.verb) in OCCURRENCE_VERBS and bool(doers)
    if begun and (is_dated(scene) or any(map(_is_undertaking, doers))):
        return True
    if scene.coding is None:
        changed = read_lemma(scene.verb) in CHANGE_VERBS or any(map(scene.has_agent, targets))
        return changed and is_passive(scene.verb)
    harmed = scene.coding.root == "ASSAULT" and any(_is_weapon(noun) for noun in doers)
    if harmed:
        return True
    if any(map(scene.has_agent, targets)):
        return not doers or scene.coding.root in _DONE_BY_THINGS
    return not doers and bool(targets) and scene.coding.root not in _MUTUAL


def target_heads(scene: Scene) -> list[Token]:
    """Return the heads of whom or what it is done to or with, without conjuncts."""
    heads = find_undergoers(scene.verb)
    if scene.coding is None:
        return heads
    heads = [noun for noun in heads if noun != scene.coding.noun]
    phrases = find_obliques(scene.verb)
    for noun in find_objects(scene.verb)[-1:]:
        phrases = [*phrases, *find_obliques(noun)]
    wanted = TARGET_PREPOSITIONS[scene.coding.root]
    heads += [n for words, n in phrases if words in wanted - {"in"} and scene.has_agent(n)]
    if not heads and "in" in wanted:
        heads = [noun for words, noun in phrases if words == "in" and scene.has_agent(noun)]
    return heads


def announced_by(token: Token) -> Token | None:
    """Return the event noun that `token` says is expected or due, or None."""
    if token.lower_ not in _EXPECTED or find_clausal_complement(token) is not None:
        return None
    if token.lower_ != "due" and not is_passive(token):
        return None
    noun = find_subject(token)
    if noun is None or noun.lemma_.lower() not in ANNOUNCED_NOUNS:
        return None
    return noun


def _goes_somewhere(verb: Token) -> bool:
    """Return whether "come" or "go" tells a move or a step ("went home", "come forward")."""
    steps = {
        child.lower_ for child in verb.rights if child.dep_ in {"advmod", "compound:prt", "prt"}
    }
    if steps & {"home", "back", "forward", "out", "in", "ahead", "away"}:
        return True
    return any(
        words in {"to", "into", "from"} and noun.tag_ in PROPER_NOUN_TAGS
        for words, noun in find_obliques(verb)
    )


def _is_naming(verb: Token) -> bool:
    """Return whether "call" gives a name ("calls itself the Ridge Front", "called Harbour Watch")."""
    if find_particle(verb) is not None or any(words for words, _ in find_obliques(verb)):
        return False
    for child in verb.rights:
        if child.dep_ in {"xcomp", "oprd"} and is_noun(child):
            return True
    passive = is_passive(verb) and not list_auxiliary_lemmas(verb)
    return (passive or len(find_objects(verb)) > 1) and verb.i + 1 < len(verb.doc)


def _is_figure_given(verb: Token) -> bool:
    """Return whether "put" gives a figure ("put the number of dead at 19")."""
    return any(words == "at" and _is_number(noun) for words, noun in _phrases(verb))


def _is_number(noun: Token) -> bool:
    return noun.tag_ in AMOUNT_TAGS or any(child.tag_ in AMOUNT_TAGS for child in noun.lefts)


def _phrases(verb: Token) -> list[tuple[str, Token]]:
    found = find_obliques(verb)
    for noun in find_objects(verb):
        found = [*found, *find_obliques(noun)]
    return found


def _is_undertaking(noun: Token) -> bool:
    """Return whether a noun is something people do: what begins with it, they begin."""
    return noun.lemma_.lower() in EVENT_NOUNS or noun.lower_.removesuffix("s") in _UNDERTAKINGS


def _is_mistagged(token: Token) -> bool:
    """Return whether a bare verb stands where only a noun can ("to discuss pay")."""
    if token.tag_ != "VB" or token.dep_ not in COMPLEMENT_CLAUSE_LABELS or is_infinitive(token):
        return False
    if any(child.dep_ in SUBJECT_LABELS for child in token.lefts):
        return False
    return not list_auxiliary_lemmas(token) and read_lemma(token.head) not in BARE_INFINITIVE_VERBS


def _is_weapon(noun: Token) -> bool:
    """Return whether a noun is what an assault is made with, or an assault itself."""
    coding = EVENT_NOUNS.get(noun.lemma_.lower())
    told = coding is not None and coding[0] == "ASSAULT"
    return told or noun.lemma_.lower() in CLASSES["ATTACK"] | CLASSES["ARMS"]


def is_dated(scene: Scene) -> bool:
    """Return whether a time hangs on the verb itself."""
    nouns = [noun for _, noun in find_obliques(scene.verb)]
    nouns += [child for child in scene.verb.children if child.dep_ in {"advmod", "obl:unmarked"}]
    return any(scene.cast.is_time(scene.block.at(noun)) for noun in nouns)


def _it_acts(scene: Scene) -> bool:
    """Return whether "it" stands for a body: it speaks, intends, or somebody tells what it does."""
    if read_lemma(scene.verb.head) in REPORTING_VERBS and scene.verb.dep_ == "ccomp":
        return True
    if scene.coding is not None and scene.coding.root in _SPEECH_ROOTS:
        return True
    reading = read_status(scene.verb)
    return reading.kind == "intend" or reading.status == "promised"
