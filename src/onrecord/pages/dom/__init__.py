"""HTML source to a tree of elements and text blocks; each text run keeps its place in the source."""
