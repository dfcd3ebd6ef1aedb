"""Numbers as written, in digits or words, and the quantities made of them."""
