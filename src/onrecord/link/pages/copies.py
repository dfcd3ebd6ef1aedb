"""Copies and versions: pages that print the same words.

In: pages. Out: `copy` and `version` links, and which pages count as one report. Out of scope: pages
that report the same in other words (`pages.same_story`).

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
from onrecord.link.comparison.weights import load_weight
from onrecord.link.thresholds import THRESHOLDS
from onrecord.records import Feature, Link, Page

_COPY, _VERSION = "copy", "version"
_COPY_KINDS = frozenset((_COPY, _VERSION))
_PRINTED_BY_BOTH = load_weight(_COPY, "words printed by both", unit="containment")
_OWN_WORDS_REUSED = load_weight(_COPY, "own words, not quotes, reused")
_SAME_ADDRESS = load_weight(_VERSION, "same address")
_SAME_HEADLINE = load_weight(_VERSION, "same outlet and headline")
_SAME_WORDS = load_weight(_VERSION, "same words", unit="resemblance")

_BODY = frozenset({"body"})
_QUOTED = re.compile(r"[“\"][^“”\"]{1,2000}[”\"]")


@dataclass(frozen=True, slots=True)
class PageShingles:
    """Hashes of the shingles of a page's body, and of those outside quotation marks."""

    page: Page
    every: frozenset[int]
    unquoted: frozenset[int]


def link_copies(pages: Iterable[Page]) -> tuple[Link, ...]:
    """Return `copy` and `version` links, `a` the earlier page, in order of ids."""
    shingled = _remove_furniture([collect_shingles(page) for page in pages])
    links = (compare_pages(a, b) for a, b in _iter_candidates(shingled))
    return tuple(sorted(filter(None, links), key=lambda link: (link.a, link.b)))


def group_families(pages: Iterable[Page], links: Iterable[Link]) -> Mapping[str, str]:
    """Return page id → id of the family of copies and versions it belongs to; holds every page. Candidates join nothing."""
    unions = UnionFind(page.id for page in pages)
    for link in links:
        if link.kind in _COPY_KINDS and not link.candidate:
            unions.join(link.a, link.b)
    return {member: group[0] for group in unions.list_groups() for member in group}


def collect_shingles(page: Page) -> PageShingles:
    """Return the shingles of a page's body."""
    every: set[int] = set()
    unquoted: set[int] = set()
    for zone in page.zones_of(_BODY):
        paragraph = page.text[zone.start : zone.end]
        every.update(_iter_shingles(paragraph))
        for piece in _QUOTED.split(paragraph):
            unquoted.update(_iter_shingles(piece))
    return PageShingles(page, frozenset(every), frozenset(unquoted))


def _iter_shingles(text: str) -> Iterator[int]:
    words = split_words(text)
    length = THRESHOLDS.shingle_words
    for index in range(len(words) - length + 1):
        joined = " ".join(words[index : index + length])
        yield int.from_bytes(blake2b(joined.encode(), digest_size=8).digest(), "big")


def _remove_furniture(shingled: list[PageShingles]) -> list[PageShingles]:
    """Return the pages without the shingles that an outlet prints in several articles: its furniture."""
    counts: Counter[tuple[str, int]] = Counter()
    seen: set[tuple[str, str, str]] = set()
    for one in shingled:
        host, article = find_host(one.page), build_article_keys(one.page)
        if host and not seen & {(host, *key) for key in article}:
            counts.update((host, value) for value in one.every)
        seen.update((host, *key) for key in article)
    least = THRESHOLDS.furniture_articles
    furniture = {value for (_, value), count in counts.items() if count >= least}
    if not furniture:
        return shingled
    return [
        PageShingles(one.page, one.every - furniture, one.unquoted - furniture) for one in shingled
    ]


def find_host(page: Page) -> str:
    """Return the outlet of a page, else the host of its address, else ""."""
    return (page.outlet or "").casefold() or _normalise_url(page.url).split("/")[0]


def build_article_keys(page: Page) -> set[tuple[str, str]]:
    """Return what identifies an article of an outlet: address and headline, where the page has them."""
    title = " ".join(split_words(page.title or ""))
    keys = (("url", _normalise_url(page.url)), ("title", title))
    return {key for key in keys if key[1]}


def _iter_candidates(
    shingled: list[PageShingles],
) -> Iterator[tuple[PageShingles, PageShingles]]:
    """Yield pairs that share a sampled shingle or an address, the earlier first; of a long posting neighbours only.

    Neighbours keep it linear in pages: copies of one wire story are joined in a chain, and families
    are transitive. Pairs of a short posting are all compared.
    """
    postings: dict[int | str, list[int]] = {}
    for index, one in enumerate(shingled):
        for key in iter_look_up_keys(one):
            postings.setdefault(key, []).append(index)
    pairs = {pair for posting in postings.values() for pair in _iter_pairs(posting)}
    for a, b in sorted(pairs):
        yield shingled[a], shingled[b]


