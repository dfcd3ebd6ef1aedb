"""Decisions as data: what is refused, ids, lines, undoing, replacing and conflicts."""

from __future__ import annotations

import io
import itertools
import json
from typing import Any

import pytest

from onrecord.decisions import (
    BadLine,
    Decision,
    Target,
    decode_lines,
    describe_decided,
    encode_lines,
    judge_decisions,
    make_decision,
)
from onrecord.decisions.thresholds import THRESHOLDS
from onrecord.errors import DecisionError
from onrecord.records import Decided

QUOTE = Target("q-1", "quotes", "p-1", 0, 5, "words")
EVENT = Target("e-1", "events", "p-1", 0, 5, "words")
PAGE = Target("p-1", "pages", "p-1", text="Title")
ANN_A, BEN_B, CY_C = (Target(f"n-{i}", "entities", f"p-{i}", 0, 3, "Ann") for i in (1, 2, 3))


def decided(kind: str, *targets: Target, at: int = 0, who: str = "Ann", **more: Any) -> Decision:
    more = {"reason": "because", **more}
    return make_decision(kind, targets, who=who, at=f"2026-05-01T12:00:{at:02}+00:00", **more)


REFUSED: list[tuple[str, tuple[Target, ...], dict[str, Any], str]] = [
    ("wrong", (QUOTE,), {"who": " "}, "who decides"),
    ("wrong", (QUOTE,), {"reason": ""}, "it is not said why"),
    ("wrong", (), {}, "about 1 record"),
    ("wrong", (PAGE,), {}, "neither right nor wrong"),
    ("wrong", (QUOTE,), {"value": "x"}, "has no value"),
    ("better", (QUOTE,), {}, "is not one of"),
    ("set", (QUOTE,), {"field": "status", "value": "denied"}, "can't be set"),
    ("set", (EVENT,), {"field": "status", "value": "done"}, "is not one of happened"),
    ("set", (EVENT,), {"field": "day", "value": "2026-02-30"}, "no ISO day"),
    ("set", (EVENT,), {"field": "day", "value": "soon"}, "no ISO day"),
    ("set", (EVENT,), {"field": "text", "value": "x"}, "what can be set is status, day"),
    ("set", (PAGE,), {"field": "outlet", "value": "  "}, "is empty"),
    ("join", (ANN_A,), {}, "about 2 record"),
    ("join", (ANN_A, ANN_A), {}, "twice"),
    ("join", (ANN_A, QUOTE), {}, "only people"),
    ("pin", (), {"value": "someday"}, "no ISO day"),
    ("undo", (QUOTE,), {}, "only a decision can be undone"),
    ("note", (QUOTE,), {"reason": "bell \x1b[2J"}, "can't be printed"),
    ("note", (QUOTE,), {"reason": "turned \u202e"}, "can't be printed"),
    ("note", (QUOTE,), {"reason": "x" * (THRESHOLDS.reason_chars + 1)}, "longer than"),
    ("tag", (QUOTE,), {"value": "x" * (THRESHOLDS.value_chars + 1)}, "longer than"),
    ("wrong", (QUOTE,), {"at": "yesterday"}, "no moment in UTC"),
    ("wrong", (QUOTE,), {"at": "2026-13-01T00:00:00Z"}, "no moment in UTC"),
    ("wrong", (QUOTE,), {"at": "2026-05-01T12:00:00+02:00"}, "no moment in UTC"),
]


@pytest.mark.parametrize(("kind", "targets", "more", "told"), REFUSED)
def test_what_is_no_decision_is_refused(
    kind: str, targets: tuple[Target, ...], more: dict[str, Any], told: str
) -> None:
    with pytest.raises(DecisionError, match=told):
        make_decision(kind, targets, **{"who": "Ann", "reason": "because", **more})


def test_spaces_and_joiners_of_real_names_are_taken() -> None:
    made = make_decision(
        "note", (QUOTE,), who="Ann\u00a0 Ray", reason="« oui\u00a0»\u2009می\u200cخواهم\n2nd"
    )
    assert (made.who, made.reason) == ("Ann Ray", "« oui » می\u200cخواهم\n2nd")


def test_an_id_is_of_all_that_is_in_it() -> None:
    first = decided("wrong", QUOTE)
    assert decided("wrong", QUOTE).id == first.id
    others = (
        decided("wrong", EVENT),
        decided("right", QUOTE),
        decided("wrong", QUOTE, who="Ben"),
        decided("wrong", QUOTE, at=1),
        decided("wrong", QUOTE, reason="other"),
    )
    assert len({first.id, *(other.id for other in others)}) == 6


