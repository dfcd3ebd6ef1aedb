"""English words that linking looks for, by subject. Nothing here is computed but plain look-up tables."""
