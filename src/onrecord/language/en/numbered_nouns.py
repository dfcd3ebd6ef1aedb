"""English nouns that a number after them identifies ("page 12", "Article 5"): data only."""

from __future__ import annotations

NUMBERED_NOUNS = frozenset(
    {
        "page", "pages", "chapter", "section", "article", "paragraph", "number", "no", "nos", "line",
        "clause", "platform", "gate", "room", "level", "phase", "stage", "step", "grade", "size",
        "type", "mark", "version", "volume", "episode", "season", "part", "resolution", "flight",
        "route", "highway", "junction", "unit", "bus", "channel", "figure", "table", "box", "item",
        "block", "sector", "camp", "ward", "district", "zone", "category", "tier", "class", "model",
        "tel", "telephone", "phone", "fax", "call", "text", "apartment", "flat", "suite", "act",
        "area", "division", "runway", "pier", "court", "rule", "order", "question", "day", "year",
        "week", "lot", "slot", "under", "bullet", "point", "windows", "verse", "amendment",
        "protocol", "annex", "image", "photo", "slide", "picture", "appendix", "exhibit", "interstate", "motorway", "exit", "under-",
        "series", "group", "option", "round", "player", "schedule", "form", "generation", "gen", "reactor",
        "scenario", "lesson", "meal", "track", "team", "psalm", "codename", "inmate", "hurricane", "apollo", "cloud",
    }
)  # fmt: skip
"""A number after one of these is part of a name and counts nothing; a year after one is no year."""

ABBREVIATIONS_BEFORE_NUMBERS = frozenset(
    "No Nos Art Arts Sec Vol Vols vol vols approx est pp Fig Figs fig figs Ch cl para paras ca circa Ext ext".split()
)
"""Abbreviations whose full stop ends no sentence where a number follows; "no" in lower case also ends one ("he said no. 10 people …")."""
