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
"""Forms of verbs that say that something rose, or fell."""
CAUSATIVE_CHANGE_VERBS = split_forms(
    """raise raises raising raised|lift lifts lifting lifted|boost boosts boosting boosted|hike hikes hiking hiked
cut cuts cutting|reduce reduces reducing reduced|lower lowers lowering lowered|slash slashes slashing slashed
trim trims trimming trimmed|increase increases increasing increased|extend extends extending extended|curb curbs curbed
shorten shortens shortened|expand expands expanding expanded|improve improves improving improved|push pushes pushed
decrease decreases decreasing decreased|widen widens widening widened|narrow narrows narrowing narrowed
add adds adding added|lose loses losing lost|gain gains gaining gained|shed sheds shedding|double doubles doubling doubled
strengthen strengthens strengthened|weaken weakens weakened|accelerate accelerates accelerated|bring brings brought"""
)
"""Those whose subject may bring it about in something else."""
TRANSITIVE_CHANGE_VERBS = split_forms(
    """raise raises raising raised|lift lifts lifting lifted|boost boosts boosting boosted|hike hikes hiking hiked
cut cuts cutting|reduce reduces reducing reduced|lower lowers lowering lowered|slash slashes slashing slashed
trim trims trimming trimmed|extend extends extending extended|curb curbs curbed|shorten shortens shortened
push pushes pushed|add adds adding added|lose loses losing lost|gain gains gaining gained|shed sheds shedding
bring brings brought"""
)
"""Of these, those that are never said of what rises itself, but for "the index lost 2%"."""
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

VALUATION_PARTICIPLES = frozenset(
    "put listed quoted valued priced estimated pegged set assessed reckoned placed".split()
)
"""After "was" and before "at" these say the same."""

NO_CHANGE_BEFORE_BY = split_forms(
    """win wins won winning|lose loses lost losing|beat beats beaten beating|lead leads led leading|trail trails trailed
trailing|miss misses missed missing|defeat defeats defeated|pass passes passed|stand stands stood|go goes went gone going
come comes came coming|drop drops|stop stops stopped|outnumber outnumbers outnumbered|outsell outsold|vote votes voted
separate separated|divide divides divided|multiply multiplies multiplied|differ differs differed|vary varies varied
follow followed|surround surrounded|own owned|hold held|hit|play played|sit sits sat|live lives lived|swear swears swore
start starts started|begin begins began|finish finishes finished|end ends ended|clear clears cleared|do done|be been
be is are was were|outscore outscored|prevail prevailed|die died|kill killed|say said|sign signed|approve approved|back backed"""
)
"""After these "by" says no change: of a margin, an agent, a passing."""

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
"""Nouns that say the same: "a 5% rise", "a fall of £3m"."""
CHANGE_ADVERBS = {
    "higher": "up", "up": "up", "more": "up", "lower": "down", "down": "down", "less": "down", "fewer": "down",
    "off": "down",
}  # fmt: skip
"""Words beside the quantity: "9% higher", "a third fewer", "off 2%" ("2% off" is a price cut)."""

PREPOSED_CHANGE_ADVERB = re.compile(
    r"(?:(?:^|[,(;–—] ?|\b(?:is|are|was|were|be|been|closed|closing|ended|ending|finished|traded|trading|opened|stood"
    r"|stands?|dropped|went|go|goes|and|moved) )(?P<loose>up|down|higher|lower|off)|\b(?P<sure>up|down))(?: by)? ?$"
)
"""Right before the quantity ("shares were up 9%", ", down 0.9 tonnes")."""
CHANGE_NOUN_OF = re.compile(
    rf"\b(?P<noun>{build_alternation(CHANGE_NOUNS)})s? (?:in \w+(?: \w+)? )?of $"
)
"""Right before it ("a fall of £3m")."""
LENGTH_UNITS = frozenset(
    {"metre", "kilometre", "mile", "foot", "inch", "centimetre", "millimetre", "yard"}
)
MOTION_VERBS = split_forms(
    """climb climbs climbing climbed|jump jumps jumping jumped|leap leaps leapt leaped|dive dives dived|fall falls
falling fell fallen|drop drops dropping dropped|slide slid|plunge plunged|crash crashed|advance advances advanced
advancing|grow grows|retreat retreated|inched|creep crept|tumble tumbled|add added|gain gained|lose lost
shed|extend extends extended|expand|lift lifted lifts|raise raised raises|push pushed|shoot shot|edge"""
)
"""With a length these tell a way gone, or a thing held up, unless "by" stands between."""
LIFTING_VERBS = split_forms(
    """lift lifts lifting lifted|raise raises raising raised|push pushes pushing pushed"""
)
"""With a measure right after them these say what was moved, and not by how much."""
REPORT_VERBS = frozenset(
    """say find show suggest expect think believe estimate hope fear predict mean warn report announce reveal see note
    forecast calculate know claim argue""".split()
)
"""After these a clause may begin without "that" ("the study found the mass could be cut")."""
EXPECTATION_PARTICIPLES = frozenset(
    """expected set forecast due likely projected estimated predicted believed thought going seen about needed required
    planned supposed scheduled poised tipped bound able""".split()
)
"""Before "to rise" these say that it will; who rises stands before them."""
AUXILIARIES_AND_ADVERBS = frozenset(
    """have has had is are was were be been being will would could may might should can must did do does not also already
    since now then later to 've 's ’s n't n’t just only even still sharply steadily slightly further again gradually
    ever never rapidly roughly nearly almost suddenly all both each itself themselves there here""".split()
)
"""Between what rises and the verb."""

CHANGE_CONTEXT = re.compile(
    r"\b(?:ris(?:e|es|en|ing)|rose|f[ae]ll\w*|gr[eo]w\w*|increas\w*|decreas\w*|drop\w*|cut\w*|rais\w*|reduc\w*"
    r"|climb\w*|jump\w*|slash\w*|low(?:er|ers|ered|ering)|up|down|chang\w*|mov\w*|went|go(?:es|ing)?|shr[aiu]nk\w*|doubl\w*"
    r"|tripl\w*|expand\w*|surg\w*|soar\w*|plung\w*|slip\w*|slid\w*|swell\w*|improv\w*|switch\w*|shift\w*|declin\w*"
    r"|boost\w*|lift\w*|widen\w*|narrow\w*|extend\w*|advanc\w*|return\w*|revis\w*|downgrad\w*|upgrad\w*)\b[^.;!?]*$",
    re.IGNORECASE,
)
"""With one of these before it in the sentence, "from 5 to 12" is a change and no range."""
