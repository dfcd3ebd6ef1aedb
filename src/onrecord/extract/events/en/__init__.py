"""English words, nouns and verbs of events, and the labels that its rules ask for."""
