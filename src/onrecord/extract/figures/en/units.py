"""English units of measure and rates, as CLDR does not list them: data only. Names are singular, in British spelling."""

from __future__ import annotations

import re

PERCENT_WORDS = ("%", "per cent", "percent", "percents", "pct", "pc", "percentage", "per-cent")

PERCENTAGE_POINT_WORDS = (
    "percentage points", "percentage point", "percentage-point", "percent points", "per cent points",
    "points of percentage", "% points", "ppts", "ppt", "pp", "pps",
)  # fmt: skip

PERCENTAGE_POINT_ABBREVIATIONS = frozenset({"pp", "pps", "ppt", "ppts"})
HALF_POINT_NOUN_AFTER = r"(?= (?:cut|rise|increase|hike|reduction|drop|fall|move))"
"""After "-point" these say that it is a percentage point ("a quarter-point cut")."""

EXCLUDED_CLDR_UNITS = frozenset(
    """concentr-item concentr-portion-per-1e9 concentr-percent concentr-permyriad digital-bit
    duration-night duration-quarter duration-day-person duration-month-person duration-week-person
    duration-year-person energy-foodcalorie force-pound-force graphics-dot graphics-em graphics-point
    length-earth-radius length-point length-solar-radius length-mile-scandinavian light-solar-luminosity
    mass-earth-mass mass-grain mass-pound mass-solar-mass pressure-atmosphere pressure-bar
    pressure-gasoline-energy-density speed-beaufort speed-light-speed temperature-generic volume-cup
    volume-drop volume-dram volume-pinch volume-jigger angle-revolution concentr-mole concentr-karat
    temperature-kelvin force-newton light-candela mass-dalton""".split()
)
"""CLDR's units whose English names are words of other senses ("drop", "point", "bar"), or no measures."""

EXCLUDED_SHORT_FORMS = frozenset(
    """c d dec w y h m s q b a n g j k v l t ct ac ha pt fur st tn st bu in nights c. mc dr gr fth
    days day mths wks yrs hrs mins secs ms px ly kn cal rev revs mb kb gb au pc mpt bit byte pa pm gal rad therm dsp tb mp qt cd ω stones lm lx""".split()
)
"""CLDR's short forms, in lower case, that are left out: too short, or listed in UNIT_FORMS with more care."""

EXCLUDED_SYMBOLS = frozenset("MP TV EV PV CD MV PJ EJ TB mB TW PW nB µB".split())
"""Symbols that are other words in capitals far more often ("12 TV presenters", "30 MP")."""

ATTACHED_SYMBOLS = frozenset({"W", "V", "J", "MP", "x", "rad"})
"""Symbols that count only right after the digits ("60W", "12MP")."""

SI_PREFIXES = {
    "nano": "n", "micro": "µ", "milli": "m", "kilo": "k", "mega": "M", "giga": "G", "tera": "T",
    "peta": "P", "exa": "E",
}  # fmt: skip

PREFIXED_UNITS = {
    "electronvolt": "eV", "sievert": "Sv", "gray": "Gy", "becquerel": "Bq", "watt": "W", "joule": "J",
    "hertz": "Hz", "byte": "B", "volt": "V", "pascal": "Pa", "watt-hour": "Wh",
}  # fmt: skip
"""SI units that any prefix is put before, with their symbols."""

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
"""Raised digits and signs → plain ones."""

UNIT_SYMBOLS = {
    "m": "metre", "g": "gram", "s": "second", "A": "ampere", "K": "kelvin", "mol": "mole", "Hz": "hertz",
    "N": "newton", "Pa": "pascal", "J": "joule", "W": "watt", "V": "volt", "C": "coulomb", "T": "tesla",
    "lm": "lumen", "lx": "lux", "Bq": "becquerel", "Gy": "gray", "Sv": "sievert", "L": "litre", "l": "litre",
    "eV": "electronvolt", "b": "barn", "Wh": "watt-hour", "Ω": "ohm", "ha": "hectare", "t": "tonne",
    "min": "minute", "h": "hour", "rad": "radian", "cd": "candela",
}  # fmt: skip
"""Symbols of compound units ("W/m²", "Bq/kg"), which count only in a compound."""

