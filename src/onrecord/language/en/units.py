"""English units of measure, money and parts: data only. Names are singular, British spelling."""

from __future__ import annotations

CURRENCY_SIGNS = {
    "£": "GBP",
    "$": "USD",
    "US$": "USD",
    "USD$": "USD",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "Rs": "INR",
    "Rs.": "INR",
    "₽": "RUB",
    "₺": "TRY",
    "₪": "ILS",
    "₩": "KRW",
    "₦": "NGN",
    "₴": "UAH",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "R$": "BRL",
    "CN¥": "CNY",
}
"""Before an amount. A bare dollar sign is the United States' and ¥ Japan's, as in CLDR's English."""

CURRENCY_WORDS = {
    "pound": "GBP",
    "quid": "GBP",
    "pound sterling": "GBP",
    "sterling": "GBP",
    "dollar": "USD",
    "us dollar": "USD",
    "u.s. dollar": "USD",
    "american dollar": "USD",
    "euro": "EUR",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rupee": "INR",
    "rouble": "RUB",
    "ruble": "RUB",
    "shekel": "ILS",
    "lira": "TRY",
    "rand": "ZAR",
    "real": "BRL",
    "naira": "NGN",
    "hryvnia": "UAH",
    "won": "KRW",
    "zloty": "PLN",
    "baht": "THB",
    "ringgit": "MYR",
    "rupiah": "IDR",
}
"""Names used without a country; those with one ("Iraqi dinars") come from CLDR."""

MINOR_WORDS = {"penny": ("GBP", 0.01), "pence": ("GBP", 0.01), "pennies": ("GBP", 0.01)}
PERCENT = ("%", "per cent", "percent", "pct", "pc", "percentage")
POINTS = ("percentage points", "percentage point", "per cent points", "points of percentage")

UNITS = {
    "kilometre": ("kilometres", "kilometer", "kilometers", "km", "kms"),
    "metre": ("metres", "meter", "meters", "m"),
    "centimetre": ("centimetres", "centimeter", "centimeters", "cm"),
    "millimetre": ("millimetres", "millimeter", "millimeters", "mm"),
    "micrometre": ("micrometres", "micrometer", "micrometers", "microns", "µm"),
    "nanometre": ("nanometres", "nanometer", "nanometers", "nm"),
    "mile": ("miles", "mi"),
    "nautical mile": ("nautical miles", "nmi"),
    "yard": ("yards", "yd", "yds"),
    "foot": ("feet", "ft"),
    "inch": ("inches",),
    "light-year": ("light-years", "light years", "light year"),
    "square kilometre": (
        "square kilometres", "square kilometers", "square kilometer", "sq km", "km2", "km²", "sq. km",
        "km^2", "km squared",
    ),
    "square metre": (
        "square metres", "square meters", "square meter", "sq m", "m2", "m²", "sqm", "m^2",
    ),
    "square mile": ("square miles", "sq mi", "sq miles", "sq. mi", "sq. miles"),
    "square foot": ("square feet", "sq ft", "sq. ft"),
    "cubic metre": ("cubic metres", "cubic meters", "cubic meter", "m3", "m³"),
    "cubic kilometre": ("cubic kilometres", "cubic kilometers", "km^3", "km cubed", "km3"),
    "cubic foot": ("cubic feet", "cu ft"),
    "acre": ("acres",),
    "hectare": ("hectares", "ha"),
    "litre": ("litres", "liter", "liters", "l"),
    "millilitre": ("millilitres", "milliliter", "milliliters", "ml"),
    "centilitre": ("centilitres", "cl"),
    "gallon": ("gallons",),
    "pint": ("pints",),
    "barrel": ("barrels", "bbl"),
    "tablespoon": ("tablespoons", "tbsp"),
    "teaspoon": ("teaspoons", "tsp"),
    "gram": ("grams", "gramme", "grammes", "g"),
    "kilogram": ("kilograms", "kilogramme", "kilogrammes", "kilos", "kilo", "kg", "kgs"),
    "milligram": ("milligrams", "mg"),
    "tonne": ("tonnes", "metric ton", "metric tons", "metric tonnes", "t"),
    "ton": ("tons", "short tons", "long tons"),
    "kiloton": ("kilotons", "kilotonnes", "kilotonne", "kt"),
    "megaton": ("megatons", "megatonnes", "megatonne", "mt"),
    "pound-mass": ("lb", "lbs"),
    "ounce": ("ounces", "oz"),
    "watt": ("watts", "w"),
    "kilowatt": ("kilowatts", "kw"),
    "megawatt": ("megawatts", "mw"),
    "gigawatt": ("gigawatts", "gw"),
    "watt hour": ("watt hours", "watt-hours", "wh"),
    "kilowatt hour": ("kilowatt hours", "kilowatt-hours", "kwh"),
    "megawatt hour": ("megawatt hours", "megawatt-hours", "mwh"),
    "gigawatt hour": ("gigawatt hours", "gigawatt-hours", "gwh"),
    "terawatt hour": ("terawatt hours", "terawatt-hours", "twh"),
    "volt": ("volts", "v"),
    "joule": ("joules",),
    "calorie": ("calories", "kcal"),
    "horsepower": ("hp", "bhp"),
    "hertz": ("hz",),
    "kilohertz": ("khz",),
    "megahertz": ("mhz",),
    "gigahertz": ("ghz",),
    "decibel": ("decibels", "db"),
    "byte": ("bytes",),
    "kilobyte": ("kilobytes", "kb"),
    "megabyte": ("megabytes", "mb"),
    "gigabyte": ("gigabytes", "gb"),
    "terabyte": ("terabytes", "tb"),
    "exabyte": ("exabytes",),
    "degree Celsius": (
        "degrees celsius", "degree celsius", "°c", "° c", "degrees c", "degrees centigrade", "ºc",
    ),
    "degree Fahrenheit": ("degrees fahrenheit", "degree fahrenheit", "°f", "° f", "degrees f", "ºf"),
    "degree": ("degrees", "°"),
    "kelvin": ("kelvins",),
    "knot": ("knots",),
    "mile per hour": ("mph", "miles per hour", "miles an hour"),
    "kilometre per hour": (
        "kmh", "km/h", "kph", "kilometres per hour", "kilometers per hour", "kilometres an hour",
    ),
    "cubic metre per second": ("m3/s", "m³/s", "cubic metres per second"),
    "cubic foot per second": ("cu ft/s", "cubic feet per second"),
    "metre per second": ("m/s", "metres per second", "meters per second"),
    "time": ("times",),
    "year": ("years", "yrs"),
    "month": ("months",),
    "week": ("weeks",),
    "day": ("days",),
    "hour": ("hours", "hrs"),
    "minute": ("minutes", "mins"),
    "second": ("seconds", "secs"),
}  # fmt: skip
"""Singular name and the other ways it is written, small."""

TIME_UNITS = frozenset({"year", "month", "week", "day", "hour", "minute", "second"})
"""Lengths of time are times, not figures; these only keep numbers before them from being counts."""

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

STRENGTHS = frozenset(
    {"member", "man", "woman", "strong", "person", "nation", "country", "seat", "storey", "story"}
)
"""What may follow a number and a hyphen as what is counted ("a 30-member alliance")."""
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
        "protocol", "annex", "appendix", "exhibit", "interstate", "motorway", "exit", "under-",
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
