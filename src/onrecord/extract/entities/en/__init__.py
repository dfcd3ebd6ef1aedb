"""English words and tags by which names are found and typed."""
