"""English units of measure, money and parts: data only. Names are singular, British spelling."""

from __future__ import annotations

import re

CURRENCY_SIGNS = {
    "£": "GBP",
    "$": "USD",
    "US$": "USD",
    "U.S.$": "USD",
    "U.S $": "USD",
    "USD$": "USD",
    "€": "EUR",
    "¥": "JPY",
    "元": "CNY",
    "円": "JPY",
    "₹": "INR",
    "Rs": "INR",
    "Rs.": "INR",
    "₽": "RUB",
    "₺": "TRY",
    "₪": "ILS",
    "₩": "KRW",
    "₦": "NGN",
    "₴": "UAH",
    "₫": "VND",
    "₱": "PHP",
    "฿": "THB",
    "₾": "GEL",
    "₸": "KZT",
    "₡": "CRC",
    "₭": "LAK",
    "₵": "GHS",
    "GH₵": "GHS",
    "A$": "AUD",
    "AU$": "AUD",
    "AUD$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "CAD$": "CAD",
    "CDN$": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "SG$": "SGD",
    "NT$": "TWD",
    "J$": "JMD",
    "TT$": "TTD",
    "Z$": "ZWL",
    "N$": "NAD",
    "R$": "BRL",
    "MX$": "MXN",
    "Mex$": "MXN",
    "₿": "BTC",
    "CN¥": "CNY",
    "RMB": "CNY",
    "Sfr": "CHF",
    "SFr.": "CHF",
    "RM": "MYR",
    "Rp": "IDR",
    "KSh": "KES",
    "Ksh": "KES",
    "USh": "UGX",
    "E£": "EGP",
}
"""Before an amount. A bare dollar sign is told by the page (`language.whose_money`); ¥ is Japan's, as in CLDR's English."""

SIGNS_AFTER = frozenset({"£", "€", "$", "₽", "₺", "₪", "₴", "₫", "₾", "₸", "₡", "₭", "元", "円"})
"""Signs that are also written after the amount ("10 €")."""

NO_CODES = frozenset(
    "ALL ANG BAM BOB COP CUP ERN GEL LAK MAD MOP PEN RON SIT SOS SUR TOP TRY".split()
)
"""ISO codes that are also words or stand before other numbers ("COP26", "TOP 10"): no money by themselves."""

DOLLARS = {
    "australian": "AUD",
    "aussie": "AUD",
    "aus": "AUD",
    "canadian": "CAD",
    "cdn": "CAD",
    "us": "USD",
    "u.s.": "USD",
    "american": "USD",
    "new zealand": "NZD",
    "kiwi": "NZD",
    "singapore": "SGD",
    "singaporean": "SGD",
    "hong kong": "HKD",
    "jamaican": "JMD",
    "taiwan": "TWD",
    "taiwanese": "TWD",
}
"""Words that say which dollar is meant, before "dollars" or after the amount ("$5 million Canadian")."""

DOLLAR_DOMAINS = {
    "au": "AUD",
    "ca": "CAD",
    "nz": "NZD",
    "sg": "SGD",
    "hk": "HKD",
    "jm": "JMD",
    "tt": "TTD",
    "bb": "BBD",
    "bs": "BSD",
    "fj": "FJD",
    "gy": "GYD",
    "na": "NAD",
    "bz": "BZD",
}
"""Last labels of hosts whose country's press writes "$" for its own dollar."""

DOLLAR_OUTLETS = {
    "australia": "AUD",
    "australian": "AUD",
    "canada": "CAD",
    "canadian": "CAD",
    "new zealand": "NZD",
    "singapore": "SGD",
    "hong kong": "HKD",
    "jamaica": "JMD",
    "sydney": "AUD",
    "melbourne": "AUD",
    "brisbane": "AUD",
    "toronto": "CAD",
    "vancouver": "CAD",
    "ottawa": "CAD",
    "calgary": "CAD",
    "auckland": "NZD",
    "wellington": "NZD",
}
"""Words of an outlet's name that say whose dollar it writes."""

