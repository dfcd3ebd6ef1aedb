"""Markup to elements and text runs, each with its bytes."""
