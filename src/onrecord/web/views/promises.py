"""The promise board: commitments by state, each with its words and the evidence for and against."""

from __future__ import annotations

from collections import Counter

from onrecord.records import Commitment
from onrecord.story.participant_descriptions import describe_participant, is_pronoun
from onrecord.web.cards import Card, build_card
from onrecord.web.list_tables import ListTable
from onrecord.web.paging import paginate
from onrecord.web.room import ViewModel, Visit
from onrecord.web.values import load_referred

_BOARD = ("broken", "partly kept", "kept", "superseded", "unclear", "open")
"""States in the order of the board: what is settled comes before what is open."""


def show(visit: Visit) -> ViewModel:
    """Show commitments by state, filtered by state, who, outlet and (`check`) by whether later words may tell the outcome."""
    listing = paginate(_list_wanted(visit), visit.read_field("page"))
    load_referred(visit, listing.rows)
    board: dict[str, list[tuple[Commitment, Card, str]]] = {}
    for promise in listing.rows:
        row = (promise, build_card(visit, promise), _describe_giver(visit, promise))
        board.setdefault(promise.state, []).append(row)
    data = {
        "listing": listing,
        "board": board,
        "states": visit.get_cached("states", lambda: count_states(visit)),
        "order": _BOARD,
        "outlets": visit.list_outlets(),
        "heads": visit.get_heads(),
    }
    return ViewModel("promises.html", "Promises", data)


def list_table(visit: Visit) -> ListTable:
    """Return the commitments that the filters leave."""
    return ListTable("commitments", _list_wanted(visit))


def count_states(visit: Visit) -> Counter[str]:
    """Return how many commitments there are in each state."""
    return Counter(promise.state for promise in list_commitments(visit))


_FIELDS = ("state", "check", "outlet", "who")
"""Fields of the address that say which commitments are wanted."""


def _list_wanted(visit: Visit) -> list[Commitment]:
    def choose() -> list[Commitment]:
        return [one for one in list_commitments(visit) if _is_wanted(visit, one)]

    return visit.get_list("promised", _FIELDS, choose)


def _describe_giver(visit: Visit, promise: Commitment) -> str:
    """Return who promises, by name where the words are a pronoun, or that this is not said."""
    if promise.who is None:
        return "Not said who"
    return describe_participant(promise.who, visit.find_entity(promise.who.entity))


def list_commitments(visit: Visit) -> list[Commitment]:
    """Return all commitments, settled ones first, then those to be checked, those whose giver has a name, explicit ones; then by page and text."""

    def read() -> list[Commitment]:
        records = visit.story.records("commitments")
        promises = [promise for promise in records if isinstance(promise, Commitment)]
        return sorted(promises, key=_rank)

    return visit.room.get_cached("promises", read)


def _rank(promise: Commitment) -> tuple[int, bool, bool, bool]:
    who = promise.who
    return (
        _BOARD.index(promise.state),
        promise.candidate_state is None,
        who is None or who.entity is None or is_pronoun(who.text),
        promise.strength == "plan",
    )


def _is_wanted(visit: Visit, promise: Commitment) -> bool:
    field = visit.read_field
    if field("state") and promise.state != field("state"):
        return False
    if field("check") and promise.candidate_state is None:
        return False
    if field("outlet") and visit.get_heads()[promise.evidence.page].outlet != field("outlet"):
        return False
    who = promise.who.text.casefold() if promise.who else ""
    return field("who").casefold() in who
