"""PDF: glyphs, lines, their reading order, and paragraphs; a sheet is a printed page."""
