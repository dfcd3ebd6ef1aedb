"""What links are decided by: text keys, sentences, day intervals, value bounds, weighted features, groups."""
