"""Dependencies, phrases, verb groups and tags, asked of a parsed sentence."""
