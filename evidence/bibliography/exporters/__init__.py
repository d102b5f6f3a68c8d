"""CSL records as files that others read, one format a file; the importer of the same format gives them back."""
