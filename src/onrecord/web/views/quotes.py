"""Quotes by source, named and unnamed apart; kind, cue and chain; filters in the address."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records import Quote
from onrecord.web.cards import Card, card_of
from onrecord.web.claims import STANDINGS, Voice, lone_claims, voices
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
    lone = {quote.id for quote in lone_claims(visit)}
    fitting = [
        (voice, quote)
        for voice in everyone
        for quote in voice.quotes
        if _fits(visit, voice, quote) and (not visit.asked("alone") or quote.id in lone)
    ]
    sheet = paged(fitting, visit.asked("page"))
    data = {
        "sheet": sheet,
        "said": [Said(voice, quote, card_of(visit, quote)) for voice, quote in sheet.rows],
        "standings": STANDINGS,
        "index": {one: [v for v in everyone if v.standing == one] for one in STANDINGS},
        "chosen": next((v for v in everyone if v.key == visit.asked("source")), None),
        "outlets": visit.outlets(),
        "kinds": KINDS,
        "heads": visit.heads(),
        "lone": lone,
    }
    return Sheet("quotes.html", "Quotes", data)


def _fits(visit: Visit, voice: Voice, quote: Quote) -> bool:
    asked = visit.asked
    if asked("source") and voice.key != asked("source"):
        return False
    if asked("kind") and quote.kind != asked("kind"):
        return False
    if asked("sources") and voice.standing != asked("sources"):
        return False
    outlet = visit.heads()[quote.evidence.page].outlet
    return not asked("outlet") or outlet == asked("outlet")
