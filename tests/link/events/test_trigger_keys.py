from __future__ import annotations

import pytest

from onrecord.link.events.trigger_keys import build_trigger_key


@pytest.mark.parametrize(
    ("trigger", "expected"),
    [
        ("attacked", "attack"),
        ("pulled out", "pull out"),
        ("sent", "send"),
        ("has", ""),
        ("said", ""),
        ("", ""),
    ],
)
def test_trigger_key(trigger: str, expected: str) -> None:
    assert build_trigger_key(trigger) == expected
