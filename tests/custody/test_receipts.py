"""Receipts: every kind of original, checked without the story; what was changed is found; what can't be checked says so."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from onrecord import run
from onrecord.cli.main import main
from onrecord.custody import Check, build_receipt, check_receipt, write_receipt
from onrecord.custody.receipt import compute_checksum
from onrecord.errors import NotFound, ReadError, StoreError
from onrecord.story import Story, open_story
from tests.readers.archive_bytes import ArchiveMaker
from tests.readers.test_proofs import make_wacz, sign_anonymously

SAVED = Path(__file__).parents[1] / "pages" / "saved"
MODEL = os.environ.get("ONRECORD_MODEL") or None
TEXT = "The weir at Orsk will be mended by May 2020, Ada Brandt said on 4 May 2019. “We’ll stay,” she said."
HTML = f"<!doctype html><meta charset=utf-8><title>The weir</title><article><h1>The weir</h1><p>{TEXT}</p></article>"


def outcomes(checks: list[Check]) -> dict[str, str]:
    return {check.what: check.outcome for check in checks}


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("saved")
    for name in ("engineers.pdf", "rain.mhtml"):
        (folder / name).write_bytes((SAVED / name).read_bytes())
    (folder / "weir.html").write_text(HTML, encoding="utf-8")
    (folder / "latin.html").write_bytes(
        HTML.replace("utf-8", "windows-1252").replace("Orsk", "Örsk").encode("cp1252")
    )
    (folder / "note.txt").write_text(TEXT.replace("Orsk", "Tamm"), encoding="utf-8")
    line = {"url": "https://n.example/1", "title": "The weir", "text": TEXT.replace("Orsk", "Rell")}
    (folder / "crawl.jsonl").write_text(json.dumps(line))
    maker = ArchiveMaker()
    maker.response("https://n.example/w", HTML.replace("Orsk", "Vell").encode())
    (folder / "a.warc.gz").write_bytes(maker.saved())
    (folder / "b.wacz").write_bytes(make_wacz(sign_anonymously))
    return folder


@pytest.fixture(scope="module")
def built(saved: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("story") / "story.db"
    report = run.build([saved], path, run.RunOptions(model=MODEL))
    assert report.pages_new == 8
    return path


def list_records(story: Story, suffix: str) -> list[str]:
    page = next(head.id for head in story.heads() if suffix in head.path)
    records = [
        record.id
        for kind in ("mentions", "quotes", "events", "times")
        for record in story.records(kind, page=page)
    ]
    assert records
    return records


@pytest.mark.parametrize(
    "name",
    ["weir.html", "latin.html", "note.txt", "crawl.jsonl", "rain.mhtml", "engineers.pdf", "a.warc.gz", "b.wacz"],
)  # fmt: skip
def test_every_record_is_checked_from_its_saved_page_alone(
    name: str, saved: Path, built: Path, tmp_path: Path
) -> None:
    with open_story(built) as story:
        ids = list_records(story, name)[: 4 if name.endswith(".pdf") else None]
        receipts = [write_receipt(story, id_, tmp_path / f"{id_}.json") for id_ in ids]
    for receipt in receipts:
        found = outcomes(check_receipt(receipt, saved / name))
        assert found.pop("address and time") == "not checked"
        assert set(found.values()) == {"holds"}, (receipt.read_text(), found)
        assert {"receipt", "saved page", "bytes", "words", "characters"} <= found.keys()
        alone = outcomes(check_receipt(receipt))
        assert alone.pop("receipt") == "holds"
        assert set(alone.values()) == {"not checked"}


def test_an_archive_is_checked_with_its_digest_and_signature(
    saved: Path, built: Path, tmp_path: Path
) -> None:
    with open_story(built) as story:
        for name, more in (
            ("a.warc.gz", {"archive"}),
            ("b.wacz", {"archive", "package", "signature"}),
        ):
            receipt = write_receipt(story, list_records(story, name)[0], tmp_path / f"{name}.json")
            stated = json.loads(receipt.read_text())
            assert stated["archive"]["holds"] is True
            assert stated["archive"]["date"] == stated["capture"]["fetched"]
            found = outcomes(check_receipt(receipt, saved / name))
            assert more <= found.keys()
            page = tmp_path / "page.html"
            page.write_bytes(story.original(stated["page"]["id"]))
            found = outcomes(check_receipt(receipt, page))
            assert found["saved page"] == found["bytes"] == found["words"] == "holds"
            assert found["archive"] == "not checked"


def test_the_bytes_are_those_that_a_shell_cuts_out(saved: Path, built: Path) -> None:
    with open_story(built) as story:
        receipt = build_receipt(story, list_records(story, "weir.html")[0])
    command = receipt["bytes"]["by_hand"].replace("FILE", f"'{saved / 'weir.html'}'")
    cut = subprocess.run(["bash", "-c", command], capture_output=True, check=True)
    assert cut.stdout.decode() == receipt["record"]["text"]


def rewrite(receipt: dict[str, Any], path: Path, *, resealed: bool = False) -> Path:
    if resealed:
        receipt["checksum"] = compute_checksum(receipt)
    path.write_text(json.dumps(receipt), encoding="utf-8")
    return path


def test_a_changed_receipt_or_page_is_found(saved: Path, built: Path, tmp_path: Path) -> None:
    with open_story(built) as story:
        id_ = next(one for one in list_records(story, "weir.html") if one.startswith("q-"))
        good = build_receipt(story, id_)
    page = saved / "weir.html"
    changed = json.loads(json.dumps(good))
    changed["record"]["text"] = changed["record"]["text"][:-1] + "X"
    assert outcomes(check_receipt(rewrite(changed, tmp_path / "a.json")))["receipt"] == "wrong"
    # Whoever changes it may seal it anew: the saved page still says otherwise.
    resealed = rewrite(changed, tmp_path / "b.json", resealed=True)
    found = outcomes(check_receipt(resealed, page))
    assert (found["receipt"], found["words"], found["characters"]) == ("holds", "wrong", "wrong")
    moved = json.loads(json.dumps(good))
    moved["bytes"]["start"] += 1
    found = outcomes(check_receipt(rewrite(moved, tmp_path / "c.json", resealed=True), page))
    assert (found["record"], found["bytes"]) == ("wrong", "wrong")
    other = tmp_path / "other.html"
    other.write_bytes(page.read_bytes().replace(b"stay", b"stop"))
    receipt = rewrite(good, tmp_path / "d.json")
    assert outcomes(check_receipt(receipt, other))["saved page"] == "wrong"


def test_another_version_makes_no_wrong_receipt(saved: Path, built: Path, tmp_path: Path) -> None:
    with open_story(built) as story:
        good = build_receipt(story, list_records(story, "weir.html")[0])
    good["record"]["start"] += 1
    good["record"]["end"] += 1
    good["page"]["text_sha256"] = "0" * 64
    receipt = rewrite(good, tmp_path / "a.json", resealed=True)
    found = outcomes(check_receipt(receipt, saved / "weir.html"))
    assert found["characters"] == "not checked"
    assert found["words"] == "holds"


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"format": "other"}', b'{"format": "onrecord-receipt@1"}', b"[" * 100_000,
     b'{"format": "onrecord-receipt@1", "record": {"start": "a", "end": 2, "text": "x"}, "bytes": 3}'],
)  # fmt: skip
def test_what_is_no_receipt_is_one_line(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "r.json"
    path.write_bytes(content)
    with pytest.raises(ReadError, match=r"receipt"):
        check_receipt(path)
    with pytest.raises(SystemExit) as stop:
        main(["verify", "--receipt", str(path)])
    assert stop.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_receipt_of_what_is_none_says_so(built: Path, northbridge: Path, tmp_path: Path) -> None:
    with open_story(northbridge) as story:
        with pytest.raises(NotFound, match="joins pages"):
            build_receipt(story, story.undertakings()[0].id)
        with pytest.raises(NotFound, match="no record"):
            build_receipt(story, "q-none")
    with open_story(built) as story:
        id_ = list_records(story, "weir.html")[0]
        with pytest.raises(StoreError, match="is the story itself"):
            write_receipt(story, id_, built)
        with pytest.raises(StoreError, match="can't be written"):
            write_receipt(story, id_, tmp_path / "no" / "r.json")
        receipt = write_receipt(story, id_, tmp_path / "r.json")
    with pytest.raises(ReadError, match="no such file"):
        check_receipt(receipt, tmp_path / "none.html")


def test_the_command_line_writes_and_checks(
    saved: Path, built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_story(built) as story:
        id_ = list_records(story, "b.wacz")[0]
    receipt = tmp_path / "r.json"

    def ran(*arguments: object) -> tuple[int, str]:
        with pytest.raises(SystemExit) as stop:
            main([str(argument) for argument in arguments])
        return int(stop.value.code or 0), capsys.readouterr().out

    assert ran("receipt", built, id_, "-o", receipt) == (0, f"{receipt}\n")
    code, out = ran("verify", "--receipt", receipt, saved / "b.wacz")
    assert code == 0
    assert "holds        signature" in out
    assert "whose key it is" in out
    code, out = ran("verify", "--receipt", receipt, saved / "weir.html", "--json")
    assert code == 1
    assert json.loads(out.splitlines()[-1])["outcome"] == "wrong"
    code, out = ran("verify", built)
    assert code == 0
    assert "digests that web archives note of their pages, when they were read: 2 holds" in out
    assert ran("verify")[0] == 2


def test_a_story_of_an_older_version_gives_receipts(
    built: Path, saved: Path, tmp_path: Path
) -> None:
    import sqlite3

    path = tmp_path / "story.db"
    path.write_bytes(built.read_bytes())
    connection = sqlite3.connect(path)
    connection.executescript("DROP TABLE run_notes; DROP TABLE readings; DROP TABLE proofs;")
    connection.close()
    with open_story(path) as story:
        receipt = write_receipt(story, list_records(story, "weir.html")[0], tmp_path / "r.json")
    assert "wrong" not in outcomes(check_receipt(receipt, saved / "weir.html")).values()
