"""Completion in shells: what the docs tell to put into a shell's start file, run in a real process."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_edge import run_process


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_script(shell: str) -> None:
    done = run_process(environ={"_ONRECORD_COMPLETE": f"{shell}_source"})
    assert done.returncode == 0
    assert f"_ONRECORD_COMPLETE={shell}_complete".encode() in done.stdout


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("onrecord ver", "plain,verify"),
        ("onrecord quotes --sp", "plain,--speech"),
        ("onrecord nothing-of-this", ""),
    ],
)
def test_commands_and_options_are_completed(words: str, expected: str) -> None:
    at = str(len(words.split()) - 1)
    environ = {"_ONRECORD_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": at}
    done = run_process(environ=environ)
    assert done.stdout.decode().strip() == expected


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_bash_completes_a_command(tmp_path: Path) -> None:
    program = tmp_path / "onrecord"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m onrecord "$@"\n')
    program.chmod(0o755)
    script = (
        f'PATH="{tmp_path}:$PATH"; eval "$(_ONRECORD_COMPLETE=bash_source onrecord)";'
        " COMP_WORDS=(onrecord undert); COMP_CWORD=1; _onrecord_completion onrecord undert onrecord;"
        ' echo "${COMPREPLY[@]}"'
    )
    done = subprocess.run(
        ["bash", "--norc", "-c", script], capture_output=True, timeout=60, check=False
    )
    assert done.stdout.decode().strip() == "undertakings"
