"""Event nouns ("talks") with their PLOVER coding, and the classes of nouns that verbs take.

In: nothing. Out: `EVENT_NOUNS`, the coding of nouns that denote an event with a light verb ("held talks"); `NOUN_CLASSES`,
which the verbs of `onrecord.language.en.verbs.PLOVER_TABLE` ask for with `+`; `ANNOUNCED_NOUNS`. Out of scope: verbs.

Source: written for onrecord after the PLOVER manual (Open Event Data Alliance), chapter 3.
"""

from __future__ import annotations

from typing import Final


def _split_words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NOUN_CLASSES: Final[dict[str, frozenset[str]]] = {
    "FORCES": _split_words(
        "team "
        "troop soldier force army battalion brigade regiment squadron unit division personnel warship"
        " ship frigate destroyer carrier submarine fleet jet fighter bomber helicopter warplane plane"
        " tank artillery marine paratrooper reservist police officer guard peacekeeper adviser advisor"
        " trainer contingent convoy patrol garrison commando mercenary militia reinforcement tanks"
        " militant rebel navy reserve"
    ),
    "ARMS": _split_words(
        "weapon weaponry arm ammunition munition missile rocket rifle gun tank drone equipment vehicle"
        " jet shell howitzer launcher helicopter system battery hardware armour armor explosive"
    ),
    "AID": _split_words(
        "aid assistance help relief loan grant fund funding money cash donation supply food medicine"
        " vaccine shelter tent subsidy bailout training equipment gift million billion dollar pound"
        " euro credit scholarship support compensation protection asylum refuge blanket dose water"
        " advice guidance package"
    ),
    "MONEY": _split_words(
        "million billion dollar pound euro money cash fund loan grant sum fee fine compensation damages"
        " ransom tax debt"
    ),
    "TALKS": _split_words(
        "talk meeting negotiation discussion summit consultation conference dialogue conversation"
        " visit call consultations talks briefing mediation"
    ),
    "AGREEMENT": _split_words(
        "agreement deal pact accord treaty memorandum contract settlement understanding protocol"
        " convention compromise consensus partnership truce ceasefire resolution declaration communique"
    ),
    "COMMITMENT": _split_words(
        "commitment pledge promise vow undertaking assurance guarantee offer"
    ),
    "SANCTIONS": _split_words(
        "sanction embargo tariff boycott penalty freeze duty quota restriction levy fine"
    ),
    "RESTRICTION": _split_words(
        "curfew ban blockade lockdown censorship restriction emergency law siege quarantine limit"
        " blackout state curb rule"
    ),
    "PROTEST": _split_words(
        "protest rally demonstration strike march sit-in riot boycott vigil walkout stoppage"
        " demo picket petition"
    ),
    "STATEMENT": _split_words("statement"),
    "ATTACK": _split_words(
        "attack assault offensive raid airstrike bombing bombardment shelling ambush invasion"
        " incursion war campaign bomb missile rocket grenade shell fire bullet explosion"
        " operation massacre sortie"
    ),
    "PERSON": _split_words(
        "man woman child boy girl person people civilian soldier officer student journalist protester"
        " demonstrator activist leader minister official suspect prisoner hostage worker villager"
        " resident refugee migrant passenger tourist militant rebel fighter policeman politician"
        " teacher doctor member citizen tribesman terrorist dissident lawyer judge priest"
        " aide deputy lawmaker mayor president king reporter driver guard victim body foreigner"
        " civilians insurgent gunman detainee captive opponent critic trader farmer pilot nurse"
    ),
    "VICTIM": _split_words(
        "protester demonstrator detainee prisoner woman man boy girl wife child student journalist activist"
        " civilian resident villager migrant refugee suspect driver guard teacher people"
    ),
    "CAPTIVES": _split_words(
        "prisoner hostage detainee captive suspect inmate crew sailor pilot prisoners hostages"
        " journalist protester activist"
    ),
    "BUILDING": _split_words(
        "barn shed farm hut tent building house home bridge church mosque temple school hospital factory plant base camp"
        " village town city road vehicle car bus truck ship tanker pipeline airport station"
        " checkpoint office embassy consulate warehouse depot shop statue line settlement crop"
        " infrastructure property facility headquarters convoy market bunker post stronghold"
    ),
    "TERRITORY": _split_words(
        "city town village territory area region base airport island border province capital district"
        " stronghold land port crossing position checkpoint building embassy ground outpost"
    ),
    "PROPERTY": _split_words(
        "property asset weapon drug passport document ship vessel tanker account equipment land"
        " cargo computer phone good shipment oil haul consignment"
    ),
    "CHARGE": _split_words(
        "charge complaint lawsuit suit accusation allegation proceeding indictment case action claim"
        " appeal petition motion"
    ),
    "INQUIRY": _split_words(
        "investigation inquiry probe enquiry review audit hearing inquest examination"
    ),
    "RELATIONS": _split_words(
        "tie relation link relationship contact cooperation recognition embassy"
    ),
    "DEMAND": _split_words(
        "request demand proposal offer call appeal bid plan deal bill plea application idea resolution"
        " claim motion amendment allegation accusation charge ultimatum suggestion invitation"
    ),
    "BODY": _split_words(
        "protester demonstrator crowd demonstration rally protest demonstrators gathering march"
    ),
    "CONCERN": _split_words(
        "concern anger outrage dismay disappointment regret alarm worry opposition"
    ),
    "SUPPORT": _split_words(
        "support backing solidarity confidence appreciation gratitude praise thanks satisfaction"
        " sympathy condolence hope optimism welcome endorsement recognition approval"
    ),
    "MEMBERSHIP": _split_words(
        "alliance coalition organisation organization club union bloc force army"
    ),
    "INTELLIGENCE": _split_words(
        "intelligence information data evidence technology expertise secret"
    ),
    "EXERCISE": _split_words("exercise drill manoeuvre maneuver wargame game"),
    "STREETS": _split_words("street square road park building campus"),
    "ROADS": _split_words(
        "road street highway bridge railway motorway entrance route port traffic border"
    ),
    "FLAG": _split_words("flag effigy picture portrait tyre tire"),
    "THREAT": _split_words("threat warning ultimatum"),
    "STRIKE": _split_words("strike walkout stoppage"),
    "POWER": _split_words("power control office leadership"),
    "OFFICIALS": _split_words(
        "ambassador diplomat diplomats envoy attache inspector observer monitor staff"
    ),
}

