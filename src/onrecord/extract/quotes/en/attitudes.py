"""Attitudes: verbs, adjectives and nouns that attribute, with what carries their content.

In: nothing. Out: sets of lower-case lemmas by kind of speech and by the phrase that holds what was said, believed,
wanted, asked or judged. Out of scope: verbs of acting, feeling without a fact ("be happy"), and perceiving
things.

Source: Levin, English Verb Classes (1993), 29.1-29.5, 31.2, 32, 33, 37.1-37.9, 58, 62 and 70; Pareti (2016) for what
counts as an attribution: assertions, beliefs, facts known, and intentions. Our own selection, by meaning.
"""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


CLAUSE_VERBS: dict[str, frozenset[str]] = {
    "believed": _words(
        """
        accept anticipate appreciate assume believe calculate conclude consider decide deduce deem
        determine discern discover doubt dream envision envisage expect fear feel figure forget foresee
        gather guess hear hold hypothesise hypothesize imagine infer intuit judge know learn notice
        perceive ponder presume pretend realise realize reason recall reckon recognise recognize
        reflect regret remember sense speculate suppose surmise suspect think trust understand
        wonder worry theorise theorize
        """
    ),
    "wanted": _words("desire hope intend pray prefer resolve wish"),
    "asked": _words("ask beg demand inquire enquire insist order recommend request require urge"),
    "said": _words(
        """
        advise affirm allude attest avow bemoan bluster certify chide clarify coo crow decree
        deadpan decry dispute elaborate email emphasise emphasize enthuse gloat gripe groan growl grunt
        guarantee gush hint hypothesise illustrate imply indicate intimate intone itemise
        lecture lie moan mumble murmur ordain point posit post postulate prophesy
        publish purport rant rave reason rebut recite recount refute rejoin remonstrate retweet
        rule sermonise snarl sneer snort specify stipulate surmise taunt tease text thunder tout
        underscore venture verify vent volunteer wail warrant whine whisper yelp
        """
    ),
}
"""Verbs whose clause, with "that" or bare or a question, is the content."""

INFINITIVE_VERBS: dict[str, frozenset[str]] = {
    "wanted": _words(
        """
        agree aim aspire consent contemplate decide decline desire determine expect
        fear hesitate hope intend like long love hate mean opt plan plot prefer refuse resolve
        scheme seek want wish yearn
        """
    ),
    "said": _words(
        "claim offer pledge profess promise propose swear threaten undertake vow volunteer"
    ),
    "asked": _words("ask beg demand petition plead apply"),
}
"""Verbs whose infinitive, of the same subject, is the content."""

OBJECT_INFINITIVE_VERBS: dict[str, frozenset[str]] = {
    "asked": _words(
        """
        advise ask beg beseech call caution challenge command counsel direct enjoin encourage entreat exhort
        implore instruct invite lobby order petition press pressure request summon tell urge warn
        """
    ),
    "wanted": _words("want expect like prefer wish intend mean"),
    "believed": _words(
        "believe consider deem find imagine judge perceive presume suppose think understand"
    ),
}
"""Verbs whose object with an infinitive is the content ("urged them to leave", "wants the road to open")."""

