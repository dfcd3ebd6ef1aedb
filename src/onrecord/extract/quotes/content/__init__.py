"""The content of a quote told without marks: where its clause begins and ends."""
