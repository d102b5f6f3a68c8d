"""Rules about safety, advice and what a page leaves unsaid. One file a rule."""
