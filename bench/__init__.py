"""Measures of quality and speed, each beside its peers in one run."""
