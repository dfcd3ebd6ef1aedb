"""Sections of a brief: what of a story is chosen, and how it is worded.

In: an open story and how many printed pages there are. Out: a `Brief`. Out of scope: how it looks. Every line but those that count names the words it rests on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.brief.content import Brief, Line, Section
from onrecord.brief.footnotes import Footnotes, cut, quote
from onrecord.brief.thresholds import THRESHOLDS
from onrecord.decisions import describe_decided
from onrecord.link.comparison.day_intervals import DayInterval, read_interval
from onrecord.records import Commitment, Decided, Entity, Event, Figure, Link, Quote, Time
from onrecord.records.skipping import describe_reason
from onrecord.story import UNTITLED, PageHead, Story
from onrecord.story.amounts import describe_amount
from onrecord.story.participant_descriptions import describe_participant, is_pronoun
from onrecord.story.unsupported_quotes import list_unsupported_quotes
from onrecord.timeline import Entry, build_timeline, is_pinned, select_best

_WHO = ("person", "organisation", "group")
"""Types of entities that "who is in it" lists."""
_SETTLED_FIRST = ("broken", "partly kept", "kept", "superseded", "unclear", "open")
_KNOWN = ("day", "month", "year")
"""How sure the day of an entry of the line is."""
_NO_PAGES = ("about", "request", "redirect", "revisit")
"""Reasons why something was skipped that is no page of the story."""
_TO_CHECK = "to check: "
"""Begins what the story holds as a candidate only."""


def build_brief(story: Story, sheets: int) -> Brief:
    """Return the brief of a story on about so many printed pages."""
    heads = story.heads()
    notes = Footnotes(story, heads)
    promises = _list_promises(story)
    entries = _list_entries(story, sheets)
    sections = (
        Section(
            "What it is",
            "The story's best-reported days.",
            tuple(_build_entry_line(notes, entry) for entry in _choose_best(entries)),
            "No day of the story is reported well enough to say.",
        ),
        Section(
            "Who is in it",
            "By how many of the pages name them.",
            tuple(_iter_who(story, notes, sheets)),
            "Nobody is named.",
        ),
        Section(
            "The line",
            "Each day in the words of the page that reports it best. Not marked: it happened. “Reports” counts copies once.",
            tuple(_build_entry_line(notes, entry) for entry in entries),
            "Nothing is dated.",
        ),
        Section(
            "Promises and what came of them",
            "A promise stays open until words of a later page settle it; what may settle it is marked to be checked.",
            tuple(_iter_promises(story, notes, promises, sheets)),
            "No promise was found.",
        ),
        Section(
            "Numbers that disagree",
            "Two numbers for one thing that can't both be right. Pairs marked to be checked may count two things, or be two sources' on one page.",
            tuple(_iter_contradictions(story, notes, sheets)),
            "No two numbers were found to disagree.",
        ),
        Section(
            "What rests on one unnamed source",
            "Said by somebody without a name, and no other page supports it.",
            tuple(_iter_unsupported(story, notes, sheets)),
            "Nothing was found that only an unnamed source says.",
        ),
        Section(
            "What is not known",
            "What the pages do not say, counted.",
            tuple(_iter_unknown(story, notes, promises, heads, sheets)),
            "Nothing is missing.",
        ),
    )
    about = f"{story.description} " if story.description else ""
    title = story.title or UNTITLED
    return Brief(title, about + _describe_pages(story, heads), sections, notes.list_notes())


def _describe_pages(story: Story, heads: Sequence[PageHead]) -> str:
    days = sorted(head.published.value[:10] for head in heads if head.published is not None)
    outlets = {head.outlet for head in heads if head.outlet}
    span = f", published {days[0]} to {days[-1]}" if days else ""
    return (
        f"Made of {len(heads)} saved pages of {len(outlets)} outlets{span}. Every numbered note"
        " quotes the words that a line rests on and says where they stand. "
        + _describe_decisions(story)
    )


def _describe_decisions(story: Story) -> str:
    """Return how much of the brief a person has checked."""
    kept = [
        one.decision for one in story.decisions if one.is_in_force and one.decision.kind != "undo"
    ]
    if not kept:
        return "Nothing here was checked by a person."
    who = ", ".join(dict.fromkeys(one.who for one in kept))
    return f"Decisions taken by hand: {len(kept)} ({who}); each line that one concerns says so. Nothing else was checked by a person."


def _describe_marks(*marks: Decided) -> str:
    """Return what people decided about a line; "" where nothing was."""
    return "".join(f" — {describe_decided(mark)}" for mark in dict.fromkeys(marks))


def _list_entries(story: Story, sheets: int) -> list[Entry]:
    """Return the entries of the best days that are known, in order of day; none whose day belongs to a part of its sentence alone."""
    known = [
        entry
        for entry in build_timeline(story)
        if (entry.sureness in _KNOWN and entry.told is None) or is_pinned(entry)
    ]
    best = select_best(known, sheets * THRESHOLDS.days_per_sheet, per_day=THRESHOLDS.lines_per_day)
    return sorted(best, key=lambda entry: (entry.day or "", -entry.score))


def _choose_best(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries that matter most, one a day, in order of day."""
    best = select_best(entries, THRESHOLDS.reports, per_day=1)
    return sorted(best, key=lambda entry: entry.day or "")


