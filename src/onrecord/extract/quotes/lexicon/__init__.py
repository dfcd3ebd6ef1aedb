"""Look-ups: whether a word is a cue, an attitude, or a claim that is refuted."""
