"""English words of change: what rises, falls or stands at a quantity: data only."""

from __future__ import annotations

import re

from onrecord.language.numerals import build_alternation

_UP = """rise rises rising rose risen|climb climbs climbing climbed|soar soars soaring soared|surge surges surging surged
jump jumps jumping jumped|grow grows growing grew grown|increase increases increasing increased|boom booms booming boomed
rally rallies rallying rallied|rebound rebounds rebounding rebounded|recover recovers recovering recovered
spike spikes spiking spiked|swell swells swelling swelled swollen|balloon balloons ballooning ballooned
rocket rockets rocketing rocketed|skyrocket skyrockets skyrocketing skyrocketed|expand expands expanding expanded
widen widens widening widened|strengthen strengthens strengthening strengthened|firm firms firming firmed
advance advances advancing advanced|accelerate accelerates accelerating accelerated|leap leaps leaping leapt leaped
gain gains gaining gained|mounts mounting|improve improves improving improved|edge edged edges edging|shoot shot
appreciate appreciates appreciating appreciated|inched|creep crept creeping|tick ticked|warm warmed warming
raise raises raising raised|lift lifts lifting lifted|boost boosts boosting boosted|hike hikes hiking hiked
extend extends extending extended|push pushes pushing pushed|add adds adding added|double doubles doubling doubled"""
_DOWN = """fall falls falling fell fallen|drop drops dropping dropped|slip slips slipping slipped|slide slides sliding slid
plunge plunges plunging plunged|tumble tumbles tumbling tumbled|slump slumps slumping slumped|sink sinks sinking sank sunk
plummet plummets plummeting plummeted|decline declines declining declined|decrease decreases decreasing decreased
shrink shrinks shrinking shrank shrunk|contract contracts contracting contracted|ease eases easing eased
dip dips dipping dipped|narrow narrows narrowing narrowed|weaken weakens weakening weakened|collapse collapsed collapses
crash crashed crashes|retreat retreated retreats|soften softened softens|cool cooled cools cooling|recede receded recedes
depreciate depreciated|dive dived dives|nosedive nosedived|dwindle dwindled dwindles dwindling|lose loses losing lost
worsen worsened worsens|shed sheds shedding|lag lagged|slow slowed slows slowing|subside subsided|deteriorate deteriorated
cut cuts cutting|reduce reduces reducing reduced|lower lowers lowering lowered|slash slashes slashing slashed
trim trims trimming trimmed|shorten shortens shortened|scale scaled|halve halves halving halved|curb curbs curbed"""


def split_forms(lines: str) -> frozenset[str]:
    """Return the words of `lines`: forms of one verb in a group, groups set apart by "|" or a line."""
    return frozenset(
        word for group in lines.replace("\n", "|").split("|") for word in group.split()
    )


RISE_VERBS = split_forms(_UP)
FALL_VERBS = split_forms(_DOWN)
"""Forms of verbs of rising and of falling."""
RISE_OR_FALL_VERBS = RISE_VERBS | FALL_VERBS
CAUSATIVE_CHANGE_VERBS = split_forms(
    """raise raises raising raised|lift lifts lifting lifted|boost boosts boosting boosted|hike hikes hiking hiked
cut cuts cutting|reduce reduces reducing reduced|lower lowers lowering lowered|slash slashes slashing slashed
trim trims trimming trimmed|increase increases increasing increased|extend extends extending extended|curb curbs curbed
shorten shortens shortened|expand expands expanding expanded|improve improves improving improved|push pushes pushed
decrease decreases decreasing decreased|widen widens widening widened|narrow narrows narrowing narrowed
add adds adding added|lose loses losing lost|gain gains gaining gained|shed sheds shedding|double doubles doubling doubled
strengthen strengthens strengthened|weaken weakens weakened|accelerate accelerates accelerated|bring brings brought"""
)
"""Of these, those whose subject may change something else ("cut the price")."""
TRANSITIVE_CHANGE_VERBS = split_forms(
    """raise raises raising raised|lift lifts lifting lifted|boost boosts boosting boosted|hike hikes hiking hiked
cut cuts cutting|reduce reduces reducing reduced|lower lowers lowering lowered|slash slashes slashing slashed
trim trims trimming trimmed|extend extends extending extended|curb curbs curbed|shorten shortens shortened
push pushes pushed|add adds adding added|lose loses losing lost|gain gains gaining gained|shed sheds shedding
bring brings brought"""
)
"""Of these, those that are never said of what changes itself, except in "the index lost 2%"."""
LEVEL_VERBS = split_forms(
    """stand stands stood standing|reach reaches reaching reached|hit hits hitting|touch touches touching touched
top tops topping topped|total totals totalling totalled totaling totaled|average averages averaging averaged
exceed exceeds exceeding exceeded|surpass surpasses surpassed|peak peaks peaked|number numbers numbered
cost costs costing|weigh weighs weighing weighed|measure measures measured|close closes closed|open opens opened
settle settles settled|trade trades traded trading|range ranges ranging ranged|amount amounts amounted
cover covers covered covering|carry carries carried|run runs ran|stretch stretches stretched|last lasts lasted
span spans spanned|hold holds held|contain contains contained|produce produces produced|use uses used
handle handles handled|process processes processed|emit emits emitted|consume consumes consumed|fly flies flew|lie lies lay"""
)
"""Forms of verbs that say how much something is."""
CHANGE_OR_LEVEL_VERBS = RISE_OR_FALL_VERBS | LEVEL_VERBS

