"""English units written with "a" or "an", and the words that show that one is measured: data only."""

from __future__ import annotations

import re

UNAMBIGUOUS_UNITS = frozenset(
    """mile kilometre kilometer metre meter centimetre centimeter millimetre millimeter micron foot
    tonne kilogram kilogramme kilo gram gramme milligram microgram litre liter millilitre milliliter gallon
    acre hectare kilowatt megawatt gigawatt terawatt kilowatt-hour megawatt-hour gigawatt-hour kibibyte kilobyte
    megabyte gigabyte terabyte petabyte exabyte megaton kiloton gigatonne nanometre nanometer gigalitre""".split()
) | {
    f"{power} {unit}"
    for power in ("square", "cubic")
    for unit in ("mile", "kilometre", "kilometer", "metre", "meter", "foot", "inch", "yard")
}  # fmt: skip
"""Units whose names hardly mean anything else."""
IDIOMATIC_UNITS = frozenset(
    {"ton", "ounce", "yard", "inch", "light year", "light-year", "nautical mile"}
)
"""Units that idioms and things share ("a ton of fun", "a yard full of scrap")."""
VESSEL_UNITS = frozenset({"cup", "pint", "quart", "teaspoon", "tablespoon"})
"""Units that count only with what fills them ("went for a pint" is none)."""
POINT_UNITS = frozenset({"percentage point", "basis point", "percentage-point"})
"""Units that an article before always counts."""
COINS = frozenset({"dollar", "euro", "pound", "penny", "cent", "rupee"})
"""Money that is a sum only where it is spent ("less than a dollar a day")."""
DISTANCE_UNITS_OF_IDIOMS = frozenset({"mile", "inch"})
WEIGHT_UNITS_OF_IDIOMS = frozenset({"ton", "ounce"})
STUFF_AFTER = re.compile(
    r" of (?!the\b|(?:his|her|their|its|my|our|your)\b)(?P<stuff>\w+(?: \w+)?)"
)
"""What a unit is of."""
OFF_OR_AWAY_AFTER = re.compile(r" (?:off|away)\b")

WEIGHED_SUBSTANCES = frozenset(
    """steel coal cement concrete sand gravel grain wheat rice maize corn barley soya ore copper iron gold silver tin
    zinc nickel lithium aluminium aluminum platinum waste rubbish garbage trash explosives dynamite tnt cocaine
    heroin cannabis marijuana hashish meth methamphetamine opium drugs fentanyl fertiliser fertilizer carbon co2
    oil crude petrol diesel fuel hay straw scrap salt sugar flour potatoes fish meat beef timber wood paper
    plastic bricks ice snow soil earth mud rubble debris ammunition uranium plutonium ivory tea coffee cocoa milk
    water rain hail dust space honey seed feed metal glass clothes clothing wax asphalt ash sewage sludge manure""".split()
)
"""What is weighed: before one of these, "a ton of" and "an ounce of" measure."""

EXTENT_AFTER = re.compile(
    r" (?:(?:away|long|wide|deep|high|tall|thick|apart|across|offshore|inland|upstream|downstream|further|farther|closer"
    r"|taller|longer|shorter|deeper|higher|lower|wider|heavier|lighter|below|above|into|beneath|underground|outside|inside|behind|ahead|in (?:length|diameter|height|width|depth|size)"
    r"|from (?:the|an?|its|their|his|her|where))\b|(?:to the |due )?(?:north|south|east|west)|off (?:the|it|its)\b|from [A-Z])"
)
"""After "a mile" these say that it is a length."""
DEFINITION_AFTER = re.compile(
    r" (?:is|equals|weighs|holds|contains|has)(?: (?:exactly|about|roughly|equal|to|approximately)){0,2} \d"
)
"""After "a mile" this says how much it is."""
MEASURE_BEFORE = re.compile(
    r"\b(?:about|around|roughly|approximately|nearly|almost|over|more than|under|less than|at least|at most|up to|just"
    r"|within|barely|exactly|some|walk(?:s|ed|ing)?|ran|runs?|running|dr[io]ven?|driving|swim|swam|travel\w*"
    r"|ris(?:e|es|en|ing)|rose|f[ae]ll(?:s|en|ing)?|gr[eo]w(?:s|n|ing)?|dropp\w+|sank|sinks?|weigh\w*|measur\w+|jumped"
    r"|climbed|hiked|sailed|cover(?:s|ed|ing)|emit\w*|produc(?:es?|ed|ing)|sav(?:es?|ed|ing)|burn\w*|drink\w*|drank|by"
    r"|gain(?:ed|s|ing)?|lo(?:st|ses|se|sing)|shed|add(?:s|ed|ing)) $",
    re.IGNORECASE,
)
"""Right before "a mile" these say that it is measured."""
NO_NOUN_AFTER = re.compile(
    r"[.,;:)]|$|[”\"]| (?:of|in|on|to|at|for|and|or|with|behind|ahead|down|up|per|an?|each|more|less|than|during|when|while|as"
    r"|after|before|over|across|outside|inside|out|into|by|every|daily|through|along|between|since|is|are|was|were)\b"
)
"""After "a metre" these say that no thing is named by it ("a foot injury", "a metre rule")."""
SPENDING_BEFORE = re.compile(
    r"\b(?:cost|costs|costing|pa(?:y|ys|id|ying)|less than|more than|under|over|nearly|almost|about|around|barely"
    r"|as little as|at least|up to|earn\w*) $"
)
"""Right before "a dollar" these say that it is a sum."""
DISTRIBUTIVE_AFTER = re.compile(
    r" (?:a|an|per) (?:day|week|month|year|hour|head|person|share|piece|time)\b| (?:each|apiece)\b"
)
"""After "a dollar" these do."""
IDIOM_BEFORE = re.compile(
    r"\bby an? $(?# mile, inch)|\bwithin an $(?# inch)|\b(?:giv(?:e|es|ing)|gave|budge[ds]?|yield\w*|every) an $",
    re.IGNORECASE,
)
"""With "mile" or "inch" these mean "far" or "at all" ("won by a mile", "within an inch of his life")."""
PERCEPTION_BEFORE = re.compile(
    r"\b(?:see[ns]?|seeing|saw|spot\w*|smel\w*|tell|told|hear[ds]?|sniff\w*)\b[^.;]*$",
    re.IGNORECASE,
)
"""Before "a mile off" or "a mile away" these make an idiom."""
SHOES_AFTER = re.compile(r" in (?:[\w’']+ )?(?:\w+['’]s )?shoes\b")
"""After "walk a mile" this makes an idiom."""
PRICE_BEFORE = re.compile(
    r"(?:\d[\w.,%]*|\b(?:cents?|pence|dollars?|euros?|pounds?|rupees?|yen|yuan|quid|bucks|miles|kilomet\w+|litres|tonnes?|times"
    r"|(?:m|b|tr)illion|thousand|hundred)) $",
    re.IGNORECASE,
)
"""Right before "a gallon" these make it a price's or a rate's unit."""