UNPREFIXED_SYMBOLS = frozenset({"min", "h", "ha", "K"})
"""Symbols that take no prefix."""

LENGTH_SYMBOLS = {"ft": "foot", "in": "inch", "yd": "yard", "mi": "mile"}
"""Symbols of lengths outside the SI, of which a power may be written."""

SYMBOL_PREFIXES = {
    "p": "pico", "f": "femto", "c": "centi", "d": "deci", "h": "hecto", "μ": "micro", "": "",
}  # fmt: skip
"""With SI_PREFIXES, what may stand before a symbol of a compound."""

UNIT_FORMS = {
    "kilometre": ("km", "kms", "kilometres", "klicks"),
    "metre": ("m",),
    "millimetre": ("mm",),
    "micrometre": ("microns", "micron", "µm"),
    "decimetre": ("dm",),
    "picometre": ("picometres", "picometer", "picometers"),
    "foot": ("ft",),
    "inch": ("ins",),
    "mile": ("mi",),
    "yard": ("yds", "yd"),
    "nautical mile": (),
    "light year": ("light-year", "light-years"),
    "square kilometre": ("sq km", "sq. km", "sq kms", "km2", "km^2", "km squared", "square km", "square kms"),
    "square metre": ("sq m", "sqm", "m2", "m^2", "square m", "sq metres", "sq meters", "sq. m"),
    "square mile": ("sq miles", "sq. mi", "sq. miles", "sq mile"),
    "square foot": ("sq. ft", "sqft", "sq feet", "square-foot"),
    "cubic metre": ("m3", "m^3", "cu m", "cubic m"),
    "cubic kilometre": ("km3", "km^3", "km cubed"),
    "cubic centimetre": ("cc", "cm3"),
    "cubic foot": ("cu ft", "cu.ft", "cu.ft.", "cu. ft", "cu. ft.", "cu.-ft."),
    "acre": (),
    "hectare": ("ha",),
    "litre": ("l", "L"),
    "litre per 100 kilometres": (
        "L/100km", "l/100km", "L/100 km", "l/100 km", "litres per 100km", "litres per 100 km",
        "litres per 100 kilometres", "liters per 100 kilometers", "litres per 100 kilometers",
    ),
    "millilitre": ("mls",),
    "barrel": ("bbl", "bbls"),
    "barrel per day": ("bpd", "b/d", "bbl/d", "bbls/d"),
    "barrel of oil equivalent": ("boe", "barrels of oil equivalent"),
    "barrel of oil equivalent per day": ("boepd", "boe/d"),
    "gigalitre": ("gigalitres", "gigaliter", "gigaliters"),
    "cup": ("cup of", "cups of"),
    "tablespoon": ("tbsps",),
    "teaspoon": ("tsps",),
    "gram": ("gramme", "grammes", "g", "gms"),
    "kilogram": ("kilogramme", "kilogrammes", "kilos", "kilo", "kgs"),
    "microgram": ("microgramme", "microgrammes", "µg", "mcg"),
    "tonne": ("metric ton", "metric tons", "metric tonnes", "metric tonne", "t"),
    "tonne per day": ("tpd", "t/d"),
    "tonne per year": ("tpa", "t/y", "t/yr"),
    "ton": ("short tons", "long tons"),
    "kiloton": ("kilotons", "kilotonnes", "kilotonne", "kt"),
    "megaton": ("megatons", "megatonnes", "megatonne", "mt"),
    "pound-mass": ("lb", "lbs"),
    "stone": (),
    "gigatonne": ("gigatons", "gigatonnes", "gigaton"),
    "horsepower": ("bhp", "brake horsepower"),
    "pound-force-foot": ("lb-ft", "lb ft", "pound-feet", "foot-pounds", "lb.-ft.", "pound feet", "lbs-ft"),
    "newton metre": ("Nm", "newton-metres"),
    "revolution per minute": ("rpm", "revolutions per minute", "revolutions a minute"),
    "beat per minute": ("bpm", "beats per minute", "beats a minute"),
    "frame per second": ("fps", "frames per second"),
    "megapixel": ("MP", "megapixels"),
    "milliampere-hour": ("mAh", "milliamp hours"),
    "nit": ("nits",),
    "watt": ("W",),
    "volt": ("V",),
    "ampere": ("amps", "amp"),
    "hertz": ("hz",),
    "becquerel": ("becquerels", "Bq"),
    "sievert": ("sieverts", "Sv"),
    "megabit per second": ("mbps", "mbit/s", "Mb/s", "megabits a second"),
    "gigabit per second": ("gbps", "gbit/s", "Gb/s", "gigabits a second"),
    "kilobit per second": ("kbps", "kbit/s", "kb/s", "kilobits a second"),
    "part per billion": ("ppb", "parts per billion"),
    "twenty-foot equivalent unit": ("TEU", "TEUs", "twenty-foot equivalent units"),
    "joule": ("J",),
    "joule second": ("Js", "J⋅s", "J·s", "joule-seconds", "joule seconds"),
    "watt-hour": ("watt hours", "watt-hours", "wh"),
    "kilowatt-hour": ("kilowatt hours", "kilowatt hour"),
    "megawatt-hour": ("megawatt hours", "megawatt hour"),
    "gigawatt-hour": ("gigawatt hours", "gigawatt hour"),
    "terawatt-hour": ("terawatt hours", "terawatt hour", "terawatt-hours", "TWh"),
    "megawatt": ("MWe", "MWp"),
    "calorie": ("kcals", "kcal"),
    "byte": (),
    "kilobyte": ("kb",),
    "megabyte": ("mb",),
    "gigabyte": ("gb",),
    "terabyte": ("tb",),
    "kibibyte": ("kibibytes", "KiB"),
    "bit": ("-bit", "bits"),
    "decibel": ("decibels", "db", "dba", "db(a)"),
    "degree Celsius": (
        "°c", "° c", "ºc", "degrees c", "degrees centigrade", "degree centigrade", "celsius", "celcius",
        "degrees celcius", "deg c", "deg celsius", "centigrade", "centigrate", "° celsius",
        "degree c", "degrees-celsius",
    ),
    "degree Fahrenheit": (
        "°f", "° f", "ºf", "degrees f", "deg f", "fahrenheit", "farenheit", "degrees farenheit",
        "deg fahrenheit", "° fahrenheit", "degree f",
    ),
    "degree": ("°", "degrees", "deg"),
    "kelvin": ("kelvins",),
    "knot": ("kts",),
    "radian": ("rad",),
    "newton": ("newtons",),
    "mile per hour": ("miles an hour", "mph", "miles-per-hour", "miles-an-hour"),
    "kilometre per hour": (
        "kmh", "kph", "kmph", "km/hr", "kilometres an hour", "kilometers an hour", "km per hour",
        "km an hour", "kilometre-an-hour", "kilometer-an-hour", "kmh-1",
    ),
    "cubic metre per second": ("m3/s", "m³/s", "cumecs"),
    "cubic foot per second": ("cu ft/s", "cfs"),
    "basis point": ("basis points", "bps", "bp", "basis-point"),
    "troy ounce": ("troy ounces",),
    "time": ("times", "-fold", "fold", "x"),
    "year": ("years", "yrs", "yr", "yo", "y/o"),
    "month": ("months", "mths"),
    "week": ("weeks", "wks"),
    "day": ("days",),
    "night": ("nights",),
    "hour": ("hours", "hrs", "hr"),
    "minute": ("minutes", "mins", "min"),
    "second": ("seconds", "secs", "sec"),
    "decade": ("decades",),
    "century": ("centuries",),
}  # fmt: skip
"""Singular name → forms that CLDR does not list; only symbols keep their capitals."""

