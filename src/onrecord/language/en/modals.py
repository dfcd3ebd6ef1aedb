"""Modality: modals and event-selecting predicates, with what they state of the event that they govern.

In: nothing. Out: `MODAL_STATUSES` maps a modal to the status that it gives an event; the `…_GOVERNORS` map the lemma of a
governing verb, noun or adjective to its class; the other sets hold lemmas. Out of scope: how a clause is read
(`onrecord.language.clauses.event_status`).

Source: written for onrecord; classes after Saurí and Pustejovsky 2009 (FactBank: event-selecting
predicates) and Karttunen 2012 (implicatives).
"""

from __future__ import annotations

from typing import Final, Literal, cast, get_args

GovernorClass = Literal[
    "intention", "promise", "possibility", "directive", "denial", "implicative", "assertion"
]
"""Class of a governing word, by the status that it gives what it governs.

`intention`: planned; `promise`: promised; `possibility`: possible; `directive`: called for; `denial`: denied;
`implicative`: as real as the governor itself; `assertion`: said with emphasis, as it stands.
"""

MODAL_STATUSES: Final = {
    "will": "planned",
    "shall": "planned",
    "would": "possible",
    "can": "possible",
    "could": "possible",
    "may": "possible",
    "might": "possible",
    "should": "called_for",
    "must": "called_for",
    "ought": "called_for",
}

_VERBS = """
intention | plan prepare intend aim decide arrange schedule expect set opt choose resolve mean elect go gear
intention | approve set_out gear_up earmark budget design slate project anticipate book move vote
promise | pledge promise vow undertake commit agree guarantee swear assure volunteer consent contract
promise | accept bind sign_up
possibility | consider explore discuss mull weigh hope want wish like seek propose try attempt threaten
possibility | accuse suspect allege charge contemplate study examine debate offer suggest fear worry allow permit authorise authorize
possibility | enable qualify struggle strive fight invite dream risk prefer imagine speculate doubt
possibility | long envisage campaign bid empower entitle license tempt warn dare train look
directive | urge call demand ask request tell order require recommend advise need have beg appeal press
directive | encourage instruct command implore plead oblige direct exhort pressure push
directive | call_on call_for lobby petition get implore ought remind deserve
denial | deny refuse decline fail avoid prevent reject dismiss resist forbid ban bar block
denial | neglect omit refrain abstain rule_out put_off hold_off give_up call_off forget disavow prohibit dissuade discourage deter
denial | hesitate escape shy
implicative | manage begin start continue keep help force cause make see compel lead proceed come finish
implicative | stop cease happen bother hasten persuade convince prompt halt remain
implicative | carry_on go_on let spend succeed resume use quit catch find watch hear leave have turn trick coerce dare
assertion | insist assure maintain stress swear repeat promise reiterate
"""

_NOUNS = """
intention | plan intention aim decision preparation goal objective move mission purpose operation order
intention | programme program scheme project mandate measure resolution strategy policy
promise | pledge promise vow commitment agreement deal undertaking guarantee obligation assurance pact
possibility | proposal possibility chance option right ability power capability capacity threat hope desire
possibility | effort attempt bid opportunity offer potential idea permission freedom authority wish ambition
possibility | willingness readiness way time suggestion prospect risk likelihood means struggle fight
possibility | race battle reluctance temptation
directive | call demand request appeal need plea requirement pressure duty responsibility recommendation
directive | advice
denial | refusal failure inability unwillingness ban
"""

_ADJECTIVES = """
intention | ready set due poised determined prepared scheduled about planned expected sure bound slated
intention | certain aimed intended designed geared
promise | committed pledged
possibility | capable able likely willing keen eager free possible slow slower reluctant unable hopeful available
possibility | afraid quick tempted entitled eligible hesitant allowed unlikely impossible interested
directive | supposed required necessary essential important vital crucial obliged imperative urgent
implicative | forced glad happy proud pleased first last sorry responsible
"""


def _parse_classes(table: str) -> dict[str, GovernorClass]:
    """Return word → class; the first line that lists a word counts."""
    classes: dict[str, GovernorClass] = {}
    for line in table.strip().splitlines():
        name, words = line.split("|")
        if name.strip() not in get_args(GovernorClass):
            raise KeyError(f"governors: there is no class {name.strip()!r}")
        for word in words.split():
            classes.setdefault(word, cast("GovernorClass", name.strip()))
    return classes


