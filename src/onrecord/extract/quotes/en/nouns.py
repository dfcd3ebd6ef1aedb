"""Nouns of attribution: words for what is said, thought or judged, for who may say it, and for times, shares and labels.

In: nothing. Out: lower-case lemmas or forms. Out of scope: common nouns for people, bodies and documents that other questions
ask for too (`onrecord.language.en.roles`).

Source: Levin, English Verb Classes (1993), for the verbs behind the nouns; else our own selection, by meaning.
"""

from __future__ import annotations

COLON_NOUNS = frozenset(
    """
    account admission advice announcement answer apology appeal argument assessment caption
    caveat comeback comment complaint conclusion confession cry declaration defence defense
    demand description diagnosis e-mail email excuse explanation greeting instruction invitation
    joke judgement judgment justification lament letter line message note objection observation
    opinion order plea pledge post prediction promise proposal protest question quip reaction
    reason reasoning rebuke rebuttal recommendation refrain remark reminder reply request
    response retort statement suggestion summary take testimony text threat tweet verdict view
    vow warning wish word
    """.split()
)
"""Nouns of what somebody says or writes, whose words may follow a colon."""

LATER_TIME_WORDS = frozenset(
    {"again", "ago", "earlier", "later", "once", "quarter", "time", "tomorrow", "tonight"}
)

NON_TOPIC_NOUNS = frozenset(
    {"air", "background", "behalf", "camera", "condition", "phone", "record"}
)
"""Nouns after "spoke on" that say how something was said."""

SHARE_NOUNS = frozenset(
    """
    % dozens fifth half hundreds majority millions percent quarter quarters third thirds
    thousands
    """.split()
)
"""Nouns for a share of people, also where no people are named after them ("56 percent want")."""

COUNT_NOUNS = frozenset(
    {"bulk", "couple", "handful", "lot", "minority", "number", "pair", "plurality", "rest", "slew"}
)
"""Nouns for so many people, where "of" and the people follow."""

ROUGH_SHARES = frozenset({"dozen", "fifth", "half", "quarter", "tenth", "third"})

CLAIM_VERB_OR_NOUNS = frozenset({"claims", "reports"})

LABEL_HEADINGS = frozenset(
    {
        "contact",
        "correction",
        "credit",
        "date",
        "email",
        "example",
        "image",
        "location",
        "more",
        "note",
        "phone",
        "photo",
        "price",
        "read more",
        "related",
        "source",
        "step",
        "time",
        "tip",
        "update",
        "video",
        "when",
        "where",
    }
)
"""Words before a colon that are a heading and no speaker's name."""

PERIOD_NOUNS = frozenset({"day", "evening", "month", "morning", "night", "time", "week", "year"})

FAVOUR = frozenset({"favor", "favour"})

FINDING_NOUNS = frozenset(
    {"modeling", "modelling", "monitoring", "polling", "reporting", "sampling", "testing"}
)
"""Nouns for findings that are tagged as verbs ("according to modelling by …")."""

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

PARTISAN_NOUNS = frozenset(
    (
        "advocate admirer backer believer champion critic defender detractor enemy enthusiast fan foe opponent proponent sceptic"
        " skeptic supporter"
    ).split()
)
"""Nouns for who is for or against: "is a critic of the plan"."""

NOUNS_WITH_NOMINAL_TO = frozenset("hostility objection opposition reference response".split())
"""Nouns of attitude whose "to" introduces a thing, not an infinitive ("opposition to the plan")."""

TAKE_NOUNS = frozenset("aim issue jab swipe".split())
"""Nouns of judging that are the object of "take" ("took aim at")."""

HEARSAY_NOUNS = frozenset(
    """
    accusation allegation assertion assumption belief claim complaint concern demand doubt expectation fear
    hint hope hypothesis impression notion perception prediction report rumor rumour speculation suggestion
    suspicion theory thinking view warning word worry
    """.split()
)
"""Nouns whose clause with "that" is hearsay where nobody is named ("claims that …")."""

PROOF_NOUNS = frozenset("basis evidence foundation merit proof substance support truth".split())
"""What an untrue claim lacks ("there is no truth in rumours that")."""

PEOPLE_NOUNS = frozenset(
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
    """.split()
)
"""Common nouns for people, in addition to those of `onrecord.language.en.roles`."""

AGENT_NOUN_ENDINGS = (
    "man", "woman", "men", "women", "ologist", "ographer", "maker", "holder", "goer", "keeper", "mate", "wright",
    "writer", "-elect", "wife", "husband", "sister", "brother", "crat",
)  # fmt: skip
"""Endings of nouns for who does something ("the policymaker", "her ex-husband")."""

BODY_NOUNS = frozenset(
    """
    arm breath brow cheek chin eye eyebrow finger fist foot forehead hand head knee lip microphone mouth palm shoulder throat
    voice
    """.split()
)
"""What people move, clear or raise before they speak."""
