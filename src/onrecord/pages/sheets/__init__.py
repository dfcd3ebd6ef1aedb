"""PDF: glyphs, lines and the order in which they are read."""