def _build_entry_line(notes: Footnotes, entry: Entry) -> Line:
    events = [one for id_ in entry.events if isinstance(one := notes.find_record(id_), Event)]
    events.sort(key=lambda event: event.evidence.text not in entry.text)
    cited = _take_pages(events)[: THRESHOLDS.reports]
    status = "" if entry.status == "happened" else f"{entry.status.replace('_', ' ')}"
    if entry.status == "alleged":
        sources = [event.alleged_by.text for event in events if event.alleged_by is not None]
        status += (
            f" by {cut(sources[0], THRESHOLDS.line_chars)}"
            if sources
            else " (the page does not say by whom)"
        )
    reports = f" ({entry.reports} reports)" if entry.reports > 1 else ""
    text = f"{status + ': ' if status else ''}{cut(entry.text, THRESHOLDS.line_chars)}{reports}"
    text += _describe_marks(*entry.decided)
    return Line(entry.day or "", text, tuple(map(notes.cite, cited)))


def _take_pages(events: Sequence[Event]) -> list[Event]:
    """Return the first event of each page."""
    first: dict[str, Event] = {}
    for event in events:
        first.setdefault(event.evidence.page, event)
    return list(first.values())


def _iter_who(story: Story, notes: Footnotes, sheets: int) -> Iterator[Line]:
    by_who = story.entities_by_who()
    named = [(one, by_who.get(one.id, [])) for one in story.who() if one.type in _WHO]
    ranked = [
        (len({member.evidence.page for member in members}), entity, members)
        for entity, members in named
    ]
    ranked.sort(key=lambda row: (-row[0], -row[1].mentions, row[1].name))
    for pages, entity, members in ranked[: sheets * THRESHOLDS.people_per_sheet]:
        roles = ", ".join(entity.roles[:2])
        text = f"{entity.type}{f', {roles}' if roles else ''}; on {pages} page{'s' * (pages != 1)}"
        text += _describe_marks(*entity.decided)
        yield Line(entity.name, text, tuple(map(notes.cite, members[:1])))


def _list_promises(story: Story) -> list[Commitment]:
    """Return each promise once, in its first telling: settled ones first, then explicit ones, then those told most."""
    listed: set[str] = set()
    found = []
    for one in story.records("commitments"):
        if isinstance(one, Commitment) and listed.isdisjoint(one.tellings):
            found.append(one)
            listed.add(one.id)
    return sorted(
        found,
        key=lambda one: (
            _SETTLED_FIRST.index(one.state),
            one.candidate_state is None,
            one.who is None or is_pronoun(one.who.text),
            one.strength == "plan",
            one.due is None,
            -len(one.tellings),
        ),
    )


def _iter_promises(
    story: Story, notes: Footnotes, promises: Sequence[Commitment], sheets: int
) -> Iterator[Line]:
    for promise in promises[: sheets * THRESHOLDS.promises_per_sheet]:
        kind = "plan, " if promise.strength == "plan" else ""
        words = promise.evidence.text if promise.content is None else promise.content.text
        text = f"{_describe_giver(story, promise)}: {cut(words, THRESHOLDS.line_chars)}"
        due = notes.find_record(promise.due) if promise.due is not None else None
        if isinstance(due, Time):
            text += _describe_due(due)
        cited = [notes.cite(promise)]
        for outcome in promise.outcomes[: THRESHOLDS.reports]:
            cited.append(notes.cite_words(outcome.page, outcome.start, outcome.end, promise.id))
            words = quote(cut(outcome.text, THRESHOLDS.line_chars))
            text += f" — {outcome.describe_side()}: {words}"
        text += _describe_marks(*promise.decided)
        yield Line(f"{kind}{promise.state}", text, tuple(cited))


