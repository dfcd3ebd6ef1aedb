"""What is past a limit is told with what to do about it: the setting to raise, or how to give it otherwise."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import onrecord

SOURCE = Path(onrecord.__file__).parent
LIMITS = frozenset({"bomb", "too_large", "too_long", "too_slow"})
TOLD_BY = {"ReadError": 0, "PageError": 0, "Skipped": 1}
"""What tells a limit, and at which argument its reason stands; the message is the next."""


def iter_messages(path: Path) -> Iterator[tuple[str, str]]:
    """Yield (place, message as written) of each reason in `LIMITS` that is told; a message in a name is what that name was last given before."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or getattr(call.func, "id", "") not in TOLD_BY:
            continue
        at = TOLD_BY[getattr(call.func, "id", "")]
        reason = call.args[at] if at < len(call.args) else None
        if not isinstance(reason, ast.Constant) or reason.value not in LIMITS:
            continue
        place = f"{path.relative_to(SOURCE)}:{call.lineno}"
        for message in resolve(tree, call.args[at + 1]):
            yield place, message


def resolve(tree: ast.Module, message: ast.expr) -> list[str]:
    """Return the messages that an expression may be, as written: literals, what `.format` fills, and what names were given."""
    if isinstance(message, ast.JoinedStr | ast.Constant):
        return [ast.unparse(message)]
    if isinstance(message, ast.Call) and isinstance(message.func, ast.Attribute):
        return resolve(tree, message.func.value)
    if isinstance(message, ast.Name):
        assigned = (one for one in ast.walk(tree) if isinstance(one, ast.Assign))
        given = [one for one in assigned if _gives(one, message)]
        if given:
            return resolve(tree, max(given, key=lambda one: one.lineno).value)
    if isinstance(message, ast.IfExp):
        return resolve(tree, message.body) + resolve(tree, message.orelse)
    return [ast.unparse(message)]


def _gives(assigned: ast.Assign, name: ast.Name) -> bool:
    """Return whether a statement gives a name its value before the name is used."""
    is_before = assigned.lineno <= name.lineno
    return is_before and any(getattr(one, "id", "") == name.id for one in assigned.targets)


def test_each_says_what_to_do() -> None:
    messages = [one for path in sorted(SOURCE.rglob("*.py")) for one in iter_messages(path)]
    assert len(messages) > 10
    assert [one for one in messages if "; " not in one[1]] == []


@pytest.mark.parametrize(
    ("source", "messages"),
    [
        ("ReadError('too_large', f'{a}: too much; split it')", 1),
        ("T = 'more than {}; raise X'\nReadError('too_large', T.format(3))", 1),
        ("m = 'slow'\nSkipped(p, 'too_slow', m, s)", 1),
        ("m = 'a; b' if x else 'c; d'\nPageError('too_long', m)", 2),
        ("PageError('broken', 'no words')", 0),
    ],
)
def test_messages_are_seen_however_they_are_written(
    source: str, messages: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "told.py"
    path.write_text(source, encoding="utf-8")
    monkeypatch.setattr("tests.test_limit_messages.SOURCE", tmp_path)
    assert len(list(iter_messages(path))) == messages
