"""Linear classifiers: features with names in, probabilities out."""
