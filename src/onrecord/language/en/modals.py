"""What governs a verb, and what that says of the event: planned, promised, possible, called for, denied.

`GOVERNORS` maps the lemma of a governing verb, adjective or noun to a class of `modality`. `MODAL_STATUSES` maps
a modal to the status it lends.

Source: written for onrecord; classes after Saurí and Pustejovsky 2009 (FactBank: event-selecting
predicates) and Karttunen 2012 (implicatives).
"""

from __future__ import annotations

from typing import Final

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
intend | plan prepare intend aim decide arrange schedule expect set opt choose resolve mean elect go gear
intend | approve set_out gear_up earmark budget design slate project anticipate book move vote
promise | pledge promise vow undertake commit agree guarantee swear assure volunteer consent contract
promise | accept bind sign_up
possible | consider explore discuss mull weigh hope want wish like seek propose try attempt threaten
possible | accuse suspect allege charge contemplate study examine debate offer suggest fear worry allow permit authorise authorize
possible | enable qualify struggle strive fight invite dream risk prefer imagine speculate doubt
possible | long envisage campaign bid empower entitle license tempt warn dare train look
call | urge call demand ask request tell order require recommend advise need have beg appeal press
call | encourage instruct command implore plead oblige direct exhort pressure push
call | call_on call_for lobby petition get implore ought remind deserve
deny | deny refuse decline fail avoid prevent reject dismiss resist forbid ban bar block
deny | neglect omit refrain abstain rule_out put_off hold_off give_up call_off forget disavow prohibit dissuade discourage deter
deny | hesitate escape shy
actual | manage begin start continue keep help force cause make see compel lead proceed come finish
actual | stop cease happen bother hasten persuade convince prompt halt remain
actual | carry_on go_on let spend succeed resume use quit catch find watch hear leave have turn trick coerce dare
insist | insist assure maintain stress swear repeat promise reiterate
"""

_NOUNS = """
intend | plan intention aim decision preparation goal objective move mission purpose operation order
intend | programme program scheme project mandate measure resolution strategy policy
promise | pledge promise vow commitment agreement deal undertaking guarantee obligation assurance pact
possible | proposal possibility chance option right ability power capability capacity threat hope desire
possible | effort attempt bid opportunity offer potential idea permission freedom authority wish ambition
possible | willingness readiness way time suggestion prospect risk likelihood means struggle fight
possible | race battle reluctance temptation
call | call demand request appeal need plea requirement pressure duty responsibility recommendation
call | advice
deny | refusal failure inability unwillingness ban
"""

_ADJECTIVES = """
intend | ready set due poised determined prepared scheduled about planned expected sure bound slated
intend | certain aimed intended designed geared
promise | committed pledged
possible | able likely willing keen eager free possible slow slower reluctant unable hopeful available
possible | afraid quick tempted entitled eligible hesitant allowed unlikely impossible interested
call | required necessary essential important vital crucial obliged imperative urgent
actual | forced glad happy proud pleased first last sorry responsible
"""


def _parse_classes(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in text.strip().splitlines():
        kind, words = line.split("|")
        for word in words.split():
            found.setdefault(word, kind.strip())
    return found


VERB_GOVERNORS: Final = _parse_classes(_VERBS)
NOUN_GOVERNORS: Final = _parse_classes(_NOUNS)
ADJECTIVE_GOVERNORS: Final = _parse_classes(_ADJECTIVES)
EXCLUDING_GOVERNORS: Final = frozenset(
    {"unable", "unlikely", "impossible", "inability", "reluctant"}
)
"""Adjectives and nouns under which the event is as good as denied."""

ASSERTION_VERBS: Final = frozenset(
    "insist deny assure maintain stress vow pledge promise swear reiterate confirm declare rule_out"
    " dismiss reject repeat".split()
)
"""Verbs under which a negated future is somebody's denial."""

CONDITIONAL_MARKERS: Final = frozenset(
    {"if", "unless", "whether", "lest", "should", "providing", "provided"}
)
"""Words that open a clause whose event is only supposed."""

NON_VOLITIONAL_VERBS: Final = frozenset(
    "appear be become benefit cause come cost depend die enjoy exceed experience face feel"
    " find gain get happen have hear hurt know learn like live lose love mean miss need"
    " occur reach realise realize receive regret result see seem stay struggle suffer"
    " survive understand wake win".split()
)
"""Verbs nobody commits to: their future is a forecast."""

REPORTED_FUTURE_VERBS: Final = frozenset(
    "say tell announce report promise add insist confirm pledge claim believe think know hope declare"
    " state predict warn argue reveal suggest explain indicate agree write assure vow expect swear"
    " deny estimate decide note repeat maintain stress".split()
)
"""Verbs in whose past "would" is a reported "will"."""

UNCERTAINTY_VERBS: Final = frozenset(
    "hope fear wish suggest propose doubt wonder ask consider imagine worry speculate think".split()
)
"""Verbs under which a finite clause in the present or future is only possible."""

SUBJUNCTIVE_VERBS: Final = frozenset(
    "demand recommend urge require request order propose insist".split()
)
"""Verbs under which a bare clause is called for ("demanded that he leave")."""

BARE_INFINITIVE_VERBS: Final = frozenset("see let make help have watch hear".split())
"""Verbs that take an object and a bare infinitive."""

CHANGE_OF_STATE_VERBS: Final = frozenset(
    "end rise fall grow drop decline increase decrease collapse last fail remain lead mark emerge".split()
)
"""Verbs nobody commits to unless they have an object ("will increase patrols")."""
