"""From text to quantities: numbers with hedges, ranges and units."""
