"""Clauses: who does what, where and when, and whether it is stated as a fact."""
