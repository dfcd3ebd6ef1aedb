"""Verbs that attribute, by the phrase that holds their content, and by kind of speech.

In: nothing. Out: lower-case lemmas, for each kind of speech (said, asked, judged, believed, wanted) or for each lemma. Out of
scope: verbs of acting, of feeling without a fact ("be happy") and of perceiving things; verbs by other properties
(`onrecord.extract.quotes.en.verbs`).

Source: Levin, English Verb Classes (1993), 29.1-29.5, 31.2, 32, 33, 37.1-37.9, 58, 62 and 70; Pareti (2016) for what
counts as an attribution: assertions, beliefs, facts known, and intentions. Our own selection, by meaning.
"""

from __future__ import annotations

CLAUSE_VERBS: dict[str, frozenset[str]] = {
    "believed": frozenset(
        """
        accept anticipate appreciate assume believe calculate conclude consider decide deduce deem
        determine discern discover doubt dream envision envisage expect fear feel figure forget foresee
        gather guess hear hold hypothesise hypothesize imagine infer intuit judge know learn notice
        perceive ponder presume pretend realise realize reason recall reckon recognise recognize
        reflect regret remember sense speculate suppose surmise suspect think trust understand
        wonder worry theorise theorize
        """.split()
    ),
    "wanted": frozenset("desire hope intend pray prefer resolve wish".split()),
    "asked": frozenset(
        "ask beg demand inquire enquire insist order recommend request require urge".split()
    ),
    "said": frozenset(
        """
        advise affirm allude attest avow bemoan bluster certify chide clarify coo crow decree
        deadpan decry dispute elaborate email emphasise emphasize enthuse gloat gripe groan growl grunt
        guarantee gush hint hypothesise illustrate imply indicate intimate intone itemise
        lecture lie moan mumble murmur ordain point posit post postulate prophesy
        publish purport rant rave reason rebut recite recount refute rejoin remonstrate retweet
        rule sermonise snarl sneer snort specify stipulate surmise taunt tease text thunder tout
        underscore venture verify vent volunteer wail warrant whine whisper yelp
        """.split()
    ),
}
"""Verbs whose clause is the content: with "that", without it, or a question."""

INFINITIVE_VERBS: dict[str, frozenset[str]] = {
    "wanted": frozenset(
        """
        agree aim aspire consent contemplate decide decline desire determine expect
        fear hesitate hope intend like long love hate mean opt plan plot prefer refuse resolve
        scheme seek want wish yearn
        """.split()
    ),
    "said": frozenset(
        "claim offer pledge profess promise propose swear threaten undertake vow volunteer".split()
    ),
    "asked": frozenset("ask beg demand petition plead apply".split()),
}
"""Verbs whose infinitive, of the same subject, is the content."""

OBJECT_INFINITIVE_VERBS: dict[str, frozenset[str]] = {
    "asked": frozenset(
        """
        advise ask beg beseech call caution challenge command counsel direct enjoin encourage entreat exhort
        implore instruct invite lobby order petition press pressure request summon tell urge warn
        """.split()
    ),
    "wanted": frozenset("want expect like prefer wish intend mean".split()),
    "believed": frozenset(
        "believe consider deem find imagine judge perceive presume suppose think understand".split()
    ),
}
"""Verbs whose object with an infinitive is the content ("urged them to leave", "wants the road to open")."""

OBJECT_VERBS: dict[str, frozenset[str]] = {
    "said": frozenset(
        """
        acknowledge admit affirm allege announce assert cite clarify concede confirm contradict
        declare deny detail disclose discuss dispute disavow echo emphasise emphasize enumerate explain express
        flag forecast foretell highlight invoke itemise mention narrate outline pledge predict proclaim
        advocate promise promote propose reaffirm rebut recommend recount refute reiterate repeat repudiate retract reveal
        articulate argue chronicle estimate reference report retweet signal state tweet
        specify spell stress swear threaten vow suggest tout underline underscore unveil voice
        """.split()
    ),
    "judged": frozenset(
        """
        adore attack compliment detest disregard downplay hate ignore loathe love lionise lionize roast scapegoat shun
        abhor accuse acclaim admire admonish applaud approve assail back belittle berate
        blame bemoan berate blast castigate censure champion characterise characterize chastise chide
        commend condemn condone congratulate criticise criticize cheer decry defend denigrate denounce deplore
        depict deride describe despise disavow discredit dismiss disparage disown endorse
        excoriate extol fault favour favor hail impugn insult lambast lambaste lament laud lampoon
        mock oppose parody pillory portray praise question rebuff rebuke reject renounce
        reprimand resent reproach respect revile ridicule salute scold scorn slam slur smear support
        challenge credit dislike thank upbraid vilify welcome bash savage skewer trash decry protest
        """.split()
    ),
    "believed": frozenset(
        """
        anticipate believe consider contemplate debate doubt distrust dread envisage envision expect fear
        foresee imagine mistrust mull ponder realise realize recall reconsider regret remember suspect trust
        understand weigh
        """.split()
    ),
    "wanted": frozenset("covet crave desire favour favor plan prefer want".split()),
    "asked": frozenset("demand request urge".split()),
}
"""Verbs whose object is the content, with the phrases that say more of it ("praised the crew for …")."""

