"""Nouns for people and for bodies that act.

In: a noun. Out: whether it refers to people or to a body, by the lemmas of `AGENTS` and by agentive endings. Out of
scope: names.

Source: our own lists.
"""

from __future__ import annotations

from typing import Final

from onrecord.language.en.thresholds import THRESHOLDS

AGENTS: Final = frozenset(
    """
    academic activist actor administration adviser advisor agency agent aide airline ally alliance ambassador
    analyst anyone archbishop arm army artist assembly association astronaut athlete attacker aunt author
    authority bank bar battalion bishop board body bomber boss boy branch brigade broadcaster brother
    builder bureau businessman businesswoman cabinet campaigner candidate captain captor carrier celebrity
    centre chair chairman chairwoman champion chancellor charity chef chief child church citizen city
    civilian clan cleric club coach coalition colleague college colonel commander commission commissioner
    committee communist community company congress congressman consortium constable convict corporation
    corps council councillor counterpart country coup couple court crew critic crowd customer cyclist
    daughter defendant defender delegate delegation demonstrator department deputy designer detective
    developer dictator diplomat director dissident district doctor donor driver economist editor emir
    emperor employee employer engineer envoy everyone executive expert extremist factory faction family
    farmer father federation fighter firefighter firm force foreigner former founder friend gang general
    girl governor government group guard guerrilla guest gunman hacker head historian hostage household
    husband immigrant industry inmate inspector institute institution insurer instructor trainer insurgent investigator instructor trainer adviser
    investor islamist jihadist journalist judge junta jury justice king kingdom labourer landlord lawmaker
    lawyer leader leadership league lecturer legislator legislature lender lobby maker man manager
    manufacturer marine mayor mediator medic member merchant migrant militant militia military minister
    ministry minority mission mob monarch monk mother movement nation navy negotiator neighbour
    neighbor network newspaper nobody nun nurse observer office officer official operator opponent
    opposition organisation organization organiser organizer outlet owner panel parent parliament
    participant partner party passenger patient patrol peacekeeper peasant pensioner people person
    personnel pilot pirate player police policeman policewoman politician pope population premier presence
    president priest prime prince princess prisoner producer professor prosecutor protester province
    publisher pupil queen rebel receptionist recruit reformer refugee regime regiment regulator relative
    reporter representative republic republican researcher resident retailer ruler sailor school scientist
    secretary senate senator sergeant service settler shareholder sheikh sheriff shopkeeper side sister
    society soldier someone son source speaker spokesman spokesperson spokeswoman squad staff state
    steelmaker store student sultan superintendent supplier supporter suspect synod taliban taskforce
    teacher team teenager terrorist thief tourist town trader tribe tribesman tribunal troop trooper trust
    union unit university user vendor victim village villager volunteer voter warlord watchdog widow wife
    witness woman worker writer youth
    graduate visitor rescuer auditor watchdog ombudsman commandant cadet conscript veteran reservist sentry sniper gunner
    mercenary paratrooper infantryman spy informer smuggler trafficker dealer robber burglar raider looter
    arsonist killer murderer assassin kidnapper detainee fugitive defector deserter survivor evacuee returnee
    tenant homeowner householder commuter motorist rider pedestrian spectator fan viewer listener reader
    blogger columnist correspondent photographer cameraman presenter anchor novelist poet singer musician
    dancer actress composer painter sculptor footballer goalkeeper referee umpire swimmer boxer wrestler
    tutor apprentice trainee intern headteacher headmaster rector vicar rabbi imam cardinal preacher pastor
    missionary congregation surgeon physician midwife paramedic therapist pharmacist dentist vet carer
    solicitor barrister attorney juror magistrate bailiff clerk accountant banker broker financier
    shareholder creditor debtor buyer seller bidder wholesaler grocer baker butcher brewer cook waiter
    hotelier landlady plumber electrician carpenter welder mechanic miner fisherman forester gardener
    shepherd herder grower picker beekeeper hunter poacher ranger warden docker steward aviator astronaut
    cleaner porter courier postman caretaker baby toddler infant adolescent adult grandfather grandmother
    grandson granddaughter cousin nephew niece twin sibling widower orphan lad enemy rival foe aggressor
    invader occupier assailant arbitrator signatory treasurer trustee patron benefactor lobbyist
    strategist pollster canvasser elector constituent peer lord lady baron duke earl bureaucrat henchman
    loyalist hardliner separatist nationalist unionist conservative liberal socialist democrat inspectorate
    directorate secretariat constabulary gendarmerie coastguard legion platoon corps cavalry infantry
    startup conglomerate subsidiary multinational hospital clinic museum university orchestra choir
    foundation cooperative syndicate cartel fleet squadron mission embassy consulate inquiry tribunal
    warship jet aircraft helicopter tank plane drone ship frigate submarine bomber
    """.split()
)
"""Lemmas of nouns for people, and for bodies and vehicles that act."""

PRONOUNS: Final = frozenset({"he", "she", "they", "we", "i", "who", "you"})
"""Pronouns that refer to people."""

PLACES: Final = frozenset(
    "capital border region country city town village province north south east west area island coast"
    " district frontline airport port base station square headquarters territory ground front field"
    " market school hospital street".split()
)
"""Common nouns for where something takes place."""

_AGENT_ENDINGS: Final = (
    "ists",
    "ist",
    "ians",
    "ian",
    "men",
    "women",
    "makers",
    "maker",
    "eers",
    "eer",
)
"""Endings of nouns for people."""

_THING_PLURALS: Final = frozenset(
    "numbers orders papers letters towers rivers powers offers matters quarters computers servers rollers"
    " factors sectors errors mirrors doors floors colours colors flavours flavors harbours harbors vectors"
    " reactors tractors motors monitors indicators generators elevators corridors wonders layers borders"
    " corners centers trailers printers scanners headers folders stickers posters flowers showers summers"
    " winters feathers fingers shoulders timbers chambers embers disasters clusters filters shelters"
    " parameters meters kilometers liters perimeters theaters waters dinners banners manners chapters burgers"
    " bunkers tankers containers cylinders ladders blenders gliders genders tenders remainders reminders"
    " hangers dangers triggers mergers boosters helicopters skyscrapers registers rumours rumors"
    " boilers cookers freezers lockers scooters speakers processors sensors thrusters routers"
    " favours favors labours labors tremors terrors horrors answers others offers".split()
)
"""Plurals in "-ers" and "-ors" that are things."""


def is_agent_word(word: str, lemma: str) -> bool:
    """Return whether a noun (lower-case `word`, its `lemma`) refers to people or to a body that acts."""
    forms = {lemma, word, word.removesuffix("s"), word.removesuffix("es"), word[:-3] + "y"}
    long = len(word) > THRESHOLDS.agent_noun_letters
    if long and word.endswith(("ers", "ors")) and word not in _THING_PLURALS:
        return True
    return not forms.isdisjoint(AGENTS) or word.endswith(_AGENT_ENDINGS)


FORCES_OF_NATURE: Final = frozenset(
    "earthquake quake flood flooding storm hurricane cyclone typhoon tornado fire blaze wildfire lightning"
    " landslide avalanche tsunami drought heatwave virus disease outbreak epidemic pandemic rain snow"
    " wind wave weather volcano eruption cancer illness infection accident crash".split()
)
"""Causes of harm that are no agents: what they do is no assault."""
