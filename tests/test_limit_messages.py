"""What is past a limit is told with what to do about it: the setting to raise, or how to give it otherwise."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import onrecord

SOURCE = Path(onrecord.__file__).parent
LIMITS = frozenset({"bomb", "too_large", "too_long", "too_slow"})
TOLD_BY = frozenset({"ReadError", "PageError", "Skipped"})


def iter_messages(path: Path) -> Iterator[tuple[str, str]]:
    """Yield (place, message as written) of each reason in `LIMITS` that is told with a literal message."""
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(call, ast.Call) or getattr(call.func, "id", "") not in TOLD_BY:
            continue
        reasons = [one.value for one in call.args if isinstance(one, ast.Constant)]
        if LIMITS.isdisjoint(str(one) for one in reasons):
            continue
        for message in call.args[-1:]:
            if isinstance(message, ast.JoinedStr) or (isinstance(message, ast.Constant) and message.value not in LIMITS):  # fmt: skip
                yield f"{path.relative_to(SOURCE)}:{message.lineno}", ast.unparse(message)


def test_each_says_what_to_do() -> None:
    messages = [one for path in sorted(SOURCE.rglob("*.py")) for one in iter_messages(path)]
    assert len(messages) > 4
    assert [one for one in messages if "; " not in one[1]] == []
