"""Corrections and notes: what people decided, what became of it, and what it is about."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.decisions import KINDS, Standing, Target
from onrecord.web.paging import paginate
from onrecord.web.room import ViewModel, Visit

_PLACES = {"pages": "/pages/", "entities": "/who/", "decisions": "/decisions#"}
"""Where what a decision is about is shown, by its table; `/r/` for all others."""


@dataclass(frozen=True, slots=True)
class About:
    """What a decision is about: its id here, where it is shown, its words, and whether the story no longer has it."""

    id: str
    href: str
    text: str | None
    gone: bool


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision with what became of it, and what it is about."""

    standing: Standing
    about: tuple[About, ...]


def show(visit: Visit) -> ViewModel:
    """Show the decisions, latest first, filtered by kind, person and whether they are in conflict."""
    all_of_them = visit.story.decisions
    fitting = [one for one in reversed(all_of_them) if _is_wanted(visit, one)]
    listing = paginate([_build_row(visit, one) for one in fitting], visit.read_field("page"))
    names = sorted({one.decision.who for one in all_of_them}, key=str.casefold)
    data = {"listing": listing, "kinds": KINDS, "names": names}
    return ViewModel("decisions.html", "Corrections and notes", data)


def _is_wanted(visit: Visit, standing: Standing) -> bool:
    field, decision = visit.read_field, standing.decision
    return (
        field("kind") in {"", decision.kind}
        and field("by") in {"", decision.who}
        and not (field("conflicts") and not standing.conflicts)
    )


def _build_row(visit: Visit, standing: Standing) -> DecisionRow:
    decision, corrections = standing.decision, visit.story.corrections
    gone = set(corrections.gone.get(decision.id, ()))
    here = corrections.located.get(decision.id, decision.records)
    about = [
        _describe_target(target, ident, gone=target in gone)
        for target, ident in zip(decision.targets, here, strict=True)
    ]
    if decision.kind == "pin":
        day = decision.value or ""
        about.append(About(day, f"/timeline?from={day}&to={day}", None, gone=False))
    return DecisionRow(standing, tuple(about))


def _describe_target(target: Target, ident: str, *, gone: bool) -> About:
    return About(ident, f"{_PLACES.get(target.kind, '/r/')}{ident}", target.text, gone)