def iter_look_up_keys(shingles: PageShingles) -> Iterator[int | str]:
    """Yield the keys under which a page is found: sampled shingles, address, outlet and headline."""
    yield from (value for value in shingles.every if value % THRESHOLDS.shingle_sampling == 0)
    page = shingles.page
    if page.url:
        yield f"url {page.url}"
    if page.outlet and page.title:
        yield f"title {page.outlet} {' '.join(split_words(page.title))}"


def _iter_pairs(posting: list[int]) -> Iterator[tuple[int, int]]:
    is_short = len(posting) <= THRESHOLDS.paired_posting
    reach = len(posting) if is_short else THRESHOLDS.posting_neighbours
    for place, index in enumerate(posting):
        for other in posting[place + 1 : place + 1 + reach]:
            yield index, other


def compare_pages(a: PageShingles, b: PageShingles) -> Link | None:
    """Return the link between two pages, `a` the earlier; None if they are neither copies nor versions."""
    if _is_version(a, b):
        return build_link(_VERSION, a.page.id, b.page.id, _build_version_features(a, b))
    if _is_copy(a, b):
        features = _build_copy_features(a, b)
        is_rewrite = any(feature.name == _OWN_WORDS_REUSED.name for feature in features)
        return build_link(_COPY, a.page.id, b.page.id, features, candidate=is_rewrite)
    return None


def _is_copy(a: PageShingles, b: PageShingles) -> bool:
    """Return whether enough of the shorter page is in the other, and more of it than quotes."""
    shortest = min(len(a.every), len(b.every))
    if shortest < THRESHOLDS.least_shingles:
        return False
    containment = _measure_containment(a.every, b.every)
    is_one_outlet = bool(find_host(a.page)) and find_host(a.page) == find_host(b.page)
    may_be_furniture = is_one_outlet or shortest < THRESHOLDS.short_page_shingles
    if containment < THRESHOLDS.reprint_containment and may_be_furniture:
        return False
    if _measure_containment(a.unquoted, b.unquoted) < THRESHOLDS.unquoted_containment:
        return False
    return containment >= THRESHOLDS.page_containment or _is_rewritten(a, b, containment)


def _measure_containment(a: frozenset[int], b: frozenset[int]) -> float:
    """Return which share of the smaller set is in the other, 0 to 1."""
    return len(a & b) / max(1, min(len(a), len(b)))


def _measure_resemblance(a: frozenset[int], b: frozenset[int]) -> float:
    """Return which share of all shingles both pages have, 0 to 1."""
    return len(a & b) / max(1, len(a | b))


def _is_rewritten(a: PageShingles, b: PageShingles, containment: float) -> bool:
    """Return whether one page may be rewritten from the other: days apart at most, its own words reused."""
    if len(a.unquoted & b.unquoted) < THRESHOLDS.rewrite_shingles:
        return False
    gap = measure_gap_days(
        read_publication_interval(a.page.published), read_publication_interval(b.page.published)
    )
    if gap is None:
        return containment >= 2 * THRESHOLDS.rewrite_containment
    return containment >= THRESHOLDS.rewrite_containment and gap <= THRESHOLDS.rewrite_days


def _build_copy_features(a: PageShingles, b: PageShingles) -> list[Feature]:
    shared = len(a.every & b.every)
    containment = _measure_containment(a.every, b.every)
    shares = [f"{shared} of {len(one.every)} five-word runs" for one in (a, b)]
    features = [build_feature(_PRINTED_BY_BOTH, *shares, value=containment)]
    if containment < THRESHOLDS.page_containment:
        runs = f"{len(a.unquoted & b.unquoted)} runs"
        features.append(build_feature(_OWN_WORDS_REUSED, runs, runs))
    return features


def _is_version(a: PageShingles, b: PageShingles) -> bool:
    """Return whether two pages of one address, or one outlet and headline, print mostly the same."""
    first, second = a.page, b.page
    is_same_title = (
        bool(first.outlet and first.title)
        and first.outlet == second.outlet
        and split_words(first.title or "") == split_words(second.title or "")
    )
    if not (_is_same_url(first, second) or is_same_title):
        return False
    return _measure_resemblance(a.every, b.every) >= THRESHOLDS.version_resemblance


def _is_same_url(a: Page, b: Page) -> bool:
    return bool(a.url) and _normalise_url(a.url) == _normalise_url(b.url)


def _normalise_url(url: str | None) -> str:
    """Return an address without scheme, "www.", query, fragment and final slash; "" for None."""
    return re.sub(r"^https?://(?:www\.)?|[?#].*$|/$", "", url or "")


def _build_version_features(a: PageShingles, b: PageShingles) -> list[Feature]:
    shared, union = len(a.every & b.every), len(a.every | b.every)
    share = f"{shared} of {union} five-word runs"
    same_words = build_feature(
        _SAME_WORDS, share, share, value=_measure_resemblance(a.every, b.every)
    )
    if _is_same_url(a.page, b.page):
        return [build_feature(_SAME_ADDRESS, a.page.url or "", b.page.url or ""), same_words]
    return [build_feature(_SAME_HEADLINE, a.page.title or "", b.page.title or ""), same_words]
