"""The saved original at the place: MHTML at its bytes, a PDF as its sheet with a box around the words."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import httpx
import pytest

from onrecord import run
from onrecord.story import open_story
from onrecord.web.app import create_app
from onrecord.web.guard import POLICY

pytest.importorskip("pypdfium2")
SAVED = Path(__file__).parents[1] / "pages" / "saved"


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("room") / "story.db"
    run.build([SAVED], path, run.RunOptions(model=os.environ.get("ONRECORD_MODEL") or None))
    return path


def get(story: Path, address: str) -> httpx.Response:
    async def answer() -> httpx.Response:
        transport = httpx.ASGITransport(app=create_app(story), raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            return await client.get(address)

    return asyncio.run(answer())


def place_of(story: Path, suffix: str) -> tuple[str, str, int, int]:
    with open_story(story) as opened:
        head = next(head for head in opened.heads() if head.path.endswith(suffix))
        found = opened.records("mentions", page=head.id)
        mention = next(one for one in found if one.evidence.text == "Ada Brandt")
        return head.id, mention.id, mention.evidence.start, mention.evidence.end


def test_a_pdf_is_shown_as_its_sheet(story: Path) -> None:
    page, record, start, end = place_of(story, ".pdf")
    answer = get(story, f"/pages/{page}/original?words={start}-{end}")
    assert answer.headers["content-security-policy"] == POLICY
    assert answer.text.count("<rect") == 1
    assert 'href="data:image/png;base64,' in answer.text
    assert "1 of 1" in answer.text
    for address in ("?words=9-1", "?words=x", "?sheet=99", "?sheet=-1", ""):
        answer = get(story, f"/pages/{page}/original{address}")
        assert answer.status_code == 200
        assert "<rect" not in answer.text
    assert "%PDF" in get(story, f"/pages/{page}/original?from=1").text
    told = get(story, f"/r/{record}").text
    assert f"words={start}-{end}#words" in told
    assert "on sheet" in told


def test_mhtml_is_shown_at_its_bytes(story: Path) -> None:
    page, record, _, _ = place_of(story, ".mhtml")
    told = get(story, f"/r/{record}").text
    at = told.index(f"/pages/{page}/original?start=")
    shown = get(story, told[at : told.index('"', at)].replace("&amp;", "&")).text
    assert '<mark id="words">Ada Brandt</mark>' in shown
    assert "=E2=80=9CWe=E2=80=99ll stay" in shown