PREDICATIVE_VERBS = frozenset(
    """
    brand call characterise characterize consider deem depict describe dub hail label paint perceive portray
    proclaim pronounce regard see term view declare find judge liken compare cast
    """.split()
)
"""Verbs that say what their object is: by a second noun or an adjective, or after "as"."""

PREPOSITION_VERBS: dict[str, tuple[str, frozenset[str]]] = {
    lemma: (speech, frozenset(words.split()))
    for speech, listed in {
        "said": {
            "allude": "to", "apologise": "for", "apologize": "for", "argue": "for against about over with",
            "boast": "about of", "brag": "about of", "caution": "against about", "comment": "on about",
            "complain": "about of", "confess": "to", "crow": "about", "elaborate": "on",
            "expound": "on", "gloat": "over about", "gripe": "about", "gush": "about over", "hint": "at",
            "insist": "on upon", "joke": "about", "lecture": "on about", "lie": "about",
            "muse": "about on", "object": "to", "opine": "on about", "preach": "about", "rail": "against at",
            "rant": "about against", "rave": "about", "refer": "to", "reflect": "on upon", "remark": "on upon about",
            "report": "on about", "speak": "about of on against",
            "speculate": "about on", "talk": "about of", "testify": "about to against", "tweet": "about",
            "vent": "about", "warn": "of about against", "weigh": "on", "write": "about of",
            "campaign": "on", "attest": "to", "dwell": "on", "point": "to",
            "react": "to", "respond": "to", "reply": "to", "touch": "on", "whine": "about",
        },
        "judged": {
            "vote": "against", "rally": "behind around", "laugh": "at",
            "approve": "of", "disapprove": "of", "agree": "with on", "disagree": "with on over about",
            "complain": "about of", "despair": "of at", "inveigh": "against", "protest": "against over about",
            "lash": "at", "hit": "at", "rage": "against at", "fume": "at about over",
            "swipe": "at", "root": "for", "vouch": "for", "bristle": "at", "sneer": "at", "scoff": "at", "recoil": "at from", "sympathise": "with",
            "sympathize": "with", "side": "with", "quarrel": "with", "balk": "at", "chafe": "at",
        },
        "believed": {
            "believe": "in", "dream": "of about", "know": "about of", "learn": "about of", "think": "about of",
            "worry": "about over", "wonder": "about", "fret": "about over", "hear": "about of",
            "ponder": "on over", "mull": "over", "agonise": "over", "agonize": "over", "fear": "for",
        },
        "wanted": {
            "hope": "for", "long": "for", "yearn": "for", "aim": "for", "wish": "for", "aspire": "to",
            "commit": "to", "pray": "for", "opt": "for", "hunger": "for", "plan": "on for",
        },
        "asked": {
            "appeal": "for to", "ask": "for about", "beg": "for", "call": "for", "campaign": "for against",
            "clamour": "for", "clamor": "for", "inquire": "about into", "enquire": "about into",
            "lobby": "for against", "petition": "for", "plead": "for with", "press": "for", "push": "for",
            "advocate": "for", "agitate": "for",
        },
    }.items()
    for lemma, words in listed.items()
}  # fmt: skip
"""Verbs whose content follows one of these prepositions, which then belongs to the cue ("called for")."""

PHRASAL_VERBS: dict[str, str] = {
    phrase: speech
    for speech, phrases in {
        "said": "rule_out lay_out spell_out point_out",
        "judged": "call_out play_down brush_off brush_aside shrug_off wave_off laugh_off write_off talk_up talk_down"
        " single_out dress_down cheer_on",
    }.items()
    for phrase in phrases.split()
}
"""Verbs with a particle whose object is the content ("ruled out")."""

OBJECT_PREPOSITION_VERBS: dict[str, tuple[str, frozenset[str]]] = {
    "accuse": ("judged", frozenset({"of"})),
    "suspect": ("believed", frozenset({"of"})),
    "blame": ("judged", frozenset({"for", "on"})),
    "charge": ("judged", frozenset({"with"})),
    "convince": ("believed", frozenset({"of"})),
    "remind": ("said", frozenset({"of", "about"})),
    "inform": ("said", frozenset({"of", "about"})),
    "warn": ("said", frozenset({"of", "about", "against"})),
    "tell": ("said", frozenset({"of", "about"})),
    "ask": ("asked", frozenset({"for", "about"})),
    "press": ("asked", frozenset({"for", "on", "about"})),
    "question": ("asked", frozenset({"about", "on", "over"})),
}
"""Verbs with an object and then a preposition; both are the content where somebody is judged ("accused him of …")."""
