"""Authors of a thread: names cleaned, found in attributes, and found in the position that all comments share.

A comment's author is looked for in the elements around its words (`thread.comment.author`), a line that says who wrote
(`thread.comment.attribution_lines`), columns of a table (`thread.repeated_blocks.author_columns`), attributes (`attribute_fields`),
the position that the thread's comments share (`thread_authors`), the page's JSON-LD (`thread.json_ld`). Flattened pages have
ways of their own (`onrecord.pages.flat`).
"""
