"""Whether a word is an ordinary English word and no first name, surname or place of the lists.

In: a word in lower case. Out: a bool. Out of scope: words that are both ("Baker", "Reading").

Source: the English words and the one-word occupations of the package mimesis (MIT).
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from onrecord.language.names.gazetteer import look_up_name
from onrecord.language.names.given_names import load_given_names, load_surnames


def is_common_word(word: str) -> bool:
    """Return whether `word` is an ordinary English word and no name of the lists.

    Examples:
        >>> is_common_word("hospital"), is_common_word("baker"), is_common_word("velmara")
        (True, False, False)

    """
    name = word.capitalize()
    if word not in _load_words() or name in load_given_names() or name in load_surnames():
        return False
    return look_up_name(name) is None


@cache
def _load_words() -> frozenset[str]:
    folder = files("mimesis") / "datasets" / "en"
    words = json.loads((folder / "text.json").read_text(encoding="utf-8"))["words"]
    jobs = json.loads((folder / "person.json").read_text(encoding="utf-8"))["occupation"]
    return frozenset(words) | {job.lower() for job in jobs if " " not in job}
