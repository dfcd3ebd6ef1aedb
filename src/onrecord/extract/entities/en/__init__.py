"""English of names: the words that speak for a type."""
