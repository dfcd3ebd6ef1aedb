"""Cards of missions, operations, programmes and deals."""
