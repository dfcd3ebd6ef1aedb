"""Thresholds of answers to an assistant: how much one answer may hold."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class AssistantThresholds:
    """Bounds of what one answer holds; the rest is had by paging on."""

    results: int = define_threshold(
        10, "results", "results of an answer where nobody says", "by hand: what is read at a glance"
    )
    most_results: int = define_threshold(
        50, "results", "results that may be asked for at once", "limit: size of an answer"
    )
    answer_chars: int = define_threshold(
        40_000,
        "characters of JSON",
        "size from which no further result is put into an answer; the first one always is",
        "limit: about 10,000 tokens, a small part of what a language model reads at once",
    )
    words_chars: int = define_threshold(
        1_200,
        "characters",
        "how much of a stretch of a page an answer shows; `why` shows the rest",
        "by hand: two paragraphs of news",
    )
    label_chars: int = define_threshold(
        300,
        "characters",
        "how much of a title, an outlet, an address or a name an answer shows",
        "by hand: longer than real ones are",
    )
    listed: int = define_threshold(
        8,
        "items",
        "how many names, reports, parties or outcomes of one result are listed; the rest is counted",
        "limit: size of an answer",
    )
    query_chars: int = define_threshold(
        400, "characters", "longest text that a question may hold", "limit: no question is longer"
    )
    most_offset: int = define_threshold(
        10_000_000,
        "results",
        "how far into its results a question may page",
        "limit: more than a story holds, and within what SQLite counts with",
    )
    verified_pages: int = define_threshold(
        100,
        "pages",
        "pages whose records are sliced again for one question",
        "limit: some seconds, which a client waits",
    )


THRESHOLDS = AssistantThresholds()
"""The table in use."""
