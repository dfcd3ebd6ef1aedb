"""Which mentions refer to the same undertaking, and which pages are about it.

In: mentions of all pages and the record index. Out: groups of mentions. Out of scope: what a card shows of a group.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from onrecord.link.comparison.union_find import UnionFind
from onrecord.link.en.undertakings import INTERCHANGEABLE_KINDS, RENAMING_CUES
from onrecord.link.index.record_index import RecordIndex
from onrecord.link.thresholds import THRESHOLDS
from onrecord.link.undertakings.mentions import UndertakingMention
from onrecord.records.page import REPORTED

_OPENING_ROLES = REPORTED - {"caption"}


def group_mentions(
    index: RecordIndex, mentions: Iterable[UndertakingMention]
) -> list[list[UndertakingMention]]:
    """Return the mentions in groups, one for each undertaking, each in order of pages and text.

    "The mission" comes last in the group it refers to, and in none where that is not clear.
    """
    mentions = list(mentions)
    specific = [mention for mention in mentions if not mention.is_bare]
    bare = [mention for mention in mentions if mention.is_bare]
    return _add_bare(_group_specific(index, specific), bare)


def _group_specific(
    index: RecordIndex, mentions: list[UndertakingMention]
) -> list[list[UndertakingMention]]:
    by_key: dict[str, list[UndertakingMention]] = defaultdict(list)
    for mention in mentions:
        by_key[_build_key(mention)].append(mention)
    unions = UnionFind(by_key)
    _join_short_forms({key: group[0] for key, group in by_key.items()}, unions)
    for a, b in _iter_renamed(index, mentions):
        unions.join(_build_key(a), _build_key(b))
    return [
        sorted(
            (mention for key in keys for mention in by_key[key]),
            key=lambda mention: (index.publication_order[mention.page], mention.start),
        )
        for keys in unions.list_groups()
    ]


def _join_short_forms(mention_of: Mapping[str, UndertakingMention], unions: UnionFind) -> None:
    """Join a short form to the longer forms it can mean, where all of these are one undertaking.

    Args:
        mention_of: a mention for each key.
    """
    keys = sorted(mention_of)
    blocks: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        for block in _iter_block_keys(mention_of[key]):
            blocks[block].append(key)
    # Twice: a short form may fit two forms that are only joined later in the first round.
    for key in (*keys, *keys):
        mention = mention_of[key]
        others = {
            other
            for block in _iter_block_keys(mention)
            if len(blocks[block]) <= THRESHOLDS.undertaking_block
            for other in blocks[block]
        } - {key}
        fits = [other for other in sorted(others) if _is_short_form(mention, mention_of[other])]
        if len({unions.find(other) for other in fits}) == 1:
            unions.join(key, fits[0])


def _iter_block_keys(mention: UndertakingMention) -> Iterator[str]:
    """Yield what a short form of an undertaking shares with a longer: the lead, or the last word."""
    if mention.lead is not None:
        yield f"lead {mention.lead.key}"
    if mention.name is not None:
        yield f"last {mention.name.casefold().split()[-1]}"


def _build_key(mention: UndertakingMention) -> str:
    """Return a key that is equal for mentions with the same name, else for the same lead, place, subject and members."""
    if mention.name is not None:
        return f"named {mention.name.casefold()}"
    lead = mention.lead.key if mention.lead else "-"
    place = mention.place.key if mention.place else "-"
    kind = "deal" if mention.kind == "deal" else "joint"
    members = " ".join(power.key for power in mention.members)
    return f"{kind} {mention.subject} {lead} {place} {members}".rstrip()


def _is_short_form(a: UndertakingMention, b: UndertakingMention) -> bool:
    """Return whether `a` can be a shorter form of `b`: "the EU mission" for "EU Mission Mali"."""
    if a.name is not None:
        return b.name is not None and _is_end_of(a.name, b.name)
    if a.lead is None or b.lead is None or a.lead.key != b.lead.key:
        return False
    is_named = b.name is not None
    are_interchangeable = not is_named and {a.kind, b.kind} <= INTERCHANGEABLE_KINDS
    if a.kind != b.kind and not are_interchangeable:
        return False
    is_same_place = a.place is None or (b.place is not None and a.place.key == b.place.key)
    is_same_subject = not a.subject or a.subject == b.subject or (is_named and not b.subject)
    is_less_specific = is_named or _count_gaps(a) > _count_gaps(b)
    return is_same_place and is_same_subject and is_less_specific


def _is_end_of(name: str, longer: str) -> bool:
    """Return whether the words of `name` end a longer name."""
    words, whole = name.casefold().split(), longer.casefold().split()
    return len(words) < len(whole) and whole[-len(words) :] == words


def _count_gaps(mention: UndertakingMention) -> tuple[bool, bool]:
    """Return (whether it has no place, whether it has no subject): a greater value is less specific."""
    return mention.place is None, not mention.subject


def _iter_renamed(
    index: RecordIndex, mentions: list[UndertakingMention]
) -> Iterator[tuple[UndertakingMention, UndertakingMention]]:
    """Yield mentions that a sentence equates: "the training effort …, known as Operation Heron"."""
    by_page: dict[str, list[UndertakingMention]] = defaultdict(list)
    for mention in mentions:
        by_page[mention.page].append(mention)
    for page, on_page in by_page.items():
        text = index.pages[page].text
        for a, b in pairwise(sorted(on_page, key=lambda mention: mention.start)):
            is_near = a.end <= b.start <= a.end + THRESHOLDS.renaming_gap
            if b.name and not a.name and is_near and _is_renaming(text[a.end : b.start]):
                yield a, b


def _is_renaming(between: str) -> bool:
    return between.casefold().rstrip().endswith(RENAMING_CUES)


def _add_bare(
    groups: list[list[UndertakingMention]], bare: list[UndertakingMention]
) -> list[list[UndertakingMention]]:
    """Return the groups with "the mission" in the group of its kind that its page named last before it."""
    placed: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for number, group in enumerate(groups):
        for mention in group:
            placed[mention.page, mention.kind].append((mention.start, number))
    for of_kind in placed.values():
        of_kind.sort()
    of_one_group = {
        place for place, of_kind in placed.items() if len({number for _, number in of_kind}) == 1
    }
    added: dict[int, list[UndertakingMention]] = defaultdict(list)
    for mention in bare:
        of_kind = placed[mention.page, mention.kind]
        before = bisect_left(of_kind, (mention.start,))
        if not before:
            continue
        start, number = of_kind[before - 1]
        if (
            mention.page,
            mention.kind,
        ) in of_one_group or start > mention.start - THRESHOLDS.bare_mention_gap:
            added[number].append(mention)
    return [[*group, *added[number]] for number, group in enumerate(groups)]


def find_pages_about(
    index: RecordIndex, groups: list[list[UndertakingMention]]
) -> Mapping[int, frozenset[str]]:
    """Return, by place in `groups`, the pages about a group: their opening names it most, and no other as often.

    A mention by name counts twice.
    """
    counts: dict[str, Counter[int]] = defaultdict(Counter)
    opening_ends: dict[str, int] = {}
    for number, group in enumerate(groups):
        for mention in group:
            if mention.page not in opening_ends:
                opening_ends[mention.page] = _find_opening_end(index, mention.page)
            if mention.start < opening_ends[mention.page]:
                counts[mention.page][number] += 1 if mention.name is None else 2
    pages: dict[int, set[str]] = defaultdict(set)
    for page, count_of in counts.items():
        (number, most), *rest = count_of.most_common(2)
        if not rest or rest[0][1] < most:
            pages[number].add(page)
    return {number: frozenset(of_group) for number, of_group in pages.items()}


def _find_opening_end(index: RecordIndex, page: str) -> int:
    """Return where the opening of a page ends, 0 where it has none."""
    zones = index.pages[page].zones_of(_OPENING_ROLES)[: THRESHOLDS.opening_paragraphs]
    return zones[-1].end if zones else 0