SCALED_UNITS = {
    "bcm": (10**9, "cubic metre"), "bcf": (10**9, "cubic foot"), "tcf": (10**12, "cubic foot"),
    "tcm": (10**12, "cubic metre"), "mmcf": (10**6, "cubic foot"), "mtpa": (10**6, "tonne per year"),
    "bcma": (10**9, "cubic metre per year"), "bcfd": (10**9, "cubic foot per day"),
    "mmcfd": (10**6, "cubic foot per day"), "mbpd": (10**6, "barrel per day"), "mb/d": (10**6, "barrel per day"),
    "gigaannum": (10**9, "year"), "megaannum": (10**6, "year"),
}  # fmt: skip
"""Abbreviations, most of the trade in fuels, that hold a number and a unit."""

RATE_TIMES = {
    "second": "second", "sec": "second", "s": "second", "minute": "minute", "min": "minute",
    "hour": "hour", "hr": "hour", "h": "hour", "millisecond": "millisecond", "ms": "millisecond",
    "day": "day", "week": "week", "month": "month", "year": "year", "annum": "year",
}  # fmt: skip
"""Words → the time of a rate: a measure per one of these is a unit of its own ("litres a minute", "barrel per day")."""

RATE_ABBREVIATIONS = {"d": "day", "yr": "year", "y": "year"}
"""Abbreviations → the time, after a stroke ("bcf/d")."""

