"""Words that denote the context of an event: the PLOVER contexts, as far as one word is enough.

In: nothing. Out: `CONTEXT_WORDS`, lower-case lemma → PLOVER context. Out of scope: contexts that a type has by itself.

Source: written for onrecord after the PLOVER manual (Open Event Data Alliance), chapter 4.
"""

from __future__ import annotations

from typing import Final

_TABLE = """
military | army military troop soldier navy defence defense nato battalion warship missile airstrike
military | regiment infantry marine weapon warplane barracks deployment fighter artillery
intelligence | intelligence spy espionage surveillance mi5 mi6 cia
legislative | parliament senate congress lawmaker legislature bill mp mps legislation
election | election vote ballot voter referendum poll candidate electoral
economic | economy economic trade tariff bank inflation budget tax investment loan market currency
economic | export import bailout debt company business
legal | court judge trial lawsuit prosecutor lawyer verdict tribunal police law judicial
human_rights | torture genocide atrocity abuse massacre
rights_freedoms | censorship press freedom speech assembly
territory | border territory annexation island sovereignty
environment | climate emission pollution environment environmental carbon wildlife oil-spill conservation
health | hospital vaccine virus disease health epidemic pandemic patient doctor nurse outbreak
disaster | flood earthquake hurricane storm wildfire drought tsunami landslide cyclone famine disaster
migration | refugee migrant asylum deportation immigration immigrant displaced
terrorism | terrorist terrorism terror militant jihadist insurgent counter-terrorism
corruption | corruption bribe bribery embezzlement fraud
crime | crime gang drug robbery theft smuggling trafficking murder
cbrn | nuclear chemical biological radiological uranium sarin warhead
cyber | cyber hacker malware ransomware hacking cyberattack
misinformation | disinformation misinformation propaganda
peacekeeping | peacekeeper peacekeeping un-force
humanitarian | humanitarian aid relief famine
diplomatic | diplomat embassy ambassador summit treaty diplomatic envoy consulate negotiation
education | school teacher university pupil student
"""


def _parse_table() -> dict[str, str]:
    contexts: dict[str, str] = {}
    for line in _TABLE.strip().splitlines():
        context, words = line.split("|")
        for word in words.split():
            contexts.setdefault(word, context.strip())
    return contexts


CONTEXT_WORDS: Final = _parse_table()
"""Lower-case lemma → context."""
