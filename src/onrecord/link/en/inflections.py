"""Irregular forms of English verbs and nouns.

Source: our own list of forms that are frequent in news.
"""

from __future__ import annotations

IRREGULAR_FORMS: dict[str, str] = {
    form: base
    for base, forms in {
        "send": "sent",
        "give": "gave given",
        "take": "took taken",
        "go": "went gone goes",
        "leave": "left",
        "build": "built",
        "bring": "brought",
        "keep": "kept",
        "break": "broke broken",
        "begin": "began begun",
        "come": "came",
        "hold": "held",
        "make": "made",
        "meet": "met",
        "pay": "paid",
        "put": "putting",
        "lose": "lost",
        "win": "won",
        "fall": "fell fallen",
        "fight": "fought",
        "find": "found",
        "withdraw": "withdrew withdrawn",
        "grow": "grew grown",
        "rise": "rose risen",
        "run": "ran running",
        "see": "saw seen",
        "shoot": "shot",
        "speak": "spoke spoken",
        "spend": "spent",
        "stand": "stood",
        "strike": "struck",
        "teach": "taught",
        "lead": "led",
        "cut": "cutting",
        "do": "did done does",
        "have": "has had having",
        "be": "is are was were been being am",
        "say": "said says",
        "tell": "told",
        "drive": "drove driven",
        "buy": "bought",
        "sell": "sold",
        "write": "wrote written",
        "choose": "chose chosen",
        "get": "got gotten getting",
        "forget": "forgot forgotten",
        "set": "setting",
        "shut": "shutting",
        "man": "men",
        "woman": "women",
        "child": "children",
        "person": "people persons",
        "life": "lives",
        "die": "dying died dies",
    }.items()
    for form in forms.split()
}
"""Base form by inflected form, lower case."""
