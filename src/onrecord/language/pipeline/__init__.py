"""The parse: which text is parsed, by which weights, in what chunks."""
