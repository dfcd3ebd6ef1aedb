"""Names of bodies, armed groups and regions that news all over the world knows, with their aliases.

In: nothing. Out: `ALIASES`, a row for each thing: key, type, names (the first is the one to show); `COUNTRY_ALIASES`,
forms that English newspapers write beside CLDR's; `FIRMS`. Out of scope: people, and whatever is only locally known;
countries are CLDR's and GeoNames' (`onrecord.language.names.gazetteer`).

Source: the organisations' own names and the UN Security Council's consolidated list of sanctioned
entities (public) for armed groups; NATO's and the EU's own lists of their bodies. Facts, kept modest.
"""

from __future__ import annotations

ALIASES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "islamic-state",
        "group",
        (
            "Islamic State",
            "Islamic State of Iraq and Syria",
            "Islamic State of Iraq and the Levant",
            "Islamic State in Iraq and Syria",
            "Islamic State in Iraq and the Levant",
            "Islamic State group",
            "Isis",
            "ISIS",
            "Isil",
            "ISIL",
            "Daesh",
            "Da'esh",
            "Da’esh",
            "Daish",
        ),
    ),
    (
        "al-qaeda",
        "group",
        (
            "al-Qaeda",
            "al-Qaida",
            "al Qaeda",
            "al Qaida",
            "Al-Qaeda",
            "Al-Qaida",
            "Al Qaeda",
            "Al Qaida",
        ),
    ),
    ("taliban", "group", ("Taliban", "Taleban")),
    ("boko-haram", "group", ("Boko Haram",)),
    (
        "al-shabaab",
        "group",
        ("al-Shabaab", "al-Shabab", "al Shabaab", "al Shabab", "Al-Shabaab", "Al-Shabab"),
    ),
    ("hamas", "group", ("Hamas",)),
    ("hezbollah", "group", ("Hezbollah", "Hizbollah", "Hizbullah", "Hizballah")),
    ("houthis", "group", ("Houthis", "Houthi", "Ansar Allah")),
    ("nusra-front", "group", ("al-Nusra Front", "Nusra Front", "Jabhat al-Nusra", "al-Nusra")),
    ("pkk", "group", ("Kurdistan Workers' Party", "Kurdistan Workers’ Party", "PKK")),
    ("ypg", "group", ("People's Protection Units", "People’s Protection Units", "YPG")),
    ("peshmerga", "group", ("Peshmerga", "Peshmergas")),
    ("farc", "group", ("Revolutionary Armed Forces of Colombia", "Farc", "FARC")),
    ("ira", "group", ("Irish Republican Army", "IRA", "Provisional IRA")),
    (
        "nato",
        "organisation",
        (
            "NATO",
            "Nato",
            "North Atlantic Treaty Organization",
            "North Atlantic Treaty Organisation",
            "North Atlantic Alliance",
            "NATO Alliance",
            "Nato Alliance",
        ),
    ),
    ("un", "organisation", ("United Nations", "UN", "U.N.")),
    (
        "un-security-council",
        "organisation",
        (
            "UN Security Council",
            "United Nations Security Council",
            "U.N. Security Council",
            "Security Council",
            "UNSC",
        ),
    ),
    (
        "un-general-assembly",
        "organisation",
        ("UN General Assembly", "United Nations General Assembly", "U.N. General Assembly"),
    ),
    ("eu", "organisation", ("European Union", "EU", "E.U.")),
    ("european-commission", "organisation", ("European Commission",)),
    ("european-parliament", "organisation", ("European Parliament",)),
    ("ecb", "organisation", ("European Central Bank", "ECB")),
    ("african-union", "organisation", ("African Union",)),
    ("arab-league", "organisation", ("Arab League", "League of Arab States")),
    (
        "osce",
        "organisation",
        (
            "Organization for Security and Co-operation in Europe",
            "Organisation for Security and Co-operation in Europe",
            "OSCE",
        ),
    ),
    ("iaea", "organisation", ("International Atomic Energy Agency", "IAEA")),
    ("who", "organisation", ("World Health Organization", "World Health Organisation")),
    ("imf", "organisation", ("International Monetary Fund", "IMF")),
    ("world-bank", "organisation", ("World Bank",)),
    ("wto", "organisation", ("World Trade Organization", "World Trade Organisation", "WTO")),
    ("opec", "organisation", ("Opec", "OPEC", "Organization of the Petroleum Exporting Countries")),
    ("icc", "organisation", ("International Criminal Court",)),
    ("unicef", "organisation", ("Unicef", "UNICEF", "UN Children's Fund", "UN Children’s Fund")),
    ("unhcr", "organisation", ("UNHCR", "UN refugee agency", "UN High Commissioner for Refugees")),
    (
        "red-cross",
        "organisation",
        ("Red Cross", "International Committee of the Red Cross", "ICRC"),
    ),
    ("pentagon", "organisation", ("Pentagon",)),
    ("white-house", "organisation", ("White House",)),
    (
        "state-department",
        "organisation",
        ("State Department", "US State Department", "U.S. State Department"),
    ),
    ("cia", "organisation", ("CIA", "Central Intelligence Agency")),
    ("fbi", "organisation", ("FBI", "Federal Bureau of Investigation")),
    ("us-congress", "organisation", ("US Congress", "U.S. Congress")),
    ("supreme-court", "organisation", ("Supreme Court",)),
    ("kremlin", "organisation", ("Kremlin",)),
    (
        "downing-street",
        "organisation",
        ("Downing Street", "No 10", "Number 10", "10 Downing Street"),
    ),
    ("whitehall", "organisation", ("Whitehall",)),
    ("westminster", "organisation", ("Westminster",)),
    ("uk-mod", "organisation", ("UK Ministry of Defence", "British Ministry of Defence")),
    ("house-of-commons", "organisation", ("House of Commons", "Commons")),
    ("house-of-lords", "organisation", ("House of Lords", "Lords")),
    ("house-of-representatives", "organisation", ("House of Representatives",)),
    ("royal-air-force", "organisation", ("Royal Air Force", "RAF")),
    ("royal-navy", "organisation", ("Royal Navy",)),
    ("bbc", "organisation", ("BBC", "British Broadcasting Corporation")),
    ("reuters", "organisation", ("Reuters", "Thomson Reuters")),
    ("ap", "organisation", ("Associated Press",)),
    ("afp", "organisation", ("Agence France-Presse", "AFP")),
    ("conservative-party", "organisation", ("Conservative Party", "Conservatives", "Tories")),
    ("labour-party", "organisation", ("Labour Party",)),
    (
        "liberal-democrats",
        "organisation",
        ("Liberal Democrats", "Lib Dems", "Liberal Democrat Party"),
    ),
    (
        "republican-party",
        "organisation",
        ("Republican Party", "Republicans", "Republicans", "Republican National Committee", "GOP"),
    ),
    ("democratic-party", "organisation", ("Democratic Party", "Democrats")),
    ("soviet-union", "place", ("Soviet Union", "USSR", "U.S.S.R.")),
    ("yugoslavia", "place", ("Yugoslavia",)),
    ("middle-east", "place", ("Middle East",)),
    ("europe", "place", ("Europe",)),
    ("africa", "place", ("Africa",)),
    ("asia", "place", ("Asia",)),
    ("crimea", "place", ("Crimea",)),
    ("gaza", "place", ("Gaza", "Gaza Strip")),
    ("west-bank", "place", ("West Bank",)),
    ("kurdistan", "place", ("Kurdistan", "Iraqi Kurdistan", "Kurdistan Region")),
    ("scotland", "place", ("Scotland",)),
    ("wales", "place", ("Wales",)),
    ("england", "place", ("England",)),
    ("northern-ireland", "place", ("Northern Ireland",)),
)

