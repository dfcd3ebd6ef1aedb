"""Words beside and inside a name that show what it names.

In: nothing. Out: sets of words and lemmas in lower case, by the type of name they speak for. Out of scope: what a
feature weighs (`onrecord.extract.entities.features.weights`).

Source: our own lists; the kinds of body, place and thing follow the ACE 2005 entity subtypes (ORG, GPE, LOC, FAC,
VEH, WEA) and the International Classification of Goods (Nice) for products.
"""

from __future__ import annotations


def _split_words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


BODY_KINDS = _split_words(
    """
    agency airline alliance army association authority band bank body broadcaster brand brewer builder bureau
    business cartel caucus chain channel charity church club coalition college commission committee company
    conglomerate consortium consultancy contractor cooperative corporation council court department developer
    distributor employer enterprise factory faction federation firm force foundation franchise fund giant
    government group hospital industry insurer institute institution label lab laboratory league lender magazine
    maker manufacturer militia ministry monopoly movement museum network newspaper ngo non-profit nonprofit
    operator organisation organization outfit outlet paper parliament parent party platform police producer
    provider publisher refiner regulator restaurant retailer school sect seller service society startup start-up
    store studio subsidiary supermarket supplier syndicate taskforce team think-tank tabloid
    union university utility vendor watchdog wholesaler carmaker automaker chipmaker drugmaker planemaker
    """
)
"""Nouns for bodies: "X, a Danish company", "the retailer X"."""

BODY_HEADS = _split_words(
    """
    boss bosses ceo cfo cto co-founder cofounder founder chairman chairwoman employee employees exec execs
    executive executives factory factories headquarters customer customers shareholder shareholders share shares
    stock spokesman spokesperson spokeswoman staff staffer staffers store stores subsidiary subsidiaries board
    workers unit earnings revenue profits sales bonds dividend membership members coach fans franchise
    quarterback goalie striker midfielder defenseman linebacker goalkeeper season roster coalition party parties
    candidate candidates leadership team teams forces league label
    """
)
"""Nouns after a body's name: "X shares", "X spokesman"."""

PLACE_KINDS = _split_words(
    """
    archipelago area basin bay beach borough capital city coast commune constituency continent county country
    desert district enclave estate estuary forest gulf hamlet highland island isle kingdom lake metropolis
    moon mountain municipality nation neighbourhood neighborhood ocean parish peninsula planet port precinct
    province region republic resort river sea seaport settlement shire state strait street suburb territory
    town townland township valley village volcano ward wilderness
    """
)
"""Nouns for places: "the town of X", "X, a village near"."""

PLACE_HEADS = _split_words(
    """
    airport airspace area border coast coastline city countryside county district governorate harbour harbor
    mayor native outskirts peninsula province region resident residents river street streets suburb suburbs town
    township valley village villages
    """
)
"""Nouns after a place's name: "X province", "X residents"."""

PERSON_HEADS = _split_words(
    """
    career childhood children daughter death family father fiancee fiance girlfriend boyfriend husband
    impeachment mother regime niece nephew parents partner presidency resignation sister brother son tenure testimony
    uncle aunt wedding widow wife birthday tweets remarks memoir memoirs biography autobiography ancestors
    girlfriends upbringing junior lawyer lawyers attorney attorneys biographer testimony body corpse smile voice
    """
)
"""Nouns a person has: "X's wife"."""

PRODUCT_KINDS = _split_words(
    """
    aircraft airliner airplane album app application artillery blog bomber brand browser bus camera car cartridge
    chip chipset chopper computer console convertible controller coupe crossover device destroyer drone drug
    engine ereader e-reader fighter film frigate game gadget gun gunship handset hatchback headset headphones
    helicopter howitzer jet keyboard laptop launcher machine medication medicine minivan missile model monitor
    motorcycle movie munition operating_system phone pickup pistol plane podcast processor product rifle robot
    rocket router satellite sedan series show smartphone smartwatch software song speaker spacecraft sitcom
    submarine supercar suv system tablet tank television toy tracker truck vaccine van vehicle warplane warship
    watch wagon weapon
    """
)
"""Nouns for products that have names."""

THING_HEADS = frozenset(
    PRODUCT_KINDS
    - _split_words(
        "blog brand bus car computer drug film game machine model movie phone product series show system"
    )
    - _split_words(
        "speaker watch weapon chip camera device engine television toy gun fighter plane software song"
    )
) | _split_words("users owners version versions update updates prototype")
"""Nouns after a product's name, without those that as often follow the maker's ("Nokia phones")."""

MAKER_NOUNS = _split_words(
    """
    aircraft airliner car helicopter jet laptop phone plane rocket satellite sedan smartphone suv tablet truck van
    vehicle
    """
)
"""Those of `THING_HEADS` that follow the maker's name as often as the product's: "Boeing jets"."""

WEAPON_KINDS = _split_words(
    """
    aircraft airliner artillery bomber carrier cruiser destroyer drone fighter frigate gun gunship helicopter
    howitzer interceptor jet launcher missile mortar plane rifle rocket satellite submarine tank torpedo truck
    vaccine vehicle warplane warship
    """
)
"""Nouns for weapons and vehicles, beside which capitalised words and designations are product names."""
BODY_SUBJECT_VERBS = _split_words(
    """
    acquire announce develop employ hire launch manufacture merge publish release sell sponsor unveil
    """
)
"""Verbs whose subject, if it is a name, is a body rather than a place."""

