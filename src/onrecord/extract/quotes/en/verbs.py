"""Verbs of attribution by other properties: who may be their subject, what they deny, where in a sentence they are.

In: nothing. Out: lower-case lemmas, or forms where the name says so. Out of scope: the phrases that they take
(`onrecord.extract.quotes.en.frames`), and verbs of saying in general (`onrecord.language.en.attribution_cues`).

Source: Levin, English Verb Classes (1993), 37.3, 37.6 and 40.2 for verbs of manner; else our own selection, by meaning.
"""

from __future__ import annotations

SERVING_PARTICIPLES = frozenset(
    """
    acting attending commanding consulting founding leading managing presiding sitting
    supervising visiting
    """.split()
)
"""Participles before a role, whatever the parse says."""

CLAUSAL_SAY_VERBS = frozenset({"add", "argue", "claim", "contend", "insist", "maintain", "say"})
"""Verbs that hardly ever have a thing as their object."""

COORDINATED_SAY_FORMS = frozenset(
    """
    added adds insisted insists noted notes said say says tells told
    """.split()
)

SAY_FORMS = frozenset({"added", "insisted", "said", "says", "told"})
"""Forms that are a verb of saying whatever the tagger says."""

SAY_PARTICIPLES = frozenset(
    """
    adding arguing claiming insisting noting saying stating telling warning
    """.split()
)

REACTION_VERBS = frozenset(
    """
    agree answer chuckle concur continue counter demur differ disagree elaborate explain gush
    joke laugh nod object protest recall reply respond scoff shrug sigh smile
    """.split()
)
"""Verbs that in a short sentence of their own introduce the words after it."""

BODILY_VERBS = frozenset(
    """
    beam blink blush bow clap frown gasp gaze gesture gesticulate glance glare grimace grin groan kneel laugh lean look nod pause
    peer point rise shake shrug sigh step straighten sit smile smirk snort stand stare stretch swallow turn wave weep whirl whistle wince wink
    hesitate
    """.split()
)
"""What people do with face, eyes and body before they speak.

Source: Levin, English Verb Classes (1993), 40.1 to 40.3, 50 and 30.3; our own selection.
"""

BEGINNING_VERBS = frozenset({"begin", "continue", "resume", "start"})

TALKING_VERBS = frozenset({"address", "chat", "preach", "read", "speak", "talk"})

SILENT_REACTIONS = frozenset(
    """
    agree chuckle concur demur differ disagree frown grin laugh nod object shrug sigh smile weep
    """.split()
)
"""Verbs that say how somebody took what was said, where they end a sentence of their own."""

PERMISSION_WORDS = frozenset(
    {"allowed", "authorised", "authorized", "eligible", "entitled", "permitted"}
)
"""What somebody is who may speak ("was not authorised to"): nothing has been said yet."""

REQUEST_OR_WARN_VERBS = frozenset({"ask", "call", "warn"})

CLAUSE_QUOTE_VERBS = frozenset({"ask", "demand", "read"})

ANONYMITY_VERBS = frozenset({"ask", "request", "speak"})

BARE_BELIEF_VERBS = frozenset(
    """
    assume believe conclude fear feel hope know realise realize reckon suspect think
    """.split()
)
"""Verbs of thinking that leave out "that"."""

NON_SPEECH_VERBS = frozenset(
    {"appear", "be", "become", "do", "get", "have", "include", "mean", "remain"}
)
"""Verbs that attribute nothing, whatever their place."""

HELP_VERBS = frozenset({"back", "support"})

REFUSE_VERBS = frozenset({"decline", "refuse"})

SUPPORT_GIVING_VERBS = frozenset({"bring", "have", "offer", "release", "send", "share", "show"})
"""Verbs with which things have support as well ("the app offers support for")."""

CONFIRM_VERBS = frozenset(
    {"confirm", "corroborate", "endorse", "substantiate", "support", "verify"}
)

UNTRUE_COPULAS = frozenset(
    """
    are be been had has have is lack lacked lacks proved remain remained remains was were
    """.split()
)
"""Forms after a claim that say what it is."""

UNCHANGED_PAST_VERBS = frozenset({"cut", "put", "read", "spit"})
"""Verbs whose past is like their base."""

