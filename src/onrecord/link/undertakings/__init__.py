"""Cards of undertakings: missions, operations, programmes and deals across pages."""
