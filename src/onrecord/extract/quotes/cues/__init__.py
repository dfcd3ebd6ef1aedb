"""Cues: the words that attribute a statement to its source."""
