"""Lists of records: each line says day, outlet and page, and can be asked for by them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from onrecord.cli.main import main
from onrecord.story import open_story

LISTS = ("quotes", "figures", "events", "promises")


def ran(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, list[str], str]:
    with pytest.raises(SystemExit) as left:
        main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return int(left.value.code or 0), captured.out.splitlines(), captured.err


@pytest.mark.parametrize("name", [*LISTS, "times", "comments"])
def test_a_line_begins_with_where_it_is_from(
    northbridge: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    with open_story(northbridge) as story:
        heads = {head.id: head for head in story.heads()}
    _, lines, _ = ran(capsys, name, northbridge)
    own = [line for line in lines if not line.startswith("    ")]
    assert own
    for line in own:
        match = re.match(r"\w-\w{16}  (\S+)  (.+?) \((p-\w{16})\)  \S", line)
        assert match, line
        head = heads[match[3]]
        assert match[1] == (head.published.value[:10] if head.published else "undated")
        assert match[2] == (head.outlet or "outlet not known")


@pytest.mark.parametrize("name", LISTS)
def test_days_and_outlet_leave_only_what_fits(
    northbridge: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    with open_story(northbridge) as story:
        heads = {head.id: head for head in story.heads()}
    _, every, _ = ran(capsys, name, northbridge, "--json")
    fitting = [
        line
        for line in every
        if (head := heads[json.loads(line)["page"]]).outlet == "The Harbour Times"
        and head.published
        and "2018" <= head.published.value[:4] <= "2021"
    ]
    asked = (
        name,
        northbridge,
        "--outlet",
        "the harbour times",
        "--from",
        "2018",
        "--to",
        "2021-11",
    )
    _, some, _ = ran(capsys, *asked, "--json")
    assert some == fitting
    assert 0 < len(some) < len(every)


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--from", "soon"), "is no ISO day"),
        (("--to", "2019-02-30"), "is no ISO day"),
        (("--outlet", "The Moon"), "no page is of outlet 'The Moon'; there are Daily Lantern"),
        (("--page", "p-0"), "there is no page 'p-0'"),
    ],
)
def test_a_wrong_filter_is_one_line(
    northbridge: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    options: tuple[str, str],
    words: str,
) -> None:
    code, lines, error = ran(capsys, name, northbridge, *options)
    assert (code, lines, error.count("\n")) == (2, [], 1)
    assert words in error


def test_nothing_that_fits_is_told(northbridge: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, lines, error = ran(capsys, "quotes", northbridge, "--from", "2030")
    assert (code, lines) == (0, [])
    assert "none of the story's" in error
