"""Copies and versions: pages that print the same words.

In: pages. Out: `copy` and `version` links, and which pages count as one report. Out of scope: pages
that tell the same in other words (`same_story`, in `link.stories`).

Source: Broder, "On the resemblance and containment of documents" (1997): shingles, resemblance,
containment, and sampling by hash value. Five-word shingles follow Gibson, Wellner & Lubar (2008).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from onrecord.link.comparison.day_intervals import measure_gap_days, read_publication_interval
from onrecord.link.comparison.link_features import build_feature, build_link
from onrecord.link.comparison.text_keys import split_words
from onrecord.link.comparison.union_find import UnionFind
from onrecord.records import Feature, Link, Page

SHINGLE_WORDS = 5
SAMPLED = 4
"""One shingle in so many is looked up when pages are blocked; the pairs found are compared in full."""
COPIED = 0.3
"""Containment from which a page counts as a copy. Two reports of one event in their own words share
under 0.05 on the example story; its cut and its lengthened wire copies share over 0.8."""
PRINTED_AGAIN, _SHORT = 0.7, 60
"""What one outlet prints twice, and pages of few words, must share so much: the rest is furniture."""
FURNITURE_PAGES = 3
OWN_WORDS = 0.05
"""Containment outside quotation marks: two reports of one speech share its words, and are no copies."""
REWORKED, REWORKED_SHINGLES, REWORKED_DAYS = 0.08, 8, 7
"""A page rewritten from another shares so much, so many shingles outside quotation marks, within so many days;
twice as much where a day is not known. On the example story the rewritten release shares 0.19, no other pair 0.04."""
_VERSION = 0.4
_LEAST_SHINGLES = 20
_QUOTED = re.compile(r"[“\"][^“”\"]{1,2000}[”\"]")


@dataclass(frozen=True, slots=True)
class _Print:
    """What a page prints: hashes of its shingles, and of those outside quotation marks."""

    page: Page
    shingles: frozenset[int]
    unquoted: frozenset[int]


def copies(pages: Iterable[Page]) -> tuple[Link, ...]:
    """Return `copy` and `version` links, `a` the earlier page, in order of ids."""
    prints = _without_furniture([_print_of(page) for page in pages])
    rank = {printed.page.id: index for index, printed in enumerate(prints)}
    found = []
    for first, second in _candidates(prints):
        a, b = sorted((first, second), key=lambda printed: rank[printed.page.id])
        if (link := _compared(a, b)) is not None:
            found.append(link)
    return tuple(sorted(found, key=lambda link: (link.a, link.b)))


def families(pages: Iterable[Page], links: Iterable[Link]) -> Mapping[str, str]:
    """Return page id → id of the family of copies and versions it belongs to; holds every page."""
    unions = UnionFind(page.id for page in pages)
    for link in links:
        if link.kind in {"copy", "version"}:
            unions.join(link.a, link.b)
    return {member: group[0] for group in unions.groups() for member in group}


def _print_of(page: Page) -> _Print:
    paragraphs = [page.text[zone.start : zone.end] for zone in page.zones_of(frozenset({"body"}))]
    shingles: set[int] = set()
    unquoted: set[int] = set()
    for paragraph in paragraphs:
        shingles.update(_shingles(paragraph))
        for piece in _QUOTED.split(paragraph):
            unquoted.update(_shingles(piece))
    return _Print(page, frozenset(shingles), frozenset(unquoted))


def _without_furniture(prints: list[_Print]) -> list[_Print]:
    """Return the prints without what an outlet prints under three headlines and more: its furniture."""
    counts: Counter[tuple[str, int]] = Counter()
    seen: set[tuple[str, str, str]] = set()
    for printed in prints:
        host, article = _host(printed.page), _article(printed.page)
        if host and not seen & {(host, *one) for one in article}:
            counts.update((host, value) for value in printed.shingles)
        seen.update((host, *one) for one in article)
    furniture = {value for (_, value), count in counts.items() if count >= FURNITURE_PAGES}
    if not furniture:
        return prints
    return [_Print(one.page, one.shingles - furniture, one.unquoted - furniture) for one in prints]


def _host(page: Page) -> str:
    return (page.outlet or "").casefold() or _bare(page.url).split("/")[0]


def _article(page: Page) -> set[tuple[str, str]]:
    """Return what tells one article of an outlet from its next: address and headline."""
    title = " ".join(split_words(page.title or ""))
    return {pair for pair in (("url", _bare(page.url)), ("title", title)) if pair[1]}


def _shingles(text: str) -> Iterator[int]:
    words = split_words(text)
    for index in range(len(words) - SHINGLE_WORDS + 1):
        joined = " ".join(words[index : index + SHINGLE_WORDS])
        yield int.from_bytes(blake2b(joined.encode(), digest_size=8).digest(), "big")


def _candidates(prints: list[_Print]) -> list[tuple[_Print, _Print]]:
    """Return pairs that share a sampled shingle or an address; in long postings only neighbours.

    Neighbours keep it linear in pages: copies of one wire story are joined in a chain, and families
    are transitive. Pairs of a short posting are all compared.
    """
    postings: dict[int | str, list[int]] = {}
    for index, printed in enumerate(prints):
        for key in _keys(printed):
            postings.setdefault(key, []).append(index)
    pairs: Counter[tuple[int, int]] = Counter()
    for posting in postings.values():
        pairs.update(_pairs(posting))
    return [(prints[a], prints[b]) for a, b in sorted(pairs)]


def _keys(printed: _Print) -> Iterator[int | str]:
    yield from (value for value in printed.shingles if value % SAMPLED == 0)
    if printed.page.url:
        yield f"url {printed.page.url}"
    if printed.page.outlet and printed.page.title:
        yield f"title {printed.page.outlet} {' '.join(split_words(printed.page.title))}"


def _pairs(posting: list[int]) -> Iterator[tuple[int, int]]:
    reach = len(posting) if len(posting) <= 12 else 2
    for place, index in enumerate(posting):
        for other in posting[place + 1 : place + 1 + reach]:
            yield index, other


def _compared(a: _Print, b: _Print) -> Link | None:
    if _is_version(a, b):
        return build_link("version", a.page.id, b.page.id, _version_features(a, b))
    shared = len(a.shingles & b.shingles)
    least = min(len(a.shingles), len(b.shingles))
    if least < _LEAST_SHINGLES:
        return None
    containment = shared / least
    same_house = bool(_host(a.page)) and _host(a.page) == _host(b.page)
    if containment < PRINTED_AGAIN and (same_house or least < _SHORT):
        return None
    own = len(a.unquoted & b.unquoted) / max(1, min(len(a.unquoted), len(b.unquoted)))
    if own < OWN_WORDS:
        return None
    if containment < COPIED and not _is_reworked(a, b, containment):
        return None
    features = [
        build_feature(
            "words printed by both",
            0.5 + containment / 2,
            f"{shared} of {len(a.shingles)} five-word runs",
            f"{shared} of {len(b.shingles)} five-word runs",
        )
    ]
    if containment < COPIED:
        unquoted = len(a.unquoted & b.unquoted)
        features.append(
            build_feature(
                "own words, not quotes, reused", 0.1, f"{unquoted} runs", f"{unquoted} runs"
            )
        )
    return build_link("copy", a.page.id, b.page.id, features)


def _is_reworked(a: _Print, b: _Print, containment: float) -> bool:
    """Return whether one page is rewritten from the other: other outlet, days apart, own words reused."""
    apart = measure_gap_days(
        read_publication_interval(a.page.published), read_publication_interval(b.page.published)
    )
    if len(a.unquoted & b.unquoted) < REWORKED_SHINGLES:
        return False
    if apart is None:
        return containment >= 2 * REWORKED
    return containment >= REWORKED and apart <= REWORKED_DAYS


def _is_version(a: _Print, b: _Print) -> bool:
    first, second = a.page, b.page
    same_url = bool(first.url) and _bare(first.url) == _bare(second.url)
    same_title = (
        bool(first.outlet and first.title)
        and first.outlet == second.outlet
        and split_words(first.title or "") == split_words(second.title or "")
    )
    if not (same_url or same_title):
        return False
    union = len(a.shingles | b.shingles)
    return union > 0 and len(a.shingles & b.shingles) / union >= _VERSION


def _bare(url: str | None) -> str:
    return re.sub(r"^https?://(?:www\.)?|[?#].*$|/$", "", url or "")


def _version_features(a: _Print, b: _Print) -> list[Feature]:
    shared, union = len(a.shingles & b.shingles), len(a.shingles | b.shingles)
    same_url = bool(a.page.url) and _bare(a.page.url) == _bare(b.page.url)
    name, first, second = (
        ("same address", a.page.url or "", b.page.url or "")
        if same_url
        else ("same outlet and headline", a.page.title or "", b.page.title or "")
    )
    share = f"{shared} of {union} five-word runs"
    return [
        build_feature(name, 0.5, first, second),
        build_feature("same words", 0.5 * shared / union, share, share),
    ]
