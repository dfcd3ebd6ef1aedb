"""What a quantity counts, measures or changes."""