FIRMS = frozenset(
    """
    Adidas Adobe Airbnb Airbus Alibaba Amazon AMD Apple Aramco AstraZeneca AT&T Audi Baidu Barclays Bayer BMW Boeing
    Bosch BP Broadcom ByteDance Chevron Chevrolet Chrysler Cisco Citigroup Coca-Cola Comcast Disney eBay Ericsson
    Expedia ExxonMobil Facebook FedEx Ferrari Fiat Foxconn Fujitsu Gazprom GlaxoSmithKline Google Heineken Hitachi
    Honda HSBC Huawei Hyundai IBM Ikea IKEA Intel JPMorgan Kia Lenovo Lexus LinkedIn Lufthansa Lyft Mastercard Mazda
    McDonald's McKinsey Mercedes-Benz Microsoft Mitsubishi Moderna Monsanto Motorola Nestlé Netflix Nike Nintendo
    Nissan Nokia Novartis Nvidia Oracle Panasonic PayPal PepsiCo Petrobras Peugeot Pfizer Philips Porsche Qualcomm
    Raytheon Renault Roche Rolls-Royce Rosneft Ryanair Samsung Siemens SoftBank Sony SpaceX Spotify Starbucks Subaru
    Suzuki Tencent Tesco Tesla Toshiba Toyota Twitter Uber UBS Unilever Vodafone Volkswagen Volvo Walmart Xiaomi Yahoo
    """.split()
)
"""Firms with a one-word name, from the Fortune Global 500 and Interbrand's best global brands; ambiguous entries."""

COUNTRY_ALIASES: dict[str, tuple[str, ...]] = {
    "AE": ("UAE", "U.A.E."),
    "BA": ("Bosnia", "Bosnia and Herzegovina"),
    "CD": ("Democratic Republic of the Congo", "Democratic Republic of Congo", "DR Congo", "DRC"),
    "CI": ("Ivory Coast",),
    "CN": ("People's Republic of China", "People’s Republic of China"),
    "CZ": ("Czech Republic",),
    "GB": ("UK", "U.K.", "Britain", "Great Britain"),
    "CG": ("Congo-Brazzaville",),
    "HK": ("Hong Kong",),
    "IR": ("Islamic Republic of Iran",),
    "KP": ("DPRK",),
    "MM": ("Myanmar", "Burma"),
    "MK": ("Macedonia",),
    "PS": ("Palestine", "Palestinian territories"),
    "RU": ("Russian Federation",),
    "SA": ("Kingdom of Saudi Arabia",),
    "SZ": ("Swaziland",),
    "SY": ("Syrian Arab Republic",),
    "TL": ("East Timor",),
    "TR": ("Turkey", "Turkiye"),
    "US": ("US", "U.S.", "USA", "U.S.A.", "United States of America", "America"),
    "VA": ("Vatican", "Holy See"),
}
"""Names of countries beside CLDR's own, by ISO 3166-1 code."""

NON_COUNTRY_CODES = frozenset({"EU", "UN", "EZ", "QO", "XA", "XB", "ZZ", "AQ", "BV", "UM"})
"""Two-letter codes of CLDR's territories that are unions, tests or land without people."""
