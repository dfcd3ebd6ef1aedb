"""What someone is said to think, want or judge: attributions without an act of saying."""
