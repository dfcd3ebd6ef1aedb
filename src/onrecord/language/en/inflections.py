"""Inflected forms of English verbs: irregular ones as data, regular ones by rule.

In: a lemma. Out: its forms, or a dict from irregular form to lemma. Out of scope: which lemmas exist (`verbs`, `modals`).
Pipelines disagree on lemmas and small ones often guess them wrong; forms made from the lexicons' own verbs are certain.

Source: written for onrecord after the rules of English spelling.
"""

from __future__ import annotations

from typing import Final

IRREGULAR_FORMS: Final = """
arise arose arisen; be was were been; bear bore borne; beat beat beaten; become became become; begin began
begun; bend bent; bet bet; bid bid; bind bound; bite bit bitten; bleed bled; blow blew blown; break broke
broken; breed bred; bring brought; broadcast broadcast; build built; burn burnt; burst burst; buy bought;
cast cast; catch caught; choose chose chosen; cling clung; come came come; cost cost; creep crept; cut cut;
deal dealt; dig dug; do did done; draw drew drawn; dream dreamt; drink drank drunk; drive drove driven; eat
ate eaten; fall fell fallen; feed fed; feel felt; fight fought; find found; flee fled; fling flung; fly flew
flown; forbid forbade forbidden; forecast forecast; foresee foresaw foreseen; forget forgot forgotten;
forgive forgave forgiven; forgo forwent forgone; freeze froze frozen; get got gotten; give gave given; go
went gone; grind ground; grow grew grown; hang hung hanged; have had; hear heard; hide hid hidden; hit hit;
hold held; hurt hurt; keep kept; kneel knelt; know knew known; lay laid; lead led; leap leapt; learn learnt;
leave left; lend lent; let let; lie lay lain; light lit; lose lost; make made; mean meant; meet met; mislead
misled; mow mown; overcome overcame overcome; overrun overran overrun; oversee oversaw overseen; overtake
overtook overtaken; overthrow overthrew overthrown; pay paid; put put; quit quit; read read; rebuild
rebuilt; retake retook retaken; ride rode ridden; ring rang rung; rise rose risen; run ran run; say said; see
saw seen; seek sought; sell sold; send sent; set set; shake shook shaken; shed shed; shine shone; shoot shot;
show shown; shrink shrank shrunk; shut shut; sing sang sung; sink sank sunk; sit sat; slay slew slain; sleep
slept; slide slid; smell smelt; speak spoke spoken; speed sped; spend spent; spin spun; split split; spread
spread; spring sprang sprung; stand stood; steal stole stolen; stick stuck; sting stung; strike struck;
strive strove striven; swear swore sworn; sweep swept; swim swam swum; swing swung; take took taken; teach
taught; tear tore torn; tell told; think thought; throw threw thrown; undergo underwent undergone;
understand understood; undertake undertook undertaken; uphold upheld; wake woke woken; wear wore worn;
withdraw withdrew withdrawn; withhold withheld; withstand withstood; win won; wind wound; wring wrung; write
wrote written
"""
"""Base, then past and participle where they are not regular, separated by `;`."""

_CONSONANT_DOUBLING_VERBS: Final = frozenset(
    "ban bar beg bid blot bug cap chat club cut drop equip expel fit flog grab grip gun hit hug jam kidnap knit"
    " let map mob mug nab net nod occur pat permit pin plan plot pop prod propel put quit quiz rebel recur refer"
    " remit repel rig rob rub run scan scrap set shed ship shop shun shut sit skip slam slap slip slot snap snub"
    " spin split spot stab step stop strip submit swap tap tip top transfer transmit trap trek trim whip win"
    " wiretap wrap outwit commit compel concur confer control defer deter dispel emit excel incur infer overlap"
    " patrol pummel quarrel label travel cancel counsel marshal rival signal total tunnel fuel model dial level"
    " bulldog admit abet acquit allot annul appal begin forget upset".split()
)
"""Verbs that double their last letter before -ed and -ing."""


def inflect_verb(lemma: str) -> tuple[str, ...]:
    """Return the inflected forms of a verb, both spellings where two are used ("cancelled")."""
    forms = [lemma, _inflect_third_person(lemma), *_inflect_regular(lemma, lemma)]
    if lemma in _CONSONANT_DOUBLING_VERBS:
        forms.extend(_inflect_regular(lemma + lemma[-1], lemma))
    return tuple(dict.fromkeys(forms))


def load_irregular_forms() -> dict[str, str]:
    """Return irregular form → base."""
    bases: dict[str, str] = {}
    for entry in IRREGULAR_FORMS.split(";"):
        base, *others = entry.split()
        for form in (base, *others):
            bases.setdefault(form, base)
    return bases


def _inflect_third_person(lemma: str) -> str:
    if lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + "s"


def _inflect_regular(stem: str, lemma: str) -> tuple[str, str]:
    """Return past and gerund of a verb; `stem` is the lemma, with its last letter doubled where the verb does so."""
    if lemma.endswith("ie"):
        return stem + "d", stem[:-2] + "ying"
    if lemma.endswith("ee"):
        return stem + "d", stem + "ing"
    if stem == lemma and lemma.endswith("e"):
        return stem + "d", stem[:-1] + "ing"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return stem[:-1] + "ied", stem + "ing"
    return stem + "ed", stem + "ing"
