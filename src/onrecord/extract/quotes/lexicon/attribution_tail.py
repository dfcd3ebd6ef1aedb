"""Attributions that end a quotation whose closing mark is missing (“We will stay, Ann Hale told them. “We have to.”).

In: nothing. Out: a pattern. Out of scope: where marks are missing (`onrecord.extract.quotes.marks.quotation_marks`).
"""

from __future__ import annotations

import re

from onrecord.extract.quotes.lexicon.cue_verbs import inflect_cue_verb
from onrecord.language.en.attribution_cues import ASK, SAY, TELL
from onrecord.language.numerals import build_alternation

_SPEECH_FORMS = build_alternation(
    form for verb in SAY | TELL | ASK for form in inflect_cue_verb(verb) if not form.endswith("ing")
)
ATTRIBUTION_TAIL = re.compile(
    r"[,.!?]\s+(?!(?:and|but|because|that|so|or|as|if|when)\b)"
    rf"(?=(?:[^,.!?“”\"]{{1,40}} )?(?:{_SPEECH_FORMS})\b[^“”\"]{{0,60}}$)"
)
"""The end of quoted words that no mark closes, before an attribution that ends the text."""
