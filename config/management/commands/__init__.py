"""One command a file: what the database's owner does to its guards."""
