"""Boilerplate of news: phrases by which a newsroom says how it worked.

In: nothing. Out: the verbs of such phrases and a pattern of their complements. Out of scope: what people refuse on the record.

Source: written for onrecord, after the usual phrases of agencies.
"""

from __future__ import annotations

import re

BOILERPLATE_VERBS = frozenset(
    "decline refuse reach respond reply return speak ask request name identify comment contact elaborate talk authorise authorize verify confirm".split()
)
OCCASION_VERBS = frozenset({"speak", "talk", "write"})
"""Verbs whose participle says where a statement was made."""
BOILERPLATE = re.compile(
    r"\b(?:for (?:further )?comments?|to (?:publicly )?comment|(?:be|being) (?:named|identified|quoted)"
    r"|(?:condition|cover) of anonymity|not to be (?:named|identified)|not authori[sz]ed to (?:speak|talk)"
    r"|requests? (?:for|seeking) (?:comment|an? interview)|phone calls? seeking|independently (?:be )?(?:verif\w+|confirm\w*)|unable to (?:independently )?(?:verify|confirm))\b",
    re.IGNORECASE,
)
