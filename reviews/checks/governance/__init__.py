"""Rules about who stands behind a page, when, and paid by whom. One file a rule."""
