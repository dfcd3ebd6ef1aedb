"""The promise board: commitments by state, each with its words and the evidence for and against."""

from __future__ import annotations

from collections import Counter

from onrecord.records import Commitment
from onrecord.records.commitment import STATES
from onrecord.web.cards import Card, card_of
from onrecord.web.paging import paged
from onrecord.web.room import Sheet, Visit


def show(visit: Visit) -> Sheet:
    """Show commitments by state, filtered by state, who and outlet."""
    promises = promises_of(visit)
    fitting = [promise for promise in promises if _fits(visit, promise)]
    sheet = paged(fitting, visit.asked("page"))
    board: dict[str, list[tuple[Commitment, Card]]] = {}
    for promise in sheet.rows:
        board.setdefault(promise.state, []).append((promise, card_of(visit, promise)))
    data = {
        "sheet": sheet,
        "board": board,
        "states": Counter(promise.state for promise in promises),
        "order": STATES,
        "outlets": visit.outlets(),
        "heads": visit.heads(),
    }
    return Sheet("promises.html", "Promises", data)


def promises_of(visit: Visit) -> list[Commitment]:
    """Return all commitments by state, in the order of `STATES`, then by page and text."""

    def read() -> list[Commitment]:
        found = visit.story.records("commitments")
        promises = [promise for promise in found if isinstance(promise, Commitment)]
        return sorted(promises, key=lambda promise: STATES.index(promise.state))

    return visit.room.remember("promises", read)


def _fits(visit: Visit, promise: Commitment) -> bool:
    asked = visit.asked
    if asked("state") and promise.state != asked("state"):
        return False
    if asked("outlet") and visit.heads()[promise.evidence.page].outlet != asked("outlet"):
        return False
    who = promise.who.text.casefold() if promise.who else ""
    return asked("who").casefold() in who
