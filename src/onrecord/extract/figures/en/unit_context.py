"""English words near a number that decide what an ambiguous unit means ("5m", "10 pounds", "104 F"): data only."""

from __future__ import annotations

import re

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
"""With one of these near, the lengths of TRACKS are races; else counts in millions."""

RACE_LENGTHS = frozenset({50, 60, 100, 110, 200, 400, 800, 1500, 3000, 5000, 10000})

MASS_CONTEXT = re.compile(
    r"\b(?:weigh\w*|heav\w+|lost|los(?:e|es|ing)|gain\w*|shed\w*|drop|dropped|lift\w*|baby|body ?weight|lighter"
    r"|overweight|tall|(?:\d[- ]?|five[- ]|six[- ])(?:foot|feet|ft)|kilos?|kilograms?|catch|fish|meat|dumbbells?|slim\w*|diet\w*)\b",
    re.IGNORECASE,
)
"""With one of these near and no "£", pounds are a weight."""

EXTENT_WORDS = frozenset(
    {"high", "long", "wide", "deep", "tall", "thick", "above", "below", "away", "race", "sprint",
     "freestyle", "hurdles", "relay", "apart", "underwater"}
)  # fmt: skip
"""After "5m" these say that it is metres, not millions."""

WHOLE_AFTER_HALF = frozenset(
    {"of", "the", "its", "their", "his", "her", "our", "all", "those", "these", "that", "this",
     "as", "were", "was", "are", "is", "have", "had"}
)  # fmt: skip
"""Words after "half" with which it is a part of something."""

TEMPERATURE_CONTEXT = re.compile(
    r"\b(?:temperatures?|degrees?|heat\w*|weather|cold|hot|warm\w*|freez\w*|cool\w*|fever|oven)\b|°",
    re.IGNORECASE,
)
"""With one of these near, "104 F" is a temperature."""
