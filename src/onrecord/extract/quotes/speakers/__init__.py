"""Sources: the words that name who speaks, and the entity that is meant."""
