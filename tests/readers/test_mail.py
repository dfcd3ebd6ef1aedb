"""Mail as people have it: single messages, mailboxes and maildir folders, written by the standard library's tools."""

from __future__ import annotations

import mailbox
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

import pytest

from onrecord.pages import make_page
from onrecord.readers import read
from onrecord.records import Capture

_BODIES = (
    "Dear all,\n\nThe ferry will run again on Friday, Ruth Amari said.\n",
    "Thank you.\n\nFrom the harbour nobody has called since 10:30 today.\nThe quay is still shut.\n",
    "The council met twice.\n\nIt decided nothing.\n",
)


def _make_messages() -> Iterator[EmailMessage]:
    for number, body in enumerate(_BODIES, start=1):
        message = EmailMessage()
        message["From"] = f"Ann Weir <ann{number}@weir.example>"
        message["To"] = "desk@paper.example"
        message["Subject"] = f"The ferry, part {number}"
        message["Date"] = format_datetime(datetime(2021, 3, number, 9, 5, tzinfo=UTC))
        message["Message-ID"] = f"<{number}@weir.example>"
        message.set_content(body)
        yield message


def _read_captures(path: Path) -> list[Capture]:
    items = list(read([path]))
    assert all(isinstance(item, Capture) for item in items), items
    return [item for item in items if isinstance(item, Capture)]


def _write_mailbox(path: Path, line_end: bytes = b"\n") -> Path:
    box = mailbox.mbox(path)
    for message in _make_messages():
        box.add(message)
    box.close()
    path.write_bytes(path.read_bytes().replace(b"\n", line_end))
    return path


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_each_message_of_a_mailbox_is_a_capture(tmp_path: Path, line_end: bytes) -> None:
    path = _write_mailbox(tmp_path / "post.mbox", line_end)
    captures = _read_captures(path)
    assert [capture.stated.title for capture in captures] == [
        f"The ferry, part {number}" for number in (1, 2, 3)
    ]
    assert [(capture.stated.published or "")[:10] for capture in captures] == [
        "2021-03-01",
        "2021-03-02",
        "2021-03-03",
    ]
    data = path.read_bytes()
    for capture in captures:
        start = int(capture.path.rpartition("#")[2])
        assert data[start:].startswith(capture.data)


def test_the_words_of_each_message_lead_to_its_bytes(tmp_path: Path) -> None:
    for capture in _read_captures(_write_mailbox(tmp_path / "post.mbox")):
        page = make_page(capture)
        assert "From: " not in page.text
        assert len(page.text) > 20


def test_prose_that_begins_with_from_ends_no_message(tmp_path: Path) -> None:
    captures = _read_captures(_write_mailbox(tmp_path / "post.mbox"))
    assert b"The quay is still shut." in captures[1].data


def test_a_mailbox_cut_short_keeps_what_came_before(tmp_path: Path) -> None:
    path = _write_mailbox(tmp_path / "post.mbox")
    path.write_bytes(path.read_bytes()[:-30])
    assert len(_read_captures(path)) == len(_BODIES)


def test_a_maildir_is_read_as_a_folder(tmp_path: Path) -> None:
    box = mailbox.Maildir(tmp_path / "mail")
    for message in _make_messages():
        box.add(message)
    box.close()
    titles = sorted(capture.stated.title or "" for capture in _read_captures(tmp_path / "mail"))
    assert titles == [f"The ferry, part {number}" for number in (1, 2, 3)]


def test_one_message_is_the_same_capture_however_it_is_kept(tmp_path: Path) -> None:
    message = next(_make_messages())
    (tmp_path / "one.eml").write_bytes(message.as_bytes())
    (capture,) = _read_captures(tmp_path / "one.eml")
    assert capture.media_type == "message/rfc822"
    assert _read_captures(_write_mailbox(tmp_path / "post.mbox"))[0].data.strip() == (
        capture.data.strip()
    )


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b"\n", b"\r\n\r\n", b"\xef\xbb\xbf\n"])
def test_what_stands_before_the_first_message_hides_none(tmp_path: Path, before: bytes) -> None:
    path = _write_mailbox(tmp_path / "post.mbox")
    path.write_bytes(before + path.read_bytes())
    captures = _read_captures(path)
    assert len(captures) == len(_BODIES)
    data = path.read_bytes()
    for capture in captures:
        start = int(capture.path.rpartition("#")[2])
        assert data[start:].startswith(capture.data)