CURRENCY_WORDS = {
    "pound": "GBP",
    "quid": "GBP",
    "pound sterling": "GBP",
    "pounds sterling": "GBP",
    "british pound": "GBP",
    "sterling": "GBP",
    "us dollar": "USD",
    "u.s. dollar": "USD",
    "american dollar": "USD",
    "aussie dollar": "AUD",
    "kiwi dollar": "NZD",
    "singaporean dollar": "SGD",
    "euro": "EUR",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rmb": "CNY",
    "rupee": "INR",
    "rouble": "RUB",
    "ruble": "RUB",
    "russian rouble": "RUB",
    "shekel": "ILS",
    "israeli shekel": "ILS",
    "lira": "TRY",
    "lire": "ITL",
    "rand": "ZAR",
    "reais": "BRL",
    "naira": "NGN",
    "cedi": "GHS",
    "hryvnia": "UAH",
    "won": "KRW",
    "zloty": "PLN",
    "zlotys": "PLN",
    "forint": "HUF",
    "baht": "THB",
    "ringgit": "MYR",
    "rupiah": "IDR",
    "franc": "CHF",
    "bitcoin": "BTC",
    "btc": "BTC",
    "usd": "USD",
    "eur": "EUR",
    "peseta": "ESP",
    "guilder": "NLG",
    "dutch guilder": "NLG",
    "deutschmark": "DEM",
    "deutsche mark": "DEM",
    "d-mark": "DEM",
    "drachma": "GRD",
    "escudo": "PTE",
}
"""Names used without a country; those with one ("Iraqi dinars") come from CLDR."""

MINOR_WORDS = {
    "penny": ("GBP", 0.01),
    "pence": ("GBP", 0.01),
    "pennies": ("GBP", 0.01),
    "dime": ("USD", 0.1),
    "kopeck": ("RUB", 0.01),
    "paise": ("INR", 0.01),
    "paisa": ("INR", 0.01),
}
"""Parts of a currency; cents are the page's dollar's or the euro's (`language.whose_money`)."""

PERCENT = ("%", "per cent", "percent", "percents", "pct", "pc", "percentage", "per-cent")
POINTS = (
    "percentage points", "percentage point", "percentage-point", "percent points", "per cent points",
    "points of percentage", "% points", "ppts", "ppt", "pp", "pps",
)  # fmt: skip

