"""English of quotes: verbs, nouns and adjectives of attitude."""
