"""English words of commitments: intentions, forecasts, terms."""
