"""Quotes by source, named and unnamed apart; kind, cue and chain; filters in the address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.records import Quote
from onrecord.story.source_identification import IDENTIFICATIONS
from onrecord.web.cards import Card, card_of
from onrecord.web.claims import Voice, lone_claims, voices
from onrecord.web.paging import paged
from onrecord.web.room import Sheet, Visit

KINDS = ("direct", "indirect", "mixed")


@dataclass(frozen=True, slots=True)
class Said:
    """A quote with its voice and card."""

    voice: Voice
    quote: Quote
    card: Card


def show(visit: Visit) -> Sheet:
    """Show quotes of one or all sources, filtered by kind, outlet, and named or unnamed."""
    everyone = voices(visit)
    lone = set(lone_claims(visit))
    fits = _filter(visit, lone)
    fitting = [(voice, one) for voice in everyone for one in voice.quotes if fits(voice, one)]
    sheet = paged(fitting, visit.asked("page"))
    data = {
        "sheet": sheet,
        "said": [Said(voice, quote, card_of(visit, quote)) for voice, quote in sheet.rows],
        "standings": IDENTIFICATIONS,
        "index": {one: [v for v in everyone if v.standing == one] for one in IDENTIFICATIONS},
        "chosen": next((v for v in everyone if v.key == visit.asked("source")), None),
        "outlets": visit.outlets(),
        "kinds": KINDS,
        "heads": visit.heads(),
        "lone": lone,
    }
    return Sheet("quotes.html", "Quotes", data)


def _filter(visit: Visit, lone: set[str]) -> Callable[[Voice, Quote], bool]:
    """Return whether a quote is asked for; the address is read once for all of them."""
    source, stands, kind = visit.asked("source"), visit.asked("sources"), visit.asked("kind")
    outlet, alone, heads = visit.asked("outlet"), visit.asked("alone"), visit.heads()

    def fits(voice: Voice, quote: Quote) -> bool:
        return (
            source in {"", voice.key}
            and stands in {"", voice.standing}
            and kind in {"", quote.kind}
            and (not outlet or heads[quote.evidence.page].outlet == outlet)
            and (not alone or quote.id in lone)
        )

    return fits
