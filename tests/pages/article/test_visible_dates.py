"""Days of publication: where a page shows them, and how days of numbers are settled."""

from __future__ import annotations

import pytest

from onrecord.pages import page_from_html
from onrecord.records import Dated

BODY = (
    "<p>The harbour at Tarn will be dredged again next spring, the port said on Monday, after years of silt.</p>"
    * 9
)
HEAD = "<h1>Harbour at Tarn to be dredged again</h1>"


def read_dates(
    shown: str,
    *,
    lang: str = "",
    url: str | None = None,
    above: str = "",
    head: str = "",
    below: str = "",
) -> tuple[Dated | None, Dated | None]:
    attribute = f' lang="{lang}"' if lang else ""
    page = page_from_html(
        f"<html{attribute}><head><title>Harbour at Tarn to be dredged again</title>{head}</head><body>{above}<main>{HEAD}{shown}"
        f"<div class=story>{BODY}</div></main>{below}</body></html>".encode(),
        url=url,
    )
    return page.published, page.updated


@pytest.mark.parametrize(
    ("shown", "value"),
    [
        ("<p>Published Wed, Nov 20 2019<span>4:29 AM EST</span></p>", "2019-11-20T04:29-05:00"),
        ("<time>11.14.2019 09:00 AM</time>", "2019-11-14T09:00"),
        ("<time>14.11.2019</time>", "2019-11-14"),
        ("<p>By Ana Pell - 11/19/19 06:56 AM EST</p>", "2019-11-19T06:56-05:00"),
        ("<p class=byline>By <a href=/ana>Ana Pell of the Harbour Desk</a> - 2019-04-10</p>", "2019-04-10"),
        ("<p>On 25/12/19</p>", "2019-12-25"),
        ("<p>Bijgewerkt 3 mei 2019</p>", None),
        ("<p>20 Nov 201912</p>", None),
        ("<p>Platform 9/10/11</p>", None),
        ("<figure><img src=a><figcaption>Silt at Tarn, March 3, 2014. A. PELL</figcaption></figure>", None),
    ],
)  # fmt: skip
def test_days_on_show(shown: str, value: str | None) -> None:
    published, _ = read_dates(shown)
    assert (published.value if published else None) == value


def test_a_day_of_update_is_none_of_publication() -> None:
    assert read_dates("<p>Updated March 3, 2019</p>") == (None, Dated("2019-03-03", "text"))
    both = read_dates("<p>Published March 1, 2019 | Updated March 3, 2019</p>")
    assert both == (Dated("2019-03-01", "text"), Dated("2019-03-03", "text"))


@pytest.mark.parametrize("head", ["<div>Friday, June 5, 2020</div>", "<time>June 5, 2020</time>"])
def test_the_day_a_site_shows_at_its_head_is_not_the_page_s(head: str) -> None:
    menu = "".join(f"<li><a href=/{n}>Section {n}</a></li>" for n in range(20))
    above = f"<header><ul>{menu}</ul>{head}</header>"
    assert read_dates("", above=above) == (None, None)
    published, _ = read_dates("<p>May 2, 2020</p>", above=above)
    assert published == Dated("2020-05-02", "text")


def test_a_comment_s_day_is_not_the_page_s() -> None:
    comment = (
        "<div class=comment itemtype=http://schema.org/Comment><span itemprop=datePublished "
        "content=2020-05-09>9 May</span><p>Silt again, and who pays for it?</p></div>"
    )
    assert read_dates("", head="")[0] is None
    page = page_from_html(f"<main>{HEAD}{BODY}{comment}</main>".encode())
    assert page.published is None


@pytest.mark.parametrize(
    ("lang", "url", "beside", "value"),
    [
        ("en-GB", None, "", "2016-04-03"),
        ("de", None, "", "2016-04-03"),
        ("en-US", None, "", "2016-03-04"),
        ("", "https://news.example.co.uk/a", "", "2016-04-03"),
        ("", "https://news.example.com.au/a", "", "2016-04-03"),
        ("", "https://news.example.com/2016/03/04/a", "", "2016-03-04"),
        ("", "https://news.example.com/2016/04/a", "", "2016-04-03"),
        ("", None, "<p>Tides: 25/03/2016</p>", "2016-04-03"),
        ("", None, "<p>Tides: 3/25/2016</p>", "2016-03-04"),
        ("en", None, "", None),
        ("", "https://news.example.io/a", "", None),
        ("en-US", "https://news.example.co.uk/a", "", None),
        ("", None, "<p>Tides: 25/03/2016, 3/25/2016</p>", None),
        ("x-nonsense", "http://[::1", "", None),
    ],
)
def test_a_day_of_numbers_is_read_where_the_page_settles_its_order(
    lang: str, url: str | None, beside: str, value: str | None
) -> None:
    published, _ = read_dates("<p>Published 03/04/2016</p>", lang=lang, url=url, below=beside)
    if value is None and published is not None:
        assert published.how == "url"
    else:
        assert (published.value if published else None) == value
    meta = "<meta name=pubdate content='03/04/2016 10:15'>"
    stated, _ = read_dates("", lang=lang, url=url, head=meta, below=beside)
    assert (stated and stated.how == "meta" and stated.value) == (value and f"{value}T10:15")


@pytest.mark.parametrize(
    ("stated", "shown", "value"),
    [
        ("2019-11-19T04:31:13Z", "Nov 18, 2019, 10:31 pm CST", "2019-11-18T22:31:13-06:00"),
        ("2019-11-18T22:40:00Z", "19 November 2019 04:10", "2019-11-19T04:10:00+05:30"),
        ("2019-11-18T18:31:13Z", "Nov 18, 2019, 12:31 pm CST", "2019-11-18T18:31:13Z"),
        ("2019-11-19T04:31:13Z", "Nov 18, 2019", "2019-11-19T04:31:13Z"),
        ("2019-11-19T04:31:13Z", "Nov 18, 2019, 10:37 pm", "2019-11-19T04:31:13Z"),
        ("2019-11-19T04:31:13Z", "Nov 17, 2019, 10:31 pm", "2019-11-19T04:31:13Z"),
        ("2019-11-19T04:31:13+01:00", "Nov 18, 2019, 10:31 pm", "2019-11-19T04:31:13+01:00"),
        (
            "2019-11-19T04:31:13Z",
            "<time datetime=2019-11-18T22:31:40-06:00>Nov 18</time>",
            "2019-11-18T22:31:13-06:00",
        ),
        (
            "2019-11-19T04:31:13Z",
            "<time datetime=2019-11-19T04:31:13Z>Nov 18, 2019 10:31 pm</time>",
            "2019-11-18T22:31:13-06:00",
        ),
        ("2019-11-19", "Nov 18, 2019, 10:31 pm", "2019-11-19"),
        ("2019-11-19T04:31", "Nov 18, 2019, 10:31 pm", "2019-11-19T04:31"),
    ],
)
def test_the_day_is_the_one_of_the_place_that_shows_it(stated: str, shown: str, value: str) -> None:
    meta = f"<meta property=article:published_time content='{stated}'>"
    published, _ = read_dates(f"<p>{shown}</p>", head=meta)
    assert published == Dated(value, "meta")


def test_a_time_zone_of_north_america_settles_it_unless_the_domain_says_otherwise() -> None:
    shown = "<p>Published 03/04/2016 10:15 AM EST</p>"
    assert read_dates(shown)[0] == Dated("2016-03-04T10:15-05:00", "text")
    assert read_dates(shown, url="https://news.example.com.au/a")[0] is None
