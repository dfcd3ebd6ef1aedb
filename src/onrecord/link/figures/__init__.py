"""Links between figures: what counts the same, updates, contradicts; series by day."""
