"""Trainings told as deeds: "Danish officers have trained 900 Estonian pilots".

In: the catalogue. Out: namings of an undertaking that nobody gave a name, with what was given.
Out of scope: trainings whose trainer or trainees are of no country the story names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.link.comparison.demonyms import Power
from onrecord.link.comparison.text_keys import find_head_stem, stem
from onrecord.link.index.record_index import RecordIndex
from onrecord.link.undertakings.cells import cited, figures_of, giver
from onrecord.link.undertakings.mentions import Naming
from onrecord.link.undertakings.words import KINDS
from onrecord.records import Contribution, Event, Participant

_DEEDS = frozenset(stem(word) for word in ("train", "retrain", "mentor"))
_MISSIONS = frozenset(stem(head) for head in KINDS)
"""What a mission does is a task of its own card."""
Given = tuple[Naming, tuple[Power, Contribution]]


def trainings(known: RecordIndex) -> Iterator[Given]:
    """Yield a naming for each deed of training between two powers, with the contribution it is."""
    for page in known.shelf.pages:
        for event in known.told_on[page.id]:
            if (
                event.negated
                or event.status == "denied"
                or stem(event.trigger.text.split()[0]) not in _DEEDS
            ):
                continue
            if any(find_head_stem(actor.text) in _MISSIONS for actor in event.actors):
                continue
            lead, trained = giver(known, event), _trained(known, event)
            if lead is not None and trained is not None and trained[1].key != lead.key:
                yield (
                    _naming(known, event, lead, trained),
                    (lead, _contribution(known, event, lead, trained[0])),
                )


def _trained(known: RecordIndex, event: Event) -> tuple[Participant, Power] | None:
    for target in event.targets:
        for _, _, power in known.powers.find(target.text):
            return target, power
    return None


def _naming(
    known: RecordIndex, event: Event, lead: Power, trained: tuple[Participant, Power]
) -> Naming:
    at = event.evidence
    return Naming(
        page=at.page,
        start=at.start,
        end=at.end,
        words=at.text,
        kind="training",
        name=None,
        lead=lead,
        place=trained[1],
        subject="training",
        deed=f"training of {_uncounted(known, event, trained[0])} ({lead.name})",
    )


def _uncounted(known: RecordIndex, event: Event, trained: Participant) -> str:
    """Return who is trained, without how many."""
    start = max(
        (
            figure.evidence.end
            for figure in known.records(event.evidence.page).figures
            if trained.start <= figure.evidence.start and figure.evidence.end < trained.end
        ),
        default=trained.start,
    )
    return " ".join(known.pages[event.evidence.page].text[start : trained.end].split())


def _contribution(
    known: RecordIndex, event: Event, lead: Power, trained: Participant
) -> Contribution:
    figures = figures_of(known, event)
    what = re.sub(r"\s+", " ", f"{event.trigger.text} {trained.text}")
    return Contribution(
        lead.name, event.id, event.status, what, figures[0].id if figures else None, cited(event)
    )
