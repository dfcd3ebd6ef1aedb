from __future__ import annotations

import pytest

from onrecord.link.comparison.demonyms import Power, Powers
from onrecord.link.undertakings.mentions import iter_undertaking_mentions

NAMES = {"harbour league": "Harbour League", "orland": "Orland", "westmark": "Westmark"}
POWERS = Powers(
    {key: Power(key, name, None) for key, name in NAMES.items()}, {key: key for key in NAMES}
)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The Harbour League Mission Orland grew.",
            [("Harbour League Mission Orland", "mission", "harbour league", "orland")],
        ),
        ("Operation Lantern began.", [("Operation Lantern", "operation", None, None)]),
        (
            "An Orland-led training mission in Westmark ended.",
            [("Orland-led training mission in Westmark", "mission", "orland", "westmark")],
        ),
        (
            "A peace deal between Orland and Westmark was signed.",
            [("peace deal between Orland and Westmark", "deal", None, None)],
        ),
        ("The mission is over.", [("The mission", "mission", None, None)]),
        ("A deal between Orland and a cook fell through.", []),
        ("It was a mission to nowhere.", []),
        ("The Summer Campaign opened.", []),
        ("Orland training teams lost their luggage.", []),
    ],
)
def test_mentions(sentence: str, expected: list[tuple[str, str, str | None, str | None]]) -> None:
    found = list(
        iter_undertaking_mentions("p-1", f"Rain. {sentence}", 6, 6 + len(sentence), POWERS)
    )
    assert [
        (
            mention.words,
            mention.kind,
            mention.lead.key if mention.lead else None,
            mention.place.key if mention.place else None,
        )
        for mention in found
    ] == expected
    for mention in found:
        assert f"Rain. {sentence}"[mention.start : mention.end] == mention.words
