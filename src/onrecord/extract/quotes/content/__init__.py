"""The content of a quote without quotation marks: where its clause begins and ends."""
