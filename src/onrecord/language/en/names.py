"""Words that show what an English name names, and ordinary words that are written with a capital.

In: nothing. Out: sets of words as written in names (capitalised), or in lower case where stated. Out of scope: the
names themselves (`aliases`, `demonyms`, and the packages that `onrecord.language.names.gazetteer` reads).

Source: our own lists; kinds follow the ACE/OntoNotes entity guidelines (GPE and LOC as place, FAC, ORG, NORP).
"""

from __future__ import annotations


def _split_words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


TYPES_BY_LABEL: dict[str, str] = {
    "PER": "person",
    "PERSON": "person",
    "ORG": "organisation",
    "LOC": "place",
    "GPE": "place",
    "FAC": "facility",
    "NORP": "group",
    "PRODUCT": "product",
    "LAW": "law",
}
"""Our type for each entity label of a pipeline; names with other labels make no entity."""

ORGANISATION_WORDS = _split_words(
    """
    AB AG Board BV Conservatory Cooperative Elementary GmbH NV PLC Polytechnic Primary SA SpA
    Academy Administration Aerospace Airline Airlines Airways Associates Choir Electronics Entertainment FC Laboratories
    Motors Orchestra Petroleum Pharmaceuticals Pictures Railways Robotics Rovers Securities Semiconductor
    Studios Symphony Technologies Ventures Wanderers Rifles Fusiliers Infantry Artillery Agency Alliance Army Assembly Association Authority Bank Battalion
    Battery Brigade Brigades Broadcasting Bureau Cabinet Church Club Coalition College
    Commission Committee Company Confederation Congress Consortium Constabulary Corp Corporation
    Corps Council Court Department Directorate Division Election Enterprise Executive Federation
    Fleet Force Forces Foundation Front Fund Government Group Guard Guards Headquarters Holdings
    Inc Industries Institute Institution Laboratory League Ltd Limited LLC Media Ministry
    Movement NHS Navy Network News Office Organisation Organization Parliament Partners
    Partnership Party Plc Police Post Press Regiment Registry Reserve School Secretariat Senate
    Service Services Society Squadron Syndicate Systems Taskforce Team Tribunal Trust Union
    United University Watch
    """
)
"""Last words of bodies' names: "Harbour Commission"."""

LEADING_ORGANISATION_WORDS = _split_words(
    """
    Ministry Department Bank University House Office Institute Board Chamber Council Church
    League Organisation Organization Bureau College Court Academy School Association Committee
    Commission
    """
)
"""First words of bodies' names, mostly before "of" or "for": "Ministry of Transport"."""

FACILITY_WORDS = _split_words(
    """
    Airport Airbase Airfield Amphitheater Amphitheatre Arena Ballpark Cemetery Coliseum Courthouse Gallery Library
    Observatory Pavilion Raceway Racecourse Shipyard Speedway Theater Barracks Base Bridge Building Camp Castle Cathedral Centre
    Abbey Aerodrome Aquarium Basilica Chapel Fortress Inn Lighthouse Lodge Mall Manor Minster Monastery Monument Motel
    Pier Planetarium Racetrack Resort Shrine Synagogue Velodrome Viaduct Zoo
    Center Dam Embassy Factory Gate Hall Hospital Hotel Mosque Museum Palace Plant Port Prison
    Pipeline Reactor Refinery Stadium Station Square Terminal Theatre Tower Tunnel
    """
)
"""Last words of the names of buildings and sites."""
FACILITY_WORDS_BEFORE_OF = frozenset({"Bridge", "Castle", "Cathedral", "Museum", "Palace", "Tower"})
"""First words of buildings' names before "of": "Museum of Flight"."""

LEADING_FACILITY_WORDS = frozenset(
    {"Castle", "Café", "Cafe", "Château", "Chateau", "Hotel", "Villa"}
)
"""First words of buildings' names."""

CENTRE_WORDS = frozenset({"Center", "Centre", "Centers", "Centres"})
"""Last words of the names of buildings and of bodies alike."""

