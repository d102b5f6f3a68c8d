"""Our three reference styles next to citeproc-js, over several hundred real records: see README.md beside this file."""
