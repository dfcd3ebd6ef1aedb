"""One comment in markup: its place, its header, its own words, its author, time and state."""
