"""Questions about a parsed sentence: dependencies, phrases, verb groups and tags."""
