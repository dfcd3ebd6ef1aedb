"""Words, tags and patterns of English that rules of times use; data alone."""
