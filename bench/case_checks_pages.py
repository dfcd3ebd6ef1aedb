"""What is right for the cases of pages: metadata, bodies, raised characters, saved files.

In: a case. Out: what is wrong with its page. Out of scope: where the cases are, and how they are counted (`cases`).
"""

from __future__ import annotations

from bench.cases import Case, Check, load_page, load_records, read_pages


def expect_page(**fields: object) -> Check:
    """Return a check that the page has these fields; days are compared by their values."""

    def check(case: Case) -> str:
        page = load_page(case)
        dates = {
            name: dated and dated.value
            for name, dated in (("published", page.published), ("updated", page.updated))
        }
        found = {name: dates[name] if name in dates else getattr(page, name) for name in fields}
        return "" if found == fields else f"{found}"

    return check


def expect_body(paragraphs: int) -> Check:
    """Return a check that the page's body has so many paragraphs."""

    def check(case: Case) -> str:
        roles = [zone.role for zone in load_page(case).zones]
        return "" if roles.count("body") == paragraphs else f"{roles}"

    return check


def expect_figure(value: float, unit: str | None) -> Check:
    """Return a check that the page states a figure of this value and unit."""

    def check(case: Case) -> str:
        found = [(figure.value, figure.unit) for figure in load_records(case).figures]
        return "" if (value, unit) in found else f"{found}"

    return check


def expect_pages(count: int) -> Check:
    """Return a check that so many pages are read from the case's files."""

    def check(case: Case) -> str:
        found = len(read_pages(case))
        return "" if found == count else f"{found} pages"

    return check


def expect_run(start: str, end: str, words: int) -> Check:
    """Return a check that `words` words of one paragraph run from `start` to `end` in the page of the case's file."""

    def check(case: Case) -> str:
        (page,) = read_pages(case)
        text = " ".join(page.text.split())
        after = text[text.find(start) :].split()[:words] if start in text else []
        return "" if after and after[-1].endswith(end) else " ".join(after) or text[:200]

    return check


_ANN = ("Ann Bell",)
_DAY, _OWN_URL = "2016-05-03", "https://www.brackwellpost.example/news/pool"

CHECKS: dict[str, Check] = {
    "142": expect_page(authors=_ANN),
    "144": expect_page(authors=("Ann J. Bell",)),
    "146": expect_page(authors=_ANN, outlet="The Brackwell Post"),
    "148": expect_page(authors=_ANN),
    **dict.fromkeys(("150", "152", "154"), expect_page(authors=_ANN, published="2020-03-01")),
    **dict.fromkeys(("156", "158", "162"), expect_page(authors=_ANN)),
    "160": expect_page(authors=("Ann Bell", "Cole Dunn")),
    "164": expect_page(authors=("Devin Cole",)),
    "166": expect_page(authors=()),
    "168": expect_page(authors=_ANN, published="2016-05-03T10:00:00+00:00"),
    "170": expect_page(authors=_ANN, published=_DAY),
    "172": expect_page(published="2016-05-23T22:00", updated="2016-05-24T09:00"),
    "174": expect_page(published="2016-05-23", updated="2016-05-24"),
    "176": expect_page(published="2016-05-23T16:12-04:00"),
    "178": expect_page(published="2016-05-23T23:40+02:00"),
    **dict.fromkeys(("180", "182"), expect_page(published=None, updated=None)),
    **dict.fromkeys(("183", "185"), expect_page(published=_DAY)),
    "187": expect_page(title="Town votes to close pool", outlet="Brackwell Post"),
    "189": expect_page(
        title="Trade-War Plans Force Towns to Rewrite Playbook", outlet="Brackwell Post"
    ),
    **dict.fromkeys(("190", "192", "194"), expect_body(5)),
    "195": expect_figure(1_000_000, None),
    "197": expect_figure(11.99, "USD"),
    "199": expect_figure(1.75, "pint"),
    "200": expect_pages(2),
    "202": expect_pages(1),
    "204": expect_pages(2),
    "206": expect_pages(1),
    **dict.fromkeys(("207", "209"), expect_page(url=_OWN_URL)),
    **dict.fromkeys(("211", "213"), expect_pages(1)),
    **dict.fromkeys(("214", "216"), expect_run("voted on Tuesday", "Street,", 12)),
}
"""The check of each case, by its number."""