PLACE_WORDS = _split_words(
    """
    Avenue Bay Beach Borough Canal Canyon City Coast County Creek Desert District Empire Falls Forest
    Gulf Heights Hill Hills Island Islands Lake Mountain Mountains Ocean Park Peninsula Province
    Region River Road Sea Strait Street Territory Town Valley Village
    """
)
"""Last words of places' names."""
LEADING_PLACE_WORDS = _split_words(
    """
    Camp Mount Lake Cape Fort Port Gulf Strait Isle River Saint St San Santa
    """
)
"""First words of places' names."""
COMPANY_WORDS = _split_words(
    """
    Automotive Aviation Biotech Brewing Cosmetics Diagnostics Dynamics Furniture Homes Investments Materials Motor
    Networks Properties Publishing Realty Semiconductors Shipping Suites Telecom Therapeutics Wireless
    Analytics Capital Communications Consulting Energy Finance Foods Games Health Hotels Insurance Interactive International Labs
    Logistics Mining Oil Records Resources Retail Software Solutions Sports Steel Stores Technology Motorsport Racing
    """
)
"""Last words of companies' names that end other names as well: weak evidence."""

DIRECTION_NAMES = frozenset({"North", "South", "East", "West", "Midwest", "Midlands"})
"""Names of parts of the world and of countries."""

STATE_ABBREVIATIONS = _split_words(
    """
    Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Md. Mass. Mich. Minn. Miss. Mo. Mont. Neb.
    Nev. N.H. N.J. N.M. N.Y. N.C. N.D. Okla. Ore. Pa. R.I. S.C. S.D. Tenn. Tex. Vt. Va. Wash. Wis. Wyo. D.C. B.C. Ont.
    """
)
"""States after a town's name, as news agencies abbreviate them."""

OCCASION_WORDS = _split_words(
    """
    Awards Biennale Championship Championships Conference Cup Day Derby Expo Festival Index Marathon Olympics
    Paralympics Playoffs Prix Show Summit Tournament Trophy War Week Weekend
    """
)
"""Last words of the names of occasions and indices, for which there is no entity type."""

LAW_WORDS = _split_words(
    """
    Accord Accords Act Agreement Amendment Bill Charter Code Constitution Convention Covenant
    Declaration Directive Law Pact Protocol Resolution Treaty
    """
)
"""Words of the names of laws and treaties, first or last."""
LEADING_OPERATION_WORDS = _split_words(
    """
    Operation Exercise Project
    """
)
"""First words of the names of operations: "Operation Shader"."""

OPERATION_WORDS = _split_words(
    """
    Campaign Initiative Operation Plan Programme Program Project Scheme Strategy
    """
)
"""Last words of the names of operations, programmes and plans."""
MISSION_WORDS = frozenset({"Mission"})
"""Words of the names of missions, which are bodies."""
PARTICLES = _split_words(
    """
    al bin ibn bint abu el de da del della di du van von der den ter ten la le dos das ul
    """
)
"""Lower-case words inside people's names."""

LEGAL_FORMS = frozenset(
    "AB AG BV Co Company Corp Corporation GmbH Inc Limited LLC Ltd NV PLC Plc SA SpA".split()
)
"""Legal forms at the end of firms' names, which news mostly leaves out."""

OFFICE_LETTERS = frozenset({"CEO", "CFO", "CTO", "COO", "MEP", "MP", "MSP", "QC", "KC"})
"""Abbreviations of offices and degrees after a name, which are no part of it."""

CONNECTORS = frozenset({"of", "for", "and", "on", "the", "de", "&"})
"""Lower-case words inside the names of bodies."""

