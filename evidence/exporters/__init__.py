"""Manuscripts and sources out again, one file a format; each is read back by its importer without loss."""
