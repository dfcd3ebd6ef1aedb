"""Cues: the words that attribute a statement, by class.

In: nothing. Out: sets of lower-case lemmas and fixed phrases. Out of scope: belief, intention and judgement
(`onrecord.extract.quotes.en.frames`): they attribute a state of mind, not words.

Source: Pareti, "The PARC 3.0 corpus of attribution relations" (LREC 2016) for the kinds of cue;
Levin, English Verb Classes (1993), 37.1-37.9 (verbs of communication) for members. Our own selection.
"""

from __future__ import annotations


def _split_words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


SAY = _split_words(
    """
    acknowledge add admit affirm agree allege announce answer argue assert boast caution claim
    comment complain concede conclude confess confirm contend continue counter cry declare deny
    disclose emphasise emphasize exclaim explain forecast insist interject joke lament maintain
    mention muse mutter note observe opine plead pledge point_out predict proclaim promise
    protest quip reaffirm recall reckon recommend reiterate relate remark repeat reply report
    respond retort reveal say shout signal speculate spell_out state stress submit suggest swear
    testify tweet underline underscore vow warn whisper write yell accuse
    """
)
"""Verbs that take what was said as a clause, or quoted words."""

TELL = _split_words(
    """
    advise assure brief inform notify remind tell
    """
)
"""Verbs whose object is the addressee."""

FIND = _split_words(
    """
    calculate conclude confirm demonstrate detail estimate find indicate judge note project record
    report reveal say show state suggest warn
    """
)
"""Verbs with which documents and bodies report."""

ASK = _split_words(
    """
    ask demand enquire inquire wonder query question
    """
)
"""Verbs whose clause is a question."""

ASKED_FIRST = _split_words("asked pressed quizzed questioned")
"""Participles at the start of a sentence, before what its subject was asked."""

QUOTE_ONLY = _split_words(
    """
    accuse ask blast brag call chant chuckle continue cry demand describe exhort fume
    go_on grumble hail hiss interrupt jeer laugh praise read roar scoff scream sigh sing
    smile snap snarl spit urge wonder condemn criticise criticize dismiss dub label term brand
    denounce
    """
)
"""Verbs that attribute quoted words; a clause that completes them is not what was said."""

NAMING = _split_words(
    """
    brand call describe dismiss dub label term title denounce hail praise condemn
    """
)
"""Verbs whose quoted words name or judge a thing; they are a statement only after a colon or comma."""

URGE = _split_words(
    """
    urge implore instruct order
    """
)
"""Verbs whose infinitive is a request to somebody."""

PLEDGE = _split_words(
    """
    pledge promise vow swear threaten offer claim propose
    """
)
"""Verbs whose infinitive is the statement: "vowed to stay"."""

IRREGULAR: dict[str, tuple[str, ...]] = {
    "say": ("says", "said", "saying"),
    "tell": ("tells", "told", "telling"),
    "write": ("writes", "wrote", "written", "writing"),
    "find": ("finds", "found", "finding"),
    "put": ("puts", "putting"),
    "swear": ("swears", "swore", "sworn", "swearing"),
    "begin": ("begins", "began", "begun", "beginning"),
    "go_on": (),
    "point_out": ("point", "points", "pointed", "pointing"),
    "spell_out": (),
    "show": ("shows", "showed", "shown", "showing"),
    "admit": ("admits", "admitted", "admitting"),
    "quip": ("quips", "quipped", "quipping"),
    "submit": ("submits", "submitted", "submitting"),
    "sing": ("sings", "sang", "singing"),
    "spit": ("spits", "spat", "spitting"),
    "read": ("reads", "reading"),
    "brag": ("brags", "bragged", "bragging"),
    "snap": ("snaps", "snapped", "snapping"),
    "blast": ("blasts", "blasted", "blasting"),
    "dub": ("dubs", "dubbed", "dubbing"),
}
"""Third person, past and participles of verbs that are irregular or double a letter."""

BARE = _split_words(
    """
    say agree claim insist argue warn admit believe think suggest tell maintain add
    """
)
"""Verbs after which "that" may be omitted."""

SPOKEN = _split_words(
    """
    say add insist argue warn claim announce confirm deny pledge promise
    """
)
"""Verbs of speech in the narrow sense: their subject "it" is a body that speaks."""

WEAK = _split_words(
    """
    add agree answer continue put read record relate point note signal project demonstrate show
    detail
    """
)
"""Verbs with other common senses: cues only with a "that" clause or quoted words."""

EXPLAIN = _split_words(
    """
    explain describe disclose reveal say tell outline state
    """
)
"""Verbs whose indirect question is the statement: "explained how it works"."""

CONTENT_MARKS = frozenset({"that", "whether", "if", "how", "why", "what", "where", "when", "who"})
"""Words at the start of a statement; "that" alone is not part of it."""

REACTS = _split_words("disagree differ frown grin laugh nod object shake shrug sigh smile")
"""Verbs of a sentence whose subject speaks in the next quotation."""

GOING_ON = _split_words("add conclude continue go_on")
"""Verbs whose subject "he" is the last speaker."""

REFUSALS = _split_words(
    """
    decline refuse fail stop neglect avoid
    """
)
"""Verbs with whose infinitive nothing was said: "declined to say"."""

WORDS_OF = _split_words("words view opinion eyes judgment judgement estimation telling")
"""Nouns of "in the words of", which attributes like "according to"."""

MEDIA = _split_words(
    """
    Times Post News Guardian Telegraph Journal Mail Sun Mirror Independent Herald Tribune
    Observer Express Chronicle Gazette BBC CNN NBC ABC CBS MSNBC Fox Sky ITV Reuters AP AFP
    Press Bloomberg Politico Today Radio TV Television Daily Weekly Magazine Review Jazeera
    Axios Economist Spiegel Monde Figaro Zeitung Globe Standard Star Broadcasting PA Agency
    Xinhua TASS Interfax Network Channel NPR PBS Newsnight Newsweek Examiner Dispatch Courier
    """
)
"""Words in names of outlets: as addressee ("told the Harbour Times") an outlet passes the statement on."""


OUTLETS = _split_words(
    """
    newspaper paper magazine programme broadcaster website blog
    """
)
"""Common nouns for an outlet ("told this newspaper")."""

NOT_OUTLETS = _split_words(
    """
    Commons Lords House Senate Congress Parliament Assembly Court Tribunal Committee Commission Council
    Board Ministry Department Government Cabinet Party Union Alliance Army Navy Police Pentagon Conference
    Summit Inquiry Panel Security Nations Bank Authority Association Institute Society Church Club
    Queen King President Minister Prime Speaker Knesset Duma Bundestag Dail Seanad Forum Federation
    """
)
"""Capitalised words after "told the" that are not the name of an outlet."""
