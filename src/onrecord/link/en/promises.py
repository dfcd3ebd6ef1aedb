"""Words of promises: those that distinguish none, number words, and verbs that mean the same.

Source: our own lists.
"""

from __future__ import annotations

UNDISTINCTIVE_WORDS = frozenset(
    """promise pledge commit commitment vow undertake plan announce minister government new first last
    today make go get put take give keep come continue work part way more additional extra begin start""".split()
)
"""Words that are in many promises and say nothing of their content."""

DIGITS_BY_NUMBER_WORD: dict[str, str] = {
    name: str(value)
    for value, name in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
} | {
    name: str(value)
    for value, name in zip(
        range(20, 100, 10),
        "twenty thirty forty fifty sixty seventy eighty ninety".split(),
        strict=True,
    )
}

SYNONYMOUS_STEMS: tuple[frozenset[str], ...] = tuple(
    frozenset(group.split())
    for group in (
        "send deploy dispatch",
        "provid suppli giv contribut donat deliver",
        "build construct erect",
        "withdraw pull remov",
        "publish releas",
        "open inaugurat",
        "expand increas enlarg scal rais",
        "cut reduc lower slash",
        "train teach instruct",
        "end stop ceas",
        "ban prohibit outlaw",
    )
)
"""Groups of stems (as `text_keys.stem` makes them) of verbs that fulfil the same promise."""
