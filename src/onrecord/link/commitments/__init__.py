"""Links between commitments and later statements of their outcome."""
