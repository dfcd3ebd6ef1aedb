"""The spaCy pipeline: which text of a page is parsed, in what chunks, with which weights."""