RATE_ADVERBS = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "annually": "year",
    "yearly": "year",
}
"""Adverbs → the time, after the unit ("5,000 tonnes annually")."""
RATELESS_UNITS = frozenset(
    {"time", "byte", "degree", "year", "month", "week", "day", "night", "minute", "second", "hour"}
)
"""Units that are never per a time: "eight hours a day" are hours."""
UNITS_NEVER_PER = frozenset(
    {"day", "night", "week", "month", "year", "time", "decade", "century", "degree"}
)
"""Units that no other unit is per, but as a rate."""
RANGE_OR_NAME_SYMBOLS = frozenset({"m", "g", "h"})
"""Symbols that "-2" after them makes no negative power of ("3 m-2")."""
PER_UNIT = re.compile(
    r" per(?= [a-z])|/| an?(?= (?:gallon|lit(?:re|er)|hectare|acre|kilo|kilogram|tonne|ton|kilomet(?:re|er)|met(?:re|er))\b)"
)
"""Between a unit and the unit it is per."""
NO_RATE_AFTER = r"(?! (?:ago|earlier|later|before|after|hence|old|from now|and a half)\b)"
"""After a time these make it a date or an age, and no rate."""
NO_RATE_INSIDE = r"(?:in|within|for|over|after|about|of|on|at|to|by|almost|nearly|just|half|once|under|than|as|during|from)"
"""Between what is measured and a time these show that the time is no rate's ("310 mm of rain in a day")."""

SUBUNIT_RATIOS = {
    ("foot", "inch"): 12, ("stone", "pound-mass"): 14, ("pound-mass", "ounce"): 16,
    ("metre", "centimetre"): 100, ("kilometre", "metre"): 1000, ("mile", "yard"): 1760,
    ("minute", "second"): 60, ("hour", "minute"): 60, ("year", "month"): 12, ("metre", "decimetre"): 10,
}  # fmt: skip
"""How many of the second unit make the first, where both are written together ("5 feet 2 inches")."""

TIME_UNITS = frozenset(
    {"year", "month", "week", "day", "night", "hour", "minute", "second", "decade", "century",
     "millisecond", "microsecond", "nanosecond"}
)  # fmt: skip
"""Units of time: a length of time is a figure, a day counted from another by it is none."""
LENGTH_UNITS = frozenset(
    {"metre", "kilometre", "mile", "foot", "inch", "centimetre", "millimetre", "yard"}
)
PERCENTAGE_UNITS = frozenset({"%", "percentage point", "basis point"})
