"""Numbers that count nothing: in names, identifiers, addresses, scores."""