REFUSAL_FORMS = frozenset(
    {"declined", "declines", "declining", "failed", "refused", "refuses", "refusing"}
)

COLON_NOUN_VERBS = frozenset(
    {"deliver", "get", "give", "have", "issue", "leave", "make", "offer", "post", "send", "share"}
)
"""Verbs that lend a noun of saying a subject ("had one message", "issued a warning")."""

POSTPOSED_NOUN_FORMS = frozenset({"estimate", "forecast", "report", "show"})
"""Verbs that are tagged as nouns at a sentence's end ("figures released on Tuesday show")."""

PARENTHETICAL_VERBS = frozenset({"explain", "note", "suggest", "warn"})

GIVING_VERBS = frozenset({"give", "make", "share"})

NEED_OR_LIKE = frozenset({"like", "need"})

READ_OR_SAY = frozenset({"read", "say"})

ACTION_JUDGEMENT_VERBS = frozenset("bash challenge question".split())
"""Verbs of judging that may also say what is done to somebody ("questioned him for two days")."""

LIGHT_VERBS = frozenset(
    """
    air bring convey deliver display draw echo express file give harbour harbor have hold issue level make
    offer pose post publish put raise reaffirm register reiterate release renew repeat send share show
    sound state submit take tweet utter voice write
    """.split()
)
"""Verbs that only lend a noun of speech a subject ("voiced concern that", "made the claim that")."""

DOCUMENT_VERBS = frozenset("demonstrate detail document find indicate reveal show suggest".split())
"""Verbs whose object is what a document says."""

ASK_PASSIVE_VERBS = frozenset("ask quiz question".split())
"""Verbs whose passive says what somebody was asked."""

ISSUING_VERBS = frozenset(
    "circulate deliver distribute file give hand hold issue mail make post print publish put read release run send share write".split()
)
"""Verbs whose subject speaks through the document they put out ("issued a statement saying")."""

FACTUAL_RESULT_VERBS = frozenset(
    """
    ensure mean prove help happen follow cause make show see find have be get matter prevent assure suffice
    result entail necessitate guarantee establish
    """.split()
)
"""Verbs whose clause with "that" is a result or a fact, not what their subject says or thinks."""

INANIMATE_SUBJECT_VERBS = frozenset(
    """
    advertise answer appear assume attest calculate certify conclude confirm continue contradict counter decree
    demand demonstrate detail determine disclose emphasise emphasize envisage envision estimate explain figure find
    forecast foresee gather guarantee hold illustrate imply indicate intend judge mean mention note observe order
    pledge posit project promise propose prove publish purport read reason recall recommend record reflect relate
    repeat report require respond reveal rule seek show signal specify state stipulate stress submit suggest suppose
    testify threaten underline underscore verify view warn warrant yell
    """.split()
)
"""Verbs of saying, thinking and wanting whose subject may equally be a thing ("the plan assumes that")."""

NON_TOPIC_ABOUT_VERBS = frozenset(
    "go move bring come set be have get do take make put hang lie read sing see".split()
)
"""Verbs after which "about" introduces no topic of speech or thought."""

HEARSAY_PASSIVE_VERBS = frozenset(
    """
    accuse allege believe claim consider deem estimate expect fear perceive presume regard report repute rumour rumor
    say see suppose suspect think understand view
    """.split()
)
"""Verbs whose passive without an agent is hearsay ("is said to", "was accused of")."""

DENIAL_VERBS = frozenset(
    "contradict contest counter debunk deny discount dismiss dispute rebut rebuff refute reject repudiate rubbish".split()
)
"""Verbs whose object, a claim or report, the page does not assert ("rejected claims that")."""

MANNER_VERBS = frozenset(
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
    """.split()
)
"""Verbs of manner, of continuing and of writing that attribute words in marks beside them (Levin 37.3, 37.6, 40.2)."""

SPEAKING_VERBS = frozenset(
    """
    answer comment confirm describe disclose discuss divulge elaborate explain give identify name provide reveal
    respond say specify speak talk tell
    """.split()
)
"""Verbs whose refusal is a statement that was not made ("declined to comment")."""
