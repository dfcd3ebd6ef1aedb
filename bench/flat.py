"""What is found in flattened pages, beside what their markup tells: threads made up, bodies, speed.

In: `pages/bodies.tar.xz` of the data folder (see `bench.bodies`): 181 saved pages with their bodies.
Each is flattened as each crawler at hand does it. Out: for each layout the pages in which a thread is
found that their markup does not have, the body's F1 over 4-word shingles beside that of the whole
flattened text, and pages per second. Leaves alone: training; these pages only measure.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from importlib.util import find_spec

from selectolax.lexbor import LexborHTMLParser

from bench.bodies import body_words, data_file, overlap, read_bodies, scores_of
from onrecord.errors import PageError
from onrecord.pages import page_from_html
from onrecord.pages.flat import read_flat

Flatten = Callable[[bytes], str]


def main() -> int:
    """Print a line for each layout; return 0, also where the data is not there."""
    archive = data_file()
    if archive is None:
        print("flat: data not there: skipped, not passed")
        return 0
    pages = [(data, gold) for _, data, _, gold in read_bodies(archive)]
    threaded = [_has_thread(data) for data, _ in pages]
    for name, flatten in layouts():
        texts = [flatten(data) for data, _ in pages]
        begun = time.perf_counter()
        found = [read_flat(text) for text in texts]
        spent = time.perf_counter() - begun
        made_up = sum(
            bool(layout.comments) and not real for layout, real in zip(found, threaded, strict=True)
        )
        bodies = [body_words(text, layout.zones) for text, layout in zip(texts, found, strict=True)]
        golds = [gold for _, gold in pages]
        ours = scores_of([overlap(g, b) for g, b in zip(golds, bodies, strict=True)])
        whole = scores_of([overlap(g, t) for g, t in zip(golds, texts, strict=True)])
        print(
            f"flat {name:12} threads made up {made_up} of {len(pages)}  body F1 {ours['f1']:.4f}  "
            f"(whole text {whole['f1']:.4f})  {len(pages) / spent:.0f} pages/s"
        )
    return 0


def layouts() -> list[tuple[str, Flatten]]:
    """Return the ways of flattening that are installed; one always is."""
    found: list[tuple[str, Flatten]] = [("lines", _lines)]
    if find_spec("inscriptis"):
        found.append(("inscriptis", _inscriptis))
    if find_spec("resiliparse"):
        found.append(("resiliparse", _resiliparse))
    missing = [name for name in ("inscriptis", "resiliparse") if not find_spec(name)]
    if missing:
        print(f"flat {', '.join(missing)}: not installed: not measured", file=sys.stderr)
    return found


def _has_thread(data: bytes) -> bool:
    try:
        return bool(page_from_html(data).thread)
    except PageError:
        return False


def _lines(data: bytes) -> str:
    """Return the page's text, every element's on lines of its own."""
    tree = LexborHTMLParser(data)
    tree.strip_tags(["script", "style", "noscript", "template", "svg", "head"])
    return tree.body.text(separator="\n", strip=True) if tree.body else ""


def _inscriptis(data: bytes) -> str:
    from inscriptis import get_text  # type: ignore[import-not-found,unused-ignore]

    return str(get_text(data.decode("utf-8", "replace")))


def _resiliparse(data: bytes) -> str:
    from resiliparse.extract.html2text import (  # type: ignore[import-not-found,unused-ignore]
        extract_plain_text,
    )

    return str(extract_plain_text(data.decode("utf-8", "replace"), main_content=False))


if __name__ == "__main__":
    sys.exit(main())
