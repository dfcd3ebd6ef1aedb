"""A count and a seed in, annotated news of our own making out: paragraphs with PER, ORG and LOC spans.

The sentences are in ``templates.txt``, the names come from :mod:`training.invented_names`. Within one paragraph a numbered slot
keeps its name: in full at first, shorter later, as news does. Words that look like names and are none (titles,
nationalities, months, laws, operations) are filled in too and stay outside every span.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from training.invented_names import KINDS, InventedName, NameGenerator
from training.name_annotations import NamedText, Span
from training.name_lists import read_nations

TEMPLATES = Path(__file__).parent / "templates.txt"
CHOICE = re.compile(r"\[([^\[\]]*)\]")
SLOT = re.compile(r"\{([A-Za-z]+?)(\d*)(LAST|CAPS)?(?:\.([a-z]+))?\}")
STYLE_WEIGHTS = {
    "report": 36,
    "politics": 18,
    "business": 16,
    "courts": 8,
    "sport": 6,
    "science": 8,
    "interview": 5,
    "wire": 7,
    "release": 12,
    "profile": 10,
    "comment": 7,
    "caption": 4,
    "list": 4,
    "headline": 6,
}
WORDS = {
    "title": "Defence Secretary|Colonel|General|President|Prime Minister|Foreign Minister|Senator|Professor|Dr|Mr|Mrs|Ms|Lord|"
    "Sir|Major General|Brigadier|Chief Constable|Judge|Justice|Interior Minister|Vice President|Admiral|Governor|Mayor|"
    "Deputy Prime Minister|Secretary of State|Defense Secretary|Foreign Secretary|Chancellor|Ambassador|Bishop|Captain|"
    "Lieutenant Colonel|Sgt|Gen.|Col.|Rep.|Sen.|Finance Minister|Education Secretary|Sheikh|Archbishop|Labour MP|Attorney General",
    "title2": "Prime Minister|President|General|Foreign Minister|King|Queen|Chancellor|Lt Gen|Secretary General|Dr|Professor",
    "role": "prime minister|defence minister|party chairman|mayor|chief economist|head of intelligence|ambassador|chairman|"
    "finance minister|police chief|chief of staff|treasurer|governor|president|spokesman|chief negotiator",
    "portfolio": "Health|Defence|Trade|the Environment|Europe|Policing|Schools|Veterans|International Development|the Armed Forces",
    "weekday": "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday",
    "month": "January|February|March|April|May|June|July|August|September|October|November|December",
    "time": "10:42|07.30 GMT|4pm|18:05 EST|9:15 a.m.",
    "dur": "three days|two weeks|six months|18 months|nearly a year|ten years|five hours|the end of the year|four weeks",
    "money": "£2.4 million|$35m|€120 million|$1.2 billion|£600,000|two million dollars|$750|¥40bn|£3bn|45 million euros",
    "pct": "3%|2.5 percent|12 per cent|0.4%|a third|7.1 %|nearly 40%",
}  # fmt: skip
LAST_NAME_SHARE = 0.7
ARTICLE_SHARE = 0.8
WANTS_ARTICLE = re.compile(
    r"(?:University|Ministry|Department|Council|Institute|Organisation|League|Bank|Committee|Campaign|Movement|Party|Bureau|"
    r"Office|Court|Army|Municipality|Centre|Technical University|Lions|Sons|Knights|Guardians|Shield) (?:of|for|on|to) .*"
    r"|.* (?:Front|Party|Movement|Union|Army|Forces|Agency|Authority|Commission|Council|Alliance|Bloc|Fund|Court|Navy|League|"
    r"Organi[sz]ation|Ministry|Department|Office|Federation|Foundation|Institute|Force|Congress|Brigades?|Police|Nations|Bank|"
    r"Pact|Forum|Community|Coalition|Mission|Programme|Guard|Treasury|Cross|Crescent|Network|Trust|Association|Commonwealth)"
    r"|(?:Senate|Pentagon|Kremlin|Treasury|White House|Knesset|Duma|UN|EU|Commonwealth)"
)
BEFORE_ARTICLE = re.compile(
    r"(?:^|\n|[.,;:?!—-] |\b(?:of|by|from|to|for|and|with|at|in|before|against|accused|blamed|welcomed|asked|paid|"
    r"told|including|among|except|thanked|met|under|joined|left|because|while|quoted|cited|says|nor|outside|ran|led) )$"
)
SHORT_FORM_SHARE = 0.4
TRAP_SHARE = 0.13


@cache
def read_templates() -> dict[str, tuple[str, ...]]:
    """Return the template lines by style."""
    styles: dict[str, list[str]] = {}
    style = ""
    for line in TEMPLATES.read_text(encoding="utf-8").splitlines():
        if re.fullmatch(r"\[[a-z]+\]", line):
            style = line[1:-1]
        elif line and not line.startswith("#"):
            styles.setdefault(style, []).append(line)
    return {name: tuple(lines) for name, lines in styles.items()}


def choose_options(template: str, rng: random.Random) -> str:
    """Return the template with every ``[a|b]`` replaced by one of its options, the innermost first."""
    while match := CHOICE.search(template):
        template = (
            template[: match.start()] + rng.choice(match[1].split("|")) + template[match.end() :]
        )
    return template


@dataclass(slots=True)
class Paragraph:
    """One text being written: its names so far, which were mentioned, and the spans over the text."""

    rng: random.Random
    running: bool = True
    names: dict[str, InventedName] = field(default_factory=dict)
    mentioned: set[str] = field(default_factory=set)
    text: str = ""
    spans: list[Span] = field(default_factory=list)

    def write(self, template: str) -> None:
        """Append one filled template to the text."""
        line_start = len(self.text)
        template = re.sub(r" +(?=[ .,;?!])", "", choose_options(template, self.rng)).strip()
        at = 0
        for slot in SLOT.finditer(template):
            self.text += template[at : slot.start()]
            self._fill(slot)
            at = slot.end()
        self.text += template[at:]
        first = self.text[line_start : line_start + 1]
        starts_with_name = any(start == line_start for start, _, _ in self.spans)
        if first.islower() and not starts_with_name:
            self.text = self.text[:line_start] + first.upper() + self.text[line_start + 1 :]

    def _fill(self, slot: re.Match[str]) -> None:
        key, number, mark, form = slot[1], slot[2], slot[3], slot[4]
        kind = key.lower()
        if kind in KINDS:
            caps = mark in {"CAPS", "LAST"} or (key.isupper() and len(key) > 1)
            self._append_slot(kind, number, "last" if mark == "LAST" else form, caps=caps)
        else:
            self.text += self._choose_word(kind + number)

    def _choose_word(self, kind: str) -> str:
        rng = self.rng
        if kind in {"nat", "nat2"}:
            return rng.choice(read_nations())[1]
        if kind == "num":
            return rng.choice(
                (
                    str(rng.randint(3, 900)),
                    f"{rng.randint(1, 60)},{rng.randint(0, 9)}00",
                    "two",
                    "dozens of",
                    "a dozen",
                )
            )
        if kind == "num2":
            return str(rng.randint(4, 88))
        if kind == "year":
            return str(rng.randint(1948, 2026))
        if kind == "date":
            day, month = rng.randint(1, 28), rng.choice(WORDS["month"].split("|"))
            return rng.choice(
                (
                    f"{day} {month}",
                    f"{month} {day}",
                    f"{day} {month} {rng.randint(1990, 2026)}",
                    f"{month} {day}, 2019",
                )
            )
        return rng.choice(WORDS[kind].split("|"))

    def _append_slot(self, kind: str, number: str, form: str | None, *, caps: bool) -> None:
        key = kind + number
        if key not in self.names:
            self.names[key] = NameGenerator(self.rng).generate(kind)
        name = self.names[key]
        if form == "intro":
            self._append_name(name.full, name.kind, caps=caps)
            if name.forms.get("short", name.full) != name.full and name.forms["short"].isupper():
                self.text += " ("
                self._append_name(name.forms["short"], name.kind, caps=caps)
                self.text += ")"
        elif form == "adj":
            self.text += name.forms["adj"]
        else:
            self._append_name(self._choose_form(key, name, form), name.kind, caps=caps)
        self.mentioned.add(key)

    def _choose_form(self, key: str, name: InventedName, form: str | None) -> str:
        if form in name.forms:
            return name.forms[form]
        again = key in self.mentioned
        if form is None and name.kind == "PER" and again and self.rng.random() < LAST_NAME_SHARE:
            return name.forms["last"]
        if form is None and name.kind == "ORG" and again and self.rng.random() < SHORT_FORM_SHARE:
            return name.forms["short"]
        return name.full

    def _append_name(self, words: str, kind: str, *, caps: bool) -> None:
        plain = (
            self.running
            and kind == "ORG"
            and WANTS_ARTICLE.fullmatch(words)
            and BEFORE_ARTICLE.search(self.text)
        )
        if plain and self.rng.random() < ARTICLE_SHARE:
            self.text += "the " if re.search(r"[a-z,—-] $", self.text) else "The "
        article = "the " if words.startswith("the ") else ""
        article = (
            ""
            if self.text.endswith((" the ", " The ", "\nThe ")) or self.text in {"The ", "the "}
            else article
        )
        tail = next(
            (tail for tail in (" province", " region", " stadium") if words.endswith(tail)), ""
        )
        core = words.removeprefix("the ").removesuffix(tail)
        if self.text.lower().endswith("the ") and core.startswith("The "):
            self.text = self.text[:-4]
        self.text += article
        start = len(self.text)
        self.text += core.upper() if caps else core
        self.spans.append((start, len(self.text), kind))
        self.text += tail


def write_paragraph(rng: random.Random) -> NamedText:
    """Return one annotated text: up to eight sentences of one style, some under a headline or after a dateline."""
    styles = read_templates()
    style = rng.choices(list(STYLE_WEIGHTS), list(STYLE_WEIGHTS.values()))[0]
    page = Paragraph(rng, running=style not in {"headline", "caption", "list", "wire"})
    count = rng.randint(1, 3) if style in {"caption", "headline", "list"} else rng.randint(2, 8)
    between = "\n" if style in {"caption", "headline", "list", "wire", "interview"} else " "
    if (
        style in {"report", "release", "politics", "business", "courts", "science"}
        and rng.random() < 0.3
    ):
        page.write(rng.choice(styles["headline"]))
        page.text += "\n\n"
    lines = rng.sample(styles[style], min(count, len(styles[style])))
    for index, line in enumerate(lines):
        if index:
            page.text += "\n\n" if rng.random() < 0.15 else between
        page.write(rng.choice(styles["trap"]) if rng.random() < TRAP_SHARE else line)
    text = page.text
    if rng.random() < 0.4:
        text = re.sub(r'"([^"]*)"', r"“\1”", text).replace("'", "’")
    return NamedText(text, tuple(page.spans))


def write_paragraphs(count: int, *, seed: int) -> list[NamedText]:
    """Return ``count`` annotated texts; the same seed gives the same texts."""
    rng = random.Random(seed)
    return [write_paragraph(rng) for _ in range(count)]
