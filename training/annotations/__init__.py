"""Annotations of our own: chains, events, promises and quotes of free news texts, stand-off.

In: files of marks that readers wrote (docs/explain/annotation.md). Out: JSON lines with offsets, which training reads, and agreement.
"""
