"""Names: the words by which English names show their kind, and ordinary words that are none.

In: nothing. Out: sets of words as written in names (capitalised) or lower-case where said. Out of scope: the
names themselves (`aliases`, `demonyms`, and packages read by `onrecord.language.names.gazetteer`).

Source: our own lists; kinds follow the ACE/OntoNotes entity guidelines (GPE and LOC as place, FAC, ORG, NORP).
"""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


LABELS: dict[str, str] = {
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
"""Labels of pipelines' names, to ours; a label that is not here makes no entity."""

ORGANISATION_WORDS = _words(
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
LEADING_ORGANISATION_WORDS = _words(
    """
    Ministry Department Bank University House Office Institute Board Chamber Council Church
    League Organisation Organization Bureau College Court Academy School Association Committee
    Commission
    """
)
FACILITY_WORDS = _words(
    """
    Airport Airbase Airfield Amphitheater Amphitheatre Arena Ballpark Cemetery Coliseum Courthouse Gallery Library
    Observatory Pavilion Raceway Racecourse Shipyard Speedway Theater Barracks Base Bridge Building Camp Castle Cathedral Centre
    Abbey Aerodrome Aquarium Basilica Chapel Fortress Inn Lighthouse Lodge Mall Manor Minster Monastery Monument Motel
    Pier Planetarium Racetrack Resort Shrine Synagogue Velodrome Viaduct Zoo
    Center Dam Embassy Factory Gate Hall Hospital Hotel Mosque Museum Palace Plant Port Prison
    Pipeline Reactor Refinery Stadium Station Square Terminal Theatre Tower Tunnel
    """
)
FACILITIES_OF = frozenset({"Bridge", "Castle", "Cathedral", "Museum", "Palace", "Tower"})
"""First words of buildings' names that go on with "of"."""

LEADING_FACILITY_WORDS = frozenset(
    {"Castle", "Café", "Cafe", "Château", "Chateau", "Hotel", "Villa"}
)
"""First words of buildings' names."""

CENTRES = frozenset({"Center", "Centre", "Centers", "Centres"})
"""What bodies and buildings are called alike."""

PLACE_WORDS = _words(
    """
    Avenue Bay Beach Borough Canal Canyon City Coast County Creek Desert District Empire Falls Forest
    Gulf Heights Hill Hills Island Islands Lake Mountain Mountains Ocean Park Peninsula Province
    Region River Road Sea Strait Street Territory Town Valley Village
    """
)
LEADING_PLACE_WORDS = _words(
    """
    Camp Mount Lake Cape Fort Port Gulf Strait Isle River Saint St San Santa
    """
)
COMPANY_WORDS = _words(
    """
    Automotive Aviation Biotech Brewing Cosmetics Diagnostics Dynamics Furniture Homes Investments Materials Motor
    Networks Properties Publishing Realty Semiconductors Shipping Suites Telecom Therapeutics Wireless
    Analytics Capital Communications Consulting Energy Finance Foods Games Health Hotels Insurance Interactive International Labs
    Logistics Mining Oil Records Resources Retail Software Solutions Sports Steel Stores Technology Motorsport Racing
    """
)
"""Last words of companies' names that end other names too; they only lean."""

DIRECTIONS = frozenset({"North", "South", "East", "West", "Midwest", "Midlands"})
"""Parts of the world and of countries."""

STATES_SHORT = _words(
    """
    Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Md. Mass. Mich. Minn. Miss. Mo. Mont. Neb.
    Nev. N.H. N.J. N.M. N.Y. N.C. N.D. Okla. Ore. Pa. R.I. S.C. S.D. Tenn. Tex. Vt. Va. Wash. Wis. Wyo. D.C. B.C. Ont.
    """
)
"""States after a town's name, as news agencies shorten them."""

OCCASION_WORDS = _words(
    """
    Awards Biennale Championship Championships Conference Cup Day Derby Expo Festival Index Marathon Olympics
    Paralympics Playoffs Prix Show Summit Tournament Trophy War Week Weekend
    """
)
"""Last words of names of occasions and of indices: no type here, so they name nothing of ours."""

LAW_WORDS = _words(
    """
    Accord Accords Act Agreement Amendment Bill Charter Code Constitution Convention Covenant
    Declaration Directive Law Pact Protocol Resolution Treaty
    """
)
LEADING_OPERATION_WORDS = _words(
    """
    Operation Exercise Project
    """
)
"""First words of the names of operations and the like: "Operation Shader"."""

OPERATION_WORDS = _words(
    """
    Campaign Initiative Operation Plan Programme Program Project Scheme Strategy
    """
)
"""Last words of the names of operations, programmes and plans."""
MISSION_WORDS = frozenset({"Mission"})

PARTICLES = _words(
    """
    al bin ibn bint abu el de da del della di du van von der den ter ten la le dos das ul
    """
)
"""Small words inside people's names."""

LEGAL = frozenset(
    "AB AG BV Co Company Corp Corporation GmbH Inc Limited LLC Ltd NV PLC Plc SA SpA".split()
)
"""What a firm's name ends with in law, and seldom in the news."""

CHIEFS = frozenset({"CEO", "CFO", "CTO", "COO", "MEP", "MP", "MSP", "QC", "KC"})
"""Letters after a body's or a person's name that are no part of it."""

CONNECTORS = frozenset({"of", "for", "and", "on", "the", "de", "&"})
"""Small words inside names of bodies."""

SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})

CALENDAR = _words(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May
    June July August September October November December Christmas Easter Ramadan Eid Spring
    Summer Autumn Winter Mon Tue Tues Wed Thu Thurs Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug Sep
    Sept Oct Nov Dec BST GMT UTC EST EDT PST CET ET PT CEST IST AEST
    """
)

NOT_NAMES = _words(
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
"""Words that stand capitalised for other reasons: first in a sentence, or in a page's furniture."""

AMBIGUOUS_CITIES = _words(
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
"""Cities that are also people's names or ordinary words: a lexicon alone does not make them a place."""

AMBIGUOUS_STATES = frozenset({"Georgia", "Virginia", "Washington", "Maine"})
"""States that are also countries, people's names, cities or words."""

LARGE_CITY = 300_000
"""Inhabitants from which a city's bare name is taken as a second opinion; smaller ones collide with surnames."""

PLACES_OF = _words(
    """
    Bay Cape City Commonwealth Emirate Gulf Isle Kingdom Lake Port Principality Province Republic Sea State Strait
    Straits Sultanate Town
    """
)
"""First words of places' names that go on with "of"."""

WITHIN = _words(
    """
    in near across inside outside throughout around into within
    """
)
"""Prepositions before a name that make it a place."""

MIND_VERBS = _words(
    """
    think believe hope want fear feel know remember hear see smile laugh speak talk ask wonder marry
    die resign retire join visit arrive walk run tell arrest meet live teach win lose score notice collapse graduate
    weep cry nod shrug grin marry realise realize recall regret admire paint sing dream sleep sit
    """
)
"""Verbs, beside those of saying, whose subject is a person."""

OUTLET_WORDS = _words(
    """
    Times Chronicle Gazette Herald Tribune Observer Telegraph Journal Monitor Courier Examiner Dispatch
    Clarion Lantern Bugle Argus Echo Mercury
    """
)
"""Last words of outlets' names, after "the"."""
