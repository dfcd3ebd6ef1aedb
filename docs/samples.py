"""The README's samples, as the commands print them: read off the example story, written into the README, or checked.

A sample is a fenced `console` block after a line `<!-- sample: lines=N width=M -->`: of each command's output its first N
lines, each cut after M characters; `…` stands for what is left out.

Run it: `python docs/samples.py` writes the samples anew, `--check` exits 1 where one is not as it would be written.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
_SAMPLE = re.compile(
    r"(?P<head><!-- sample: lines=(?P<lines>\d+) width=(?P<width>\d+) -->\n```console\n)"
    r"(?P<body>.*?)(?P<tail>```)",
    re.DOTALL,
)
_PROMPT = "$ .venv/bin/onrecord "


def build_example(folder: Path) -> Path:
    """Return a story file of the example in `folder`, built from the project's root as `make story` does."""
    story = folder / "story.db"
    pages = "examples/northbridge"
    run(["build", f"{pages}/pages", "-o", str(story), "--manifest", f"{pages}/manifest.csv"])
    return story


def run(arguments: list[str]) -> str:
    """Return what a command prints on standard output."""
    command = [sys.executable, "-m", "onrecord", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout


def render(readme: str, story: Path) -> str:
    """Return the README's text with every sample as its commands print it now."""

    def fill(sample: re.Match[str]) -> str:
        lines, width = int(sample["lines"]), int(sample["width"])
        commands = [line for line in sample["body"].splitlines() if line.startswith(_PROMPT)]
        shown = (show(command, story, lines, width) for command in commands)
        return sample["head"] + "\n".join(shown) + sample["tail"]

    return _SAMPLE.sub(fill, readme)


def show(command: str, story: Path, lines: int, width: int) -> str:
    """Return a command with what it prints, cut to `lines` lines of `width` characters."""
    arguments = command.removeprefix(_PROMPT).split()
    arguments = [str(story) if argument == "story.db" else argument for argument in arguments]
    printed = run(arguments).splitlines()
    cut = [line if len(line) <= width else line[:width].rstrip() + " …" for line in printed[:lines]]
    more = ["…"] if len(printed) > lines else []
    return "\n".join([command, *cut, *more, ""])


def main() -> int:
    """Write the samples, or check them; return the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 on a difference"
    )
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        before = README.read_text(encoding="utf-8")
        after = render(before, build_example(Path(folder)))
    if given.check:
        return int(before != after)
    README.write_text(after, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
