"""What links are decided by: text keys, day intervals, value bounds, weighed features, groups."""
