"""What the record of two real saved pages must hold at least; short facts, general rules only."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import run
from onrecord.records import Commitment, Event, Figure, Page, Quote, Time
from onrecord.story import Story, open_story, verify

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def story(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    path = tmp_path_factory.mktemp("seeds") / "seeds.db"
    options = run.RunOptions(model=os.environ.get("ONRECORD_MODEL") or None)
    run.build([shared / "seeds"], path, options)
    with open_story(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def one(story: Story) -> Page:
    return next(page for page in list_pages(story) if "ground troops" in page.text)


@pytest.fixture(scope="module")
def two(story: Story) -> Page:
    return next(page for page in list_pages(story) if "NATO Mission Iraq" in page.text)


def list_pages(story: Story) -> list[Page]:
    return [story.page(head.id) for head in story.heads()]


def list_quotes(story: Story, page: Page) -> list[Quote]:
    return [record for record in story.records("quotes", page=page.id) if isinstance(record, Quote)]


def list_events(story: Story, page: Page, trigger: str) -> list[Event]:
    found = [
        record for record in story.records("events", page=page.id) if isinstance(record, Event)
    ]
    return [event for event in found if event.trigger.text.split()[0] == trigger]


def index_figures(story: Story, page: Page) -> dict[str, Figure]:
    found = story.records("figures", page=page.id)
    return {record.evidence.text: record for record in found if isinstance(record, Figure)}


def index_times(story: Story, page: Page) -> dict[str, Time]:
    found = story.records("times", page=page.id)
    return {record.evidence.text: record for record in found if isinstance(record, Time)}


def join_zone_texts(page: Page, role: str) -> str:
    zones = page.zones_of((role,))
    return "\n".join(" ".join(page.text[zone.start : zone.end].split()) for zone in zones)


def join_content(quote: Quote) -> str:
    return " ".join(part.text for part in quote.content)


def test_every_record_opens_its_words(story: Story) -> None:
    assert list(verify(story)) == []


def test_page_one_is_an_article_with_a_form_set_aside(one: Page) -> None:
    assert join_zone_texts(one, "headline") == "Britain prepares to send troops back to Iraq"
    assert join_zone_texts(one, "caption").startswith("Shi'ite fighters")
    body = join_zone_texts(one, "body")
    assert body.startswith("Britain is preparing to send soldiers")
    assert body.endswith("the Whitehall source said.")
    for remains in ("Leave a Reply", "Fill in your details", "Connecting to %s", "Twitter picture"):
        assert remains not in body
        assert remains in join_zone_texts(one, "furniture")
    assert one.thread == ()


def test_page_one_quotes_two_unnamed_sources(story: Story, one: Page) -> None:
    direct = [quote for quote in list_quotes(story, one) if quote.kind == "direct"]
    sources = [quote.source.text for quote in direct if quote.source]
    assert len(direct) == 3
    assert sorted(source.removeprefix("a ").removeprefix("the ") for source in sources) == [
        "Whitehall source",
        "Whitehall source",
        "senior defence source",
    ]
    assert {quote.source.kind for quote in direct if quote.source} == {"role"}
    first = direct[0]
    assert [part.text for part in first.via] == ["The Times"]
    assert join_content(direct[1]).startswith("The strategy is Iraq first")
    assert "we are doomed" in join_content(direct[1])


def test_page_one_quotes_a_document(story: Story, one: Page) -> None:
    quote = next(
        q for q in list_quotes(story, one) if "half of all military units" in join_content(q)
    )
    assert quote.kind == "indirect"
    assert quote.source is not None
    assert (quote.source.text, quote.source.kind) == ("A Pentagon assessment", "document")
    figure = index_figures(story, one)["at least half"]
    assert (figure.value, figure.hedge, figure.unit) == (0.5, "at least", "fraction")
    assert figure.what is not None
    assert "military units" in figure.what.text
    assert figure.according_to == quote.id


def test_page_one_has_a_denied_event_in_a_mixed_quote(story: Story, one: Page) -> None:
    quote = next(q for q in list_quotes(story, one) if "ground troops" in join_content(q))
    assert quote.kind == "mixed"
    assert quote.source is not None
    assert quote.source.text == "David Cameron"
    (event,) = list_events(story, one, "sending")
    assert event.status == "denied"


def test_page_one_tells_what_is_done_from_what_is_not(story: Story, one: Page) -> None:
    statuses = {event.status for event in list_events(story, one, "send")}
    assert statuses == {"planned", "promised"}
    agreed = [event for event in list_events(story, one, "agreed") if event.type == "AGREE"]
    assert [event.status for event in agreed] == ["happened"]
    (figure,) = (f for f in index_figures(story, one).values() if f.value == 500)
    assert figure.hedge == "about"
    assert figure.what is not None
    assert figure.what.text.startswith("soldiers")
    sending = next(
        e
        for e in list_events(story, one, "send")
        if e.evidence.start <= figure.evidence.start < e.evidence.end
    )
    assert sending.status == "promised"
    pulled = list_events(story, one, "pulled")
    assert {event.status for event in pulled} == {"happened"}
    assert index_times(story, one)["2011"].id in {event.time for event in pulled}
    (possible,) = list_events(story, one, "sent")
    assert possible.status == "possible"


def test_page_one_leaves_open_what_it_does_not_say(story: Story, one: Page) -> None:
    assert one.published is None
    found = index_times(story, one)
    assert found["2003"].value == "2003"
    assert found["2011"].value == "2011"
    coming = next(time for text, time in found.items() if "coming days" in text)
    earlier = next(time for text, time in found.items() if text.startswith("earlier in the year"))
    for time in (coming, earlier):
        assert time.value is None
        assert time.waits_for == "published"
    assert not any((time.value or "").startswith("2014") for time in found.values())


def test_page_two_has_its_thread(two: Page) -> None:
    authors = [comment.author for comment in two.thread]
    assert len(two.thread) > 40
    assert authors.count("Meirion X") >= 12
    for author in (
        "Mark F",
        "George Royce",
        "john melling",
        "Ross Hall",
        "Robert Blay",
        "John Clark",
        "Glass Half Full",
    ):
        assert author in authors
    stamped = [comment for comment in two.thread if comment.author_how == "edit stamp"]
    assert {comment.author for comment in stamped} == {"Sjb1968"}
    assert None in authors
    assert sum(comment.cut_short for comment in two.thread) == 5
    assert join_zone_texts(two, "headline") == ""
    body = join_zone_texts(two, "body")
    assert body.endswith("continues to evolve.”")
    for remains in ("Article Rating", "Notify of", "Inline Feedbacks", "View all comments"):
        assert remains not in body + join_zone_texts(two, "comment")


def test_page_two_quotes_the_minister_over_two_paragraphs(story: Story, two: Page) -> None:
    quote = next(q for q in list_quotes(story, two) if "setting a course" in join_content(q))
    assert quote.kind == "direct"
    assert "people of Afghanistan, the United Kingdom and its Allies." in join_content(quote)
    assert len(quote.content) == 2
    assert quote.source is not None
    assert quote.source.text == "Defence Secretary Ben Wallace"
    ministry = next(q for q in list_quotes(story, two) if "further developing" in join_content(q))
    assert ministry.kind == "direct"
    assert ministry.source is not None
    assert ministry.source.text == "The Ministry of Defence"


def test_page_two_quotes_through_a_release(story: Story, two: Page) -> None:
    quote = next(
        q for q in list_quotes(story, two) if "scale up its own commitment" in join_content(q)
    )
    assert quote.kind == "indirect"
    assert quote.source is not None
    through = [quote.source.text, *(part.text for part in quote.via)]
    assert any("Ben Wallace" in text for text in through)
    assert any("news release" in text for text in through)


def test_page_two_counts(story: Story, two: Page) -> None:
    found = {figure.value: figure for figure in index_figures(story, two).values()}
    money, members, forces = found[24e9], found[30], found[120_000]
    assert (money.hedge, money.unit) == ("over", "GBP")
    assert (members.hedge, members.unit) == (None, None)
    assert members.what is not None
    assert members.what.text == "members"
    assert forces.hedge == "over"
    assert forces.what is not None
    assert forces.what.text == "Iraqi and Kurdish security forces"


def test_page_two_tells_what_is_done_from_what_is_not(story: Story, two: Page) -> None:
    assert [event.status for event in list_events(story, two, "trained")] == ["happened"]
    agreed = list_events(story, two, "agreed")
    assert [event.status for event in agreed] == ["happened"]
    work = list_events(story, two, "work")
    assert {event.status for event in work} <= {"planned", "promised"}
    assert work
    promised = [c for c in story.records("commitments", page=two.id) if isinstance(c, Commitment)]
    assert any("work with NATO" in commitment.evidence.text for commitment in promised)


def test_nothing_of_the_thread_is_among_the_events(story: Story, two: Page) -> None:
    for kind in ("events", "commitments", "quotes", "figures", "times"):
        for record in story.records(kind, page=two.id):
            zone = two.zone_at(record.evidence.start)
            assert zone is not None
            assert zone.role in {"headline", "standfirst", "caption", "body"}


@pytest.mark.parametrize(
    "names",
    [
        {"Britain", "the UK"},
        {"Isis", "Islamic State", "Daesh"},
        {"the United States"},
    ],
)
def test_across_both_one_thing_is_one_entity(names: set[str], story: Story) -> None:
    bare = {name.removeprefix("the ").casefold() for name in names}
    holding = [
        entity
        for entity in story.who()
        if entity.type != "role"
        and bare & {form.removeprefix("the ").casefold() for form in entity.names}
    ]
    assert len(holding) == 1
    found = {form.removeprefix("the ").casefold() for form in holding[0].names}
    assert bare <= found


def test_cards_for_the_undertakings(story: Story) -> None:
    cards = story.undertakings()
    nato = next(card for card in cards if "NATO Mission Iraq" in card.names)
    parties = {
        entity.name for entity in story.who() for party in nato.parties if party.entity == entity.id
    }
    assert {"United Kingdom", "NATO"} <= parties
    assert nato.contributions
    assert all(
        contribution.status != "happened" or contribution.figure
        for contribution in nato.contributions
    )
    assert nato.open
    training = [
        card for card in cards if card is not nato and "train" in " ".join(card.names).casefold()
    ]
    assert training
    for card in cards:
        for cited in [party.cited for party in card.parties] + [
            c.cited for c in card.contributions
        ]:
            assert story.page(cited.page).text[cited.start : cited.end] == cited.text
