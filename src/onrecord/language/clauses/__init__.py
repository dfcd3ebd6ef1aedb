"""Clauses: who does what, and whether it is said to be so."""
