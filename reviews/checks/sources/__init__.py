"""Rules about the cited works themselves: status, identity, quality. One file a rule."""
