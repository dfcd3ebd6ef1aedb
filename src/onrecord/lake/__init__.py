"""Lakes: pages of many shards as folders of Parquet files, for more than one machine and more than one story.

In: saved pages, a lake. Out: a lake; a story file cut out of one. Out of scope: reading a lake as a story, which `onrecord.story` does.
"""
