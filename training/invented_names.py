"""A random generator in, invented people, places and organisations out.

Given and family names, countries and cities come from :mod:`training.name_lists` and short lists of romanised names;
organisations are put together from parts or taken from :mod:`training.real_names`. Each name knows its other forms
(last name, acronym, adjective). No real person is meant.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from training.name_lists import build_acronym, list_cities, list_faker_names, read_nations
from training.real_names import PLACES, get_share, list_names
from training.word_lists import WORDS

LOCALES: list[str] = WORDS["invented_names"]["locales"]
STEMS: list[str] = WORDS["invented_names"]["stems"]
TAILS: list[str] = WORDS["invented_names"]["tails"]
TRADES: list[str] = WORDS["invented_names"]["trades"]
THEMES: list[str] = WORDS["invented_names"]["themes"]
CAUSES: list[str] = WORDS["invented_names"]["causes"]
RELIGIONS: list[str] = WORDS["invented_names"]["religions"]
DIRECTIONS: list[str] = WORDS["invented_names"]["directions"]
WORLD: list[str] = WORDS["invented_names"]["world"]
ORDINALS: list[str] = WORDS["invented_names"]["ordinals"]
ROMANISED: dict[str, dict[str, list[str]]] = WORDS["romanised"]


@dataclass(frozen=True, slots=True)
class InventedName:
    """A name, its type (PER, ORG, LOC) and its other forms by their key (``last``, ``short``, ``adj`` …)."""

    full: str
    kind: str
    forms: dict[str, str]


class NameGenerator:
    """Generates names of any kind from one random generator."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng

    def generate(self, kind: str) -> InventedName:
        """Return a new name of ``kind`` (``p``, ``c``, ``city`` …, ``party``, ``co`` …)."""
        if self._is_chosen(get_share(kind)):
            return self._pick_real_name(kind)
        made: InventedName = getattr(self, _MAKERS[kind])()
        return made

    def _pick_real_name(self, kind: str) -> InventedName:
        full, short = self.rng.choice(list_names(kind))
        bare = full.removeprefix("the ")
        if kind in PLACES:
            return InventedName(full, "LOC", {"core": bare})
        return InventedName(full, "ORG", {"short": short, "core": bare})

    def _pick(self, options: str | tuple[str, ...] | list[str]) -> str:
        return self.rng.choice(options.split("|") if isinstance(options, str) else options)

    def _is_chosen(self, share: float) -> bool:
        return self.rng.random() < share

    def _pick_person_parts(self) -> tuple[str, str]:
        if self._is_chosen(0.4):
            names = ROMANISED[self._pick(list(ROMANISED))]
            family = self._pick(names["family"])
            return self._pick(names["given"]), family
        while True:
            given_names, family_names = list_faker_names(self._pick(LOCALES))
            if given_names and family_names:
                return self._pick(given_names), self._pick(family_names)

    def _make_person(self) -> InventedName:
        first, last = self._pick_person_parts()
        full = f"{first} {last}"
        chance = self.rng.random()
        if chance < 0.07:
            full = f"{first} {self._pick('A|B|C|D|E|F|G|H|J|K|L|M|N|P|R|S|T|W')}. {last}"
        elif chance < 0.1:
            full = f"{first[0]}. {self._pick('A|B|C|D|E|J|K|M|R|S')}. {last}"
        elif chance < 0.14:
            other = self._pick_person_parts()[1]
            last = f"{last}-{other}" if " " not in last + other else last
            full = f"{first} {last}"
        elif chance < 0.18:
            full = f"{first} {self._pick_person_parts()[0]} {last}"
        elif chance < 0.2:
            full = f"{first} {self._pick('van der|de|von|di|da|Mc|O’|O' + chr(39))} {last}".replace(
                "Mc ", "Mc"
            )
            full = full.replace("O’ ", "O’").replace("O' ", "O'")
            last = full.split(" ", 1)[1]
        return InventedName(full, "PER", {"last": last, "first": first})

    def _make_country(self) -> InventedName:
        country, adjective, others = self.rng.choice(read_nations())
        name = self._pick(others) if others and self._is_chosen(0.5) else country
        short = others[0] if others else name
        return InventedName(name, "LOC", {"adj": adjective, "abbr": short})

    def _make_city(self) -> InventedName:
        large, every = list_cities()
        return InventedName(self._pick(large if self._is_chosen(0.6) else every), "LOC", {})

    def _make_region(self) -> InventedName:
        city, country = self._make_city().full, self._make_country().full
        shape = self._pick(
            "Helm|X province|X Province|X State|X County|D X|the X region|D C|X Governorate|X Valley|the X Delta|D X"
        )
        name = shape.replace("D", self._pick(DIRECTIONS), 1) if shape.startswith("D ") else shape
        name = name.replace("C", country) if name.endswith(" C") else name.replace("X", city)
        if name == "Helm":
            name = self._pick(
                "Kandara|Oresk|Vastmark|Anbura|Tigrel|Donvar|Sahran|Karelt|Morvan|Zabulon|Idlar|Nangar|Rakhal|Cauran"
            )
        core = name.removeprefix("the ").removesuffix(" province").removesuffix(" region")
        return InventedName(name, "LOC", {"core": core})

    def _make_geographic_name(self) -> InventedName:
        base = self._pick(
            (
                self._make_city().full,
                self._pick_person_parts()[1].split()[-1].capitalize(),
                self._pick(STEMS) + self._pick("ara|una|esk|or"),
            )
        )
        shape = self._pick(
            "the X River|Lake X|Mount X|the Gulf of X|the X Sea|the Strait of X|the River X|X Bay|Cape X|the X Mountains|the X Canal|Port X"
        )
        return InventedName(
            shape.replace("X", base), "LOC", {"core": shape.replace("X", base).removeprefix("the ")}
        )

    def _make_site(self) -> InventedName:
        base = self._pick((self._make_city().full, self._pick_person_parts()[1]))
        shape = self._pick(
            "X Airport|X International Airport|Camp X|X Air Base|Fort X|X Bridge|X Street|X Square|the X stadium|X Park|X Hospital|X Palace|X Stadium|Port X"
        )
        return InventedName(
            shape.replace("X", base),
            "LOC",
            {"core": shape.replace("X", base).removeprefix("the ").removesuffix(" stadium")},
        )

    def _make_organisation(self, full: str, *, short: str | None = None) -> InventedName:
        letters = build_acronym(full)
        return InventedName(
            full, "ORG", {"short": short or (letters if 2 <= len(letters) <= 6 else full)}
        )

    def _make_ministry(self) -> InventedName:
        theme = self._pick(THEMES)
        plain = theme.removeprefix("the ").removeprefix("the ")
        shape = self.rng.random()
        if shape < 0.45:
            return self._make_organisation(
                f"Ministry of {theme}",
                short=build_acronym(f"Ministry of {theme}").replace("MD", "MoD"),
            )
        if shape < 0.6:
            return self._make_organisation(f"Department {self._pick('of|for')} {theme}")
        if shape < 0.75:
            return self._make_organisation(
                f"{plain} {self._pick('Ministry|Department|Office')}", short=f"{plain} Ministry"
            )
        if shape < 0.85:
            country = self._pick("UK|US|U.S.|British|Iraqi|French|German|Kenyan|Australian")
            return self._make_organisation(
                f"{country} {self._pick('Ministry|Department')} of {theme}",
                short=f"Ministry of {theme}",
            )
        return self._make_organisation(
            self._pick(
                "Foreign Office|Home Office|Treasury|State Department|Pentagon|Cabinet Office|White House|Kremlin|Supreme Council|"
                "Federal Reserve|Senate|House of Commons|House of Representatives|Congress|Knesset|Duma|National Assembly|Bundestag"
            )
        )

    def _make_party(self) -> InventedName:
        one, two = self._pick(CAUSES), self._pick(CAUSES)
        name = self._pick((
            f"{one} Party", f"{one} Front", f"{one} and {two} Party", f"{two} {one} Party", f"{self._pick(RELIGIONS)} {one} Party",
            f"Party of {one}", f"{self._make_country().forms['adj']} {one} Party", f"{one} Movement", f"Movement for {one}", f"{one} Bloc",
            f"{self._make_country().full} First", f"{one} Alliance", f"{self._make_country().forms['adj']} National Congress", f"Our {self._make_country().full}",
            f"{one} Democrats", f"Forward {self._make_country().full}",
        ))  # fmt: skip
        return self._make_organisation(name)

    def _make_armed_group(self) -> InventedName:
        place = self._pick(
            (
                self._make_city().full,
                self._make_country().full,
                self._make_geographic_name().forms["core"],
            )
        )
        cause, adjective = self._pick(CAUSES[:15]), self._make_country().forms["adj"]
        name = self._pick((
            f"{cause} Front", f"{place} {cause} Front", f"{place} {cause} Army", f"Islamic {cause}", f"Islamic State of {place}",
            f"Islamic {self._pick('Front|Army|Jihad|Movement|Emirate|State|Courts Union|Brigade')}", f"Army of {cause}",
            f"{adjective} {cause} {self._pick('Army|Forces|Front|Movement')}", f"{place} {self._pick('Brigade|Brigades|Resistance|Defence Forces')}",
            f"Free {adjective} Army", f"{self._pick('Jaysh|Harakat|Ansar|Hizb|Liwa|Kataib')} al-{self._pick('Nur|Haqq|Fajr|Sham|Islam|Tahrir|Sunna')}",
            f"al-{self._pick('Nasra|Qadim|Shuhada|Badr|Murabit|Zahra')}", f"{self._pick('Lions|Sons|Knights|Guardians|Shield')} of {place}",
            f"People's {cause} Army", f"{self._pick('Red|Black|White|Golden')} {self._pick('Hand|Eagles|Wolves|Crescent Brigade|Banner')}",
        ))  # fmt: skip
        return self._make_organisation(name)

    def _make_company(self) -> InventedName:
        stem = self._pick(STEMS) + self._pick(TAILS)
        one, two = self._pick_person_parts()[1], self._pick_person_parts()[1]
        trade = self._pick(TRADES)
        core = self._pick((stem, f"{stem} {trade}", f"{one} {trade}", f"{one} & {two}", f"{one} and Sons", f"{self._make_country().forms['adj']} {trade}",
                           f"{one} {two} {trade}", f"{self._make_city().full} {trade}", f"{self._pick(STEMS)}{self._pick('bank|tech|net|air|soft|corp')}",
                           build_acronym(f"{one} {two} {trade}"), f"{one} Group", f"{one.split()[-1]}'s"))  # fmt: skip
        tail = self._pick(
            "|||||| Ltd| plc| Inc| Inc.| Group| Corp| AG| GmbH| SA| Holdings| & Co| International| Co"
        )
        return InventedName(core + tail, "ORG", {"short": core})

    def _make_newspaper(self) -> InventedName:
        place = self._pick(
            (self._make_city().full, self._make_country().full, self._make_city().full)
        )
        word = self._pick(
            "Times|Post|Herald|Chronicle|Gazette|Mirror|Observer|Tribune|Courier|Telegraph|Standard|News|Examiner|Argus|Star|Sentinel"
        )
        name = self._pick((f"The {word}", f"the {place} {word}", f"The {place} {word}", f"{place} {word}", f"the Daily {word}", f"The Sunday {word}",
                           f"Le {self._pick('Jour|Matin|Courrier')}", f"Der {self._pick('Tag|Bote|Kurier')}", f"{place} Today", f"Radio {place}", f"Channel {self.rng.randint(3, 9)}"))  # fmt: skip
        return InventedName(name, "ORG", {"short": name, "core": name.removeprefix("the ")})

    def _make_agency(self) -> InventedName:
        country = self._make_country()
        name = self._pick((
            f"{country.forms['adj']} Press Agency", f"{self._pick(WORLD)} Press", f"National {self._pick('Audit Office|Police|Statistics Bureau|Weather Service|Guard|Archives')}",
            f"{country.forms['adj']} {self._pick('Red Cross|Red Crescent|Navy|Army|Air Force|Coast Guard|Football Association|Customs Service')}",
            f"{self._pick(WORLD)} {self._pick('Energy|Food|Health|Space|Border|Labour|Development')} {self._pick('Agency|Organisation|Organization|Fund|Programme')}",
            f"Office for {self._pick('National Statistics|Budget Responsibility|Veterans|Refugees')}", f"{self._pick('Civil|Nuclear|Food|Electoral|Maritime')} {self._pick('Safety|Aviation|Standards')} {self._pick('Authority|Commission|Agency')}",
        ))  # fmt: skip
        return self._make_organisation(name)

    def _make_alliance(self) -> InventedName:
        name = self._pick((
            f"{self._pick(WORLD)} {self._pick('Union|League|Alliance|Treaty Organisation|Monetary Fund|Bank|Court of Justice|Contact Group|Council|Commission')}",
            f"Organisation of {self._pick(WORLD)} States", f"{self._pick(WORLD)} {self._pick('Security|Economic|Defence|Trade')} {self._pick('Community|Pact|Forum|Organization|Coalition')}",
            "United Nations", "European Union", "African Union", "North Atlantic Treaty Organization", "NATO", "UN", "EU", "UN Security Council", "Commonwealth", "Arab League",
            f"{self._make_country().forms['adj']} Stabilisation {self._pick('Force|Mission')}", f"League of {self._pick('Southern|Coastal|Free|Mountain')} {self._pick('States|Nations|Cities')}",
        ))  # fmt: skip
        return self._make_organisation(name)

    def _make_charity(self) -> InventedName:
        thing = self._pick(
            "Children|Refugees|Rights|Water|Doctors|Hunger|Peace|Press Freedom|Farmers|Widows|Prisoners|Climate"
        )
        name = self._pick((
            f"{self._pick('Save|Help|Feed|Free')} the {thing}", f"{thing} Without Borders", f"{self._pick(WORLD)} {thing} {self._pick('Watch|Fund|Council|Network|Federation|Trust')}",
            f"{self._pick_person_parts()[1]} Foundation", f"{thing} {self._pick('International|Now|Aid|First')}", f"{self._pick(RELIGIONS)} {self._pick('Relief|Aid')}",
            f"Committee to Protect {thing}", f"{self._make_city().full} Human Rights {self._pick('Centre|Observatory|Monitor')}", "Red Cross", f"Campaign for {thing}",
        ))  # fmt: skip
        return self._make_organisation(name)

    def _make_council(self) -> InventedName:
        city = self._make_city().full
        return self._make_organisation(
            self._pick(
                (
                    f"{city} {self._pick('City|County|District|Town|Borough')} Council",
                    f"{city} Council",
                    f"Municipality of {city}",
                    f"{city} Port Authority",
                    f"Council of {city}",
                )
            )
        )

    def _make_university(self) -> InventedName:
        city = self._make_city().full
        return self._make_organisation(self._pick((
            f"University of {city}", f"{city} University", f"{self._pick_person_parts()[1]} University", f"{city} {self._pick('College|Polytechnic|Institute of Technology|Medical School|School of Economics')}",
            f"{self._pick_person_parts()[1]} College", f"Technical University of {city}", f"University of {self._pick(DIRECTIONS)} {city}",
        )))  # fmt: skip

    def _make_military_unit(self) -> InventedName:
        kind = self._pick(
            "Brigade|Regiment|Division|Battalion|Airborne Division|Armoured Brigade|Infantry Regiment|Fleet|Guards|Rifles|Squadron|Mountain Division|Marine Corps|Army Corps"
        )
        return self._make_organisation(
            self._pick(
                (
                    f"{self._pick(ORDINALS)} {kind}",
                    f"{self._make_city().full} {kind}",
                    f"{self._pick('Royal|Queen’s|Presidential|Republican')} {kind}",
                    f"{self._pick(ORDINALS)} {self._make_city().full} {kind}",
                )
            )
        )

    def _make_court(self) -> InventedName:
        return self._make_organisation(self._pick((
            "Supreme Court", "High Court", "Constitutional Court", "Court of Appeal", f"{self._make_city().full} {self._pick('Crown|District|Magistrates|High')} Court",
            "International Criminal Court", f"Federal Court of {self._make_country().full}", f"{self._pick(WORLD)} Court of {self._pick('Human Rights|Justice')}",
        )))  # fmt: skip

    def _make_bank(self) -> InventedName:
        return self._make_organisation(self._pick((
            f"Bank of {self._pick((self._make_city().full, self._make_country().full))}", f"{self._pick_person_parts()[1]} Bank", f"{self._pick(WORLD)} {self._pick('Development|Central|Investment')} Bank",
            f"{self._make_country().forms['adj']} National Bank", f"{self._pick_person_parts()[1]} Capital", f"{self._make_city().full} Stock Exchange",
        )))  # fmt: skip

    def _make_think_tank(self) -> InventedName:
        topic = self._pick(
            "Strategic Studies|Foreign Relations|Economic Policy|Fiscal Studies|Security Policy|Social Research|Peace Research|Public Policy"
        )
        return self._make_organisation(self._pick((
            f"{self._pick_person_parts()[1]} {self._pick('Institute|Center|Centre|Foundation')}", f"Institute {self._pick('for|of')} {topic}", f"{self._make_city().full} Institute for {topic}",
            f"Centre for {topic}", f"Council on {topic}", f"{self._pick_person_parts()[1]} House",
        )))  # fmt: skip

    def _make_trade_union(self) -> InventedName:
        trade = self._pick(
            "Teachers|Transport Workers|Miners|Nurses|Dockers|Journalists|Farmers|Railwaymen|Public Employees|Steelworkers"
        )
        return self._make_organisation(
            self._pick(
                (
                    f"National Union of {trade}",
                    f"United {trade}",
                    f"{trade} Union",
                    f"{self._make_country().forms['adj']} {trade}' Federation",
                    f"Amalgamated {trade} Association",
                )
            )
        )

    def _make_police(self) -> InventedName:
        city = self._make_city().full
        return self._make_organisation(
            self._pick(
                (
                    f"{city} Police",
                    f"{city} Police Department",
                    f"{self._make_country().forms['adj']} Federal Police",
                    f"{city} Sheriff's Office",
                    "Interpol",
                    "Scotland Yard",
                    f"{city} Constabulary",
                )
            )
        )

    def _make_club(self) -> InventedName:
        city = self._make_city().full
        return InventedName(
            f"{city}{self._pick(' United| City| Rovers| Athletic| FC| Wanderers|| Bears| Hawks| Dynamo')}",
            "ORG",
            {"short": city},
        )


_MAKERS: dict[str, str] = {
    "p": "_make_person",
    "c": "_make_country",
    "city": "_make_city",
    "reg": "_make_region",
    "geo": "_make_geographic_name",
    "site": "_make_site",
    "min": "_make_ministry",
    "party": "_make_party",
    "armed": "_make_armed_group",
    "co": "_make_company",
    "paper": "_make_newspaper",
    "agency": "_make_agency",
    "all": "_make_alliance",
    "ngo": "_make_charity",
    "council": "_make_council",
    "univ": "_make_university",
    "unit": "_make_military_unit",
    "court": "_make_court",
    "bank": "_make_bank",
    "tank": "_make_think_tank",
    "union": "_make_trade_union",
    "police": "_make_police",
    "club": "_make_club",
}
"""The method that makes a name, by the kind that templates write in their slots."""
KINDS = frozenset(_MAKERS)
