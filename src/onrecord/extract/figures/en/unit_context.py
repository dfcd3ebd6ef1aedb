"""English words near a number that decide what an ambiguous unit means ("5m", "10 pounds", "104 F"): data only."""

from __future__ import annotations

import re

from onrecord.language.numerals import build_alternation

VIDEO_LINES = frozenset({240, 360, 480, 576, 720, 1080, 1440, 2160})
"""Before "p" these are lines of a picture, not pence."""

LENGTH_CONTEXT = re.compile(
    r"\b(?:jump\w*|vault\w*|leap\w*|leapt|clear\w*|high\w*|height|tall\w*|long|length|wide|width|deep|depth"
    r"|distances?|metres?|meters?|km|cm|dive[ds]?|diving|climb\w*|sprint\w*|freestyle|hurdles|relay|waves?"
    r"|swells?|pool|away|thick|\d ?(?:ft|cm|kg|st|lbs?)|diameter|sea level|outreach|altitude|swim\w*|javelin|shot put)\b",
    re.IGNORECASE,
)
"""With one of these near, "2.05m" is a length; else a count in millions."""

KITCHEN_CONTEXT = re.compile(
    r"\b(?:tsp|tbsp|teaspoons?|tablespoons?|oz|ounces?|chopped|sliced|diced|grated|minced|cooked|flour|sugar|butter"
    r"|olive oil|recipe)\b",
    re.IGNORECASE,
)
"""With one of these near, "1 cup blueberries" is a measure; "won 2 cups" counts."""

RACE_CONTEXT = re.compile(
    r"\b(?:ran|runs?|runner\w*|rac(?:e[ds]?|ing)|sprint\w*|medley|butterfly|backstroke|breaststroke|heats?|steeplechase"
    r"|gold|silver|bronze|medal\w*|champion\w*|olympi\w*|record|seconds|relay|hurdles|freestyle|athletics|final)\b",
    re.IGNORECASE,
)
"""With one of these near, RACE_LENGTHS are metres; else counts in millions."""

RACE_LENGTHS = frozenset({50, 60, 100, 110, 200, 400, 800, 1500, 3000, 5000, 10000})
"""Metres of races on the track and in the pool."""
RACE_AFTER = re.compile(
    r"[.,;:)]|$| in (?:\d|an? |under|just)| (?:and|at|title|gold|silver|bronze|champions?|finals?|heats?|world|record|event"
    r"|individual|butterfly|backstroke|breaststroke|medley|steeplechase|races?|sprints?|run|swim|walk)\b"
)
"""After "the 200m" these say that it is run or swum."""
RACE_KILOMETRES = frozenset({5, 10, 15, 20, 50})
"""Kilometres of races on the road."""
RACE_PLURAL_AFTER = re.compile(r" (?:races|runs)\b")
RUNNING_CONTEXT = re.compile(
    r"\b(?:ran|run|runner|runners|running|race[ds]?|racing|jog\w*|parkrun|charity walk|marathon)\b",
    re.IGNORECASE,
)
"""With one of these near, "5k" is kilometres; else thousands."""

MASS_CONTEXT = re.compile(
    r"\b(?:weigh\w*|heav\w+|lost|los(?:e|es|ing)|gain\w*|shed\w*|drop|dropped|lift\w*|baby|body ?weight|lighter"
    r"|overweight|tall|(?:\d[- ]?|five[- ]|six[- ])(?:foot|feet|ft)|kilos?|kilograms?|catch|fish|meat|dumbbells?|slim\w*|diet\w*)\b",
    re.IGNORECASE,
)
"""With one of these near and no "£", pounds are a weight."""
PRICE_CONTEXT = re.compile(
    r"\b(?:spen[dt]|cost|costs|paid|pay|worth|price|fund\w*|bill|salary|euros|sterling|debts?)\b"
)
"""With one of these near, pounds are money."""
PRICED_GOODS_AFTER = re.compile(
    r"(?: an? |/| per )(?:kilo|kg|kilogram|lit(?:re|er)|pound|lb|tonne|dozen|bushel|share|unit|kWh)\b"
)
"""After "512c" this says that it is cents."""
INCHES_AFTER = re.compile(
    r"(?: ?[\"″]| in)(?= (?:thick|wide|long|deep|tall|high|of (?:rain|snow|water))\b|\.?$)"
)
"""Signs and abbreviations of inches, with a word after them that says so."""

EXTENT_WORDS = frozenset(
    {"high", "long", "wide", "deep", "tall", "thick", "above", "below", "away", "race", "sprint",
     "freestyle", "hurdles", "relay", "apart", "underwater"}
)  # fmt: skip
"""After "5m" these say that it is metres, not millions."""
EXTENT_AFTER_METRES = re.compile(
    rf"[ -](?:{build_alternation(EXTENT_WORDS)}|across(?=[.,;)]|$| and| with| in))\b"
)

TEMPERATURE_CONTEXT = re.compile(
    r"\b(?:temperatures?|degrees?|heat\w*|weather|cold|hot|warm\w*|freez\w*|cool\w*|fever|oven)\b|°",
    re.IGNORECASE,
)
"""With one of these near, "104 F" is a temperature."""
