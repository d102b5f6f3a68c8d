"""Commands of the site as a whole; `commands/` holds one a file."""