BODY_NOUNS_BEFORE_OF = _split_words(
    """
    affiliate alliance alumnus bassist boss branch candidate captain ceo cfo chairman chairwoman co-founder coach
    coalition cofounder customer director division drummer employee fellow founder fullback graduate guitarist head
    leader manager member merger midfielder owner president professor representative shareholder singer subsidiary
    supporter unit wing
    """
)
"""Nouns before "of" and a body's name: "manager of X"."""

PLACE_NOUNS_BEFORE_OF = _split_words(
    """
    centre center citizen coast government governor king mayor north south east west outskirts people
    prince princess queen resident riding seat sheriff streets suburb
    """
)
"""Nouns before "of" and a place's name."""

SETTLEMENT_NOUNS = _split_words("city hamlet town village")
"""Nouns of settlements: "the town of X"."""

TOWN_NOUNS_BEFORE_OF = _split_words(
    """
    archbishop archdiocese bishop borough citizen council county diocese harbour harbor inhabitant mayor mayoress outskirts parish
    people population port resident street suburb township townsfolk townspeople villager voter
    """
)
"""Nouns of offices, bodies and parts of towns before "of" and a town's name: "the council of X"."""

RULER_NOUNS = _split_words(
    """
    administration campaign cabinet era presidency regime supporter supporters voter voters rally
    """
)
"""Nouns after the name of a ruler: "the X administration"."""

PRODUCT_OBJECT_VERBS = _split_words(
    """
    buy debut install launch manufacture preorder pre-order release unveil download ship fly
    """
)
"""Verbs whose object, if it is a name, is a product's."""

HOLDING_NOUNS = _split_words(
    "investment investor investors share shareholder shareholders shares stake stakes stock"
)
"""Nouns before "in" and a firm's name: "shares in X"."""

BODY_OBJECT_VERBS = _split_words("form join quit rejoin")
"""Verbs whose object, if it is a name, is a body."""

PERSON_PASSIVE_VERBS = _split_words(
    """
    accuse acquit appoint arrest assassinate bear behead bury charge convict crown detain educate elect fine hospitalise
    hospitalize injure interview jail kill marry murder nominate re-elect reelect rescue sentence shoot stab succeed
    survive wound
    """
)
"""Verbs whose passive subject, if it is a name, is a person."""

BUILDING_OBJECT_VERBS = _split_words("enter evacuate leave reach storm visit")
"""Verbs whose object may be a building; its own words decide."""

SINGULAR_PERSON_PRONOUNS = frozenset({"he", "she", "his", "her", "him", "himself", "herself"})
"""Pronouns for one person."""

POSTING_VERBS = _split_words(
    "circulate live-stream livestream post publish repost share stream trend tweet upload viral"
)
"""What people do with words and pictures on a platform: "posted on X", "uploaded to X"."""

POSTING_NOUNS = _split_words("account follower hashtag page post profile thread")
"""Nouns right before "on" and a platform's name; "a video on X" may be about X."""

WRITING_VERBS = _split_words("write say announce complain joke")
"""Verbs after which "on" may be the platform or the topic; what was written follows a platform's name."""

POSTING_PREPOSITIONS = frozenset({"on", "onto", "to", "via"})

INTERJECTION_ACRONYMS = _split_words(
    """
    aka asap btw diy eta faq faqs fyi imo lmao lol nsfw ok okay omg ps rip tba tbd tl;dr wow wtf yes no
    """
)
"""Interjections and abbreviations in capitals that name nothing."""

PRODUCT_KINDS_BEFORE_NAME = WEAPON_KINDS | _split_words("app browser console drug smartphone")
"""Nouns of products before their name: "the frigate X", "the app X"."""

THING_NOUNS_BEFORE_OF = _split_words("version copy user")
"""Nouns before "of" and a product's name."""

MOVEMENT_PREPOSITIONS = _split_words("to from at for of through via")
"""Prepositions before "the" and the name of a body or building."""

TIME_WORDS = _split_words("last next early late today tomorrow yesterday tonight")
"""Words after a name that begin a time, and do not continue the name's phrase."""

TOLD_FORMS = _split_words("told tells")
"""Verb forms before "the" and an outlet's name."""

SPEECH_VERBS_BEFORE_NAME = _split_words("said says")
"""Verb forms between a mark and a speaker's name: "“…”, said X"."""

SPEECH_VERBS_AFTER_NAME = _split_words("said says told added tweeted")
"""Verb forms after a speaker's name."""

PLURAL_AUXILIARIES = _split_words("have are were")
"""Verb forms after the name of a team or body that British English takes for many: "Norwich have signed"."""

BODY_PRONOUNS = _split_words("its itself")
"""Pronouns that refer to a body or a thing."""

EXAMPLE_WORDS = _split_words("like including")
"""Words between a noun and a name that is an example of it."""

APPOSITION_MARKS = frozenset({",", "—", "–", "("})
"""Marks between a name and its apposition."""

MARKS_AFTER_AGE = frozenset({",", ")"})
"""Marks after a person's age: ", 42,", "(42)"."""

SURNAME_PREFIXES = (
    "Mc",
    "Mac",
    "De",
    "Di",
    "Da",
    "Du",
    "La",
    "Le",
    "Fitz",
    "Van",
    "Von",
    "St",
)
"""Beginnings after which a surname may go on with a capital."""