def test_lines_come_back_as_they_were_and_others_are_told() -> None:
    given = [
        decided("wrong", QUOTE),
        decided("set", EVENT, field="status", value="denied"),
        decided("join", ANN_A, BEN_B),
        decided("tag", PAGE, value="lead", reason=""),
        decided("pin", value="2019-05"),
        decided("note", QUOTE, reason="two\nlines “and” ünïcode"),
    ]
    lines = list(encode_lines(given))
    assert list(decode_lines(io.BytesIO("".join(lines).encode()))) == given
    changed = json.loads(lines[0]) | {"reason": "something else"}
    bad = [
        b"\n",
        b"no json\n",
        b'["a list"]\n',
        b'{"kind": "wrong"}\n',
        json.dumps(changed).encode() + b"\n",
        b'{"kind": "wrong", "targets": [{"id": "q-1; DROP", "kind": "quotes"}], "reason": "r", "who": "w"}\n',
        b'{"kind": "wrong", "targets": [{"id": "q-1", "kind": "quotes", "start": true}], "reason": "r", "who": "w"}\n',
        b"[" * 100_000 + b"\n",
        b"\xff\xfe\n",
        b'"' + b"x" * (THRESHOLDS.line_bytes + 10) + b'"\n',
        lines[0].encode(),
    ]
    found = list(decode_lines(io.BytesIO(b"".join(bad))))
    assert [one.number for one in found if isinstance(one, BadLine)] == list(range(2, 11))
    assert found[-1] == given[0]
    assert "changed after it was written" in str(found[3])


def test_an_undo_is_a_decision_that_can_be_undone() -> None:
    wrong = decided("wrong", QUOTE)
    undo = decided("undo", Target(wrong.id, "decisions"), at=1)
    redo = decided("undo", Target(undo.id, "decisions"), at=2)
    for order in itertools.permutations((wrong, undo)):
        assert [one.undone for one in judge_decisions(order)] == [undo.id, None]
    for order in itertools.permutations((wrong, undo, redo)):
        assert [one.undone for one in judge_decisions(order)] == [None, redo.id, None]


def test_the_later_answer_holds_and_two_people_are_told_of_each_other() -> None:
    ann = decided("wrong", QUOTE)
    ben = decided("right", QUOTE, who="Ben", at=1)
    first, second = judge_decisions([ben, ann])
    assert (first.decision, first.replaced, first.conflicts) == (ann, ben.id, (ben.id,))
    assert (second.decision, second.replaced, second.conflicts) == (ben, None, (ann.id,))
    again = decided("right", QUOTE, at=2)
    assert [one.conflicts for one in judge_decisions([ann, again])] == [(), ()], (
        "one changed her mind"
    )
    agreed = decided("wrong", QUOTE, who="Ben", at=3)
    assert all(one.is_in_force for one in judge_decisions([ann, agreed])), "two agree"
    undo = decided("undo", Target(ben.id, "decisions"), who="Ben", at=4)
    assert judge_decisions([ann, ben, undo])[0].is_in_force


def test_values_of_one_field_disagree_and_fields_do_not() -> None:
    status = decided("set", EVENT, field="status", value="denied")
    day = decided("set", EVENT, field="day", value="2020", who="Ben", at=1)
    other = decided("set", EVENT, field="status", value="happened", who="Ben", at=2)
    found = {one.decision.id: one for one in judge_decisions([status, day, other])}
    assert found[status.id].conflicts == (other.id,)
    assert found[day.id].conflicts == ()


def test_a_join_and_a_split_of_the_same_two_are_in_conflict() -> None:
    join = decided("join", ANN_A, BEN_B)
    split = decided("split", ANN_A, BEN_B, who="Ben", at=1)
    assert all(one.conflicts for one in judge_decisions([join, split]))
    elsewhere = decided("split", ANN_A, CY_C, who="Ben", at=1)
    assert not any(one.conflicts for one in judge_decisions([join, elsewhere]))


def test_a_mark_says_what_by_whom_when_and_why() -> None:
    mark = Decided(
        "d-1",
        "set",
        "e-1",
        "status",
        "happened",
        "planned",
        "seen",
        "Ann",
        "2026-05-01T12:00:00+00:00",
    )
    assert (
        describe_decided(mark)
        == "status set by hand to happened, was planned: “seen” (Ann, 2026-05-01)"
    )