def _describe_due(due: Time) -> str:
    """Return by when something is due: its day if it has one, and the page's words."""
    days = read_interval(due.value)
    words = quote(cut(due.evidence.text, THRESHOLDS.line_chars))
    return f" — by {days.shown} ({words})" if days is not None else f" — by {words}"


def _describe_giver(story: Story, promise: Commitment) -> str:
    if promise.who is None:
        return "somebody (the page does not say who)"
    entity = story.record(promise.who.entity) if promise.who.entity is not None else None
    who = describe_participant(promise.who, entity if isinstance(entity, Entity) else None)
    return cut(who, THRESHOLDS.line_chars)


def _iter_contradictions(story: Story, notes: Footnotes, sheets: int) -> Iterator[Line]:
    links = sorted(story.links(kind="contradicts"), key=lambda link: (link.candidate, -link.score))
    found = ((link, _find_figures(notes, link)) for link in links)
    pairs = [(link, figures) for link, figures in found if len(figures) > 1]
    for link, figures in pairs[: sheets * THRESHOLDS.claims_per_sheet]:
        what = next((figure.what.text for figure in figures if figure.what is not None), "")
        values = "; ".join(
            f"{describe_amount(figure)} ({notes.describe_page(figure.evidence.page)})"
            for figure in figures
        )
        text = (_TO_CHECK if link.candidate else "") + values
        marks = [mark for one in (link, *figures) for mark in one.decided]
        text += _describe_marks(*marks)
        yield Line(cut(what, THRESHOLDS.line_chars), text, tuple(map(notes.cite, figures)))


def _find_figures(notes: Footnotes, link: Link) -> list[Figure]:
    found = (notes.find_record(id_) for id_ in (link.a, link.b))
    return [one for one in found if isinstance(one, Figure)]


def _iter_unsupported(story: Story, notes: Footnotes, sheets: int) -> Iterator[Line]:
    for id_ in list_unsupported_quotes(story)[: sheets * THRESHOLDS.claims_per_sheet]:
        said = notes.find_record(id_)
        if isinstance(said, Quote):
            source = said.source.text if said.source is not None else ""
            words = cut(said.evidence.text, THRESHOLDS.line_chars)
            words += _describe_marks(*said.decided)
            yield Line(cut(source, THRESHOLDS.line_chars), words, (notes.cite(said),))


def _iter_unknown(
    story: Story,
    notes: Footnotes,
    promises: Sequence[Commitment],
    heads: Sequence[PageHead],
    sheets: int,
) -> Iterator[Line]:
    yield from _iter_overdue(notes, promises, heads, sheets)
    counts = story.counts()
    for sql, what in (
        ("events WHERE time IS NULL", "no day is stated for {n} of {events} events"),
        (
            "events WHERE status = 'alleged' AND alleged_by IS NULL",
            "it is not said by whom {n} of {events} events are alleged",
        ),
        ("quotes WHERE source IS NULL", "no source is stated for {n} of {quotes} quotes"),
        (
            "commitments WHERE who IS NULL",
            "it is not said who gives {n} of {commitments} promises, each telling counted",
        ),
        ("pages WHERE published IS NULL", "the day is not known of {n} of {pages} pages"),
    ):
        number = story.rows(f"SELECT count(*) AS n FROM {sql}")[0]["n"]
        if number:
            yield Line("", what.format(n=number, **{**counts, "pages": len(heads)}))
    for item in story.skipped():
        if item.reason not in _NO_PAGES:
            yield Line("", f"not read: {item.path} ({describe_reason(item.reason)})")


def _iter_overdue(
    notes: Footnotes, promises: Sequence[Commitment], heads: Sequence[PageHead], sheets: int
) -> Iterator[Line]:
    """Yield open promises whose day lies before the last page's, and of which no page says what came, by day."""
    last = max((head.published.value[:10] for head in heads if head.published), default="")
    overdue: dict[tuple[str, int], tuple[DayInterval, Commitment]] = {}
    for promise in promises:
        due = notes.find_record(promise.due) if promise.due is not None else None
        days = read_interval(due.value) if isinstance(due, Time) else None
        is_open = promise.state == "open" and not promise.outcomes
        if is_open and days is not None and days.last.isoformat() < last:
            place = promise.evidence.page, promise.evidence.start
            overdue.setdefault(place, (days, promise))
    ordered = sorted(overdue.values(), key=lambda one: (one[0].last, one[1].id))
    for days, promise in ordered[: sheets * THRESHOLDS.claims_per_sheet]:
        words = quote(cut(promise.evidence.text, THRESHOLDS.line_chars))
        text = f"what came of it: {words} (due {days.shown}; the last page is of {last})"
        yield Line("", text, (notes.cite(promise),))
