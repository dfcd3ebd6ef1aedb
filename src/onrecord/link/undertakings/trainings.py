"""Trainings stated by a verb: "Danish officers have trained 900 Estonian pilots".

In: the record index. Out: mentions of an undertaking that nobody gave a name, with what was contributed.
Out of scope: trainings whose trainer or trainees are of no country the story names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.link.comparison.demonyms import Power
from onrecord.link.comparison.text_keys import find_head_stem, find_trigger_stem, stem_all
from onrecord.link.en.undertakings import TRAINING, TRAINING_VERBS, UNDERTAKING_KINDS
from onrecord.link.index.record_index import RecordIndex
from onrecord.link.undertakings.contributions import find_contributed_figures, find_contributor
from onrecord.link.undertakings.mentions import UndertakingMention
from onrecord.link.undertakings.scope import build_citation
from onrecord.records import Contribution, Event, Participant

_TRAINING_STEMS = stem_all(TRAINING_VERBS)
_UNDERTAKING_STEMS = stem_all(UNDERTAKING_KINDS)
TrainingContribution = tuple[UndertakingMention, tuple[Power, Contribution]]
"""A mention of a training, and (who trains, the training as a contribution)."""


def iter_trainings(index: RecordIndex) -> Iterator[TrainingContribution]:
    """Yield each event in which one power trains another's people, in order of pages and text."""
    for page in index.link_input.pages:
        for event in index.events_by_page[page.id]:
            if not _is_training(event):
                continue
            lead, trained = find_contributor(index, event), _find_trainees(index, event)
            if lead is not None and trained is not None and trained[1].key != lead.key:
                trainees, host = trained
                yield (
                    _build_mention(index, event, lead, trainees, host),
                    (lead, _build_contribution(index, event, lead, trainees)),
                )


def _is_training(event: Event) -> bool:
    """Return whether an event is a training that somebody but a mission carries out."""
    if event.negated or event.status == "denied":
        return False
    # What a mission does is a task on its own card.
    is_by_mission = any(find_head_stem(actor.text) in _UNDERTAKING_STEMS for actor in event.actors)
    return find_trigger_stem(event.trigger.text) in _TRAINING_STEMS and not is_by_mission


def _find_trainees(index: RecordIndex, event: Event) -> tuple[Participant, Power] | None:
    """Return (who is trained, the power whose people they are), or None."""
    for target in event.targets:
        for _, _, power in index.powers.iter_mentions(target.text):
            return target, power
    return None


def _build_mention(
    index: RecordIndex, event: Event, lead: Power, trainees: Participant, host: Power
) -> UndertakingMention:
    clause = event.evidence
    return UndertakingMention(
        page=clause.page,
        start=clause.start,
        end=clause.end,
        words=clause.text,
        kind=TRAINING,
        lead=lead,
        place=host,
        subject=TRAINING,
        description=f"training of {_quote_without_number(index, event, trainees)} ({lead.name})",
    )


def _quote_without_number(index: RecordIndex, event: Event, trainees: Participant) -> str:
    """Return who is trained, without how many."""
    start = max(
        (
            figure.evidence.end
            for figure in index.find_figures_in(event.evidence.page, trainees.start, trainees.end)
            if figure.evidence.end < trainees.end
        ),
        default=trainees.start,
    )
    return " ".join(index.pages[event.evidence.page].text[start : trainees.end].split())


def _build_contribution(
    index: RecordIndex, event: Event, lead: Power, trainees: Participant
) -> Contribution:
    figures = find_contributed_figures(index, event)
    return Contribution(
        party=lead.name,
        event=event.id,
        status=event.status,
        what=re.sub(r"\s+", " ", f"{event.trigger.text} {trainees.text}"),
        figure=figures[0].id if figures else None,
        cited=build_citation(event),
    )
