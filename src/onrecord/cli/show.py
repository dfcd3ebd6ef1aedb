"""`onrecord show`: what is in a story, what was skipped and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from onrecord.cli.options import (
    format_date,
    format_one_line,
    format_publication_day,
    iter_marks,
    page_option,
    story_argument,
)
from onrecord.cli.thresholds import THRESHOLDS
from onrecord.records import Commitment, Event, Quote
from onrecord.records.skipping import describe_reason
from onrecord.story import PageHead, Run, Story, open_story
from onrecord.story.schema import KINDS
from onrecord.story.source_identification import (
    UNKNOWN,
    UNNAMED,
    classify_source,
    find_story_entity,
)


@click.command("show")
@story_argument
@page_option
def show_story(story: Path, page: str | None) -> None:
    """Show what is in a story and what was skipped; with --page, one page of it."""
    with open_story(story) as opened:
        lines = iter_page_lines(opened, page) if page else iter_story_lines(opened)
        for line in lines:
            click.echo(line)


def iter_story_lines(story: Story) -> Iterator[str]:
    """Yield the lines of a whole story: counts, pages, what was skipped."""
    yield from iter_summary_lines(story)
    yield ""
    yield "Pages"
    for head in story.heads():
        yield f"  {format_publication_day(head)}  {head.id}  {head.outlet or '(outlet not known)'}: {head.title or head.path}"
    skipped = story.skipped()
    if skipped:
        yield ""
        yield "Skipped"
        for item in skipped:
            yield f"  {item.reason}: {item.message}"


def iter_summary_lines(story: Story) -> Iterator[str]:
    """Yield what a story holds, one line for each kind."""
    if story.title:
        yield f"story         {story.title}"
    if story.description:
        yield f"about         {story.description}"
    runs = story.runs()
    if runs and runs[-1].finished is None:
        yield "NOT FINISHED: the last run was stopped; run the same again. People, links and states wait for it."
    counts = story.counts()
    heads = story.heads()
    dates = [head.published.value[:10] for head in heads if head.published]
    span = f" from {min(dates)} to {max(dates)}" if dates else ""
    undated = len(heads) - len(dates)
    yield f"pages         {counts['pages']}{span}" + (f", {undated} undated" if undated else "")
    yield from _iter_unread_languages(heads, runs)
    yield f"comments      {counts['comments']} on {sum(head.comments > 0 for head in heads)} page(s)"
    people = [entity for entity in story.who() if entity.type == "person"]
    named = ", ".join(entity.name for entity in people[: THRESHOLDS.people_shown])
    more = (
        f" and {len(people) - THRESHOLDS.people_shown} more"
        if len(people) > THRESHOLDS.people_shown
        else ""
    )
    yield f"people        {len(people)}" + (f": {named}{more}" if people else "")
    yield f"quotes        {counts['quotes']}{_describe_sources(story)}"
    yield f"figures       {counts['figures']}"
    events = Counter(
        record.status for record in story.records("events") if isinstance(record, Event)
    )
    yield f"events        {counts['events']}{_format_counts(events)}"
    states = Counter(
        record.state for record in story.records("commitments") if isinstance(record, Commitment)
    )
    yield f"promises      {counts['commitments']}{_format_counts(states)}"
    names = "; ".join(
        format_one_line(card.name, 60)
        for card in story.undertakings()[: THRESHOLDS.undertakings_shown]
    )
    yield f"undertakings  {counts['undertakings']}" + (f": {names}" if names else "")
    yield from _iter_decision_lines(story)
    reasons: Counter[str] = Counter()
    for item in story.skipped():
        reasons[item.reason] += item.count
    yield f"skipped       {reasons.total()}{describe_skipped(reasons)}"


def _iter_decision_lines(story: Story) -> Iterator[str]:
    """Yield a line on what people decided, if they did."""
    kept = [one for one in story.decisions if one.is_in_force and one.decision.kind != "undo"]
    if kept:
        kinds = Counter(one.decision.kind for one in kept)
        who = ", ".join(dict.fromkeys(one.decision.who for one in kept))
        yield f"by hand       {len(kept)} decision(s) of {who}{_format_counts(kinds)}"


def _iter_unread_languages(heads: Sequence[PageHead], runs: Sequence[Run]) -> Iterator[str]:
    """Yield a line on the pages in languages that the pipeline of the last run does not read: they have no records."""
    read = runs[-1].model.partition("_")[0] if runs else ""
    unread = Counter(head.language for head in heads if head.language not in {None, read})
    if read and unread:
        languages = ", ".join(f"{count} in {code}" for code, count in sorted(unread.items()))
        yield f"not read      {unread.total()}: {languages} (kept and searchable, but no records are made of them)"


def iter_page_lines(story: Story, page: str) -> Iterator[str]:
    """Yield one page's lines: what is known of it, and its records counted."""
    head = story.head(page)
    yield from _iter_head_lines(head)
    for kind in KINDS:
        yield f"{kind:<13} {len(story.records(kind, page=head.id))}"
    loaded = story.page(head.id)
    if loaded.thread_stated:
        yield f"thread        {len(loaded.thread)} here; the page says “{loaded.thread_stated.words.text}”"
    yield ""
    for zone in loaded.zones:
        yield f"{zone.role:<10} {zone.start:>6}–{zone.end:<6} {format_one_line(loaded.text[zone.start : zone.end], 90)}"


def _iter_head_lines(head: PageHead) -> Iterator[str]:
    yield f"page          {head.id}"
    yield f"title         {head.title or '(not known)'}"
    yield f"outlet        {head.outlet or '(not known)'}"
    yield f"authors       {', '.join(head.authors) or '(not known)'}"
    published = f" ({head.published.how})" if head.published else ""
    yield f"published     {format_date(head.published)}{published}"
    if head.updated:
        yield f"updated       {format_date(head.updated)} ({head.updated.how})"
    yield f"language      {head.language or '(not known)'}"
    yield f"address       {head.url or '(not known)'}"
    yield f"saved as      {head.path}"
    if head.stated:
        fields = ", ".join(f"{name} ({how})" for name, how in head.stated)
        yield f"stated        {fields}"
    yield from iter_marks(head.decided, "by hand       ")


def _describe_sources(story: Story) -> str:
    quotes = [record for record in story.records("quotes") if isinstance(record, Quote)]
    if not quotes:
        return ""
    people = {one.id: one for one in story.who()}
    sources = [quote.source for quote in quotes]
    counts = Counter(
        classify_source(one, find_story_entity(story, people, one.entity) if one else None)
        for one in sources
    )
    return f": {counts[UNNAMED]} from unnamed sources, {counts[UNKNOWN]} whose source is not known"


def describe_skipped(reasons: Counter[str]) -> str:
    """Return how many were skipped for each reason, in words, with the reason's code."""
    counts = (
        f"{count} {describe_reason(reason)} ({reason})" for reason, count in reasons.most_common()
    )
    return ": " + "; ".join(counts) if reasons else ""


def _format_counts(counts: Counter[str]) -> str:
    if not counts:
        return ""
    return ": " + ", ".join(f"{count} {name}" for name, count in counts.most_common())