VALUATION_PARTICIPLES = frozenset(
    "put listed quoted valued priced estimated pegged set assessed reckoned placed".split()
)
"""Between "was" and "at" these do too ("was put at £3m")."""

NO_CHANGE_BEFORE_BY = split_forms(
    """win wins won winning|lose loses lost losing|beat beats beaten beating|lead leads led leading|trail trails trailed
trailing|miss misses missed missing|defeat defeats defeated|pass passes passed|stand stands stood|go goes went gone going
come comes came coming|drop drops|stop stops stopped|outnumber outnumbers outnumbered|outsell outsold|vote votes voted
separate separated|divide divides divided|multiply multiplies multiplied|differ differs differed|vary varies varied
follow followed|surround surrounded|own owned|hold held|hit|play played|sit sits sat|live lives lived|swear swears swore
start starts started|begin begins began|finish finishes finished|end ends ended|clear clears cleared|do done|be been
be is are was were|outscore outscored|prevail prevailed|die died|kill killed|say said|sign signed|approve approved|back backed"""
)
"""After these "by" introduces no change, but a margin, an agent or a thing that is passed."""

CHANGE_NOUNS = {
    **dict.fromkeys(
        """rise increase jump surge gain growth hike boost uplift spike climb upturn rebound expansion
        improvement rally leap uptick appreciation""".split(),
        "up",
    ),
    **dict.fromkeys(
        """fall drop decline cut decrease reduction slump plunge dip slide contraction fall-off downturn
        shortening collapse depreciation slowdown""".split(),
        "down",
    ),
}
"""Nouns of change → its direction ("a 5% rise", "a fall of £3m")."""
CHANGE_ADVERBS = {
    "higher": "up", "up": "up", "more": "up", "lower": "down", "down": "down", "less": "down", "fewer": "down",
    "off": "down",
}  # fmt: skip
"""Words beside the quantity → the direction of its change: "9% higher", "a third fewer", "off 2%" ("2% off" is a discount)."""

PREPOSED_CHANGE_ADVERB = re.compile(
    r"(?:(?:^|[,(;–—] ?|\b(?:is|are|was|were|be|been|closed|closing|ended|ending|finished|traded|trading|opened|stood"
    r"|stands?|dropped|went|go|goes|and|moved) )(?P<loose>up|down|higher|lower|off)|\b(?P<sure>up|down))(?: by)? ?$"
)
"""Right before the quantity ("shares were up 9%", ", down 0.9 tonnes"); `sure` counts with percentages only."""
CHANGE_NOUN_OF = re.compile(
    rf"\b(?P<noun>{build_alternation(CHANGE_NOUNS)})s? (?:in \w+(?: \w+)? )?of $"
)
"""Right before the quantity ("a fall of £3m")."""
MOTION_VERBS = split_forms(
    """climb climbs climbing climbed|jump jumps jumping jumped|leap leaps leapt leaped|dive dives dived|fall falls
falling fell fallen|drop drops dropping dropped|slide slid|plunge plunged|crash crashed|advance advances advanced
advancing|grow grows|retreat retreated|inched|creep crept|tumble tumbled|add added|gain gained|lose lost
shed|extend extends extended|expand|lift lifted lifts|raise raised raises|push pushed|shoot shot|edge"""
)
"""With a length or a sum these say how far something went or what was moved, unless "by" stands between."""
LIFTING_VERBS = split_forms(
    """lift lifts lifting lifted|raise raises raising raised|push pushes pushing pushed"""
)
"""With a measure right after, these say what was moved, and not by how much."""
REPORT_VERBS = frozenset(
    """say find show suggest expect think believe estimate hope fear predict mean warn report announce reveal see note
    forecast calculate know claim argue""".split()
)
"""Lemmas after which a clause may begin without "that" ("the study found the mass could be cut")."""
EXPECTATION_PARTICIPLES = frozenset(
    """expected set forecast due likely projected estimated predicted believed thought going seen about needed required
    planned supposed scheduled poised tipped bound able""".split()
)
"""Before "to rise"; what rises stands before them."""
AUXILIARIES_AND_ADVERBS = frozenset(
    """have has had is are was were be been being will would could may might should can must did do does not also already
    since now then later to 've 's ’s n't n’t just only even still sharply steadily slightly further again gradually
    ever never rapidly roughly nearly almost suddenly all both each itself themselves there here""".split()
)
"""Between what rises and its verb."""

