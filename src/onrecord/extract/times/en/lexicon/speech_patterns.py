"""English around quotes that dates them: verbs of speech, day words, quotation marks; patterns alone.

In: nothing. Out: compiled patterns. Out of scope: which quote a day belongs to (`quoted_times`).
"""

from __future__ import annotations

import re

from onrecord.extract.times.thresholds import THRESHOLDS

QUOTE = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|``.*?(?:''|$)")
DAY_WORD = re.compile(
    r"\b(?:today|tonight|tomorrow|yesterday|this (?:morning|afternoon|evening)|last night)\b",
    re.IGNORECASE,
)
_VERB_OF_SPEECH = (
    r"\b(?:said|says|told|wrote|tweeted|posted|added|announced|testified|declared|insisted|warned"
    r"|explained|claimed|promised)\b"
)
_SAME_CLAUSE = (
    r"(?:(?!\b(?:who|whose|which|that|when|where|after|before)\b)[^,.!?;:])"
    rf"{{0,{THRESHOLDS.speech_day_chars}}}"
)
FROM_QUOTE_TO_DAY = re.compile(rf"^[^.!?;]{{0,40}}?{_VERB_OF_SPEECH}{_SAME_CLAUSE}$")
"""From the end of a quote to its day: "she told the inquiry in ", "Mr Craig said "."""
FROM_DAY_TO_QUOTE = re.compile(
    rf"^,?[^.!?;]{{0,{THRESHOLDS.speech_day_chars}}}{_VERB_OF_SPEECH}[^.!?;]{{0,40}}[:,] $"
)
"""From the day to its quote: " he told the court: "."""
QUESTION_BEFORE = re.compile(
    r"\b(?:if|whether|asked|unless|until|before|for|about|next)\b[^.!?;]*$", re.IGNORECASE
)
"""A day after these is no day of speech: "Asked if it would go ahead on Saturday, she said: “Not tonight”"."""
