"""Cards of undertakings: who takes part, what each contributes, its tasks, how it grew, what is open.

In: the record index and settled commitments. Out: `Undertaking` rows, every cell with its words.
Out of scope: what is named once only, without a name of its own and without any contribution.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from onrecord.link.comparison.demonyms import Power
from onrecord.link.comparison.sentences import iter_sentences
from onrecord.link.en.undertakings import TRAINING
from onrecord.link.index.record_index import RecordIndex
from onrecord.link.undertakings.cells import iter_open_commitments, iter_phases, iter_tasks
from onrecord.link.undertakings.contributions import index_trainer_dispatches, iter_contributions
from onrecord.link.undertakings.grouping import find_pages_about, group_mentions
from onrecord.link.undertakings.mentions import UndertakingMention, iter_undertaking_mentions
from onrecord.link.undertakings.scope import UndertakingScope
from onrecord.link.undertakings.trainings import iter_trainings
from onrecord.records import Cited, Commitment, Contribution, Party, Phase, Undertaking
from onrecord.records.ids import build_content_id
from onrecord.records.page import REPORTED

_Cell = TypeVar("_Cell", Contribution, Phase)


@dataclass(frozen=True, slots=True)
class _CardContent:
    """What is known of one undertaking before its card is made.

    Attributes:
        specific: its mentions but for "the mission". named: those of them with a name of its own.
        contributions: with the powers that make them, as often as pages report them. tasks: each once.
    """

    scope: UndertakingScope
    contributions: list[tuple[Power, Contribution]]
    tasks: tuple[Phase, ...]

    @property
    def specific(self) -> list[UndertakingMention]:
        return [mention for mention in self.scope.mentions if not mention.is_bare]

    @property
    def named(self) -> list[UndertakingMention]:
        return [mention for mention in self.scope.mentions if mention.name]


def build_undertakings(
    index: RecordIndex, settled: Iterable[Commitment] = ()
) -> tuple[Undertaking, ...]:
    """Return a card for each undertaking the pages name, most named first.

    Args:
        settled: the commitments whose outcome is stated.
    """
    trainings = list(iter_trainings(index))
    training_of = dict(trainings)
    mentions = [*_iter_all_mentions(index), *(mention for mention, _ in trainings)]
    groups = group_mentions(index, mentions)
    pages_about = find_pages_about(index, groups)
    settled_by_id = {commitment.id: commitment for commitment in settled}
    dispatches = index_trainer_dispatches(index)
    cards = []
    for number, group in enumerate(groups):
        scope = UndertakingScope(tuple(group), pages_about.get(number, frozenset()))
        contributions = list(iter_contributions(index, scope, dispatches))
        contributions += [training_of[mention] for mention in group if mention in training_of]
        tasks = tuple(_iter_distinct(index, iter_tasks(index, scope)))
        content = _CardContent(scope, contributions, tasks)
        if _is_worth_a_card(content):
            cards.append(_build_card(index, content, settled_by_id))
    return tuple(sorted(cards, key=lambda card: (-len(card.mentions), card.name, card.id)))


def _iter_all_mentions(index: RecordIndex) -> Iterator[UndertakingMention]:
    for page in index.link_input.pages:
        for start, end in iter_sentences(page, REPORTED):
            yield from iter_undertaking_mentions(page.id, page.text, start, end, index.powers)


def _is_worth_a_card(content: _CardContent) -> bool:
    """Return whether an undertaking has a name, a contribution or members, or is named twice and has a task."""
    specific = content.specific
    has_members = any(mention.members for mention in specific)
    return (
        bool(content.named or content.contributions)
        or has_members
        or (len(specific) >= 2 and bool(content.tasks))
    )


def _build_card(
    index: RecordIndex, content: _CardContent, settled: dict[str, Commitment]
) -> Undertaking:
    scope, specific = content.scope, content.specific
    best = max(
        content.named,
        key=lambda mention: (len(mention.name or ""), mention.name or ""),
        default=None,
    )
    first = scope.mentions[0]
    name = best.name if best and best.name else _build_title(specific)
    contributions = (contribution for _, contribution in content.contributions)
    phases = _iter_distinct(index, iter_phases(index, scope))
    open_ids = iter_open_commitments(index, scope, settled, _collect_party_keys(content))
    return Undertaking(
        id=build_content_id("u", first.page, first.start, first.end),
        name=name,
        names=tuple(dict.fromkeys((name, *_list_names(specific)))),
        kind=best.kind if best else _choose_kind(specific),
        parties=tuple(_iter_parties(index, content)),
        contributions=tuple(_iter_distinct(index, contributions)),
        tasks=content.tasks,
        phases=tuple(sorted(phases, key=lambda phase: (phase.day is None, phase.day or ""))),
        open=tuple(dict.fromkeys(open_ids)),
        mentions=tuple(map(_cite_mention, specific)),
    )


def _cite_mention(mention: UndertakingMention) -> Cited:
    return Cited(mention.page, mention.words, mention.start, mention.end)


def _list_names(specific: list[UndertakingMention]) -> list[str]:
    """Return the words for an undertaking, the most frequent first."""
    counts = Counter(
        " ".join(mention.words.split()) for mention in specific if not mention.description
    )
    return sorted(counts, key=lambda words: (-counts[words], words))


def _build_title(specific: list[UndertakingMention]) -> str:
    """Return what to call an undertaking without a name: what is done, else its longest words."""
    descriptions = [mention.description for mention in specific if mention.description]
    words = descriptions or [" ".join(mention.words.split()) for mention in specific]
    return max(words, key=lambda words: (len(words), words))


def _choose_kind(specific: list[UndertakingMention]) -> str:
    if any(mention.subject == TRAINING for mention in specific):
        return TRAINING
    return Counter(mention.kind for mention in specific).most_common(1)[0][0]


def _collect_party_keys(content: _CardContent) -> frozenset[str]:
    """Return the keys of the powers that contribute, lead or host."""
    contributors = frozenset(power.key for power, _ in content.contributions)
    return contributors | frozenset(
        power.key
        for mention in content.specific
        for power in (mention.lead, mention.place)
        if power
    )


def _iter_parties(index: RecordIndex, content: _CardContent) -> Iterator[Party]:
    """Yield each party once, in the first of its roles (lead, host, member, contributor), with the words that show it."""
    parties: dict[str, Party] = {}
    for power, role, cited in _iter_roles(index, content):
        parties.setdefault(power.key, Party(power.entity, power.name, role, cited))
    yield from parties.values()


def _iter_roles(index: RecordIndex, content: _CardContent) -> Iterator[tuple[Power, str, Cited]]:
    """Yield (power, role, words) as mentions, tasks and contributions show them, in this order."""
    for mention in content.scope.mentions:
        cited = _cite_mention(mention)
        if mention.lead is not None:
            yield mention.lead, "lead", cited
        if mention.place is not None:
            yield mention.place, "host", cited
        for power in mention.members:
            yield power, "member", cited
    for task in content.tasks:
        for target in index.events[task.event].targets:
            for _, _, power in index.powers.iter_mentions(target.text):
                yield power, "host", task.cited
    for power, contribution in content.contributions:
        if contribution.status != "denied":
            yield power, "contributor", contribution.cited


def _iter_distinct(index: RecordIndex, cells: Iterable[_Cell]) -> Iterator[_Cell]:
    """Yield each cell once: what copies repeat, and an event with two mentions beside it, count once."""
    seen: set[tuple[str, str]] = set()
    for cell in cells:
        family = index.family_of[cell.cited.page]
        keys = {
            (family, " ".join(cell.cited.text.casefold().split())),
            (family, cell.what.casefold()),
            ("event", cell.event),
        }
        if not keys & seen:
            seen |= keys
            yield cell
