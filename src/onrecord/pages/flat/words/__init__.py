"""Words and patterns that lines of flattened pages are recognised by: data only."""
