"""English of events: nouns that name one, and contexts of the codebook."""
