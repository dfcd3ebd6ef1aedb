"""Repeats: inputs in which one thing stands again and again, as many times as asked.

In: how many characters. Out: a file's name and bytes. Out of scope: what they cost (`bench.doubling`). Cost that grows with the square of an input shows on
inputs that are all alike: words of every kind and every two of them, lines of a thread, elements of a page. All of it is made here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product


@dataclass(frozen=True, slots=True)
class Repeat:
    """A kind of input that can be had in any size.

    Attributes:
        name: of the kind. file: name of the file, whose suffix says how it is read.
        build: from a number of characters to about as many.

    """

    name: str
    file: str
    build: Callable[[int], str]


WORDS: dict[str, str] = {
    "number": "1", "count": "300 troops", "number word": "two", "money": "$1bn", "length": "5km", "share": "12 percent", "dozens": "dozens of",
    "day": "March 8, 2016", "weekday": "on Monday", "year": "2016", "last": "last week", "place": "New York,", "person": "Mr A.", "names": "Ana Pell",
    "office": "the minister", "body": "the Ministry of Defence", "said": "said", "says that": "says that", "promised": "promised to", "will": "will build",
    "attack": "killed", "denial": "denied", "passive": "was told", "noun": "bridge", "of": "of", "to": "to", "and": "and", "that": "that", "which": "which",
    "if": "if", "adverb": "quickly", "adjective": "old", "pronoun": "he", "possessive": "Pell’s", "comma": ",", "dash": "–", "quote": "“a”", "open": "“",
    "close": "”", "bracket": "(a)", "colon": ":", "stop": "A.", "sentence": "It rained.", "question": "Who?", "capitals": "NATO", "initial": "J.",
    "contraction": "it’s", "hyphen": "old-age", "ordinal": "third", "slash": "1/2", "per": "a day", "range": "3 to 5", "less": "less than", "not": "not",
    "address": "http://a.test/b", "handle": "@ana", "percent sign": "5%", "clock": "10:30 am",
}  # fmt: skip
"""One or two words of each kind that a rule asks for."""
PHRASES: tuple[str, ...] = (
    "1 to", "promised to", "dozens of", "said Mr A.", "New York,", "5 km", "“a” said A.", "1 and", "the man who said that", "he said he said",
    "not only the", "a of the a of the", "of of", "if he would", "more than 5 percent of", "from 3 to 5 to", "up 5 percent from 3 percent to", "the minister, Ana Pell,",
    "killed 5 people and", "on Monday on Tuesday", "between 5 and 6 and", "John’s brother’s", "Ana Pell of the Ministry of the", "told Ana Pell that", "vowed to pledge to",
    "because of", "according to Ana Pell,", "a spokesman for the", "accused of", ", who was 51,", "3 x 4 x", "1,000,000,", "the 300 troops, 400 tanks,", "“a", "a”", "‘a", "a’",
    "January 2016 to", "two and a half", "half of", "hundred thousand million", "one in five", "to be to be", "had been being", "that that", "which which", "and and", ", ,", "- -", "( (",
    "A. B.", "Mr. Mr.", "the the", "very very", "has promised will promise", "is said to be said to be", "plans to plan to", "The Gazette reported that", "no no", "may may",
)  # fmt: skip
"""Repeats of several words that were found dear, or whose rules look far."""
HEAD = (
    "<!doctype html><html lang=en><head><meta charset=utf-8><title>Troops</title></head><body><article><h1>Troops may go</h1>"
    "<p>A senior officer told The Herald on Monday that about 300 troops could be sent.</p>"
)
ELEMENTS: dict[str, str] = {
    "time": '<time datetime="2016-03-08T10:00:00Z">March 8, 2016</time>',
    "table": "<table><tr><td>said 3</td></tr></table>",
    "cell": "<td>1<td>a",
    "link": '<a href="/a">read on</a> ',
    "paragraph": "<p>Ana Pell said on Monday that 300 troops would go.</p>",
    "heading": "<h2>Read on</h2>",
    "item": "<ul><li>said 3</li></ul>",
    "break": "a<br>",
    "bold": "<b>a",
    "unclosed div": "<div>a",
    "quote": "<blockquote>“a”</blockquote>",
    "figure": "<figure><img src=a><figcaption>Photo by A.</figcaption></figure>",
    "comment": '<div class="comment"><span class="author">Ana</span><time>March 8, 2016</time><p>I think that is wrong.</p></div>',
    "comment item": '<li class="comment"><cite class="fn">Ana</cite> says:<p>I think that is wrong.</p></li>',
    "open comment": '<div class="comment"><b>Ana</b><p>I think so.</p>',
    "post": '<div class="post"><a href="/u/ana">Ana</a> 2 hours ago<div>I think that is wrong.</div><a>Reply</a></div>',
    "byline": '<p class="byline">By Ana Pell</p>',
    "date": '<span class="date">8 March 2016</span>',
    "entity": "&amp;&lt;",
    "script": '<script type="application/ld+json">{"@type":"Comment","text":"I think so","author":"Ana"}</script>',
    "meta": '<meta property="article:published_time" content="2016-03-08">',
}
"""Elements of a page."""
ATTRIBUTES: dict[str, str] = {
    "class": "comment author date ",
    "class dashes": "comment-author-",
    "class letters": "a",
    "class by": "by ",
    "class digits": "1",
    "class reply": "reply-to-",
    "class commas": "a, ",
}
"""What one attribute of one element consists of."""
LINES: dict[str, str] = {
    "blank lines": "a\n\n",
    "lines": "a\n",
    "flat comments": "Bob\nMarch 8, 2016 at 10:00 am\nI think {n} is wrong\nReply\n\n",
    "numbered comments": "Bob{n}\nMarch 8, 2016 at 10:00 am\nI think {n} is wrong\nReply\n\n",
    "addressed comments": "Bob{n}\nMarch 8, 2016 at 10:00 am\n@Bob{m} I think {n} is wrong\nReply\n\n",
    "ago": "Ann{n}\n2 hours ago\nNo.\nLike · 3\n\n",
    "replies": "Reply\n",
    "dates": "March 8, 2016\n",
    "names": "Ana Pell\n",
    "quoted": "> a\n",
    "bullets": "- a\n",
    "says": "Ana{n} says:\nI think so.\n\n",
    "distinct people": "Mr Alan Smith{n} said on March 8 that 3 troops went. ",
    "distinct bodies": "The Ministry of Defence{n} said so. ",
    "distinct places": "He went to Velmara{n} on Monday. ",
    "distinct promises": "Ana Pell promised to build {n} bridges in Oresk{n}. ",
    "distinct figures": "{n} troops went to Oresk on Monday. ",
    "distinct events": "Troops attacked Oresk{n} on Monday. ",
    "one sentence": "Ana Pell told the Gazette on Monday that 300 troops would go to Oresk. ",
    "one mission": "The training mission in Oresk will get 300 troops. ",
    "quotes": "“We will not close the bridge,” said Ana Pell. ",
}
"""Lines and sentences of a text; {n} counts, {m} counts what came before."""
_TITLE = "Head line here\n\nBody text said so on Monday.\n\n"


def list_repeats() -> tuple[Repeat, ...]:
    """Return the repeats that the bench doubles unless it is asked for others."""
    return (
        *(_repeat_words(phrase) for phrase in (*WORDS.values(), *PHRASES)),
        *(_repeat_lines(name, line) for name, line in LINES.items()),
        *(_repeat_elements(name, element) for name, element in ELEMENTS.items()),
        *(_repeat_in_attribute(name, words) for name, words in ATTRIBUTES.items()),
    )


def iter_pairs_of_words() -> Iterator[Repeat]:
    """Yield every two of `WORDS`, one after the other, as a repeat."""
    for one, other in product(WORDS.values(), repeat=2):
        yield _repeat_words(f"{one} {other}")


def _repeat_words(words: str) -> Repeat:
    return Repeat(f"words: {words}", "a.txt", lambda chars: _fill(f"{words} ", chars))


def _repeat_lines(name: str, line: str) -> Repeat:
    def build(chars: int) -> str:
        many = chars // len(line.format(n=1000, m=1000)) + 1
        return _TITLE + "".join(line.format(n=n, m=n // 2) for n in range(many))

    return Repeat(f"lines: {name}", "a.txt", build)


def _repeat_elements(name: str, element: str) -> Repeat:
    return Repeat(
        f"elements: {name}",
        "a.html",
        lambda chars: f"{HEAD}{_fill(element, chars)}</article></body></html>",
    )


def _repeat_in_attribute(name: str, words: str) -> Repeat:
    return Repeat(
        f"attribute: {name}",
        "a.html",
        lambda chars: f'{HEAD}<div class="{_fill(words, chars)}">x</div></article></body></html>',
    )


def _fill(piece: str, chars: int) -> str:
    return piece * (chars // len(piece) + 1)
