"""Links over a lake: what joins pages across shards, made in parts."""
