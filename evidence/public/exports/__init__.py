"""A Manuscript in the forms that others keep, one file a format; each is read back to the same Manuscript."""