BE_FORMS = frozenset({"is", "are", "was", "were", "been", "be"})
BE_OR_GO_FORMS = BE_FORMS | {"go", "goes", "went", "gone", "going"}
PERFECT_AUXILIARIES = frozenset({"have", "has", "had", "'ve", "’ve"})
MOVEMENT_ADVERBS = frozenset({"up", "down", "higher", "lower"})
"""After one of BE_OR_GO_FORMS these make a verb of change."""
SHARE_CHANGE_VERBS = frozenset({"lost", "gained", "added", "shed"})
"""Transitive verbs that shares and indices do by a percentage ("the index lost 2%")."""
PRICE_VERBS = frozenset({"fell", "fallen", "dropped", "jumped", "climbed"})
"""With a sum these are said of a price."""
CLAUSE_OPENERS = frozenset("that which while as because with after".split())
"""Words that separate a verb from a quantity after them."""
PARENTHESIS_OPENERS = frozenset({"up", "down", "from", "to", "or"})
"""After a comma these continue the amounts of a verb ("rose to 5%, up from 3%")."""
CHANGE_DETERMINERS = frozenset({"a", "an", "the", "its", "this", "that"})
"""Before the quantity, these allow one word between it and a noun of change ("a 5% price rise")."""
NOUN_CLOSERS = frozenset({"of", "in", "on", "to", "and", "from", "by"})
"""Words after which no noun of change belongs to the quantity."""
DEGREE_ADVERBS = frozenset({"more", "less"})
CALENDAR_COMPARISONS = frozenset({"year", "month", "quarter", "week"})
"""After a percentage these compare ("3% year on year") and name no change by themselves."""
UNCOUNTED_AFTER_CHANGE = frozenset({"points", "point", "last", "this", "places", "ticks"})
"""After a number of change these are no noun that it counts."""

LEVEL_HEDGE = re.compile(
    r"(?:well |just |far |way |a \w+ )?(?:below|above|beyond|under|past)\b", re.IGNORECASE
)
"""A hedge that makes a level: "fell below 5%"."""
COMPARATIVE_THAN_AFTER = re.compile(r" (?P<comparative>more|less|fewer|higher|lower) than\b")
"""After a quantity of any kind: "Rs 100 less than in August"."""
CHANGE_CONTEXT = re.compile(
    r"\b(?:ris(?:e|es|en|ing)|rose|f[ae]ll\w*|gr[eo]w\w*|increas\w*|decreas\w*|drop\w*|cut\w*|rais\w*|reduc\w*"
    r"|climb\w*|jump\w*|slash\w*|low(?:er|ers|ered|ering)|up|down|chang\w*|mov\w*|went|go(?:es|ing)?|shr[aiu]nk\w*|doubl\w*"
    r"|tripl\w*|expand\w*|surg\w*|soar\w*|plung\w*|slip\w*|slid\w*|swell\w*|improv\w*|switch\w*|shift\w*|declin\w*"
    r"|boost\w*|lift\w*|widen\w*|narrow\w*|extend\w*|advanc\w*|return\w*|revis\w*|downgrad\w*|upgrad\w*)\b[^.;!?]*$",
    re.IGNORECASE,
)
"""With one of these before it in the sentence, "from 5 to 12" is a change and no range."""
