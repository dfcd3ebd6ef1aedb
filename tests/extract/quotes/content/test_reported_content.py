"""Cues and what they report: a table of sentences, cue by cue, and as many without content."""

from __future__ import annotations

import pytest

from onrecord.extract.quotes.content.complement_clauses import find_reported_content
from onrecord.extract.quotes.cues.cue_span import find_cue_span
from onrecord.extract.quotes.cues.detection import iter_cues
from onrecord.language import Backbone

CASES = [
    ("The pilots said on Monday that the channel was closed.", "said", "The pilots", ["the channel was closed"]),
    ("Fenn insisted the channel would stay open.", "insisted", "Fenn", ["the channel would stay open"]),
    ("Fenn explained how the lamp works.", "explained", "Fenn", ["how the lamp works"]),
    ("The master asked whether the bar was rough.", "asked", "The master", ["whether the bar was rough"]),
    ("The board vowed to keep the lamp.", "vowed", "The board", ["to keep the lamp"]),
    ("The board vowed not to sell the lamp.", "vowed", "The board", ["not to sell the lamp"]),
    ("The board urged the crews to stay ashore.", "urged", "The board", ["to stay ashore"]),
    ("The channel, officials say, has silted up.", "say", "officials", ["The channel", "has silted up"]),
    ("The lamp went out at dawn, according to the keeper.", "according to", "the keeper", ["The lamp went out at dawn"]),
    ("As the keeper noted, the lamp went out at dawn.", "noted", "the keeper", ["the lamp went out at dawn"]),
    ("It was the last lamp, which Fenn said would be sold.", "said", "Fenn", ["which", "would be sold"]),
    ("The lamp was old, the keeper said.", "said", "the keeper", ["The lamp was old"]),
    ("The keeper said that the lamp was old and that the rope was new.", "said", "The keeper",
     ["the lamp was old and that the rope was new"]),
    ("The audit judged a third of the lamps to be unfit.", "judged", "The audit", ["a third of the lamps to be unfit"]),
    ("Fenn has not said whether the lamp failed.", "has not said", "Fenn", ["whether the lamp failed"]),
    ("Video showing the wreck was released.", "showing", "Video", []),
    ("Fenn said yes.", "said", "Fenn", []),
    ("The keeper said a prayer.", "said", "The keeper", []),
    ("Whether Fenn said so is unknown.", "said", "Fenn", []),
    ("The keeper said nothing about the lamp.", "said", "The keeper", []),
    ("The board read the report.", "read", "The board", []),
    ("The pilots told the board.", "told", "The pilots", []),
    ("Fenn demanded an answer.", "demanded", "Fenn", []),
    ("Fenn asked the keeper.", "asked", "Fenn", []),
    ("The ferry announced its arrival with a horn.", "announced", "The ferry", []),
    ("The keeper repeated himself.", "repeated", "The keeper", []),
    ("The pilots warned the crews.", "warned", "The pilots", []),
    ("The keeper answered.", "answered", "The keeper", []),
    ("The master noted the time.", "noted", "The master", []),
    ("The board promised.", "promised", "The board", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue_words", "source", "content"), CASES)
def test_what_a_cue_reports(
    backbone: Backbone, text: str, cue_words: str, source: str, content: list[str]
) -> None:
    doc = backbone.nlp(text)
    cues = list(iter_cues(doc, frozenset()))
    (cue,) = cues
    start, end = find_cue_span(doc, cue)
    assert doc[start:end].text == cue_words
    assert cue.source is not None
    assert doc[cue.source.span.start : cue.source.span.end].text == source
    spans = find_reported_content(doc, cue, cues)
    assert [doc[span.start : span.end].text for span in spans] == content


def test_each_of_two_cues_reports_its_own(backbone: Backbone) -> None:
    doc = backbone.nlp("Fenn said the lamp was old, but denied that it was broken.")
    cues = list(iter_cues(doc, frozenset()))
    spans = [find_reported_content(doc, cue, cues) for cue in cues]
    assert [[doc[s.start : s.end].text for s in one] for one in spans] == [
        ["the lamp was old"],
        ["it was broken"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "There was little to say about it.",
        "Say it again.",
        "The so-called lamp is old.",
        "The self-confessed keeper left.",
    ],
)
def test_no_act_of_saying_is_no_cue(backbone: Backbone, text: str) -> None:
    assert list(iter_cues(backbone.nlp(text), frozenset())) == []


def test_quoted_words_are_no_cue(backbone: Backbone) -> None:
    doc = backbone.nlp("“He said so,” she said.")
    inside = frozenset(token.i for token in doc if token.text in {"He", "said", "so", ","})
    assert list(iter_cues(doc, inside)) == []
