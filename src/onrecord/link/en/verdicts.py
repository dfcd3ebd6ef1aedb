"""Phrases that state how a promise ended: kept, broken, kept in part.

In: nothing. Out: `VERDICT_PATTERNS` by verdict, and patterns for references to a promise and for negation.
Out of scope: which promise is meant (`onrecord.link.commitments`).

Source: our own lists; kinds of verdict after the pledge-fulfilment literature (Naurin, Royed &
Thomson 2019): kept, partly kept, broken.
"""

from __future__ import annotations

import re

_PROMISE_NOUN = (
    r"(?:promise|pledge|commitment|vow|undertaking|word|target|deadline|plan|project|deal|offer)s?"
)
_CANCELLED = (
    r"(?:scrapp|cancell|abandon|dropp|shelv|axe?|ditch|call(?:ed)? off|revers|withdrawn?|halt|"
    r"torn up|reneg)(?:ed|ped|led)?"
)

_FRACTION_OR_FEW = (
    r"\d[\d,.]*(?:%| per cent)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a few|a handful|a dozen|"
    r"half|part|some|a third|a quarter|a fraction|once|twice"
)

_SOMEBODY_PROMISED = r"(?:it|he|she|they|we|ministers|officials) (?:had |have |has )?(?:first )?(?:promised|pledged)\b"

VERDICT_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "partly",
        re.compile(
            rf"\bonly (?:about |some )?(?:{_FRACTION_OR_FEW})\b"
            rf"|\b(?:{_FRACTION_OR_FEW}|\d[\d,.]* (?:million|billion)) of the [^.;]{{3,60}}? {_SOMEBODY_PROMISED}"
            rf"|\b(?:fewer|less|short of|lower) (?:than )?the [^.;]{{3,60}}? {_SOMEBODY_PROMISED}"
            r"|\bone (?:of (?:them|the \w+) )?(?:has )?arrived\b"
            r"|\bha(?:s|ve) (?:only )?done so (?:only )?(?:once|twice)\b"
            r"|\b(?:partly|partially|half) (?:kept|met|fulfilled|honoured|delivered|built)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "against",
        re.compile(
            rf"\b(?:ha(?:s|ve|d) (?:now )?been|w(?:as|ere)|is|are|be(?:en)?) {_CANCELLED}\b"
            rf"|\b(?:scrapp|cancell|abandon|dropp|shelv|ditch|ax)(?:ed|ped|led|s|ing)? (?:the |its |his |her |their |a |plans? )"
            rf"|\bdrops? (?:the |its )?plan|\bbr(?:oke|oken|eaks?|eaking) (?:his|her|its|their|the|a|that) (?:\w+ )?{_PROMISE_NOUN}\b"
            rf"|\b{_PROMISE_NOUN} (?:ha(?:s|ve|d) been |w(?:as|ere) )?broken\b"
            rf"|\bnot been able to keep\b|\bfail(?:ed|s|ure)? to (?:keep|meet|deliver|honour|fulfil|build|send|open|publish|provide)\b"
            rf"|\bnever (?:built|sent|opened|arrived|came|delivered|published|happened|materialised|begun|started|left)\b"
            rf"|\bwill not (?:now )?(?:build|send|open|go ahead|be built|be sent|follow|provide|publish)\b"
            rf"|\bcame to nothing\b|\bwent back on\b|\bmissed (?:the|its|his|her|their) (?:deadline|target)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "for",
        re.compile(
            rf"\b(?:kept|honoured|honored|fulfilled|met|delivered on|made good on|keeps|meeting|keeping)"
            rf" (?:its|his|her|their|the|a|that|this) (?:\w+ )?{_PROMISE_NOUN}\b"
            rf"|\b{_PROMISE_NOUN} (?:(?:ha(?:s|ve|d) (?:now )?been|w(?:as|ere)) )?(?:kept|honoured|honored|fulfilled|delivered)\b"
            rf"|\bas (?:promised|pledged)\b"
            rf"|\b(?:complet|fulfill?)(?:ed|ing|es|s) (?:a |the |its |their )(?:\w+ ){{1,3}}(?:that|which) (?:\w+ ){{1,4}}(?:promised|pledged)\b",
            re.IGNORECASE,
        ),
    ),
)
"""Patterns by verdict, in the order they are tried; the first that matches a sentence counts."""

VERDICT_HINTS = re.compile(
    r"promis|pledg|commitment|vow|undertaking|target|deadline|plan|offer|scrap|cancel|abandon|drop|shelv|ditch|ax|called off|"
    r"call off|revers|withdr|halt|torn up|reneg|broke|break|keep|kept|fail|never|will not|nothing|went back|missed|honour|honor|"
    r"fulfil|met |fewer|less|short of|made good|deliver|complet|only|arrived|done so|partly|partially|half ",
    re.IGNORECASE,
)
"""Quick test before the patterns: a sentence without any of these holds no verdict."""

PROMISE_ANAPHORS = re.compile(
    r"\b(?:the|this|that|his|her|its|their|first|second|last) (?:\w+ )?"
    r"(?:promise|pledge|commitment|vow|target|deadline|offer|project|plan|scheme)\b"
    rf"|\bonly (?:about |some )?(?:{_FRACTION_OR_FEW}) (?:of them )?(?:ha(?:s|ve|d)|w(?:as|ere)|went|came)\b"
    r"|\b(?:done so|keep it|kept it|honour it|broken it|deliver it|delivered it)\b",
    re.IGNORECASE,
)
"""Phrases that refer to a promise named in an earlier sentence."""

NEGATION_OR_DOUBT = re.compile(
    r"\b(?:not|n['’]t|never|denie[sd]|denied|deny|whether|if|could|may|might|would|should)\b",
    re.IGNORECASE,
)
"""Words right before a verdict that cancel it ("has not been cancelled")."""

NOT_DONE = re.compile(r"(?:never|will not|fail|not been)\b|fail(?:ed|s|ure)\b", re.IGNORECASE)
"""Beginnings of verdicts that say that the act itself was not done ("never built")."""