_EVENT_NOUNS = """
ASSAULT - military | attack assault offensive raid strike airstrike bombing bombardment shelling ambush
ASSAULT - military | invasion incursion counteroffensive bombing massacre counterattack
ASSAULT assassinate - | assassination
CONSULT - diplomatic | talk meeting negotiation discussion summit consultation conference dialogue
CONSULT - diplomatic | conversation briefing mediation
CONSULT visit diplomatic | visit trip tour
CONSULT phone diplomatic | call
AGREE - diplomatic | agreement deal pact accord treaty memorandum compromise consensus understanding
AGREE - - | commitment pledge promise vow undertaking assurance guarantee offer
AID - - | aid assistance help relief loan grant donation
SANCTION discontinue economic | sanction embargo tariff
COERCE restrict - | restriction ban blockade lockdown censorship crackdown
COERCE curfew - | curfew
COERCE martial-law - | emergency
COERCE arrest legal | arrest detention
COERCE seize legal | search seizure confiscation
COERCE deport migration | deportation expulsion
COERCE cyber cyber | hack cyberattack
PROTEST demo - | protest rally demonstration march sit-in vigil
PROTEST strike - | strike walkout stoppage
PROTEST riot - | riot
PROTEST boycott - | boycott
ACCUSE allege legal | lawsuit complaint charge accusation allegation prosecution
ACCUSE disapprove - | criticism condemnation rebuke
ACCUSE investigate legal | investigation inquiry probe enquiry audit inquest
REQUEST - - | demand request appeal plea petition
THREATEN - - | threat warning ultimatum
COOPERATE - military | exercise drill manoeuvre maneuver
COOPERATE - - | cooperation partnership collaboration exchange
SUPPORT - diplomatic | support endorsement praise welcome apology recognition
YIELD ceasefire military | ceasefire truce
YIELD withdraw military | withdrawal pullout retreat
YIELD resign executive | resignation
YIELD release legal | release
REJECT - - | refusal veto rejection
MOBILIZE troops military | deployment buildup mobilisation mobilization
"""


def _parse_event_nouns() -> dict[str, tuple[str, str | None, tuple[str, ...]]]:
    codings: dict[str, tuple[str, str | None, tuple[str, ...]]] = {}
    for line in _EVENT_NOUNS.strip().splitlines():
        head, nouns = line.split("|")
        root, mode, contexts = head.split()
        coding = (
            root,
            None if mode == "-" else mode,
            () if contexts == "-" else tuple(contexts.split(";")),
        )
        codings.update(dict.fromkeys(nouns.split(), coding))
    return codings


EVENT_NOUNS: Final = _parse_event_nouns()
"""Noun lemma → (PLOVER root, mode, contexts)."""

ANNOUNCED_NOUNS: Final = _split_words(
    "announcement decision statement report ruling verdict vote election inquiry summit meeting talk"
    " visit trial launch review deal agreement withdrawal deployment strike protest rally hearing"
    " delivery opening debate ceremony result offensive attack release"
)
"""Nouns that denote an event when they are said to be expected, due or scheduled."""
