"""What the command line tells of a thread: removed words, quotes, and how many comments the page says it has."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from onrecord.cli.main import main
from onrecord.story import open_story

ITEM = (
    '<li class="comment" id="comment-1{0}"><cite class="fn"><a href="/readers/{1}">{1}</a></cite>'
    '<span class="date">1{0} May 2019</span><div class="comment-text">{2}</div></li>'
)
WORDS = (
    "<p>The weir leaks since the spring.</p>",
    "<p>This comment has been removed by a moderator.</p>",
    "<blockquote>The weir leaks since the spring.</blockquote><p>It did in the autumn.</p>",
)
PAGE = (
    "<!doctype html><title>Weir to be mended</title><article><h1>Weir to be mended</h1>"
    + "<p>The weir at Orsk will be mended before the winter, the river board said on 4 May 2019.</p>"
    * 3
    + "</article><h2>91 comments</h2><ol>"
    + "".join(ITEM.format(n, name, WORDS[n]) for n, name in enumerate(("Ann", "Bob", "Eve")))
    + "</ol>"
)


def ran(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    with pytest.raises(SystemExit) as stop:
        main([str(argument) for argument in arguments])
    assert not stop.value.code
    return capsys.readouterr().out


def test_a_thread_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "weir.html").write_text(PAGE, encoding="utf-8")
    story = tmp_path / "story.db"
    ran(capsys, "build", tmp_path / "weir.html", "-o", story)
    lines = ran(capsys, "comments", story).splitlines()
    assert [line.rpartition(" [")[2] for line in lines[1:]] == ["removed]", "quotes others]"]
    rows = [json.loads(line) for line in ran(capsys, "comments", story, "--json").splitlines()]
    assert [row["author_url"] for row in rows] == ["/readers/Ann", "/readers/Bob", "/readers/Eve"]
    assert [row["state"] for row in rows] == [None, "removed", None]
    assert [part["text"] for part in rows[2]["quoted"]] == ["The weir leaks since the spring."]
    with open_story(story) as opened:
        page = opened.heads()[0].id
    assert "3 here; the page says “91 comments”" in ran(capsys, "show", story, "--page", page)
    for form in ("jsonl", "csv"):
        ran(capsys, "export", story, "--format", form, "-o", tmp_path / form)
    row = json.loads((tmp_path / "jsonl" / "pages.jsonl").read_text(encoding="utf-8"))
    told = row["thread_stated"]
    assert (told["count"], told["words"]["text"]) == (91, "91 comments")
    assert row["text"][told["words"]["start"] : told["words"]["end"]] == "91 comments"
    with (tmp_path / "csv" / "pages.csv").open(encoding="utf-8-sig", newline="") as file:
        assert next(csv.DictReader(file))["comments_stated"] == "91"
