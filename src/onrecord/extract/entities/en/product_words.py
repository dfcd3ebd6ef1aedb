"""Words that English names of products, vehicles and weapons are built with.

In: nothing. Out: sets of words as written in names. Out of scope: the nouns around such names
(`onrecord.extract.entities.en.feature_words`).

Source: our own lists; designations follow the usage of NATO, US and Russian forces (letters, hyphen, number).
"""

from __future__ import annotations

from onrecord.language.en.names import (
    CALENDAR,
    COMPANY_WORDS,
    FACILITY_WORDS,
    OCCASION_WORDS,
    ORGANISATION_WORDS,
    PLACE_WORDS,
)


def _split_words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


MODEL_ENDS = _split_words(
    """
    Pro Plus Max MAX Ultra Mini Lite XL SE Edition EV GT GTI SUV OS NEO neo
    """
)
"""Words that follow a product's name or number: "Galaxy S10 Plus"."""

NO_MODEL_ENDS = (
    _split_words(
        "Americas Arena Asia Campus Europe HQ Headquarters Ireland Japan Store Stores UK US World"
    )
    | ORGANISATION_WORDS
    | COMPANY_WORDS
    | FACILITY_WORDS
    | PLACE_WORDS
    | OCCASION_WORDS
    | CALENDAR
)
"""Words that after a firm's name make no product of it: "Nissan Europe"."""

WORDS_BEFORE_NUMBERS = _split_words(
    """
    Act Agenda Appendix Apollo Area Article Book Block Brigade Building Catch Category Channel Chapter Class Committee
    Corps Day Deck District Division Episode Dow Euro Exhibit Figure Flight Floor Formula Fortune Fox FTSE Game Gate Grade Group Highway
    Interstate Junction Kilometre Lap Law Level Line Lot Mark Mile Mission News Nikkei No Number Olympics Page Part Phase Pier
    Platform Proposition Psalm Quarter Radio Resolution Room Round Route Rule Season Section Sector Size Sky Stage
    Step Suite Table Terminal Tier Title Top Track Type Unit Version Vision Ward Week Year Zone
    """
)
"""Words before a number that make no product of it: "Section 4"."""

NOT_DESIGNATIONS = _split_words(
    "COVID Covid G MP3 P5 U2 H1N1 H5N1 A-level T20 Q1 Q2 Q3 Q4 V6 V8 V10 V12"
)
"""What looks like a designation and names an illness, a meeting or a quarter of a year; matched at its beginning."""

SHIP_PREFIXES = _split_words("HMS HMAS HMCS HMNZS INS RFA RMS USNS USS")
"""Prefixes of ships' names."""

ACRONYM_NOUNS = _split_words(
    """
    A&E ADHD AI AIDS AR ATM CCTV CD CDs CEO CFO COO CPI CPU CTO DJ DNA DVD ECG EKG ETF EV EVs FAQ GDP GPS GPU
    GPUs HD HDMI HDR HIV HR ICU ID IED IEDs IPO IQ IT LCD LED LGBT LGBTQ LTE MC MP MPs MRI NGO NGOs OLED PC PCs PDF PE
    PIN PM PR PTSD QB RAM RNA RPG SIM SMS SSD SUV SUVs TV TVs UAV UAVs UFO URL USB VOD VAT VC VIP VPN VR WiFi Wi-Fi
    """
)
"""Common nouns written as acronyms."""
