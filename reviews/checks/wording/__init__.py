"""Rules about how far the words go beyond the evidence. One file a rule."""
