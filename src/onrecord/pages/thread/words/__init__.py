"""Words and patterns that threads are recognised by: data only."""
