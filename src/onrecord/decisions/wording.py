"""Decisions in words, for a person.

In: a decision, or the mark that a record carries of one. Out: one line. Out of scope: markup.
"""

from __future__ import annotations

from onrecord.decisions.decision import Decision
from onrecord.records import Decided


def describe_decided(mark: Decided) -> str:
    """Return what a record says of a decision: what was decided, by whom, when and why.

    Examples:
        >>> describe_decided(Decided("d-1", "wrong", "q-1", None, None, None, "no quote", "Ann", "2026-05-01T12:00:00+00:00"))
        'marked wrong by hand: “no quote” (Ann, 2026-05-01)'

    """
    return f"{_describe_act(mark)}: {_quote(mark.reason)} ({mark.who}, {mark.at[:10]})".replace(
        ": “”", ""
    )


def describe_decision(decision: Decision) -> str:
    """Return what was decided, without by whom, when and why."""
    if decision.kind == "set":
        return f"set {decision.field} to {decision.value}"
    words = {"tag": f"tag {decision.value}", "pin": f"pin {decision.value}"}
    return words.get(decision.kind, decision.kind)


def _describe_act(mark: Decided) -> str:
    value, field = mark.value or "", mark.field or ""
    drawn = mark.drawn if mark.drawn is not None else "not known"
    if mark.kind == "set":
        act = f"{field} set by hand to {value}, was {drawn}"
    elif field == "state":
        act = f"its state follows from a link that was found {mark.kind} by hand"
    elif mark.kind == "wrong" and field:
        act = f"{field} left out, as {mark.record} is marked wrong by hand"
    else:
        act = {
            "wrong": "marked wrong by hand",
            "right": "checked and found right by hand",
            "join": f"joined by hand: {value}",
            "split": f"set apart by hand: {value}",
            "note": "note",
            "tag": f"tagged {value}",
            "pin": f"{value} is pinned to the timeline by hand",
        }.get(mark.kind, mark.kind)
    if mark.kind == "set" and field == "time":
        act = f"its value is open, as the page's day was set by hand to {value}"
    return act


def _quote(reason: str) -> str:
    return f"“{' '.join(reason.split())}”"
