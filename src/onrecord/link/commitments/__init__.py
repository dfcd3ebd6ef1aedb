"""Links between commitments and what became of them."""