OBJECT_VERBS: dict[str, frozenset[str]] = {
    "said": _words(
        """
        acknowledge admit affirm allege announce assert cite clarify concede confirm contradict
        declare deny detail disclose discuss dispute disavow echo emphasise emphasize enumerate explain express
        flag forecast foretell highlight invoke itemise mention narrate outline pledge predict proclaim
        advocate promise promote propose reaffirm rebut recommend recount refute reiterate repeat repudiate retract reveal
        articulate argue chronicle estimate reference report retweet signal state tweet
        specify spell stress swear threaten vow suggest tout underline underscore unveil voice
        """
    ),
    "judged": _words(
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
        """
    ),
    "believed": _words(
        """
        anticipate believe consider contemplate debate doubt distrust dread envisage envision expect fear
        foresee imagine mistrust mull ponder realise realize recall reconsider regret remember suspect trust
        understand weigh
        """
    ),
    "wanted": _words("covet crave desire favour favor plan prefer want"),
    "asked": _words("demand request urge"),
}
"""Verbs whose object is the content, with what is said of it ("praised the crew for …")."""

PREDICATIVE_VERBS = _words(
    """
    brand call characterise characterize consider deem depict describe dub hail label paint perceive portray
    proclaim pronounce regard see term view declare find judge liken compare cast
    """
)
"""Verbs that say of their object what it is: with a second noun or quality, or after "as"."""

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

ATTITUDE_ADJECTIVES: dict[str, frozenset[str]] = {
    "believed": _words(
        """
        adamant afraid alarmed angry anxious apprehensive astonished aware bullish certain clear
        concerned confident convinced conscious cynical disappointed dismayed dubious encouraged fearful
        ashamed content delighted excited happy unhappy insistent mad
        frustrated furious glad grateful hopeful horrified mindful nervous optimistic outraged pessimistic
        pleased positive proud relieved satisfied sceptical skeptical shocked sorry sure surprised
        suspicious thankful thrilled unaware uncertain uneasy unsure upset wary worried doubtful
        """
    ),
    "wanted": _words(
        """
        anxious desperate determined eager impatient inclined keen loath prepared reluctant resolved unwilling
        willing hesitant
        """
    ),
    "judged": _words(
        "critical supportive dismissive disdainful contemptuous enamoured enamored fond scornful"
        " tolerant intolerant complimentary hostile sympathetic opposed"
    ),
}
"""Adjectives after a form of be that take a clause, an infinitive, or of, about, at, with, to."""

ATTITUDE_NOUNS: dict[str, tuple[str, frozenset[str]]] = {
    noun: (speech, frozenset(words.split()))
    for speech, listed in {
        "said": {
            "accusation": "that of against", "acknowledgement": "that of", "acknowledgment": "that of",
            "admission": "that of", "allegation": "that of about", "announcement": "that of about",
            "apology": "for", "argument": "that for against about", "assertion": "that of about",
            "assessment": "that of", "assurance": "that of", "boast": "that about", "claim": "that of about",
            "comment": "that about on", "complaint": "that about", "conclusion": "that", "confirmation": "that of",
            "contention": "that", "declaration": "that of", "denial": "that of", "description": "of",
            "disclosure": "that of", "explanation": "that for of", "forecast": "that of for", "hint": "that about of",
            "insistence": "that on", "mention": "of", "observation": "that about", "pledge": "that to of",
            "prediction": "that of about", "promise": "that to of", "proposal": "that to for",
            "remark": "that about on", "revelation": "that of about", "speech": "about on",
            "statement": "that about on", "suggestion": "that of", "testimony": "that about on",
            "threat": "that to of", "vow": "that to of", "warning": "that to about of against", "word": "that on about",
            "rhetoric": "about on", "reference": "to", "account": "of", "depiction": "of", "portrayal": "of",
            "characterisation": "of", "characterization": "of", "response": "to",
        },
        "judged": {
            "approval": "of for", "backing": "for of", "condemnation": "of", "critique": "of",
            "criticism": "that of", "defence": "of", "defense": "of", "disapproval": "of", "disdain": "for",
            "dislike": "of", "distaste": "for", "endorsement": "of", "enthusiasm": "for about", "hostility": "to toward towards",
            "objection": "that to", "opposition": "to", "praise": "for of", "rebuke": "of", "rejection": "of",
            "scorn": "for", "support": "for of", "contempt": "for", "admiration": "for", "denunciation": "of",
            "disagreement": "with over on about", "frustration": "that with over at about", "anger": "that over at about",
            "outrage": "that over at about", "embrace": "of", "swipe": "at", "jab": "at", "aim": "at", "issue": "with",
            "case": "for against that",
        },
        "believed": {
            "belief": "that in", "concern": "that about over", "confidence": "that in", "conviction": "that",
            "doubt": "that about over whether", "expectation": "that of for", "fear": "that of about over", "feeling": "that about on",
            "impression": "that", "knowledge": "that of", "notion": "that of", "opinion": "that of on about",
            "suspicion": "that of about", "thought": "that on about", "understanding": "that of", "view": "that of on about",
            "worry": "that about over", "scepticism": "that about of", "skepticism": "that about of", "regret": "that over about",
            "faith": "that in", "distrust": "of", "mistrust": "of", "position": "that on", "stance": "that on",
            "unease": "about over at with", "optimism": "that about", "pessimism": "that about",
        },
        "wanted": {
            "aim": "to of", "ambition": "to of", "commitment": "that to", "decision": "that to", "desire": "that to for", "determination": "that to",
            "hope": "that to of for", "intent": "to", "intention": "that to of", "plan": "to for", "preference": "that for",
            "refusal": "to", "reluctance": "to", "resolve": "to", "unwillingness": "to", "willingness": "to", "wish": "that to for", "eagerness": "to",
        },
        "asked": {
            "appeal": "that for to", "call": "that for to on", "demand": "that for to", "plea": "that for to", "request": "that for to",
            "question": "about on over whether", "recommendation": "that to for", "invitation": "to",
        },
    }.items()
    for noun, words in listed.items()
}  # fmt: skip
"""Nouns that attribute, with what opens their content: a clause, an infinitive or a preposition."""

ACTION_JUDGEMENT_VERBS = _words("bash challenge question")
"""Verbs of judging that also tell what is done to somebody ("questioned him for two days")."""

PARTISAN_NOUNS = _words(
    "advocate admirer backer believer champion critic defender detractor enemy enthusiast fan foe opponent proponent sceptic"
    " skeptic supporter"
)
"""Nouns for who is for or against: "is a critic of the plan"."""

NOUNS_WITH_NOMINAL_TO = _words("hostility objection opposition reference response")
"""Those of them whose "to" brings in a thing, not what is to be done."""

LIGHT_VERBS = _words(
    """
    air bring convey deliver display draw echo express file give harbour harbor have hold issue level make
    offer pose post publish put raise reaffirm register reiterate release renew repeat send share show
    sound state submit take tweet utter voice write
    """
)
"""Verbs that only lend a noun of speech a subject ("voiced concern that", "made the claim that")."""

TAKE_NOUNS = _words("aim issue jab swipe")
"""Nouns of judging that one takes ("took aim at")."""

DOCUMENT_VERBS = _words("demonstrate detail document find indicate reveal show suggest")
"""Verbs whose object is what a document says."""

ASK_PASSIVE_VERBS = _words("ask quiz question")
"""Verbs whose passive tells what somebody was asked."""

ISSUING_VERBS = _words(
    "circulate deliver distribute file give hand hold issue mail make post print publish put read release run send share write"
)
"""Verbs whose subject speaks through the document they put out ("issued a statement saying")."""

FACTUAL_RESULT_VERBS = _words(
    """
    ensure mean prove help happen follow cause make show see find have be get matter prevent assure suffice
    result entail necessitate guarantee establish
    """
)
"""Verbs whose clause with "that" is no thought or word of their subject."""

INANIMATE_SUBJECT_VERBS = _words(
    """
    advertise answer appear assume attest calculate certify conclude confirm continue contradict counter decree
    demand demonstrate detail determine disclose emphasise emphasize envisage envision estimate explain figure find
    forecast foresee gather guarantee hold illustrate imply indicate intend judge mean mention note observe order
    pledge posit project promise propose prove publish purport read reason recall recommend record reflect relate
    repeat report require respond reveal rule seek show signal specify state stipulate stress submit suggest suppose
    testify threaten underline underscore verify view warn warrant yell
    """
)
"""Verbs of saying, thinking and wanting whose subject may as well be a thing ("the plan assumes that")."""

NON_TOPIC_ABOUT_VERBS = _words(
    "go move bring come set be have get do take make put hang lie read sing see"
)
"""Verbs after which "about" brings in no matter that is spoken or thought of."""

HEARSAY_PASSIVE_VERBS = _words(
    """
    accuse allege believe claim consider deem estimate expect fear perceive presume regard report repute rumour rumor
    say see suppose suspect think understand view
    """
)
"""Verbs whose passive, without anybody named, says that it is said, by whom is not known."""

HEARSAY_NOUNS = _words(
    """
    accusation allegation assertion assumption belief claim complaint concern demand doubt expectation fear
    hint hope hypothesis impression notion perception prediction report rumor rumour speculation suggestion
    suspicion theory thinking view warning word worry
    """
)
"""Nouns whose clause with "that" is somebody's word also where nobody is named ("claims that …")."""

DENIAL_VERBS = _words(
    "contradict contest counter debunk deny discount dismiss dispute rebut rebuff refute reject repudiate rubbish"
)
"""Verbs whose claim or report is not asserted by telling of it ("rejected claims that")."""

UNTRUE_WORDS = _words(
    "baseless bogus debunked discredited disproved disproven fabricated fake false groundless incorrect "
    "nonsense unfounded unsubstantiated untrue"
)
"""What a page calls a claim that it does not take over ("the claim that … is unfounded")."""

PROOF_NOUNS = _words("basis evidence foundation merit proof substance support truth")
"""What such a claim has none of ("there is no truth in rumours that")."""

HEARSAY_ADVERBS = _words("allegedly purportedly reportedly supposedly")
"""Adverbs that say the same of their clause."""

MANNER_VERBS = _words(
    """
    announce babble bark bawl beam begin bellow blare blog blurt boast boom bray bristle bubble burble cackle
    carp caution chant chide chime chirp choke chorus chortle clarify cluck coax comment concur confide
    counter crack croak croon cry cut deadpan demand drawl drone echo effuse email end enquire erupt
    expound explode fire fret fume giggle grin gloat gripe groan growl grumble grunt gulp gush hector hiss hit holler
    hoot howl huff implore inquire interject interrupt intone jab jeer jest joke kid lament laugh
    lecture lilt marvel mewl moan mock mourn mumble murmur muse mutter nag offer observe open ooze opine parrot pant
    persist pipe plead post pout preach press prompt protest proffer pronounce purr put quaver query quip rage rail
    ramble rant rasp rave read rebut recite rejoin remonstrate retaliate retort retweet riff roar
    rumble scoff scold scowl scream screech seethe shoot shout shriek shrug sigh simper sing
    slur smile smirk snap snarl sneer snicker sniff snigger snipe snort sob spit splutter sputter squeak squeal
    stammer start stutter sum summarise summarize sympathise sympathize taunt tease text theorise theorize
    thunder titter trill trumpet tut vent volunteer wail wheeze whimper whine whisper whoop wink yammer yap yawn yell
    yelp affirm
    """
)
"""Verbs of manner, of going on and of writing that attribute words in marks beside them (Levin 37.3, 37.6, 40.2)."""

PEOPLE_NOUNS = _words(
    """
    audience backbencher barrister candidate campaigner caucus challenger clerk contender counsellor counselor descendant doctor
    faction folk governor grandfather heir idealist imam incumbent interviewer ironworker lady layman lender leaseholder
    magistrate mediator moderator monarch nominee nun nurse panel partisan predecessor principal ranger rapporteur recruit
    roommate speechwriter statesman steward successor suspect sympathiser sympathizer theologian troop tribesman widow
    widower workforce electorate
    actor adult advocate african aide american analyst applicant architect artist asian athlete author baker blogger
    boy british brother buyer carer celebrity child citizen civilian client clinician colleague columnist
    commuter conservative consumer convict counterpart couple creditor crowd customer daughter dealer defendant defender
    delegate designer detainee detractor developer dissident donor educator elder elector elite employee employer evangelical
    executive extremist fan farmer feminist fisherman follower foe founder friend graduate grandmother guest hawk
    homeowner host hunter husband immigrant individual inmate intellectual islamist jew juror kid labourer
    landlord leftist liberal librarian listener local loyalist majority man manufacturer member merchant migrant
    militant millennial miner moderate mourner muslim national nationalist negotiator newcomer onlooker
    organiser organizer panellist panelist parent parishioner participant passenger passer-by peer person pensioner
    planner player populist progressive proponent public publisher pundit pupil radical reader relative respondent retiree rival
    scholar seller senior separatist settler shareholder shopper sister skeptic sceptic socialist socialite
    son staffer student surrogate taxpayer teen teenager tenant tourist trader
    trucker undergraduate user viewer visitor wife winner woman worshipper writer youth
    """
)
"""Common nouns for people beside those of `onrecord.language.en.roles`."""
