"""What makes the weights in ``onrecord/language/models``: data in, one spaCy pipeline and its scores out."""
