"""Cards of undertakings: who takes part, what each gives, what it is to do, how it grew, what is open.

In: the catalogue and settled commitments. Out: `Undertaking` rows, every cell with its words.
Out of scope: what is named once only, without a name of its own and without anything given to it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import TypeVar

from onrecord.link.comparison.demonyms import Power
from onrecord.link.comparison.text_keys import iter_sentences
from onrecord.link.comparison.union_find import UnionFind
from onrecord.link.index.record_index import RecordIndex
from onrecord.link.undertakings.cells import (
    Scope,
    contributions,
    phases,
    still_open,
    tasks,
    trainers_sent,
)
from onrecord.link.undertakings.mentions import Naming, namings
from onrecord.link.undertakings.trainings import trainings
from onrecord.link.undertakings.words import ALIKE_KINDS
from onrecord.records import Cited, Commitment, Contribution, Party, Phase, Undertaking
from onrecord.records.ids import content_id
from onrecord.records.page import REPORTED

Cell = TypeVar("Cell", Contribution, Phase)
_TELLING = REPORTED - {"caption"}
_OPENING = 4
"""How many paragraphs, headline and standfirst with them, show what a page is about."""


def undertakings(known: RecordIndex, settled: Iterable[Commitment] = ()) -> tuple[Undertaking, ...]:
    """Return a card for each undertaking the pages name, most named first."""
    found = [
        naming
        for page in known.shelf.pages
        for start, end in iter_sentences(page, REPORTED)
        for naming in namings(page.id, page.text, start, end, known.powers)
    ]
    trained = list(trainings(known))
    told = [naming for naming in found if not naming.bare] + [naming for naming, _ in trained]
    groups = _with_bare(_grouped(known, told), [naming for naming in found if naming.bare])
    about = _pages_about(known, groups)
    states = {commitment.id: commitment for commitment in settled}
    given = dict(trained)
    sent = trainers_sent(known)
    cards = []
    of: dict[int, set[str]] = defaultdict(set)
    for page, index in about.items():
        of[index].add(page)
    for index, group in enumerate(groups):
        scope = Scope(tuple(group), frozenset(of[index]))
        gifts = list(contributions(known, scope, sent))
        gifts += [given[naming] for naming in group if naming in given]
        card = _card(known, scope, states, gifts)
        if card is not None:
            cards.append(card)
    return tuple(sorted(cards, key=lambda card: (-len(card.mentions), card.name, card.id)))


def _grouped(known: RecordIndex, told: list[Naming]) -> list[list[Naming]]:
    by_key: dict[str, list[Naming]] = defaultdict(list)
    for naming in told:
        by_key[_key(naming)].append(naming)
    unions = UnionFind(by_key)
    blocks: dict[str, list[str]] = defaultdict(list)
    for key, group in sorted(by_key.items()):
        for block in _blocks(group[0]):
            blocks[block].append(key)
    # Twice: a short form may fit two forms that are only joined later in the first round.
    for key in (*sorted(by_key), *sorted(by_key)):
        naming = by_key[key][0]
        others = sorted({other for block in _blocks(naming) for other in blocks[block]} - {key})
        fits = [other for other in others if _means(naming, by_key[other][0])]
        if len({unions.find(other) for other in fits}) == 1:
            unions.join(key, fits[0])
    for a, b in _renamed(known, told):
        unions.join(_key(a), _key(b))
    return [
        sorted(
            (naming for key in keys for naming in by_key[key]),
            key=lambda naming: (known.rank[naming.page], naming.start),
        )
        for keys in unions.groups()
    ]


def _blocks(naming: Naming) -> Iterator[str]:
    """Yield what a shorter way to say an undertaking shares with a longer: the lead, or the last word."""
    if naming.lead is not None:
        yield f"lead {naming.lead.key}"
    if naming.name is not None:
        yield f"last {naming.name.casefold().split()[-1]}"


def _key(naming: Naming) -> str:
    if naming.name is not None:
        return f"named {naming.name.casefold()}"
    lead = naming.lead.key if naming.lead else "-"
    place = naming.place.key if naming.place else "-"
    kind = "deal" if naming.kind == "deal" else "joint"
    members = " ".join(power.key for power in naming.members)
    return f"{kind} {naming.subject} {lead} {place} {members}".rstrip()


def _means(a: Naming, b: Naming) -> bool:
    """Return whether `a` can be a shorter way to say `b`: "the EU mission" for "EU Mission Mali"."""
    if b.name is not None and a.name is not None:
        words, whole = a.name.casefold().split(), b.name.casefold().split()
        return len(words) < len(whole) and whole[-len(words) :] == words
    kinds = a.kind == b.kind or (b.name is None and {a.kind, b.kind} <= ALIKE_KINDS)
    if (
        a.name is not None
        or not kinds
        or a.lead is None
        or b.lead is None
        or a.lead.key != b.lead.key
    ):
        return False
    places = a.place is None or (b.place is not None and a.place.key == b.place.key)
    subjects = not a.subject or a.subject == b.subject or (b.name is not None and not b.subject)
    smaller = b.name is not None or (a.place is None, not a.subject) > (
        b.place is None,
        not b.subject,
    )
    return places and subjects and smaller


def _renamed(known: RecordIndex, told: list[Naming]) -> Iterator[tuple[Naming, Naming]]:
    """Yield namings that a sentence says are one: "the training effort …, known as Operation Heron"."""
    by_page: dict[str, list[Naming]] = defaultdict(list)
    for naming in told:
        by_page[naming.page].append(naming)
    for page, found in by_page.items():
        ordered = sorted(found, key=lambda naming: naming.start)
        for a, b in pairwise(ordered):
            between = known.pages[page].text[a.end : b.start].casefold()
            if b.name and not a.name and a.end <= b.start <= a.end + 60 and _renames(between):
                yield a, b


def _renames(between: str) -> bool:
    return between.rstrip().endswith((" called", " named", " known as", " codenamed", " as"))


def _with_bare(groups: list[list[Naming]], bare: list[Naming]) -> list[list[Naming]]:
    """Return the groups with "the mission" in the group named last before it on its page, of its kind."""
    placed: dict[str, list[tuple[int, str, int]]] = defaultdict(list)
    for index, group in enumerate(groups):
        for naming in group:
            placed[naming.page].append((naming.start, naming.kind, index))
    more: dict[int, list[Naming]] = defaultdict(list)
    for naming in bare:
        before = [
            (start, index)
            for start, kind, index in placed[naming.page]
            if kind == naming.kind and start < naming.start
        ]
        kinds = {index for _, kind, index in placed[naming.page] if kind == naming.kind}
        if before and (len(kinds) == 1 or max(before)[0] > naming.start - 600):
            more[max(before)[1]].append(naming)
    return [[*group, *more[index]] for index, group in enumerate(groups)]


def _pages_about(known: RecordIndex, groups: list[list[Naming]]) -> Mapping[str, int]:
    """Return page id → the group it is about: the one its opening names most, if one only."""
    counts: dict[str, Counter[int]] = defaultdict(Counter)
    for index, group in enumerate(groups):
        for naming in group:
            zones = known.pages[naming.page].zones_of(_TELLING)[:_OPENING]
            if zones and naming.start < zones[-1].end:
                counts[naming.page][index] += 1 if naming.name is None else 2
    about = {}
    for page, found in counts.items():
        (first, most), *rest = found.most_common(2)
        if not rest or rest[0][1] < most:
            about[page] = first
    return about


def _card(
    known: RecordIndex,
    scope: Scope,
    settled: Mapping[str, Commitment],
    gifts: list[tuple[Power, Contribution]],
) -> Undertaking | None:
    named = [naming for naming in scope.namings if naming.name]
    spoken = [naming for naming in scope.namings if not naming.bare]
    does = tuple(_once(known, tasks(known, scope)))
    between = any(naming.members for naming in spoken)
    if not named and not gifts and not between and (len(spoken) < 2 or not does):
        return None
    parties = tuple(_parties(scope, gifts, _helped(known, does)))
    keys = frozenset(power.key for power, _ in gifts) | frozenset(
        power.key for naming in spoken for power in (naming.lead, naming.place) if power
    )
    names = Counter(" ".join(naming.words.split()) for naming in spoken if not naming.deed)
    best = (
        max(named, key=lambda naming: (len(naming.name or ""), naming.name or ""))
        if named
        else None
    )
    first = scope.namings[0]
    name = best.name if best and best.name else _title(spoken)
    return Undertaking(
        id=content_id("u", first.page, first.start, first.end),
        name=name,
        names=tuple(dict.fromkeys((name, *sorted(names, key=lambda one: (-names[one], one))))),
        kind=best.kind if best else _kind(spoken),
        parties=parties,
        contributions=tuple(_once(known, [gift for _, gift in gifts])),
        tasks=does,
        phases=tuple(sorted(_once(known, phases(known, scope)), key=_by_day)),
        open=tuple(dict.fromkeys(still_open(known, scope, settled, keys))),
        mentions=tuple(Cited(n.page, n.words, n.start, n.end) for n in spoken),
    )


def _title(spoken: list[Naming]) -> str:
    """Return what to call an undertaking without a name: what is done, else its fullest words."""
    deeds = [naming.deed for naming in spoken if naming.deed]
    words = deeds or [" ".join(naming.words.split()) for naming in spoken]
    return max(words, key=lambda words: (len(words), words))


def _kind(spoken: list[Naming]) -> str:
    if any(naming.subject == "training" for naming in spoken):
        return "training"
    return Counter(naming.kind for naming in spoken).most_common(1)[0][0]


def _by_day(phase: Phase) -> tuple[bool, str]:
    return phase.day is None, phase.day or ""


def _helped(known: RecordIndex, does: Iterable[Phase]) -> Iterator[tuple[Power, Cited]]:
    """Yield the powers that an undertaking's tasks are done for, with the words."""
    for task in does:
        for target in known.events[task.event].targets:
            for _, _, power in known.powers.find(target.text):
                yield power, task.cited


