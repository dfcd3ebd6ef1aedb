"""Cards of undertakings: who takes part, what each gives, what it is to do, how it grew, what is open.

In: the catalogue. Out: `Undertaking` rows, every cell with its words. Leaves alone: what stands in
another sentence than the undertaking, save a training told as a deed of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from onrecord.link.catalogue import Catalogue
from onrecord.link.nations import Powers
from onrecord.link.naming_undertakings import Naming, namings
from onrecord.link.unions import Unions
from onrecord.link.words import sentences_of
from onrecord.records import Cited, Party, Undertaking
from onrecord.records.ids import content_id
from onrecord.records.page import REPORTED


def undertakings(known: Catalogue) -> tuple[Undertaking, ...]:
    """Return a card for each undertaking the pages name, most named first."""
    acting = known.powers
    found = [
        naming
        for page in known.shelf.pages
        for start, end in sentences_of(page, REPORTED)
        for naming in namings(page.id, page.text, start, end, acting)
    ]
    cards = [_card(known, acting, group) for group in _grouped(found)]
    return tuple(sorted(cards, key=lambda card: (-len(card.mentions), card.name, card.id)))


def _grouped(found: Iterable[Naming]) -> list[list[Naming]]:
    by_key: dict[str, list[Naming]] = defaultdict(list)
    for naming in found:
        by_key[_key(naming)].append(naming)
    unions = Unions(by_key)
    for key, group in by_key.items():
        if group[0].name is not None:
            continue
        fits = [
            other
            for other, named in by_key.items()
            if named[0].name is not None and _fits(group[0], named[0])
        ]
        if len(fits) == 1:
            unions.join(key, fits[0])
    return [
        [naming for key in keys for naming in by_key[key]]
        for keys in unions.groups()
        if any(by_key[key][0].name for key in keys) or len(keys) > 0
    ]


def _key(naming: Naming) -> str:
    if naming.name is not None:
        return f"named {naming.name.casefold()}"
    lead = naming.lead.key if naming.lead else "-"
    place = naming.place.key if naming.place else "-"
    return f"{naming.kind} {naming.subject} {lead} {place}"


def _fits(naming: Naming, named: Naming) -> bool:
    """Return whether "the NATO mission" can mean "NATO Mission Iraq": kind, lead and place agree."""
    return (
        naming.kind == named.kind
        and (naming.lead is None or (named.lead is not None and naming.lead.key == named.lead.key))
        and (naming.place is None or (named.place is not None and naming.place.key == named.place.key))
    )


def _card(known: Catalogue, acting: Powers, group: list[Naming]) -> Undertaking:
    ordered = sorted(group, key=lambda naming: (known.rank[naming.page], naming.start))
    names = [naming.name or " ".join(naming.words.split()) for naming in ordered]
    fullest = max(
        (naming.name for naming in ordered if naming.name), key=lambda name: (len(name), name), default=names[0]
    )
    parties: dict[tuple[str, str], Party] = {}
    for naming in ordered:
        cited = Cited(naming.page, naming.words, naming.start, naming.end)
        for power, role in ((naming.lead, "lead"), (naming.place, "host")):
            if power is not None:
                parties.setdefault((power.key, role), Party(power.entity, power.name, role, cited))
    return Undertaking(
        id=content_id("u", ordered[0].page, ordered[0].start, ordered[0].end),
        name=fullest,
        names=tuple(dict.fromkeys(names)),
        kind=ordered[0].kind,
        parties=tuple(parties.values()),
        contributions=(),
        tasks=(),
        phases=(),
        open=(),
        mentions=tuple(Cited(n.page, n.words, n.start, n.end) for n in ordered),
    )
