"""Units of measurement and rates."""