def _parties(
    scope: Scope,
    gifts: Iterable[tuple[Power, Contribution]],
    helped: Iterable[tuple[Power, Cited]],
) -> Iterator[Party]:
    """Yield each party once in its weightiest role, with the words that show it."""
    found: dict[str, Party] = {}
    for naming in scope.namings:
        cited = Cited(naming.page, naming.words, naming.start, naming.end)
        for power, role in ((naming.lead, "lead"), (naming.place, "host")):
            if power is not None:
                found.setdefault(power.key, Party(power.entity, power.name, role, cited))
        for power in naming.members:
            found.setdefault(power.key, Party(power.entity, power.name, "member", cited))
    for power, words in helped:
        found.setdefault(power.key, Party(power.entity, power.name, "host", words))
    for power, gift in gifts:
        if gift.status != "denied":
            found.setdefault(power.key, Party(power.entity, power.name, "contributor", gift.cited))
    yield from found.values()


def _once(known: RecordIndex, cells: Iterable[Cell]) -> Iterator[Cell]:
    """Yield each cell once: what copies repeat, and one event named twice, count once."""
    seen: set[tuple[str, str]] = set()
    for cell in cells:
        family = known.family[cell.cited.page]
        keys = {
            (family, " ".join(cell.cited.text.casefold().split())),
            (family, cell.what.casefold()),
            ("event", cell.event),
        }
        if not keys & seen:
            seen |= keys
            yield cell
