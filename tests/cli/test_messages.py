"""What the command line tells a newcomer: reasons in words, a manifest of no use, a port that is taken."""

from __future__ import annotations

import os
import re
from pathlib import Path
from socket import socket

import pytest

from onrecord.cli.main import main
from onrecord.records.skipping import REASON_MEANINGS, describe_reason

SOURCE = Path(__file__).parents[2] / "src" / "onrecord"
PAGE = (
    "<!doctype html><title>Weir to be mended</title><article><h1>Weir to be mended</h1><p>The weir at Orsk will be"
    " mended before the winter, the river board said on 4 May 2019.</p></article>"
)


def ran(*arguments: object, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stop:
        main([str(argument) for argument in arguments])
    told = capsys.readouterr()
    return int(stop.value.code or 0), told.out, told.err


def test_every_reason_is_told_in_words() -> None:
    pattern = re.compile(
        r"""(?:ReadError|PageError)\(\s*"([a-z_]+)",|Skipped\([^()]*?, "([a-z_]+)","""
    )
    codes = {
        code
        for path in SOURCE.rglob("*.py")
        for pair in pattern.findall(path.read_text(encoding="utf-8"))
        for code in pair
        if code
    }
    assert {"too_large", "missing", "truncated", "not_json"} <= codes
    assert codes - {"published"} <= REASON_MEANINGS.keys()
    assert describe_reason("a_new_one") == "a new one"


def test_a_manifest_of_no_use_is_told_in_one_line_and_the_pages_stay(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "m.csv").write_text("name,outlet\na.html,The Post\n", encoding="utf-8")
    model = ["--model", os.environ["ONRECORD_MODEL"]] if os.environ.get("ONRECORD_MODEL") else []
    arguments = ["build", tmp_path / "a.html", "-o", tmp_path / "s.db", *model]
    code, out, err = ran(*arguments, "--manifest", tmp_path / "m.csv", capsys=capsys)
    assert code == 0
    assert "1 new" in out
    assert err.splitlines()[-1].startswith("onrecord: nothing usable in the manifest: ")
    assert "a manifest of which nothing could be used (no_manifest)" in out
    (tmp_path / "m.csv").write_text("path,published\na.html,soon\n", encoding="utf-8")
    code, _, err = ran(*arguments, "--manifest", tmp_path / "m.csv", capsys=capsys)
    assert (code, err.count("\n")) == (0, 2), "a row of which nothing can be used is of no use"
    (tmp_path / "m.csv").write_text("path,outlet\na.html,The Post\n", encoding="utf-8")
    code, out, _ = ran(*arguments, "--manifest", tmp_path / "m.csv", capsys=capsys)
    assert code == 0
    assert re.search(r"^skipped +0$", out, re.MULTILINE), "what was mended is no longer told"


def test_no_address_is_told_for_a_port_that_is_taken(
    northbridge: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("uvicorn")
    with socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, _, err = ran("serve", northbridge, "--port", port, capsys=capsys)
    assert code == 2
    assert "is at http" not in err
    assert "name another --port" in err


def test_pages_in_another_language_are_said_not_to_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = (
        "Le conseil du port a décidé mardi de fermer la jetée pendant trois semaines, parce que les vagues de la"
        " tempête ont emporté les pierres du quai, a déclaré le maire devant les pêcheurs réunis à la mairie."
    )
    (tmp_path / "page.html").write_text(
        f'<html lang="fr"><body><article><h1>La jetée</h1><p>{words}</p></article></body></html>',
        encoding="utf-8",
    )
    status, out, _ = ran("build", tmp_path / "page.html", "-o", tmp_path / "s.db", capsys=capsys)
    assert status == 0
    assert "not read      1: 1 in fr" in out


def test_where_the_better_model_can_not_read_build_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    monkeypatch.delenv("ONRECORD_MODEL", raising=False)
    monkeypatch.setattr("onrecord.language.pipeline.backbone.find_spec", lambda _: None)
    arguments = ["build", tmp_path / "a.html", "-o", tmp_path / "s.db"]
    _, _, err = ran(*arguments, capsys=capsys)
    assert "model small" in err
    assert "onrecord[accurate]" in err
    _, _, err = ran(*arguments, "--model", "small", capsys=capsys)
    assert not err