GENERATION_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
"""Suffixes of people's names, in lower case."""
CALENDAR = _split_words(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May
    June July August September October November December Christmas Easter Ramadan Eid Spring
    Summer Autumn Winter Mon Tue Tues Wed Thu Thurs Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug Sep
    Sept Oct Nov Dec BST GMT UTC EST EDT PST CET ET PT CEST IST AEST
    """
)
"""Days, months, feasts, seasons and time zones."""

NOT_NAMES = _split_words(
    """
    a about above advertisement after again all allies also although an and announcement another any
    are as at back because before below breaking but by can click comment comments continue
    contact celsius copyright could deal did do does down earlier even every exclusive facebook fahrenheit few file
    first following for former from full further get had has have he headlines her here his home
    how however i if image in instead into is it its join just last later latest least leave
    less let like live log login logo many may meanwhile menu more most much my never new news
    next no nor not nothing notify now of off on once one only open or other our out over page
    photo picture please politics previous print privacy published rating read related reply
    reports rss same search see several share she should sign since so some still story
    subscribe such than thank thanks that the their them then there these they this those though
    thus to today tomorrow too top tuesday twitter two under until up update updated us-based
    use very video view want was we well were what when where whether which while who why will
    with without world would yes yesterday yet you your afterward afterwards besides clearly currently eventually
    finally furthermore hence indeed likewise maybe moreover nevertheless nonetheless otherwise overall perhaps rather
    recently sadly soon therefore
    """
)
"""Words, in lower case, that are capitalised for other reasons: first in a sentence, or in a page's furniture."""

AMBIGUOUS_CITIES = _split_words(
    """
    Reading Nice Mobile Split Bath Orange Best Most Man Same Bar Essen Tours Sale Deal Hull
    Rugby March Enterprise Independence Concord Victoria Jersey Cork Derby Angers Salem Florence
    Charlotte Madison Lincoln Jackson Houston Austin Hamilton Wellington Regina Adelaide Darwin
    Aurora Olympia Providence Surprise Nancy Male Sofia Alexandria Worcester Lawrence Irving
    Garland Gary Marino Carson Valencia Antonio Santos Nelson Franklin Arlington Bradford
    Stockton Fremont Newton Garcia Anderson Campbell Kent Diego Jose Natal Aden University Of
    Van Kota Central Eastern Zhu Battle Bello Date Fort Imus Lens Lucena Ontario Ordu Sur Tema
    Toledo Vigo
    """
)
"""Cities that are also people's names or ordinary words, and so are not in the gazetteer."""

AMBIGUOUS_STATES = frozenset({"Georgia", "Virginia", "Washington", "Maine"})
"""States of the United States that are also countries, people's names, cities or words."""

PLACE_WORDS_BEFORE_OF = _split_words(
    """
    Bay Cape City Commonwealth Emirate Gulf Isle Kingdom Lake Port Principality Province Republic Sea State Strait
    Straits Sultanate Town
    """
)
"""First words of places' names before "of": "Bay of Kerrin"."""

LOCATIVE_PREPOSITIONS = _split_words(
    """
    in near across inside outside throughout around into within
    """
)
"""Prepositions whose object is a place."""

PERSON_SUBJECT_VERBS = _split_words(
    """
    think believe hope want fear feel know remember hear see smile laugh speak talk ask wonder marry
    die resign retire join visit arrive walk run tell arrest meet live teach win lose score notice collapse graduate
    weep cry nod shrug grin marry realise realize recall regret admire paint sing dream sleep sit
    """
)
"""Lemmas of verbs, besides verbs of saying, whose subject is a person."""

OUTLET_WORDS = _split_words(
    """
    Times Chronicle Gazette Herald Tribune Observer Telegraph Journal Monitor Courier Examiner Dispatch
    Clarion Lantern Bugle Argus Echo Mercury
    """
)
"""Last words of news outlets' names after "the": "the Harbour Times"."""

NAME_LIST_LOCALES = (
    "az",
    "cs",
    "da",
    "de",
    "en",
    "en-au",
    "en-gb",
    "es",
    "es-mx",
    "et",
    "fi",
    "fr",
    "hr",
    "hu",
    "it",
    "nl",
    "no",
    "pl",
    "pt",
    "pt-br",
    "sk",
    "sv",
    "tr",
)
"""Locales of mimesis whose first names and surnames are read; Icelandic's register has too many ordinary English words."""
