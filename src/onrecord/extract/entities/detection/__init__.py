"""Detection: the names in a block, and where each begins and ends."""
