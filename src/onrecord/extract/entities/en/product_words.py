"""Product words: what names of products, vehicles and weapons are made of in English.

In: nothing. Out: sets of words as written in names. Out of scope: the nouns around such names
(`onrecord.extract.entities.en.feature_words`).

Source: our own lists; designations follow the practice of NATO, US and Russian forces (letters, hyphen, number).
"""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


MODEL_ENDS = _words(
    """
    Pro Plus Max MAX Ultra Mini Lite XL SE Edition EV GT GTI SUV OS NEO neo
    """
)
"""Words that follow a product's name or number: "Galaxy S10 Plus"."""

NO_MODELS = _words(
    "Americas Arena Asia Campus Europe HQ Headquarters Ireland Japan Store Stores UK US World"
)
"""Words after a firm's name that make no product of it."""

NUMBERED = _words(
    """
    Act Agenda Appendix Apollo Area Article Book Block Brigade Building Catch Category Channel Chapter Class Committee
    Corps Day Deck District Division Episode Dow Euro Exhibit Figure Flight Floor Formula Fortune Fox FTSE Game Gate Grade Group Highway
    Interstate Junction Kilometre Lap Law Level Line Lot Mark Mile Mission News Nikkei No Number Olympics Page Part Phase Pier
    Platform Proposition Psalm Quarter Radio Resolution Room Round Route Rule Season Section Sector Size Sky Stage
    Step Suite Table Terminal Tier Title Top Track Type Unit Version Vision Ward Week Year Zone
    """
)
"""Words that a number follows and that make no product of it."""

NOT_DESIGNATIONS = _words("COVID Covid G MP3 P5 U2 H1N1 H5N1 A-level T20 Q1 Q2 Q3 Q4 V6 V8 V10 V12")
"""What looks like a designation and names an illness, a meeting or a quarter of a year."""

SHIP_PREFIXES = _words("HMS HMAS HMCS HMNZS INS RFA RMS USNS USS")
"""What stands before a ship's name."""

ACRONYM_NOUNS = _words(
    """
    A&E ADHD AI AIDS AR ATM CCTV CD CDs CEO CFO COO CPI CPU CTO DJ DNA DVD ECG EKG ETF EV EVs FAQ GDP GPS GPU
    GPUs HD HDMI HDR HIV HR ICU ID IED IEDs IPO IQ IT LCD LED LGBT LGBTQ LTE MC MP MPs MRI NGO NGOs OLED PC PCs PDF PE
    PIN PM PR PTSD QB RAM RNA RPG SIM SMS SSD SUV SUVs TV TVs UAV UAVs UFO URL USB VOD VAT VC VIP VPN VR WiFi Wi-Fi
    """
)
"""Common nouns written as acronyms; they name nobody."""