VERB_GOVERNORS: Final = _parse_classes(_VERBS)
NOUN_GOVERNORS: Final = _parse_classes(_NOUNS)
ADJECTIVE_GOVERNORS: Final = _parse_classes(_ADJECTIVES)
EXCLUDING_GOVERNORS: Final = frozenset(
    {"unable", "unlikely", "impossible", "inability", "reluctant"}
)
"""Adjectives and nouns whose event counts as denied."""

ASSERTION_VERBS: Final = frozenset(
    "insist deny assure maintain stress vow pledge promise swear reiterate confirm declare rule_out"
    " dismiss reject repeat".split()
)
"""Verbs whose negated future complement is somebody's denial ("insisted it will not")."""

CONDITIONAL_MARKERS: Final = frozenset(
    {"if", "unless", "whether", "lest", "should", "providing", "provided"}
)
"""Words that introduce a clause whose event is only supposed."""

NON_VOLITIONAL_VERBS: Final = frozenset(
    "appear be become benefit cause come cost depend die enjoy exceed experience face feel"
    " find gain get happen have hear hurt know learn like live lose love mean miss need"
    " occur reach realise realize receive regret result see seem stay struggle suffer"
    " survive understand wake win".split()
)
"""Verbs for what nobody does on purpose: their future is a forecast, not a commitment."""

REPORTED_FUTURE_VERBS: Final = frozenset(
    "say tell announce report promise add insist confirm pledge claim believe think know hope declare"
    " state predict warn argue reveal suggest explain indicate agree write assure vow expect swear"
    " deny estimate decide note repeat maintain stress".split()
)
"""Verbs whose past makes "would" a reported "will"."""

UNCERTAINTY_VERBS: Final = frozenset(
    "hope fear wish suggest propose doubt wonder ask consider imagine worry speculate think".split()
)
"""Verbs whose finite complement in the present or future is only possible."""

SUBJUNCTIVE_VERBS: Final = frozenset(
    "demand recommend urge require request order propose insist".split()
)
"""Verbs whose complement without inflection is called for ("demanded that he leave")."""

MEASURING_VERBS: Final = frozenset(
    "double treble triple quadruple halve reach hit total number cost equal match fill complete finish exhaust eliminate"
    " be have".split()
)
"""Verbs of amounts and ends: "nearly doubled" is a figure, not an event that did not take place."""

DROPPING_VERBS: Final = frozenset(
    "cancel abandon scrap shelve drop halt block withdraw ditch axe foil thwart avert quash veto".split()
)
"""Verbs after which a plan is none any more ("cancelled plans to close the mill")."""

PREVENTION_VERBS: Final = frozenset(
    "stop keep save spare restrain dissuade discourage rescue hinder prevent ban bar block prohibit forbid deter exclude".split()
)
"""Verbs that with "from" keep an act from taking place."""

DOUBT_WORDS: Final = frozenset({"unlikely", "doubtful", "improbable", "impossible", "unthinkable"})
"""Adjectives whose clause is not expected to come true ("it is unlikely that …")."""

BARE_INFINITIVE_VERBS: Final = frozenset("see let make help have watch hear".split())
"""Verbs that take an object and an infinitive without "to"."""

CHANGE_OF_STATE_VERBS: Final = frozenset(
    "end rise fall grow drop decline increase decrease collapse last fail remain lead mark emerge".split()
)
"""Verbs for what happens by itself unless they have an object ("will increase patrols")."""

TELLING_VERBS: Final = frozenset(
    {"assure", "tell", "promise", "warn", "remind", "inform", "notify", "persuade", "convince"}
)
"""Verbs with an object, who is told, and a clause, what he is told."""

EFFORT_VERBS: Final = frozenset({"try", "seek", "attempt", "strive", "work"})
"""Verbs of trying: who promises to try, promises."""

PROMISE_VERBS: Final = frozenset(
    {"pledge", "promise", "vow", "swear", "guarantee", "commit", "undertake", "assure"}
)
"""Verbs whose finite complement is promised."""

CONTINUATION_VERBS: Final = frozenset({"continue", "keep", "remain", "go"})
"""Implicative verbs whose complement is still going on."""
