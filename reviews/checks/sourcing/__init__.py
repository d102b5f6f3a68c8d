"""Rules about what a claim or section rests on. One file a rule."""
