"""Doubling: what of the processing of a page grows faster than the page.

Run it: `python -m bench.doubling [NAME…] [--pairs] [--rounds N]`; NAME: inputs whose name holds it. Each input of `bench.repeats` is processed in three sizes, each twice the last,
in a child process, within one piece of the parse and over many pieces. A step that takes more than 2.5 times as long for twice the input, an input that takes longer or more memory than a page
may: each is printed, and the exit status is 1. The times are CPU time; what is above the bound is measured again before it is told.
"""

from __future__ import annotations

import argparse
import gc
import os
import pickle
import resource
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import add
from pathlib import Path

from bench.cpu_clock import CpuClock
from bench.repeats import HEAD, Repeat, iter_pairs_of_words, list_repeats
from onrecord.config import Settings
from onrecord.errors import PageError
from onrecord.extract import EXTRACTORS, extract
from onrecord.language import Backbone, load_backbone
from onrecord.link import LinkInput, link
from onrecord.pages import make_page
from onrecord.readers import read
from onrecord.records import Capture, Records

MOST_PER_DOUBLING = 2.5
"""How many times as long twice the input may take: linear work takes twice as long, sorting a little more, comparing each with each four times."""
LEAST_SECONDS = 0.1
"""Steps that take less for the largest size are not judged: a clock ticks, caches fill."""
CPU_SECONDS, MAX_BYTES = 20, 1_000_000_000
SIZES = {"piece": (1_250, 2_500, 5_000), "page": (12_500, 25_000, 50_000)}
"""Characters of each range: within one piece of the parse, and over many."""
CHECK_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Cost:
    """What one size of an input took.

    Attributes:
        seconds: of the processor, by step. peak: bytes of memory. fault: how the child ended, "" if well.

    """

    seconds: Mapping[str, float] = field(default_factory=dict)
    peak: int = 0
    fault: str = ""


def process(path: Path, backbone: Backbone) -> dict[str, float]:
    """Return the CPU seconds of each step over the pages in the file at `path`."""
    clock = CpuClock(add)
    with clock.step("read"):
        captures = [item for item in read([path], settings=Settings()) if isinstance(item, Capture)]
    for capture in captures:
        try:
            with clock.step("page"):
                page = make_page(capture)
        except PageError:
            continue
        with clock.step("parse"):
            parse = backbone.parse(page)
        found = Records()
        for name, extractor in EXTRACTORS:
            with clock.step(name.partition("@")[0]):
                found = found.merged(extractor(page, parse, found))
        with clock.step("link"):
            link(LinkInput((page,), {page.id: found}))
    return clock.seconds


def measure(repeat: Repeat, chars: int, backbone: Backbone, rounds: int = 1) -> Cost:
    """Return what the input takes in that size; of each step the least of the rounds, each in a child process."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / repeat.file
        path.write_text(repeat.build(chars), encoding="utf-8")
        costs = [_measure_in_child(path, backbone) for _ in range(rounds)]
    fault = next((cost.fault for cost in costs if cost.fault), "")
    steps = [step for step in costs[0].seconds if not fault]
    seconds = {step: min(cost.seconds[step] for cost in costs) for step in steps}
    return Cost(seconds, max(cost.peak for cost in costs), fault)


def _measure_in_child(path: Path, backbone: Backbone) -> Cost:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with os.fdopen(writing, "wb") as out:
            resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 2))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            try:
                answer: Mapping[str, float] | str = process(path, backbone)
            except BaseException as error:  # noqa: BLE001 - whatever comes out is told
                answer = f"{type(error).__name__}: {error}"
            pickle.dump(answer, out)
            out.flush()
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        written = pipe.read()
    _, _, used = os.wait4(child, 0)
    peak = used.ru_maxrss * 1024
    if not written:
        return Cost(peak=peak, fault=f"ended after {used.ru_utime + used.ru_stime:.1f} CPU s")
    answer = pickle.loads(written)
    if isinstance(answer, str):
        return Cost(peak=peak, fault=answer)
    memory = f"{peak >> 20} MB" if peak > MAX_BYTES else ""
    return Cost(answer, peak, memory)


def load_all(backbone: Backbone) -> None:
    """Process a page once, so that no input pays for what is loaded at first use."""
    page = make_page(Capture("0" * 64, HEAD.encode(), "a.html", "text/html"))
    link(LinkInput((page,), {page.id: extract(page, backbone.parse(page))}))


def find_growth(costs: Iterable[Cost]) -> dict[str, tuple[float, float]]:
    """Return by step how many times as long the largest size took as the one before, and its seconds; steps too short to judge are left out."""
    *_, half, whole = costs
    return {
        step: (seconds / max(half.seconds.get(step, 0.0), LEAST_SECONDS / 4), seconds)
        for step, seconds in whole.seconds.items()
        if seconds >= LEAST_SECONDS
    }


def judge(repeat: Repeat, sizes: tuple[int, ...], backbone: Backbone, rounds: int) -> Iterator[str]:
    """Yield what is wrong with the costs of an input: a step that grows too fast, a child that did not end well."""
    costs = [measure(repeat, chars, backbone, rounds) for chars in sizes]
    for chars, cost in zip(sizes, costs, strict=True):
        if cost.fault:
            yield f"{chars} characters: {cost.fault}"
            return
    for step, (ratio, seconds) in find_growth(costs).items():
        if ratio > MOST_PER_DOUBLING:
            yield f"{step}: {ratio:.1f} times as long for twice the input, {seconds:.2f} s"


def main() -> int:
    """Double the inputs asked for and print what grows too fast; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", help="parts of the names of the inputs to try")
    parser.add_argument(
        "--pairs", action="store_true", help="every two kinds of words, one piece each"
    )
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--verbose", action="store_true", help="print every input's seconds")
    given = parser.parse_args()
    backbone = load_backbone()
    load_all(backbone)
    gc.collect()
    gc.freeze()  # or a child pays 0.15 s for looking through all that was loaded, in whichever step it happens to
    repeats = tuple(iter_pairs_of_words()) if given.pairs else list_repeats()
    kept = [one for one in repeats if any(name in one.name for name in given.names or [""])]
    failed = 0
    for repeat in kept:
        for name, sizes in SIZES.items():
            if given.pairs and name != "piece":
                continue
            wrong = list(judge(repeat, sizes, backbone, given.rounds))
            if wrong:
                wrong = list(judge(repeat, sizes, backbone, given.rounds + CHECK_ROUNDS))
            for what in wrong:
                print(f"{repeat.name}, {name}: {what}", flush=True)
            failed += bool(wrong)
            if given.verbose:
                costs = measure(repeat, sizes[-1], backbone)
                shown = ", ".join(f"{s} {t:.2f}" for s, t in costs.seconds.items() if t >= 0.02)
                print(f"    {repeat.name}, {name}: {shown}; {costs.peak >> 20} MB", flush=True)
    asked = len(kept) * (1 if given.pairs else len(SIZES))
    print(f"{len(kept)} inputs, {failed} times too dear; doubling.linear={1 - failed / max(asked, 1):.3f}")  # fmt: skip
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
