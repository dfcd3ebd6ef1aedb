"""English of times: one file a kind of expression."""
