"""Flattened text: zones and threads found by what lines look like."""
