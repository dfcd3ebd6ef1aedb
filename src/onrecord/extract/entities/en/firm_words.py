"""Words around two surnames that are one firm's name ("Marks and Holt shares", "profit at Crane and Moss").

In: nothing. Out: patterns. Out of scope: finding the pairs (`onrecord.extract.entities.detection.firm_pairs`).
"""

from __future__ import annotations

import re

_FIRM_NOUNS = (
    r"(?:shares?|stocks?|stores?|shops?|branch(?:es)?|outlets?|profits?|losses|earnings|revenues?|sales|turnover|dividends?"
    r"|bonds?|headquarters|subsidiar(?:y|ies)|shareholders?|customers?|investors?|stakes?|products?)"
)
_LEGAL_FORMS = r"(?:plc|PLC|Ltd|Limited|Inc|LLC|LLP|Corp|Co|AG|SA|NV|Group|Holdings)"
LEGAL_FORM_AFTER = rf"(?: {_LEGAL_FORMS}\b\.?)?"
FIRM_AFTER = re.compile(
    rf"(?:['’]s?)? (?:{_FIRM_NOUNS}\b|{_LEGAL_FORMS}\b)"
    r"|,? (?:said|says|announced|reported|added|warned|confirmed|expects|expected) (?:that )?(?:it|its)\b"
    r"|(?: (?:has|had|will|is|was|would|plans?|hopes?|wants?))? (?:\w+ ){1,4}its (?:own )?(?:prices|shares|staff|stores|shops|branches|profits|sales)\b"
)
FIRM_BEFORE = re.compile(
    rf"\b{_FIRM_NOUNS} (?:\w+ )?(?:in|of|at|from) $|\b(?:retailer|firm|company|chain|brand|maker|supermarket|bank|insurer|publisher) $",
    re.IGNORECASE,
)