NOT_UNITS = frozenset(
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

NOT_SHORT = frozenset(
    """c d dec w y h m s q b a n g j k v l t ct ac ha pt fur st tn st bu in nights c. mc dr gr fth
    days day mths wks yrs hrs mins secs ms px ly kn cal rev revs mb kb gb au pc mpt bit byte pa pm gal rad therm dsp tb mp qt cd ω stones lm lx""".split()
)
"""CLDR's short forms not read as they are, small: too short, or listed in UNITS with more care."""

NOT_SYMBOLS = frozenset("MP TV EV PV CD MV PJ EJ TB mB TW PW nB µB".split())
"""Symbols that are other words in capitals far more often ("12 TV presenters", "30 MP")."""

ATTACHED = frozenset({"W", "V", "J", "MP", "x", "rad"})
"""Symbols read only right after the digits ("60W", "12MP")."""

PREFIXES = {
    "nano": "n", "micro": "µ", "milli": "m", "kilo": "k", "mega": "M", "giga": "G", "tera": "T",
    "peta": "P", "exa": "E",
}  # fmt: skip
PREFIXED = {
    "electronvolt": "eV", "sievert": "Sv", "gray": "Gy", "becquerel": "Bq", "watt": "W", "joule": "J",
    "hertz": "Hz", "byte": "B", "volt": "V", "pascal": "Pa", "watt-hour": "Wh",
}  # fmt: skip
"""SI units that any prefix is put before, with their symbols."""

RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
"""Digits and signs written raised, and the plain ones."""

SYMBOLS = {
    "m": "metre", "g": "gram", "s": "second", "A": "ampere", "K": "kelvin", "mol": "mole", "Hz": "hertz",
    "N": "newton", "Pa": "pascal", "J": "joule", "W": "watt", "V": "volt", "C": "coulomb", "T": "tesla",
    "lm": "lumen", "lx": "lux", "Bq": "becquerel", "Gy": "gray", "Sv": "sievert", "L": "litre", "l": "litre",
    "eV": "electronvolt", "b": "barn", "Wh": "watt-hour", "Ω": "ohm", "ha": "hectare", "t": "tonne",
    "min": "minute", "h": "hour", "rad": "radian", "cd": "candela",
}  # fmt: skip
"""Symbols that compound units are made of ("W/m²", "Bq/kg"), read only in such a compound."""

UNPREFIXED = frozenset({"min", "h", "ha", "K"})
SYMBOL_PREFIXES = {
    "p": "pico", "f": "femto", "c": "centi", "d": "deci", "h": "hecto", "μ": "micro", "": "",
}  # fmt: skip
"""With PREFIXES, what may stand before a symbol of a compound."""

UNITS = {
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
"""Singular name and ways it is written that CLDR does not list; only symbols keep their capitals."""

SCALED = {
    "bcm": (10**9, "cubic metre"), "bcf": (10**9, "cubic foot"), "tcf": (10**12, "cubic foot"),
    "tcm": (10**12, "cubic metre"), "mmcf": (10**6, "cubic foot"), "mtpa": (10**6, "tonne per year"),
    "bcma": (10**9, "cubic metre per year"), "bcfd": (10**9, "cubic foot per day"),
    "mmcfd": (10**6, "cubic foot per day"), "mbpd": (10**6, "barrel per day"), "mb/d": (10**6, "barrel per day"),
    "gigaannum": (10**9, "year"), "megaannum": (10**6, "year"),
}  # fmt: skip
"""Abbreviations of the trade in fuels that hold a number and a unit."""

RATES = {
    "second": "second", "sec": "second", "s": "second", "minute": "minute", "min": "minute",
    "hour": "hour", "hr": "hour", "h": "hour", "millisecond": "millisecond", "ms": "millisecond",
    "day": "day", "week": "week", "month": "month", "year": "year", "annum": "year",
}  # fmt: skip
"""A measure per one of these is a unit of its own ("litres a minute", "barrel per day")."""
RATE_SIGNS = {"d": "day", "yr": "year", "y": "year"}
"""The same after a stroke ("bcf/d")."""
RATE_WORDS = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "annually": "year",
    "yearly": "year",
}
"""The same in one word, after the unit ("5,000 tonnes annually")."""

SMALLER = {
    ("foot", "inch"): 12, ("stone", "pound-mass"): 14, ("pound-mass", "ounce"): 16,
    ("metre", "centimetre"): 100, ("kilometre", "metre"): 1000, ("mile", "yard"): 1760,
    ("minute", "second"): 60, ("hour", "minute"): 60, ("year", "month"): 12, ("metre", "decimetre"): 10,
}  # fmt: skip
"""How many of the second go into the first, where both are said together ("5 feet 2 inches")."""

LINES = frozenset({240, 360, 480, 576, 720, 1080, 1440, 2160})
"""Before "p" these are lines of a picture, not pence."""

METRE_WORDS = re.compile(
    r"\b(?:jump\w*|vault\w*|leap\w*|leapt|clear\w*|high\w*|height|tall\w*|long|length|wide|width|deep|depth"
    r"|distances?|metres?|meters?|km|cm|dive[ds]?|diving|climb\w*|sprint\w*|freestyle|hurdles|relay|waves?"
    r"|swells?|pool|away|thick|\d ?(?:ft|cm|kg|st|lbs?)|diameter|sea level|outreach|altitude|swim\w*|javelin|shot put)\b",
    re.IGNORECASE,
)
"""With one of these near, "2.05m" is a length; else a count in millions."""

KITCHEN = re.compile(
    r"\b(?:tsp|tbsp|teaspoons?|tablespoons?|oz|ounces?|chopped|sliced|diced|grated|minced|cooked|flour|sugar|butter"
    r"|olive oil|recipe)\b",
    re.IGNORECASE,
)
"""With one of these near, "1 cup blueberries" is a measure; "won 2 cups" counts."""

TRACK_WORDS = re.compile(
    r"\b(?:ran|runs?|runner\w*|rac(?:e[ds]?|ing)|sprint\w*|medley|butterfly|backstroke|breaststroke|heats?|steeplechase"
    r"|gold|silver|bronze|medal\w*|champion\w*|olympi\w*|record|seconds|relay|hurdles|freestyle|athletics|final)\b",
    re.IGNORECASE,
)
"""With one of these near, the lengths of TRACKS are races; else counts in millions."""
TRACKS = frozenset({50, 60, 100, 110, 200, 400, 800, 1500, 3000, 5000, 10000})

MASS_WORDS = re.compile(
    r"\b(?:weigh\w*|heav\w+|lost|los(?:e|es|ing)|gain\w*|shed\w*|drop|dropped|lift\w*|baby|body ?weight|lighter"
    r"|overweight|tall|(?:\d[- ]?|five[- ]|six[- ])(?:foot|feet|ft)|kilos?|kilograms?|catch|fish|meat|dumbbells?|slim\w*|diet\w*)\b",
    re.IGNORECASE,
)
"""With one of these near and no "£", pounds are a weight."""

TIME_UNITS = frozenset(
    {"year", "month", "week", "day", "night", "hour", "minute", "second", "decade", "century",
     "millisecond", "microsecond", "nanosecond"}
)  # fmt: skip
"""Units of time: a length of time is a figure, a day reckoned by it is none (`extract.figures`)."""

EXTENTS = frozenset(
    {"high", "long", "wide", "deep", "tall", "thick", "above", "below", "away", "race", "sprint",
     "freestyle", "hurdles", "relay", "apart", "underwater"}
)  # fmt: skip
"""After "5m" these say that it is metres, not millions."""

HALVED = frozenset(
    {"of", "the", "its", "their", "his", "her", "our", "all", "those", "these", "that", "this",
     "as", "were", "was", "are", "is", "have", "had"}
)  # fmt: skip
"""Words after "half" with which it is a part of something."""

NUMBERED = frozenset(
    {
        "page", "pages", "chapter", "section", "article", "paragraph", "number", "no", "nos", "line",
        "clause", "platform", "gate", "room", "level", "phase", "stage", "step", "grade", "size",
        "type", "mark", "version", "volume", "episode", "season", "part", "resolution", "flight",
        "route", "highway", "junction", "unit", "bus", "channel", "figure", "table", "box", "item",
        "block", "sector", "camp", "ward", "district", "zone", "category", "tier", "class", "model",
        "tel", "telephone", "phone", "fax", "call", "text", "apartment", "flat", "suite", "act",
        "area", "division", "runway", "pier", "court", "rule", "order", "question", "day", "year",
        "week", "lot", "slot", "under", "bullet", "point", "windows", "verse", "amendment",
        "protocol", "annex", "image", "photo", "slide", "picture", "appendix", "exhibit", "interstate", "motorway", "exit", "under-",
        "series", "group", "option", "round", "player", "schedule", "form", "generation", "gen", "reactor",
        "scenario", "lesson", "meal", "track", "team", "psalm", "codename", "inmate", "hurricane", "apollo", "cloud",
    }
)  # fmt: skip
"""A number after one of these names a thing and counts nothing."""

NOT_COUNTED_AFTER_ONE = frozenset(
    {
        "day", "thing", "side", "way", "hand", "point", "reason", "time", "night", "morning", "can",
        "another", "another's", "of", "such", "else", "that", "who", "which", "would", "should", "must",
        "stage", "area", "moment", "more", "word", "sense", "place", "or", "step", "might", "could",
        "may", "is", "has", "was", "sort", "kind", "form", "end", "extreme", "example",
    }
)  # fmt: skip
"""Words after "one" with which it counts nothing."""
NOT_COUNTED_BEFORE_ONE = frozenset(
    {
        "no",
        "this",
        "that",
        "the",
        "any",
        "every",
        "each",
        "which",
        "another",
        "some",
        "day",
        "number",
    }
)
"""Words before "one" with which it counts nothing."""
