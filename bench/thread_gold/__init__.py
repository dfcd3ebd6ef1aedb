"""Gold threads of saved pages: which elements of a page hold its readers' comments, and what each states.

One small TOML file a page, in `dev/` or `aside/`. It holds selectors and counts only, no word of the
page; the gold is made of the page and its selectors when it is asked for (`builder`). Which pages are
held out is determined by their names alone (`is_held_out`); they are not looked at while the finder is improved.

Keys of a file; a selector is CSS, or XPath where it begins with `/`, `./` or `(`; those inside a comment
are relative to it and see nothing of the comments within it:

- `page`: the page's file name. `stated`: how many comments the page says it has; `found`: how many its
  selectors give; `apart`: how many pingbacks, trackbacks and the like; `note`: why the numbers differ.
- `comment`: all comments, pingbacks too. `pingback`: which of all elements of the page are no reader's.
- `text`: the comment's own words (the whole comment where it is missing); `drop`: what to exclude from
  them; `quote`: words quoted of another (`blockquote`), which the scorer takes with or without.
- `author`: its author's element or words; `author_cut`: a pattern to take out of them.
- `time`: the element or words that state when; `time_attribute`: the attribute that has it in ISO 8601, on
  that element or one in it; `time_pattern`: the part of the words that is the date.
- `parent`: how a reply states what it answers: `nested` (default), `level` (a number at `level`, a selector
  or words), or `key` (`key` and `parent_key`, patterns over the comment's `id`).

No page among these shows a comment that was taken down or cut short; a comment without a word (a
picture only) would be excluded.
"""

from bench.thread_gold.builder import Gold, build_gold
from bench.thread_gold.selectors import Selectors, is_held_out, read_selectors

__all__ = ["Gold", "Selectors", "build_gold", "is_held_out", "read_selectors"]
