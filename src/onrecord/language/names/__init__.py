"""Known names: the gazetteer, given names and surnames, and words that are common."""
